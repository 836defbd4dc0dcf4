import { RegistryError, type RegistryAction } from './registry-error.js'
import { drain } from './registry-body.js'
import { type HttpRequest, type HttpResponse, type Transport } from './registry-transport.js'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MOST_REDIRECTS = 5

/** Follows redirects of reads without the Authorization header: they lead to storage that has its own signatures. */
export async function followRedirects(
  transport: Transport,
  action: RegistryAction,
  request: Pick<HttpRequest, 'method' | 'url'> & { readonly headers?: HttpRequest['headers'] },
  first: HttpResponse
): Promise<HttpResponse> {
  let at = request.url
  let response = first
  for (let count = 0; REDIRECTS.has(response.status); count += 1) {
    const location = response.headers.location
    await drain(response)
    if (location === undefined || !URL.canParse(location, at.href) || count === MOST_REDIRECTS) {
      throw new RegistryError(action, { code: 'REDIRECT', sentence: `${action.host} redirects to nowhere` })
    }
    const next = new URL(location, at)
    if (next.protocol !== 'https:' && (next.protocol !== 'http:' || request.url.protocol === 'https:')) {
      const sentence = `${action.host} redirects to ${next.protocol}//${next.host}, which is not encrypted`
      throw new RegistryError(action, { code: 'REDIRECT', sentence })
    }
    at = next
    response = await transport({ method: request.method, url: at, headers: request.headers ?? {} })
  }
  return response
}
