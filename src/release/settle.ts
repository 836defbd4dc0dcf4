import type { ManifestBytes } from '../ports.js'
import { commitOf } from './image-index.js'
import { moveTag, type TagMove } from './move.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'
import { releasedImages } from './released.js'
import type { ReleasePorts, ReleaseRequest, ReleaseTarget } from './types.js'
import { UnsettledError } from './unsettled.js'

/** Each further round means that yet another release ended in between. */
const MOST_ROUNDS = 8

/**
 * Settles a release that wrote something against others that ran at the same time. Every release puts its record before it
 * looks here, and looks again after whatever it wrote here, so of two releases at least one sees the last word of the
 * other: the newer one puts back what the older one overwrote after it, and the older one gives way to the newest record
 * that appeared since it began (`before` are the record's tags at that time).
 */
export async function settle(
  request: ReleaseRequest,
  ports: ReleasePorts,
  before: ReadonlySet<string>,
  moves: readonly TagMove[]
): Promise<void> {
  /** What this release has put under each tag; anything else there is of somebody else. */
  const written = moves.map(move => ({ move, digests: new Set([move.target.descriptor.digest]) }))
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const newer = await newerRecord(request, ports, before)
    let wrote = false
    for (const { move, digests } of written) {
      const now = (await ports.registry.head(move.repository, move.tag))?.digest
      const digest = newer === undefined ? move.target.descriptor.digest : newer.digestOf(move)
      const isOurs = now !== undefined && digests.has(now)
      if (digest === undefined || now === digest || (newer !== undefined && !isOurs)) continue
      const target =
        newer === undefined ? move.target : await ports.registry.manifest(move.repository, digest)
      if (target === undefined) continue
      // What is ours is given away whatever it carries: the newer release may have gone back to an older index.
      const seen = isOurs ? now : move.target.descriptor.digest
      digests.add(digest)
      const { allowRewind } = newer === undefined ? request : { allowRewind: false }
      const { kind } = await moveTag({ ...request, allowRewind }, ports, { ...move, target, seen })
      wrote ||= kind === 'moved'
    }
    if (!wrote) return
  }
  throw new UnsettledError(
    `other releases wrote to ${request.record} ${String(MOST_ROUNDS)} times while this one ended`
  )
}

/** Whether a tag that a release left alone, because it pointed to its target already, does so no more. */
export async function isDisplaced(
  { registry }: Pick<ReleasePorts, 'registry'>,
  targets: readonly ReleaseTarget[]
): Promise<boolean> {
  const left = targets.flatMap(({ image: { repository }, index: { descriptor }, tags }) =>
    tags
      .filter(({ current }) => current?.descriptor.digest === descriptor.digest)
      .map(({ tag }) => ({ repository, tag, digest: descriptor.digest }))
  )
  const moved = await inParallel(QUESTIONS_AT_ONCE, left, async ({ repository, tag, digest }) => {
    const now = await registry.head(repository, tag)
    return now?.digest !== digest
  })
  return moved.includes(true)
}

interface NewerRecord {
  readonly digestOf: (move: TagMove) => string | undefined
}

/** The newest record that appeared since `before` and whose commit descends from ours. */
async function newerRecord(
  request: ReleaseRequest,
  ports: ReleasePorts,
  before: ReadonlySet<string>
): Promise<NewerRecord | undefined> {
  let revision = request.commit.id
  let newest: ManifestBytes | undefined
  for (const tag of await ports.registry.tags(request.record)) {
    if (before.has(tag) || tag === 'latest' || revision.startsWith(tag)) continue
    const manifest = await ports.registry.manifest(request.record, tag)
    const carried = manifest === undefined ? undefined : commitOf(manifest)?.revision
    if (carried === undefined || (await ports.isAncestor(revision, carried)) !== true) continue
    revision = carried
    newest = manifest
  }
  if (newest === undefined) return undefined
  const { digest } = newest.descriptor
  const images = (await releasedImages(ports.registry, request.record, newest)) ?? []
  return {
    digestOf: ({ repository, tag }) =>
      repository === request.record
        ? digest
        : images.find(image => image.repository === repository && image.tags.includes(tag))?.digest
  }
}
