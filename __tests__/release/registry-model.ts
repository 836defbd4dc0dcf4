import { createHash } from 'node:crypto'
import type { Descriptor, ManifestBytes, Registry } from '../../src/ports.js'
import { documentOf } from '../../src/release/contents.js'

/** A registry in memory: tags that anybody can put anywhere, content by digest, and nothing that compares before it writes. */
export interface RegistryModel {
  readonly registry: Registry
  /** Where every tag points: `repository:tag` → digest. */
  readonly view: () => Readonly<Record<string, string>>
  /** A manifest or index by tag or digest. */
  readonly manifest: (repository: string, digest: string) => ManifestBytes | undefined
  readonly blob: (repository: string, digest: string) => Uint8Array | undefined
  /** A copy that goes its own way. */
  readonly copy: () => RegistryModel
}

interface Repository {
  readonly tags: Map<string, string>
  readonly manifests: Map<string, ManifestBytes>
  readonly blobs: Map<string, Uint8Array>
}

/**
 * The part of the OCI distribution specification that a release uses. That it does what a real registry does is shown by
 * the same schedules on both (interleaving.test.ts).
 */
export function registryModel(repositories: ReadonlyMap<string, Repository> = new Map()): RegistryModel {
  const all = new Map(
    [...repositories].map(([name, { tags, manifests, blobs }]) => [
      name,
      { tags: new Map(tags), manifests: new Map(manifests), blobs: new Map(blobs) }
    ])
  )
  const open = (name: string): Repository => {
    const found = all.get(name) ?? { tags: new Map(), manifests: new Map(), blobs: new Map() }
    all.set(name, found)
    return found
  }
  const find = (name: string, reference: string): ManifestBytes | undefined => {
    const repository = all.get(name)
    const digest = reference.startsWith('sha256:') ? reference : repository?.tags.get(reference)
    return digest === undefined ? undefined : repository?.manifests.get(digest)
  }
  const registry: Registry = {
    head: (name, reference) => Promise.resolve(find(name, reference)?.descriptor),
    manifest: (name, reference) => Promise.resolve(find(name, reference)),
    blob: (name, digest) => Promise.resolve(all.get(name)?.blobs.get(digest)),
    putManifest: (name, reference, mediaType, bytes) => {
      const repository = open(name)
      const lost = missingIn(repository, bytes)
      if (lost !== undefined) return Promise.reject(new Error(`${name} does not have ${lost}`))
      const digest = digestOf(bytes)
      repository.manifests.set(digest, { descriptor: { mediaType, digest, size: bytes.length }, bytes })
      if (!reference.startsWith('sha256:')) repository.tags.set(reference, digest)
      return Promise.resolve(digest)
    },
    putBlob: (name, bytes) => {
      const digest = digestOf(bytes)
      open(name).blobs.set(digest, bytes)
      return Promise.resolve({ mediaType: 'application/octet-stream', digest, size: bytes.length })
    },
    copyBlob: (from, name, { digest }) => {
      const bytes = all.get(from)?.blobs.get(digest)
      if (bytes === undefined) return Promise.reject(new Error(`${from} does not have ${digest}`))
      if (open(name).blobs.has(digest)) return Promise.resolve('there')
      open(name).blobs.set(digest, bytes)
      return Promise.resolve('mounted')
    },
    tags: name => Promise.resolve([...(all.get(name)?.tags.keys() ?? [])].sort()),
    deleteTag: () => Promise.resolve('unsupported'),
    deleteManifest: () => Promise.resolve('unsupported')
  }
  const view = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...all].flatMap(([name, { tags }]) =>
        [...tags].map(([tag, digest]) => [`${name}:${tag}`, digest] as const)
      )
    )
  const blob = (name: string, digest: string): Uint8Array | undefined => all.get(name)?.blobs.get(digest)
  return { registry, view, manifest: find, blob, copy: () => registryModel(all) }
}

/** What a manifest or index names and the repository does not have: a registry takes it only after all of that. */
function missingIn(repository: Repository, bytes: Uint8Array): string | undefined {
  const {
    config,
    layers = [],
    manifests = []
  } = documentOf(bytes) as {
    config?: Descriptor
    layers?: readonly Descriptor[]
    manifests?: readonly Descriptor[]
  }
  const blobs = [...(config === undefined ? [] : [config]), ...layers]
  return (
    blobs.find(({ digest }) => !repository.blobs.has(digest)) ??
    manifests.find(({ digest }) => !repository.manifests.has(digest))
  )?.digest
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
