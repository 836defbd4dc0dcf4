/** What a registry holds, read by plain HTTP and without any code of the product. */
export interface PublishedImage {
  /** Digest of the index that the tag points to. */
  readonly digest: string
  /** Digest of its manifest for linux/amd64. */
  readonly manifest: string
  /** Digests of the uncompressed layers, from the base on. */
  readonly layers: readonly string[]
  /** Labels of its configuration. */
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
}

const TYPES = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'

/** Reads `repository:tag` of the registry on `host`; undefined when it does not exist. */
export async function published(reference: string): Promise<PublishedImage | undefined> {
  const [host, repository, tag] = parts(reference)
  const index = await get(host, `${repository}/manifests/${tag}`)
  if (index === undefined) return undefined
  const { manifests, annotations } = index.body as {
    readonly manifests: readonly { readonly digest: string }[]
    readonly annotations: Readonly<Record<string, string>>
  }
  const manifest = manifests[0]?.digest ?? ''
  return { digest: index.digest, manifest, annotations, ...(await configuration(host, repository, manifest)) }
}

/** The text of the first layer of an artifact; undefined when it does not exist. */
export async function artifact(reference: string): Promise<unknown> {
  const [host, repository, tag] = parts(reference)
  const manifest = await get(host, `${repository}/manifests/${tag}`)
  if (manifest === undefined) return undefined
  const { layers } = manifest.body as { readonly layers: readonly { readonly digest: string }[] }
  return (await get(host, `${repository}/blobs/${layers[0]?.digest ?? ''}`))?.body
}

async function configuration(
  host: string,
  repository: string,
  manifest: string
): Promise<Pick<PublishedImage, 'layers' | 'labels'>> {
  const found = await get(host, `${repository}/manifests/${manifest}`)
  const { config } = found?.body as { readonly config: { readonly digest: string } }
  const blob = await get(host, `${repository}/blobs/${config.digest}`)
  const image = blob?.body as {
    readonly config: { readonly Labels?: Readonly<Record<string, string>> }
    readonly rootfs: { readonly diff_ids: readonly string[] }
  }
  return { layers: image.rootfs.diff_ids, labels: image.config.Labels ?? {} }
}

async function get(
  host: string,
  path: string
): Promise<{ readonly digest: string; readonly body: unknown } | undefined> {
  const answer = await fetch(`http://${host}/v2/${path}`, { headers: { accept: TYPES } })
  const body = await answer.text()
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body}`)
  return { digest: answer.headers.get('docker-content-digest') ?? '', body: JSON.parse(body) as unknown }
}

function parts(reference: string): readonly [string, string, string] {
  const slash = reference.indexOf('/')
  const rest = reference.slice(slash + 1)
  const at = rest.includes('@') ? rest.indexOf('@') : rest.lastIndexOf(':')
  return [reference.slice(0, slash), rest.slice(0, at), rest.slice(at + 1)]
}

/** Every tag of every repository below a prefix of a registry, with its digest: equal before and after means unwritten. */
export async function catalogue(prefix: string): Promise<Readonly<Record<string, string>>> {
  const [host = '', ...path] = prefix.split('/')
  // The catalogue is sorted: those below the prefix follow it.
  const all = await get(host, `_catalog?n=100&last=${path.join('/')}`)
  const { repositories } = all?.body as { readonly repositories: readonly string[] }
  const found: Record<string, string> = {}
  for (const repository of repositories.filter(name => name.startsWith(`${path.join('/')}/`))) {
    const tags = await get(host, `${repository}/tags/list`)
    for (const tag of (tags?.body as { readonly tags: readonly string[] | null } | undefined)?.tags ?? []) {
      const answer = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, {
        method: 'HEAD',
        headers: { accept: TYPES }
      })
      found[`${repository}:${tag}`] = answer.headers.get('docker-content-digest') ?? ''
    }
  }
  return found
}
