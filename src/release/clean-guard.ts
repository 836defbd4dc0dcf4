import type { Registry } from '../ports.js'
import { readBelow } from './clean-inventory.js'
import { reach } from './clean-reach.js'
import type { CleanRepository, KnownManifest } from './clean-types.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'

/** Watches a repository while things are deleted from it. */
export interface Guard {
  /** Why a digest has to stay, by what tags lead to now; undefined when nothing speaks against its deletion. */
  readonly why: (digest: string) => Promise<string | undefined>
  /** Tells that a tag was taken away: when it comes back, somebody else wants it. */
  readonly removed: (tag: string) => void
}

/** Up to so many tags all of them are resolved at every look; above that, only those that are new. */
const FEW_TAGS = 100

/**
 * Looks at all tags of a repository anew; every later question looks again, where there are many tags for new ones only. A
 * tag that still names what it named when the plan was made changes nothing: the plan knew it.
 */
export async function openGuard(
  repository: CleanRepository,
  registry: Pick<Registry, 'tags' | 'head' | 'manifest'>
): Promise<Guard> {
  const expected = new Map(repository.tags)
  const manifests = new Map<string, KnownManifest>(repository.manifests)
  const seen = new Set<string>()
  const kept = new Map<string, string>()
  await look()
  return {
    why: async digest => {
      await look()
      return kept.get(digest)
    },
    removed: tag => {
      expected.delete(tag)
      seen.delete(tag)
    }
  }

  async function look(): Promise<void> {
    const tags = await registry.tags(repository.repository)
    if (tags.length <= FEW_TAGS) seen.clear()
    const fresh = tags.filter(tag => !seen.has(tag))
    const heads = await inParallel(QUESTIONS_AT_ONCE, fresh, tag => registry.head(repository.repository, tag))
    for (const [at, tag] of fresh.entries()) {
      const digest = heads[at]?.digest
      seen.add(tag)
      if (digest === undefined || expected.get(tag) === digest) continue
      const [problem] = await readBelow(registry, repository.repository, [digest], manifests)
      const below = problem === undefined ? reach(manifests.values(), [digest]) : manifests.keys()
      for (const each of below) kept.set(each, problem ?? `the tag ${tag} leads to it now`)
    }
  }
}
