import { createHash } from 'node:crypto'

/** What a registry holds, seen as a client sees it: plain HTTP requests, nothing of the product's own client. */

/** A manifest or index with its digest. */
export interface SeenManifest {
  readonly digest: string
  readonly mediaType: string
  readonly document: SeenDocument
  readonly bytes: Uint8Array
}

/** The parts of a manifest or index that tests look at. */
export interface SeenDocument {
  readonly manifests?: readonly SeenDescriptor[]
  readonly config?: SeenDescriptor
  readonly layers?: readonly SeenDescriptor[]
  readonly annotations?: Readonly<Record<string, string>>
}

/** A descriptor in a manifest or index. */
export interface SeenDescriptor {
  readonly digest: string
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string }
}

/** An image configuration. */
export interface SeenConfig {
  readonly config?: { readonly Labels?: Readonly<Record<string, string>>; readonly Env?: readonly string[] }
  readonly history?: readonly { readonly created_by?: string }[]
  readonly rootfs: { readonly diff_ids: readonly string[] }
}

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ')

/** All tags of a repository, sorted; empty when it does not exist. */
export async function tagsOf(repository: string): Promise<readonly string[]> {
  const answer = await fetch(address(repository, 'tags/list?n=10000'))
  if (answer.status === 404) return []
  const { tags } = (await answer.json()) as { readonly tags: readonly string[] | null }
  return [...(tags ?? [])].sort()
}

/** The manifest or index that a tag or digest names; undefined when there is none. */
export async function manifestOf(repository: string, reference: string): Promise<SeenManifest | undefined> {
  const answer = await fetch(address(repository, `manifests/${reference}`), { headers: { accept: ACCEPT } })
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${repository} ${reference}: the registry answers ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return {
    digest: digestOf(bytes),
    mediaType: answer.headers.get('content-type') ?? '',
    document: JSON.parse(Buffer.from(bytes).toString('utf8')) as SeenDocument,
    bytes
  }
}

/** Where every tag of these repositories points: `repository:tag` → digest. Equal views mean that nothing moved. */
export async function viewOf(repositories: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const view: Record<string, string> = {}
  for (const repository of repositories) {
    for (const tag of await tagsOf(repository)) {
      view[`${repository}:${tag}`] = (await manifestOf(repository, tag))?.digest ?? 'none'
    }
  }
  return view
}

/** The digest that a public tag has for a platform (`linux/amd64`); undefined when there is none. */
export async function publicDigest(
  repository: string,
  tag: string,
  platform: string
): Promise<string | undefined> {
  const index = await manifestOf(repository, tag)
  const [os, architecture] = platform.split('/')
  return index?.document.manifests?.find(
    each => each.platform?.os === os && each.platform?.architecture === architecture
  )?.digest
}

/** The configuration of a platform manifest. */
export async function configOf(repository: string, digest: string): Promise<SeenConfig> {
  const config = (await manifestOf(repository, digest))?.document.config?.digest ?? 'none'
  return JSON.parse(Buffer.from(await blobOf(repository, config)).toString('utf8')) as SeenConfig
}

/**
 * Pulls a platform manifest or an index by digest as a client does: everything it names, each byte checked against its
 * digest. Returns the digests of what was pulled; throws when something is missing or differs.
 */
export async function pull(repository: string, digest: string): Promise<readonly string[]> {
  const manifest = await manifestOf(repository, digest)
  if (manifest?.digest !== digest) throw new Error(`${repository}@${digest} is not there`)
  const { manifests, config, layers } = manifest.document
  const below = await Promise.all((manifests ?? []).map(each => pull(repository, each.digest)))
  const blobs = [...(config === undefined ? [] : [config]), ...(layers ?? [])].map(each => each.digest)
  for (const blob of blobs) {
    if (digestOf(await blobOf(repository, blob)) !== blob) throw new Error(`${blob} has other bytes`)
  }
  return [digest, ...blobs, ...below.flat()]
}

/** Puts bytes under a tag, as somebody with rights to the registry could. */
export async function putTag(repository: string, tag: string, manifest: SeenManifest): Promise<void> {
  const answer = await fetch(address(repository, `manifests/${tag}`), {
    method: 'PUT',
    headers: { 'content-type': manifest.mediaType },
    body: Buffer.from(manifest.bytes)
  })
  if (!answer.ok) throw new Error(`${repository}:${tag} cannot be put: ${answer.status}`)
}

async function blobOf(repository: string, digest: string): Promise<Uint8Array> {
  const answer = await fetch(address(repository, `blobs/${digest}`))
  if (!answer.ok) throw new Error(`${repository}: blob ${digest} is not there`)
  return new Uint8Array(await answer.arrayBuffer())
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function address(repository: string, path: string): string {
  const [host, ...name] = repository.split('/')
  return `http://${host ?? ''}/v2/${name.join('/')}/${path}`
}
