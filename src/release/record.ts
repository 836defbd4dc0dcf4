import { canonicalJson, sha256 } from '../keys/canonical.js'
import type { ManifestBytes, Registry } from '../ports.js'
import { documentOf, isObject, MANIFEST_TYPE } from './contents.js'
import { carriedCommit, CREATED, manifestBytes, REVISION } from './image-index.js'
import type { ReleaseRequest, ReleaseTarget } from './types.js'

/** Artifact and layer type of a release record. */
export const RECORD_TYPE = 'application/vnd.base-images.release.v1+json'

/** A release record: what one commit made public. `digests` is the canonical JSON of `digests.json`. */
export interface ReleaseRecord {
  readonly digests: Uint8Array
  readonly manifest: ManifestBytes
  /** Tag of this very record: the commit's first 12 digits. */
  readonly tag: string
}

/** Where a record says an image's tags point. */
export interface RecordedImage {
  readonly repository: string
  readonly tags: readonly string[]
  readonly digest: string
}

const EMPTY = Buffer.from('{}')
const EMPTY_CONFIG = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: `sha256:${sha256(EMPTY)}`,
  size: EMPTY.length
}

/** Makes the record of a release as an OCI artifact; equal releases give equal bytes. */
export function recordOf(request: ReleaseRequest, targets: readonly ReleaseTarget[]): ReleaseRecord {
  const commit = carriedCommit(request.commit)
  const images = Object.fromEntries(targets.map(target => [target.image.name, recordedImage(target)]))
  const text = canonicalJson({ version: 1, commit: commit.revision, time: commit.created, images })
  const digests = Buffer.from(text)
  const manifest = manifestBytes({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: RECORD_TYPE,
    config: EMPTY_CONFIG,
    layers: [
      {
        mediaType: RECORD_TYPE,
        digest: `sha256:${sha256(digests)}`,
        size: digests.length,
        annotations: { 'org.opencontainers.image.title': 'digests.json' }
      }
    ],
    annotations: { [REVISION]: commit.revision, [CREATED]: commit.created }
  })
  return { digests, manifest, tag: commit.revision.slice(0, 12) }
}

/** Uploads a record's blobs; its manifest is put under tags afterwards. */
export async function putRecordBlobs(
  registry: Registry,
  repository: string,
  record: ReleaseRecord
): Promise<void> {
  await registry.putBlob(repository, EMPTY)
  await registry.putBlob(repository, record.digests)
}

/** The images of a record that lies in a registry; empty when it is no record. */
export async function readRecord(
  registry: Registry,
  repository: string,
  manifest: ManifestBytes
): Promise<readonly RecordedImage[]> {
  const { artifactType, layers } = documentOf(manifest.bytes)
  const layer: unknown = Array.isArray(layers) ? layers[0] : undefined
  if (artifactType !== RECORD_TYPE || !isObject(layer) || typeof layer['digest'] !== 'string') return []
  const bytes = await registry.blob(repository, layer['digest'])
  const { images } = documentOf(bytes ?? new Uint8Array())
  return isObject(images) ? Object.values(images).filter(isRecordedImage) : []
}

function recordedImage(target: ReleaseTarget) {
  return {
    repository: target.image.repository,
    tags: target.tags.map(({ tag }) => tag).sort(),
    digest: target.index.descriptor.digest,
    platforms: Object.fromEntries(
      target.staged.map(({ platform, key, manifest }) => [
        platform,
        { digest: manifest.descriptor.digest, key }
      ])
    )
  }
}

function isRecordedImage(value: unknown): value is RecordedImage {
  if (!isObject(value)) return false
  const { repository, tags, digest } = value
  return (
    typeof repository === 'string' &&
    typeof digest === 'string' &&
    Array.isArray(tags) &&
    tags.every(tag => typeof tag === 'string')
  )
}
