import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Registry } from '../ports.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'
import { releasedImages } from './released.js'
import type { ReleasedImage } from './released.js'

/** All release records that can be read. */
export interface Records {
  /** Of the newest release; undefined when nothing was released yet. */
  readonly latest?: readonly ReleasedImage[]
  readonly all: readonly ReleasedImage[]
  /** Why the newest one cannot be read, each a sentence. */
  readonly problems: readonly string[]
}

/** Reads the release records: the newest one has to be readable, of older ones only what is said for certain counts. */
export async function readRecords(registry: Registry, repository: string): Promise<Records> {
  const tags = [...(await registry.tags(repository))].sort(byCodeUnit)
  const byDigest = new Map<string, Promise<readonly ReleasedImage[] | undefined>>()
  const read = await inParallel(QUESTIONS_AT_ONCE, tags, async tag => {
    const manifest = await registry.manifest(repository, tag)
    if (manifest === undefined) return { tag, images: undefined }
    const { digest } = manifest.descriptor
    const images = byDigest.get(digest) ?? releasedImages(registry, repository, manifest)
    byDigest.set(digest, images)
    return { tag, images: await images }
  })
  const latest = read.find(each => each.tag === 'latest')
  const unreadable = latest !== undefined && latest.images === undefined
  return {
    ...(latest?.images === undefined ? {} : { latest: latest.images }),
    all: read.flatMap(each => each.images ?? []),
    problems: unreadable ? [`${repository}:latest is no release record that can be read`] : []
  }
}
