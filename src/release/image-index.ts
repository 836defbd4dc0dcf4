import { canonicalJson, digestOf, sha256, type Json } from '../keys/canonical.js'
import { isObject } from '../keys/json.js'
import type { ManifestBytes } from '../ports.js'
import { documentOf, INDEX_TYPE, isDescriptor } from './contents.js'
import type { ReleaseImage, ReleaseTexts, StagedPlatform } from './types.js'

/** Annotation of an index and of a release record with the commit it was released from (OCI image specification). */
export const REVISION = 'org.opencontainers.image.revision'
/** Annotation with that commit's time, ISO 8601 in UTC. */
export const CREATED = 'org.opencontainers.image.created'

const VERSION = 'org.opencontainers.image.version'
const OF_COMMIT = new Set([REVISION, CREATED, VERSION])
const KEY = 'dev.base-images.key'
const KEYS = 'dev.base-images.keys'
const DEPRECATED = 'dev.base-images.deprecated'
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** A commit by full id and ISO time, as an index carries it. */
export interface CarriedCommit {
  readonly revision: string
  readonly created: string
}

/**
 * The index of an image: its platform manifests in order of platform, with the annotations that say what it is and which
 * commit it comes from. Equal arguments give equal bytes.
 */
export function indexOf(
  image: ReleaseImage,
  staged: readonly StagedPlatform[],
  commit: CarriedCommit
): ManifestBytes {
  const keys = Object.fromEntries(staged.map(({ platform, key }) => [platform, key]))
  return manifestBytes({
    schemaVersion: 2,
    mediaType: INDEX_TYPE,
    manifests: staged.map(({ platform, key, manifest }) => ({
      mediaType: manifest.descriptor.mediaType,
      digest: manifest.descriptor.digest,
      size: manifest.descriptor.size,
      platform: platformObject(platform),
      annotations: { [KEY]: key }
    })),
    annotations: {
      ...textAnnotations(image.texts),
      [KEYS]: sha256(canonicalJson(keys)),
      [REVISION]: commit.revision,
      [CREATED]: commit.created,
      [VERSION]: `${dayOf(commit)}-${commit.revision.slice(0, 12)}`
    }
  })
}

/** Digest of the platform manifest that an index lists for a platform with this key; undefined when it lists none. */
export function digestOfKey(index: ManifestBytes, platform: string, key: string): string | undefined {
  const { manifests } = documentOf(index.bytes)
  const listed = Array.isArray(manifests) ? (manifests as readonly unknown[]).filter(isDescriptor) : []
  const wanted = platformObject(platform)
  return listed.find(
    ({ annotations, platform: has }) =>
      annotations?.[KEY] === key &&
      has?.os === wanted['os'] &&
      has?.architecture === wanted['architecture'] &&
      has?.variant === wanted['variant']
  )?.digest
}

/** A commit as it is carried; `time` is in seconds since the epoch. */
export function carriedCommit(commit: { readonly id: string; readonly time: number }): CarriedCommit {
  return { revision: commit.id, created: new Date(commit.time * 1000).toISOString().replace(/\.\d+Z$/, 'Z') }
}

/** The commit that an index carries; undefined when it carries none or something that is no commit. */
export function commitOf(manifest: ManifestBytes): CarriedCommit | undefined {
  const { annotations } = documentOf(manifest.bytes)
  if (!isObject(annotations)) return undefined
  const revision = annotations[REVISION]
  const created = annotations[CREATED]
  if (typeof revision !== 'string' || !COMMIT.test(revision)) return undefined
  return { revision, created: typeof created === 'string' && TIME.test(created) ? created : '' }
}

/** Whether two indexes differ in nothing but the commit they carry. */
export function sameButCommit(a: ManifestBytes, b: ManifestBytes): boolean {
  return a.descriptor.digest === b.descriptor.digest || withoutCommit(a) === withoutCommit(b)
}

/** Day of a commit in UTC, such as `2026-11-22`. */
export function dayOf(commit: CarriedCommit): string {
  return commit.created.slice(0, 10)
}

/** Canonical bytes of a manifest or index with their descriptor. */
export function manifestBytes(
  document: { readonly mediaType: string } & { readonly [key: string]: Json }
): ManifestBytes {
  const bytes = Buffer.from(canonicalJson(document))
  return {
    descriptor: { mediaType: document.mediaType, digest: digestOf(bytes), size: bytes.length },
    bytes
  }
}

function withoutCommit(manifest: ManifestBytes): string {
  const document = documentOf(manifest.bytes)
  const annotations = isObject(document['annotations']) ? document['annotations'] : {}
  const lasting = Object.entries(annotations).filter(([name]) => !OF_COMMIT.has(name))
  return canonicalJson({ ...document, annotations: Object.fromEntries(lasting) } as Json)
}

function textAnnotations(texts: ReleaseTexts): Readonly<Record<string, string>> {
  const { title, description, licenses, source, deprecated } = texts
  const named = { title, description, licenses, source }
  return {
    ...Object.fromEntries(
      Object.entries(named).flatMap(([name, text]) =>
        text === undefined ? [] : [[`org.opencontainers.image.${name}`, text] as const]
      )
    ),
    ...(deprecated === undefined ? {} : { [DEPRECATED]: deprecated })
  }
}

function platformObject(platform: string): { readonly [key: string]: string } {
  const [os = '', architecture = '', variant] = platform.split('/')
  return { os, architecture, ...(variant === undefined ? {} : { variant }) }
}
