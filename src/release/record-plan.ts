import { hasErrors, warningAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import { checkForward } from './forward.js'
import { commitOf } from './image-index.js'
import type { TagMove } from './move.js'
import { recordOf, type ReleaseRecord } from './record.js'
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
 */
export async function planRecord(
  request: ReleaseRequest,
  ports: ReleasePorts,
  targets: readonly ReleaseTarget[]
): Promise<RecordPlan> {
  const { registry } = ports
  const record = recordOf(request, targets)
  const { digest } = record.manifest.descriptor
  const own = await registry.head(request.record, record.tag)
  const current = await registry.manifest(request.record, 'latest')
  const reference = `${request.record}:latest`
  const findings = await checkForward(request, ports, {
    reference,
    revision: request.commit.id,
    ...(current === undefined ? {} : { current })
  })
  const carried = current === undefined ? undefined : commitOf(current)?.revision
  const idle = targets.every(target => tagsToMove(target).length === 0)
  const late =
    idle &&
    hasErrors(findings) &&
    carried !== undefined &&
    (await ports.isAncestor(request.commit.id, carried)) === true
  const isLatest = late || current?.descriptor.digest === digest
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
    diagnostics: late ? [leftAlone(request, reference, carried)] : isLatest ? [] : findings
  }
}

function leftAlone(request: ReleaseRequest, reference: string, carried: string): Diagnostic {
  const message = `${reference} stays: it records ${carried.slice(0, 12)}, which is newer than this commit`
  return warningAt('R002', { file: request.manifest }, message, 'None needed')
}
