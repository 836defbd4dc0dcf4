import type { Log, Registry } from '../ports.js'
import { openGuard } from './clean-guard.js'
import type { Guard } from './clean-guard.js'
import type { CleanItem, CleanRepository } from './clean-types.js'

/** What deleting needs of the world. */
export interface CleanPorts {
  readonly registry: Pick<
    Registry,
    'tags' | 'head' | 'manifest' | 'putManifest' | 'deleteTag' | 'deleteManifest'
  >
  readonly log: Log
  /** Ends it between two deletions when it aborts. */
  readonly signal?: AbortSignal
}

/** What a deletion came to. */
export interface CleanOutcome {
  readonly deleted: readonly CleanItem[]
  /** Needed again since it was listed, with the reason. */
  readonly spared: readonly { readonly item: CleanItem; readonly why: string }[]
  /** Repositories whose registry deletes nothing in this way. */
  readonly unsupported: readonly string[]
  /** What was thrown; nothing was deleted after it. */
  readonly failure?: unknown
}

/** Items between two looks at all tags of a repository that has many; new ones are looked at before each deletion. */
const BATCH = 20

/**
 * Deletes what a plan says, one after the other, parents first and tags before manifests. Right before each deletion it
 * looks at the repository again: what a tag leads to meanwhile is left.
 */
export async function applyClean(
  repositories: readonly CleanRepository[],
  items: readonly CleanItem[],
  ports: CleanPorts
): Promise<CleanOutcome> {
  const deleted: CleanItem[] = []
  const spared: { item: CleanItem; why: string }[] = []
  const unsupported: string[] = []
  try {
    for (const repository of repositories) {
      const own = items.filter(item => item.repository === repository.repository)
      for (let at = 0; at < own.length && !unsupported.includes(repository.repository); at += BATCH) {
        const guard = await openGuard(repository, ports.registry)
        for (const item of own.slice(at, at + BATCH)) {
          ports.signal?.throwIfAborted()
          const end = await deleteOne(item, guard, ports)
          if (end === 'unsupported') {
            unsupported.push(repository.repository)
            break
          }
          if (end === 'deleted') deleted.push(item)
          else spared.push({ item, why: end.why })
        }
      }
    }
  } catch (failure) {
    return { deleted, spared, unsupported, failure }
  }
  return { deleted, spared, unsupported }
}

type Ended = 'deleted' | 'unsupported' | { readonly why: string }

async function deleteOne(item: CleanItem, guard: Guard, { registry, log }: CleanPorts): Promise<Ended> {
  const { repository, digest } = item
  const before = await guard.why(digest)
  if (before !== undefined) return { why: before }
  const taken: string[] = []
  for (const tag of item.tags) {
    if ((await registry.head(repository, tag))?.digest !== digest) {
      // Somebody took the tag for something else meanwhile: where it leads now has to be looked at.
      guard.removed(tag)
      continue
    }
    // A registry that takes no tags away takes them with the manifest.
    if ((await registry.deleteTag(repository, tag)) === 'unsupported') break
    guard.removed(tag)
    taken.push(tag)
  }
  const after = await guard.why(digest)
  if (after !== undefined) {
    await putBack(item, taken, registry)
    return { why: after }
  }
  if ((await registry.deleteManifest(repository, digest)) === 'unsupported') return 'unsupported'
  log.info(`${repository}: deleted ${[digest, ...item.tags].join(' ')}`)
  return 'deleted'
}

/** Whoever needs the digest again may count on its other tags too, since it saw them. */
async function putBack(
  { repository, digest }: CleanItem,
  tags: readonly string[],
  registry: CleanPorts['registry']
): Promise<void> {
  const manifest = tags.length === 0 ? undefined : await registry.manifest(repository, digest)
  if (manifest === undefined) return
  for (const tag of tags) {
    if ((await registry.head(repository, tag)) !== undefined) continue
    await registry.putManifest(repository, tag, manifest.descriptor.mediaType, manifest.bytes)
  }
}
