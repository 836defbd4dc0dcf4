import type { Registry } from '../ports.js'
import { blobsOf } from '../release/contents.js'
import type { PublishedBuild } from './published.js'

/** Public builds that stand in for what staging has lost, where nothing may be written. */
export interface Lending {
  /** The registry as if the builds were in staging under their tags. */
  readonly registry: Registry
  readonly putBack: (build: PublishedBuild, tags: readonly string[]) => Promise<void>
  /** The repository that really holds a manifest: a public one, or staging. */
  readonly repositoryOf: (digest: string) => string
}

/** Opens a view of a registry in which public builds can be lent to staging. */
export function lending(registry: Registry, staging: string): Lending {
  const tags = new Map<string, string>()
  const builds = new Map<string, PublishedBuild>()
  const blobs = new Map<string, string>()
  const lent = (repository: string, reference: string): PublishedBuild | undefined =>
    repository === staging ? builds.get(tags.get(reference) ?? reference) : undefined
  return {
    registry: {
      ...registry,
      head: async (repository, reference) =>
        lent(repository, reference)?.manifest.descriptor ?? registry.head(repository, reference),
      manifest: async (repository, reference) =>
        lent(repository, reference)?.manifest ?? registry.manifest(repository, reference),
      blob: (repository, digest) =>
        registry.blob((repository === staging ? blobs.get(digest) : undefined) ?? repository, digest)
    },
    putBack: (build, names) => {
      const { digest } = build.manifest.descriptor
      builds.set(digest, build)
      for (const name of names) tags.set(name, digest)
      for (const blob of blobsOf(build.manifest)) blobs.set(blob.digest, build.repository)
      return Promise.resolve()
    },
    repositoryOf: digest => builds.get(digest)?.repository ?? staging
  }
}
