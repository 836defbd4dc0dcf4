import type { Descriptor, ManifestBytes } from '../ports.js'
import { documentOf, isDescriptor } from './contents.js'
import type { KnownManifest } from './clean-types.js'

const MANIFESTS = /^application\/vnd\.(?:oci\.image\.(?:index|manifest)|docker\.distribution\.manifest)\b/

/**
 * Everything that these digests need: what an index lists and an artifact's subject, and what is attached to them
 * (attestations, signatures), over any number of steps. Digests that are not among `manifests` are in it too.
 */
export function reach(manifests: Iterable<KnownManifest>, roots: Iterable<string>): ReadonlySet<string> {
  const known = new Map<string, KnownManifest>()
  const attached = new Map<string, string[]>()
  for (const manifest of manifests) {
    known.set(manifest.digest, manifest)
    const { subject } = manifest
    if (subject !== undefined) attached.set(subject, [...(attached.get(subject) ?? []), manifest.digest])
  }
  const reached = new Set<string>()
  const open = [...roots]
  for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
    if (reached.has(digest)) continue
    reached.add(digest)
    open.push(...(known.get(digest)?.names ?? []), ...(attached.get(digest) ?? []))
  }
  return reached
}

/**
 * Reads what a manifest or index names; undefined when it cannot be read for certain, and then nobody can say what it
 * keeps. An index of BuildKit's layer cache lists layers: those count as blobs.
 */
export function knownManifest({ descriptor, bytes }: ManifestBytes): KnownManifest | undefined {
  const document = documentOf(bytes)
  const { manifests = [], config, layers = [], blobs = [], subject } = document
  const lists = [manifests, layers, blobs, config === undefined ? [] : [config]]
  const below = subject === undefined ? [] : [subject]
  if (Object.keys(document).length === 0 || ![...lists, below].every(isDescriptors)) return undefined
  const [listed = [], ...contents] = lists as (readonly Descriptor[])[]
  const images = listed.filter(each => MANIFESTS.test(each.mediaType))
  const others = [...contents.flat(), ...listed.filter(each => !images.includes(each))]
  const own = below.filter(isDescriptor)[0]?.digest
  return {
    digest: descriptor.digest,
    size: bytes.length,
    blobs: [...new Map(others.map(({ digest, size }) => [digest, { digest, size }])).values()],
    names: [...images.map(each => each.digest), ...(own === undefined ? [] : [own])],
    ...(own === undefined ? {} : { subject: own })
  }
}

function isDescriptors(value: unknown): value is readonly Descriptor[] {
  return Array.isArray(value) && value.every(isDescriptor)
}
