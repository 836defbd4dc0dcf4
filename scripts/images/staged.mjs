/** Reads manifests of the engine's registry. */

/**
 * The manifest behind a tag.
 * @param {string} repository host and path
 * @param {string} tag
 * @returns {Promise<{digest: string, manifest: {config: {size: number}, layers: readonly {size: number, digest: string}[]}}>}
 * @throws {Error} when the registry does not have it
 */
export async function stagedManifest(repository, tag) {
  const [host, ...path] = repository.split('/')
  const accept = 'application/vnd.oci.image.manifest.v1+json'
  const answer = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${tag}`, { headers: { accept } })
  if (!answer.ok) throw new Error(`${repository}:${tag}: the registry answers ${answer.status}`)
  return { digest: answer.headers.get('docker-content-digest') ?? '', manifest: await answer.json() }
}
