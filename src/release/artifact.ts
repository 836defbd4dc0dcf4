import { canonicalJson, digestOf } from '../keys/canonical.js'
import { isObject } from '../keys/json.js'
import type { Json } from '../keys/canonical.js'
import type { ManifestBytes, Registry } from '../ports.js'
import { documentOf, MANIFEST_TYPE } from './contents.js'
import { manifestBytes } from './image-index.js'

/** A JSON document as an OCI artifact (OCI image specification, "Guidelines for Artifact Usage"). */
export interface Artifact {
  /** The document in canonical form. */
  readonly content: Uint8Array
  readonly manifest: ManifestBytes
}

/** Annotations of the manifest and of its one layer. */
export interface ArtifactTexts {
  readonly manifest: Readonly<Record<string, string>>
  readonly layer: Readonly<Record<string, string>>
}

const EMPTY = Buffer.from('{}')

/** Makes an artifact of a type, which is also that of its layer; equal documents give equal bytes. */
export function artifactOf(type: string, document: Json, texts?: ArtifactTexts): Artifact {
  const content = Buffer.from(canonicalJson(document))
  const layer = { mediaType: type, digest: digestOf(content), size: content.length }
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: type,
    config: {
      mediaType: 'application/vnd.oci.empty.v1+json',
      digest: digestOf(EMPTY),
      size: EMPTY.length
    }
  }
  if (texts === undefined) return { content, manifest: manifestBytes({ ...manifest, layers: [layer] }) }
  const layers = [{ ...layer, annotations: texts.layer }]
  return { content, manifest: manifestBytes({ ...manifest, layers, annotations: texts.manifest }) }
}

/** Uploads what the manifest of an artifact names; the manifest is put under tags afterwards. */
export async function putArtifactBlobs(
  registry: Registry,
  repository: string,
  content: Uint8Array
): Promise<void> {
  await registry.putBlob(repository, EMPTY)
  await registry.putBlob(repository, content)
}

/** The document of an artifact that lies in a registry; undefined when it is none of this type, empty when it is gone. */
export async function readArtifact(
  registry: Registry,
  repository: string,
  manifest: ManifestBytes,
  type: string
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { artifactType, layers } = documentOf(manifest.bytes)
  const layer: unknown = Array.isArray(layers) ? layers[0] : undefined
  if (artifactType !== type || !isObject(layer) || typeof layer['digest'] !== 'string') return undefined
  return documentOf((await registry.blob(repository, layer['digest'])) ?? new Uint8Array())
}
