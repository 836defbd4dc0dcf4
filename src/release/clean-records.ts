import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { ManifestBytes, Registry } from '../ports.js'
import { readArtifact } from './artifact.js'
import { isDigest, isObject } from './contents.js'
import { inParallel } from './parallel.js'
import { RECORD_TYPE } from './record.js'

/** An image of a release record: where it was public, and what its platforms were built as. */
export interface ReleasedImage {
  readonly name: string
  readonly repository: string
  /** Digest of its index. */
  readonly digest: string
  readonly platforms: Readonly<Record<string, { readonly digest: string; readonly key: string }>>
}

/** All release records that can be read. */
export interface Records {
  /** Of the newest release; undefined when nothing was released yet. */
  readonly latest?: readonly ReleasedImage[]
  readonly all: readonly ReleasedImage[]
  /** Why the newest one cannot be read, each a sentence. */
  readonly problems: readonly string[]
}

const AT_ONCE = 8

/** Reads the release records: the newest one has to be readable, of older ones only what is said for certain counts. */
export async function readRecords(registry: Registry, repository: string): Promise<Records> {
  const tags = [...(await registry.tags(repository))].sort(byCodeUnit)
  const byDigest = new Map<string, Promise<readonly ReleasedImage[] | undefined>>()
  const read = await inParallel(AT_ONCE, tags, async tag => {
    const manifest = await registry.manifest(repository, tag)
    if (manifest === undefined) return { tag, images: undefined }
    const { digest } = manifest.descriptor
    const images = byDigest.get(digest) ?? imagesOf(registry, repository, manifest)
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

async function imagesOf(
  registry: Registry,
  repository: string,
  manifest: ManifestBytes
): Promise<readonly ReleasedImage[] | undefined> {
  const images = (await readArtifact(registry, repository, manifest, RECORD_TYPE))?.['images']
  if (!isObject(images)) return undefined
  const read = Object.entries(images).map(([name, value]) => releasedImage(name, value))
  return read.includes(undefined) ? undefined : read.filter(image => image !== undefined)
}

function releasedImage(name: string, value: unknown): ReleasedImage | undefined {
  if (!isObject(value)) return undefined
  const { repository, digest, platforms } = value
  if (typeof repository !== 'string' || !isDigest(digest) || !isObject(platforms)) return undefined
  const read: Record<string, { readonly digest: string; readonly key: string }> = {}
  for (const [platform, each] of Object.entries(platforms)) {
    if (!isObject(each) || !isDigest(each['digest']) || typeof each['key'] !== 'string') return undefined
    read[platform] = { digest: each['digest'], key: each['key'] }
  }
  return { name, repository, digest, platforms: read }
}
