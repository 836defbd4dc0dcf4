import type { Manifest } from '../manifest/types.js'

/** Where a run reads and writes: repositories without tags. */
export interface Targets {
  /** Builds by key; parents are handed over from here. */
  readonly staging: string
  /** Layer cache. */
  readonly cache: string
  /** Release record. */
  readonly record: string
  /** The public repository of an image. */
  readonly published: (repository: string) => string
}

/**
 * The repositories of a run. `override` (such as `127.0.0.1:5000/acme`) stands in for the manifest's registry, for a
 * rehearsal or a mirror: what lies under the manifest's registry keeps its path below it, everything else is put there
 * with its whole path, so that nothing is written to a place the user did not name. `repository` is the name of the git
 * repository, for the default names of design §3.
 */
export function targetsOf(manifest: Manifest, repository: string, override?: string): Targets {
  const published = (name: string): string => moved(name, manifest.registry, override)
  const own = (name: string | undefined, suffix: string): string =>
    published(name ?? `${manifest.registry}/${repository}-${suffix}`)
  return {
    staging: own(manifest.staging, 'build'),
    cache: own(manifest.cache, 'cache'),
    record: own(manifest.record, 'record'),
    published
  }
}

function moved(repository: string, registry: string, override: string | undefined): string {
  if (override === undefined) return repository
  const below = repository.startsWith(`${registry}/`)
    ? repository.slice(registry.length + 1)
    : repository.slice(repository.indexOf('/') + 1)
  return `${override}/${below}`
}

/**
 * The name of the git repository as it can stand in a registry: the last part of `owner/name` or of the remote's URL, in
 * lower case; `images` when nothing usable is left.
 */
export function repositoryName(slugOrUrl: string): string {
  const last =
    slugOrUrl
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .split(/[/:]/)
      .at(-1) ?? ''
  const name = last
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .replace(/[._-]{2,}/g, '-')
  return name === '' ? 'images' : name
}
