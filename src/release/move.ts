import { errorAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { ManifestBytes } from '../ports.js'
import { commitOf } from './image-index.js'
import { UnsettledError } from './unsettled.js'
import type { ReleasePorts, ReleaseRequest } from './types.js'

/** A tag with what it is to point to, and what it pointed to when the release looked. */
export interface TagMove {
  readonly repository: string
  readonly tag: string
  readonly target: ManifestBytes
  /** Digest seen when the release decided; absent when the tag was not there. */
  readonly seen?: string
}

/** How a move ended: done, or not done because a newer release was there first. */
export type MoveOutcome =
  { readonly kind: 'moved' } | { readonly kind: 'overtaken'; readonly finding: Diagnostic }

const MOST_PUTS = 5

/**
 * Moves one tag and reads it back. Registries have no compare-and-swap, so it looks right before it writes, and writes
 * again when an older release wrote in between; when a newer one did, it leaves the tag alone.
 */
export async function moveTag(
  request: Pick<ReleaseRequest, 'manifest' | 'allowRewind'>,
  ports: Pick<ReleasePorts, 'registry' | 'isAncestor'>,
  move: TagMove
): Promise<MoveOutcome> {
  const { registry } = ports
  const wanted = move.target.descriptor.digest
  let seen = move.seen
  for (let puts = 0; puts < MOST_PUTS; puts += 1) {
    const now = (await registry.head(move.repository, move.tag))?.digest
    if (now === wanted) return { kind: 'moved' }
    if (now !== seen && now !== undefined && !(await isOlder(ports, move, request.allowRewind))) {
      return { kind: 'overtaken', finding: overtaken(request, move) }
    }
    seen = now
    // Between two tries minutes may go by: what somebody wrote meanwhile is looked at first.
    const again = async (): Promise<boolean> =>
      (await registry.head(move.repository, move.tag))?.digest === now
    const { descriptor, bytes } = move.target
    await registry.putManifest(move.repository, move.tag, descriptor.mediaType, bytes, again)
    if ((await registry.head(move.repository, move.tag))?.digest === wanted) return { kind: 'moved' }
  }
  throw new UnsettledError(
    `${move.repository}:${move.tag} was written ${String(MOST_PUTS)} times as ${wanted} and never read back as that`
  )
}

/** Whether what the tag points to now carries a commit that the target's descends from. */
async function isOlder(
  ports: Pick<ReleasePorts, 'registry' | 'isAncestor'>,
  move: TagMove,
  allowRewind: boolean
): Promise<boolean> {
  const current = await ports.registry.manifest(move.repository, move.tag)
  const carried = current === undefined ? undefined : commitOf(current)?.revision
  const revision = commitOf(move.target)?.revision
  if (carried === undefined || revision === undefined || allowRewind) return true
  return (await ports.isAncestor(carried, revision)) === true
}

function overtaken(request: Pick<ReleaseRequest, 'manifest'>, move: TagMove): Diagnostic {
  const message = `${move.repository}:${move.tag} was moved by another release while this one ran, and not backwards`
  const remedy = 'Let the other release finish; then run this one again if it is still wanted'
  return errorAt('R002', { file: request.manifest }, message, remedy)
}
