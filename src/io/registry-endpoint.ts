import { parseReference } from '../manifest/reference.js'

/** Where a repository is reached. */
export interface Endpoint {
  /** Host and port, under which credentials and tokens are kept. */
  readonly host: string
  /** The API's root, such as `https://ghcr.io/v2/`. */
  readonly root: string
  /** Path of the repository at that registry. */
  readonly path: string
}

/** What `openRegistry` is told about hosts. */
export interface HostSettings {
  /** Host of a reference → base URL that is asked first when reading. */
  readonly mirrors?: ReadonlyMap<string, string>
}

/** The registry of a repository and, for reading, its mirror; undefined when the name is no valid repository. */
export function endpointsOf(
  repository: string,
  settings: HostSettings
): { readonly origin: Endpoint; readonly mirror?: Endpoint } | undefined {
  const reference = parseReference(repository)
  if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
    return undefined
  const { domain, path } = reference
  const scheme = isLocalHost(domain) ? 'http' : 'https'
  // Docker Hub's API is at another host than its references say; its credentials are kept under the known name.
  const address = domain === 'docker.io' ? 'registry-1.docker.io' : domain
  const origin: Endpoint = { host: domain, root: `${scheme}://${address}/v2/`, path }
  const mirror = settings.mirrors?.get(domain)
  if (mirror === undefined) return { origin }
  const url = new URL(mirror)
  return { origin, mirror: { host: url.host, root: `${mirror.replace(/\/+$/, '')}/v2/`, path } }
}

/** Whether a registry is on this machine: those are spoken to over plain HTTP, as Docker and BuildKit do. */
export function isLocalHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/**
 * Reads `BASE_IMAGES_MIRRORS`: pairs `host=URL` with blanks or commas between them, such as
 * `docker.io=http://127.0.0.1:5000`. Returns the sentence about the first pair that cannot be read.
 */
export function parseMirrors(
  text: string
):
  | { readonly kind: 'mirrors'; readonly mirrors: ReadonlyMap<string, string> }
  | { readonly kind: 'invalid'; readonly message: string } {
  const mirrors = new Map<string, string>()
  for (const pair of text.split(/[\s,]+/).filter(part => part !== '')) {
    const equals = pair.indexOf('=')
    const host = pair.slice(0, Math.max(equals, 0))
    const url = pair.slice(equals + 1)
    if (host === '' || !/^https?:\/\/[^/@?#]+(?:\/[^@?#]*)?$/.test(url) || !URL.canParse(url)) {
      return {
        kind: 'invalid',
        message: `mirror "${pair}" is not of the form docker.io=http://127.0.0.1:5000`
      }
    }
    mirrors.set(host === 'index.docker.io' ? 'docker.io' : host, url)
  }
  return { kind: 'mirrors', mirrors }
}
