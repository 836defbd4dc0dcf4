import { byCodeUnit } from '../diagnostics/code-unit.js'
import { canonicalJson, sha256 } from '../keys/canonical.js'
import type { Registry } from '../ports.js'
import { seenName } from './clean-plan.js'
import type { CleanItem, Seen, SeenUnneeded } from './clean-types.js'
import { documentOf, isObject, MANIFEST_TYPE } from './contents.js'
import { manifestBytes } from './image-index.js'

/** Artifact and layer type of the note that cleaning keeps. */
export const NOTE_TYPE = 'application/vnd.base-images.clean.v1+json'

/**
 * What cleaning remembers from run to run: since when something is unneeded, which no registry tells, and which images
 * the manifest had. Builds hold a fixed time, so that equal inputs give equal bytes; a manifest has no other age.
 */
export interface CleanNote {
  readonly seen: Seen
  /** Platforms by image. */
  readonly images: Readonly<Record<string, readonly string[]>>
}

const NO_NOTE: CleanNote = { seen: new Map(), images: {} }
const EMPTY = Buffer.from('{}')

/** The tag in staging of the note about one manifest: two manifests must not take each other's images for gone. */
export function noteTag(manifest: string): string {
  return `clean-${sha256(manifest).slice(0, 12)}`
}

/** Reads the note; without a readable one nothing is remembered, which makes everything wait anew. */
export async function readNote(registry: Registry, staging: string, manifest: string): Promise<CleanNote> {
  const found = await registry.manifest(staging, noteTag(manifest))
  const { artifactType, layers } = documentOf(found?.bytes ?? new Uint8Array())
  const layer: unknown = Array.isArray(layers) ? layers[0] : undefined
  if (artifactType !== NOTE_TYPE || !isObject(layer) || typeof layer['digest'] !== 'string') return NO_NOTE
  const bytes = await registry.blob(staging, layer['digest'])
  const document = documentOf(bytes ?? new Uint8Array())
  if (document['manifest'] !== manifest || !isObject(document['unneeded']) || !isObject(document['images'])) {
    return NO_NOTE
  }
  const seen = Object.entries(document['unneeded']).flatMap(([name, value]) => {
    const entry = seenUnneeded(value)
    return entry === undefined ? [] : [[name, entry] as const]
  })
  const images = Object.entries(document['images']).flatMap(([name, platforms]) =>
    isTexts(platforms) ? [[name, platforms] as const] : []
  )
  return { seen: new Map(seen), images: Object.fromEntries(images) }
}

/** Writes the note when it differs from what is there. */
export async function writeNote(
  registry: Registry,
  staging: string,
  manifest: string,
  note: CleanNote
): Promise<void> {
  const unneeded = Object.fromEntries(
    [...note.seen].map(([name, { since, tags }]) => [name, { since: new Date(since).toISOString(), tags }])
  )
  const text = Buffer.from(canonicalJson({ version: 1, manifest, images: note.images, unneeded }))
  const document = manifestBytes({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: NOTE_TYPE,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(EMPTY), size: EMPTY.length },
    layers: [{ mediaType: NOTE_TYPE, digest: digestOf(text), size: text.length }]
  })
  const tag = noteTag(manifest)
  if ((await registry.head(staging, tag))?.digest === document.descriptor.digest) return
  await registry.putBlob(staging, EMPTY)
  await registry.putBlob(staging, text)
  await registry.putManifest(staging, tag, MANIFEST_TYPE, document.bytes)
}

/** What is to be remembered of what is unneeded and still there. */
export function seenOf(items: readonly CleanItem[]): Seen {
  return new Map(
    items
      .map(({ repository, digest, since, tags }) => [seenName(repository, digest), { since, tags }] as const)
      .sort(([a], [b]) => byCodeUnit(a, b))
  )
}

/** The digests of a repository that were seen unneeded before: they may lie there without a tag. */
export function seenIn(seen: Seen, repository: string): readonly string[] {
  const start = seenName(repository, '')
  return [...seen.keys()].filter(name => name.startsWith(start)).map(name => name.slice(start.length))
}

function seenUnneeded(value: unknown): SeenUnneeded | undefined {
  if (!isObject(value) || typeof value['since'] !== 'string' || !isTexts(value['tags'])) return undefined
  const since = Date.parse(value['since'])
  return Number.isNaN(since) ? undefined : { since, tags: value['tags'] }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string')
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${sha256(bytes)}`
}
