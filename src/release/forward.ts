import { errorAt, warningAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import type { ManifestBytes } from '../ports.js'
import { commitOf } from './image-index.js'
import type { ReleasePorts, ReleaseRequest } from './types.js'

/** A tag that is about to move. */
export interface Move {
  /** In full, such as `ghcr.io/acme/python-base:latest`. */
  readonly reference: string
  /** What it points to now; absent when it is new. */
  readonly current?: ManifestBytes
  /** Commit it is to carry. */
  readonly revision: string
}

/**
 * The rule of public tags: a tag moves only to a commit that descends from the one it carries. Returns nothing when the
 * move is fine, a warning when the tag carries no commit or rewinding is allowed, otherwise an error.
 */
export async function checkForward(
  request: Pick<ReleaseRequest, 'manifest' | 'allowRewind'>,
  ports: Pick<ReleasePorts, 'isAncestor'>,
  move: Move
): Promise<readonly Diagnostic[]> {
  const place = { file: request.manifest }
  if (move.current === undefined) return []
  const carried = commitOf(move.current)?.revision
  if (carried === undefined) {
    const message = `${move.reference} carries no commit, so nobody can tell whether it moves forward`
    return [warningAt('R002', place, message, 'None needed: from now on it carries one')]
  }
  const forward = await ports.isAncestor(carried, move.revision)
  if (forward === true) return []
  const relation =
    forward === undefined
      ? 'a commit that is not known here'
      : `which ${short(move.revision)} does not descend from`
  const message = `${move.reference} carries ${short(carried)}, ${relation}`
  if (request.allowRewind)
    return [warningAt('R002', place, message, 'None: rewinding was allowed for this run')]
  return [errorAt('R002', place, `${message}; nothing was moved`, remedyFor(forward))]
}

function remedyFor(forward: boolean | undefined): string {
  return forward === undefined
    ? 'Fetch the full history (fetch-depth: 0), or allow the rewind with --allow-rewind if history was rewritten'
    : 'Release the newer commit, or go back on purpose with --allow-rewind'
}

function short(commit: string): string {
  return commit.slice(0, 12)
}
