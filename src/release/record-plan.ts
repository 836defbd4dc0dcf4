import { errorAt, hasErrors, warningAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { ManifestBytes } from '../ports.js'
import { checkForward } from './forward.js'
import { commitOf } from './image-index.js'
import type { TagMove } from './move.js'
import { RECORD_TAG, recordOf, type ReleaseRecord } from './record.js'
import { tagsToMove } from './target.js'
import type { RecordResult, ReleasePorts, ReleaseRequest, ReleaseTarget } from './types.js'

/** What is to be written of the release record. */
export interface RecordPlan {
  readonly record: ReleaseRecord
  /** The tag named after the commit, when it has to be written. */
  readonly own?: string
  /** The move of `latest`, when it has to move. */
  readonly latest?: TagMove
  readonly result: RecordResult
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Looks at the records that are there and decides what to write. `latest` moves by the same rule as images, except that
 * the release of an older commit that has nothing to move leaves it to the newer one instead of failing. (With something
 * to move it fails: a newer release may have kept an index of an even older commit, which the tag alone cannot tell.)
 * `before` are the record's tags when the release began.
 */
export async function planRecord(
  request: ReleaseRequest,
  ports: ReleasePorts,
  targets: readonly ReleaseTarget[],
  before: ReadonlySet<string>
): Promise<RecordPlan> {
  const { registry } = ports
  const record = recordOf(request, targets)
  const { digest } = record.manifest.descriptor
  const own = await registry.head(request.record, record.tag)
  const current = await registry.manifest(request.record, 'latest')
  const isThere = current?.descriptor.digest === digest
  const { findings, newer } = isThere ? FREE : await checkLatest(request, ports, current, before)
  const idle = targets.every(target => tagsToMove(target).length === 0)
  const late = idle && hasErrors(findings) && newer !== undefined
  const isLatest = late || isThere
  const isOwn = own?.digest === digest
  return {
    record,
    ...(isOwn ? {} : { own: record.tag }),
    ...(isLatest
      ? {}
      : {
          latest: {
            repository: request.record,
            tag: 'latest',
            target: record.manifest,
            ...(current === undefined ? {} : { seen: current.descriptor.digest })
          }
        }),
    result: {
      repository: request.record,
      digest,
      tags: late ? [record.tag] : [record.tag, 'latest'],
      state: isOwn && isLatest ? 'unchanged' : 'written'
    },
    diagnostics: late ? [leftAlone(request, newer)] : findings
  }
}

/** Whether `latest` may move here; `newer` are the first digits of a newer commit that a record tells of. */
interface LatestCheck {
  readonly findings: readonly Diagnostic[]
  readonly newer?: string
}

const FREE: LatestCheck = { findings: [] }

/**
 * `latest` may not move when it carries a newer commit, and not either when it carries an older one and a newer commit has
 * a record of its own: that is written after `latest`, so somebody wrote `latest` back, on purpose or in a race.
 */
async function checkLatest(
  request: ReleaseRequest,
  ports: ReleasePorts,
  current: ManifestBytes | undefined,
  before: ReadonlySet<string>
): Promise<LatestCheck> {
  const { id } = request.commit
  const reference = `${request.record}:latest`
  const move = { reference, revision: id, ...(current === undefined ? {} : { current }) }
  const findings = await checkForward(request, ports, move)
  if (hasErrors(findings)) {
    const carried = current && commitOf(current)?.revision
    const isNewer = carried !== undefined && (await ports.isAncestor(id, carried)) === true
    return { findings, ...(isNewer ? { newer: carried.slice(0, 12) } : {}) }
  }
  const tags = [...before].filter(tag => RECORD_TAG.test(tag) && !id.startsWith(tag))
  const [newer] = await ports.descendants(id, tags)
  return newer === undefined ? { findings } : { findings: [writtenBack(request, newer)], newer }
}

function writtenBack({ manifest, record, allowRewind }: ReleaseRequest, newer: string): Diagnostic {
  const message = `${record}:${newer} is the record of a newer commit, and ${record}:latest of an older one`
  const place = { file: manifest }
  if (allowRewind) return warningAt('R002', place, message, 'None: rewinding was allowed for this run')
  const remedy =
    'Release the newer commit, which puts `latest` right; after going back on purpose, allow it with --allow-rewind'
  return errorAt('R002', place, `${message}; nothing was moved`, remedy)
}

function leftAlone(request: ReleaseRequest, newer: string): Diagnostic {
  const message = `${request.record}:latest stays: there is a record of ${newer}, which is newer than this commit`
  return warningAt('R002', { file: request.manifest }, message, 'None needed')
}
