import { byCodeUnit } from '../diagnostics/code-unit.js'
import { sha256 } from '../keys/canonical.js'
import { isObject, isTexts } from '../keys/json.js'
import type { Registry } from '../ports.js'
import { seenName } from './clean-plan.js'
import type { CleanItem, Seen, SeenUnneeded } from './clean-types.js'
import { artifactOf, putArtifactBlobs, readArtifact } from './artifact.js'

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

/** The tag in staging of the note about one manifest: two manifests must not take each other's images for gone. */
export function noteTag(manifest: string): string {
  return `clean-${sha256(manifest).slice(0, 12)}`
}

/** Reads the note; without a readable one nothing is remembered, which makes everything wait anew. */
export async function readNote(registry: Registry, staging: string, manifest: string): Promise<CleanNote> {
  const found = await registry.manifest(staging, noteTag(manifest))
  const document = found && (await readArtifact(registry, staging, found, NOTE_TYPE))
  if (
    document?.['manifest'] !== manifest ||
    !isObject(document['unneeded']) ||
    !isObject(document['images'])
  ) {
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
  const written = artifactOf(NOTE_TYPE, { version: 1, manifest, images: note.images, unneeded })
  const tag = noteTag(manifest)
  if ((await registry.head(staging, tag))?.digest === written.manifest.descriptor.digest) return
  await putArtifactBlobs(registry, staging, written.content)
  await registry.putManifest(staging, tag, written.manifest.descriptor.mediaType, written.manifest.bytes)
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
