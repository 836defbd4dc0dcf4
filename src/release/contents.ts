import { isObject, objectIn } from '../keys/json.js'
import type { Descriptor, ManifestBytes } from '../ports.js'

/** Media type of a multi-platform index (OCI image specification). */
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'
/** Media type of a manifest (OCI image specification). */
export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

const PLATFORM_MANIFESTS = new Set([MANIFEST_TYPE, 'application/vnd.docker.distribution.manifest.v2+json'])

/** Whether it is the manifest of one platform and not an index. */
export function isPlatformManifest(manifest: ManifestBytes): boolean {
  return PLATFORM_MANIFESTS.has(manifest.descriptor.mediaType) && blobsOf(manifest).length > 0
}

/** Config and layers of a platform manifest, config first, each blob once; empty when they cannot be read. */
export function blobsOf(manifest: ManifestBytes): readonly Descriptor[] {
  const all = listedIn(manifest)
  if (!all.every(isDescriptor)) return []
  return [...new Map(all.map(blob => [blob.digest, blob])).values()]
}

/** Compressed bytes of a platform: its layers, as often as they are listed, and its config. */
export function compressedSize(manifest: ManifestBytes): number {
  return listedIn(manifest)
    .filter(isDescriptor)
    .reduce((sum, blob) => sum + blob.size, 0)
}

function listedIn({ bytes }: ManifestBytes): readonly unknown[] {
  const { config, layers } = documentOf(bytes)
  return [config, ...(Array.isArray(layers) ? (layers as readonly unknown[]) : [])]
}

/** The JSON object of a manifest; empty when it is none. */
export function documentOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  return objectIn(Buffer.from(bytes).toString('utf8')) ?? {}
}

/** Whether a value is a digest: `sha256:` and 64 hex digits. */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^sha256:[a-f0-9]{64}$/.test(value)
}

/** Whether a value is a descriptor (OCI image specification, "Content Descriptors"). */
export function isDescriptor(value: unknown): value is Descriptor {
  if (!isObject(value)) return false
  const { digest, size, mediaType } = value
  return isDigest(digest) && typeof mediaType === 'string' && Number.isSafeInteger(size)
}
