import type { Targets } from '../build/targets.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Log, ManifestBytes, Registry } from '../ports.js'
import { isPlatformManifest } from '../release/contents.js'
import { digestOfKey } from '../release/image-index.js'
import { releasedImages } from '../release/released.js'
import type { ReleasedImage } from '../release/released.js'
import { readingWhatItMay } from './readable.js'

/** A build that is public, with what the release record says of it. */
export interface PublishedBuild {
  /** The public repository that holds it. */
  readonly repository: string
  readonly manifest: ManifestBytes
  /** Trace key (64 hex): own inputs and the parents that it was really built on. */
  readonly trace: string
  /** Hash of the digest and of the smoke test that passed on it; absent where there was none. */
  readonly test?: string
}

/**
 * The public build of an image on a platform that has exactly this key; undefined when there is none that can be
 * proven.
 */
export type PublishedBuilds = (
  image: string,
  platform: string,
  key: string
) => Promise<PublishedBuild | undefined>

/** The images of the newest release record by name; empty where there is none that can be read. */
export type NewestRelease = () => Promise<ReadonlyMap<string, ReleasedImage>>

/** Opens the newest release record of a repository; it is read once, when first asked for. */
export function openNewest(registry: Registry, record: string, log: Log): NewestRelease {
  let newest: ReturnType<NewestRelease> | undefined
  return () => (newest ??= newestRelease(readingWhatItMay(registry, log), record))
}

/**
 * Opens the view of what the newest release made public, for when staging has lost it. The release record says what the
 * tags of staging said, of a set that was checked as one; it names the index by digest, so where tags point now does not
 * matter. The index in the image's own repository has to carry the same key. Whatever cannot be read or does not agree
 * counts as not there.
 */
export function openPublished(
  registry: Registry,
  targets: Targets,
  snapshot: Snapshot,
  log: Log,
  newest: NewestRelease = openNewest(registry, targets.record, log)
): PublishedBuilds {
  const reader = readingWhatItMay(registry, log)
  return async (name, platform, key) => {
    const released = (await newest()).get(name)
    const spec = snapshot.images.get(name)?.spec
    const said = released?.platforms[platform]
    if (released === undefined || spec === undefined || said?.trace === undefined || said.key !== key)
      return undefined
    const repository = targets.published(spec.repository)
    if (released.repository !== repository) return undefined
    const index = await reader.manifest(repository, released.digest)
    if (index === undefined || digestOfKey(index, platform, key) !== said.digest) return undefined
    const manifest = await reader.manifest(repository, said.digest)
    if (manifest === undefined || !isPlatformManifest(manifest)) return undefined
    const { trace, test } = said
    return { repository, manifest, trace, ...(test === undefined ? {} : { test }) }
  }
}

async function newestRelease(
  registry: Registry,
  repository: string
): Promise<ReadonlyMap<string, ReleasedImage>> {
  const record = await registry.manifest(repository, 'latest')
  const images = record && (await releasedImages(registry, repository, record))
  return new Map((images ?? []).map(image => [image.name, image]))
}
