import type { ManifestBytes } from '../ports.js'
import { commitOf } from './image-index.js'
import { moveTag, type TagMove } from './move.js'
import { inParallel } from './parallel.js'
import { readRecord } from './record.js'
import type { ReleasePorts, ReleaseRequest, ReleaseTarget } from './types.js'

const TAGS_AT_ONCE = 8

/**
 * Settles a release that wrote something against another one that ran at the same time. Every release puts its record
 * before it looks here a last time, so of two releases at least one sees the other: the newer one puts back what the
 * older one overwrote after it, and the older one gives way to a newer record that appeared since it began (`before` are
 * the record's tags at that time). Returns the tags that were given to a newer release.
 */
export async function settle(
  request: ReleaseRequest,
  ports: ReleasePorts,
  before: ReadonlySet<string>,
  moves: readonly TagMove[]
): Promise<readonly string[]> {
  const given: string[] = []
  const newer = await newerRecord(request, ports, before)
  for (const move of moves) {
    const now = await ports.registry.head(move.repository, move.tag)
    const ours = move.target.descriptor.digest
    if (newer === undefined) {
      if (now?.digest !== ours) await moveTag(request, ports, { ...move, seen: ours })
      continue
    }
    const digest = newer.digestOf(move)
    if (digest === undefined || now?.digest !== ours || digest === ours) continue
    const replacement = await ports.registry.manifest(move.repository, digest)
    if (replacement === undefined) continue
    await moveTag({ ...request, allowRewind: false }, ports, { ...move, target: replacement, seen: ours })
    given.push(`${move.repository}:${move.tag}`)
  }
  return given
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
  const moved = await inParallel(TAGS_AT_ONCE, left, async ({ repository, tag, digest }) => {
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
  const images = await readRecord(ports.registry, request.record, newest)
  return {
    digestOf: ({ repository, tag }) =>
      repository === request.record
        ? digest
        : images.find(image => image.repository === repository && image.tags.includes(tag))?.digest
  }
}
