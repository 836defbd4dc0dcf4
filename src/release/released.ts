import { isObject, isTexts } from '../keys/json.js'
import type { ManifestBytes, Registry } from '../ports.js'
import { readArtifact } from './artifact.js'
import { isDigest } from './contents.js'
import { RECORD_TYPE } from './record.js'

/** What a release record says of one platform: the same as the tags of staging say of a build (build/staging.ts). */
export interface ReleasedPlatform {
  readonly digest: string
  readonly key: string
  /** Trace key: own inputs and the parents that it was really built on; absent in records of before it was recorded. */
  readonly trace?: string
  /** Hash of the digest and of the smoke test that passed on it; absent where there was none. */
  readonly test?: string
  /** Compressed bytes; absent in records of before they were recorded. */
  readonly bytes?: number
}

/** An image of a release record: where it was public, and what its platforms were built as. */
export interface ReleasedImage {
  readonly name: string
  readonly repository: string
  /** The tags of the release, and the digest of the index that they were put on. */
  readonly tags: readonly string[]
  readonly digest: string
  readonly platforms: Readonly<Record<string, ReleasedPlatform>>
}

/** The images of a record; undefined when it is no record that can be read whole. */
export async function releasedImages(
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
  const { repository, tags, digest, platforms } = value
  if (typeof repository !== 'string' || !isTexts(tags)) return undefined
  if (!isDigest(digest) || !isObject(platforms)) return undefined
  const read: Record<string, ReleasedPlatform> = {}
  for (const [platform, each] of Object.entries(platforms)) {
    if (!isObject(each) || !isDigest(each['digest']) || typeof each['key'] !== 'string') return undefined
    const { trace, test, bytes } = each
    read[platform] = {
      digest: each['digest'],
      key: each['key'],
      ...(typeof trace === 'string' ? { trace } : {}),
      ...(typeof test === 'string' ? { test } : {}),
      ...(typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? { bytes } : {})
    }
  }
  return { name, repository, tags, digest, platforms: read }
}
