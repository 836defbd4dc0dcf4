import { parseRetryAfter } from '../build/retry.js'
import type { Clock, Log } from '../ports.js'
import type { Authorization, Authorizer } from './registry-auth.js'
import type { Endpoint } from './registry-endpoint.js'
import { RegistryError, type RegistryAction } from './registry-error.js'
import { followRedirects } from './registry-redirect.js'
import { asRegistryError } from './registry-retrying.js'
import { drain, readBody } from './registry-body.js'
import { type HttpRequest, type HttpResponse, type Transport } from './registry-transport.js'

/** A request to one registry, with what it needs and what counts as success. */
export interface SessionRequest {
  readonly method: HttpRequest['method']
  /** Absolute, or relative to the repository such as `manifests/latest`. */
  readonly url: URL | string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HttpRequest['body']
  /** Statuses that are an answer; every other one is a {@link RegistryError}. */
  readonly accept: readonly number[]
  /** Repository paths that are only read beside this one, for mounting. */
  readonly alsoPull?: readonly string[]
}

/** What the session needs from around it. */
export interface SessionPorts {
  readonly transport: Transport
  readonly authorizer: Authorizer
  readonly clock: Clock
  readonly random: () => number
  readonly log?: Log
}

/** Sends requests of one operation to one endpoint: authorized, redirected, checked, not repeated. */
export type Send = (request: SessionRequest) => Promise<HttpResponse>

const ERROR_LIMIT = 256 * 1024

/** Makes the sender of one operation. */
export function senderOf(ports: SessionPorts, endpoint: Endpoint, action: RegistryAction): Send {
  const refuse = (authorization: Authorization): void => {
    if (authorization.kind === 'refused') throw refusal(ports.clock, action, authorization)
    if (authorization.kind === 'unsafe') {
      throw new RegistryError(action, { code: 'UNSAFE', sentence: authorization.sentence })
    }
  }
  return async request => {
    const url = urlOf(endpoint, request.url)
    // Uploads may be sent to another place; that place never sees our credentials.
    const own = url.origin === new URL(endpoint.root).origin
    const scopes = scopesOf(endpoint, action, request.alsoPull ?? [])
    try {
      let authorization = own ? await ports.authorizer.known(endpoint.host, scopes) : NOTHING
      refuse(authorization)
      let response = await ports.transport(httpRequest(request, url, authorization))
      if (own && response.status === 401) {
        await drain(response)
        const header = response.headers['www-authenticate']
        authorization = await ports.authorizer.challenged(endpoint, scopes, header)
        refuse(authorization)
        // A registry that wants a login where there is none: its first answer says so best.
        if (authorization.kind === 'none') throw new RegistryError(action, { status: 401 })
        // What was streamed cannot be sent a second time; the whole operation can, with the token that is now known.
        if (isStreamed(request))
          throw new RegistryError(action, { code: 'NEW_TOKEN', sentence: newToken(action) })
        response = await ports.transport(httpRequest(request, url, authorization))
      }
      if (request.method === 'GET' || request.method === 'HEAD') {
        response = await followRedirects(ports.transport, action, { ...request, url }, response)
      }
      if (request.accept.includes(response.status)) return response
      throw await errorOf(ports.clock, action, response)
    } catch (error) {
      throw asRegistryError(action, error)
    }
  }
}

function newToken({ host }: RegistryAction): string {
  return `${host} wants another token in the middle of an upload`
}

const NOTHING: Authorization = { kind: 'none' }

function urlOf(endpoint: Endpoint, url: URL | string): URL {
  return typeof url === 'string' ? new URL(`${endpoint.root}${endpoint.path}/${url}`) : url
}

function isStreamed(request: SessionRequest): boolean {
  return request.body !== undefined && 'stream' in request.body
}

const RIGHTS = { pull: 'pull', push: 'pull,push', delete: 'pull,delete' } as const

/** Scopes of the token authentication specification, in a fixed order so that tokens are found again. */
function scopesOf(
  endpoint: Endpoint,
  action: RegistryAction,
  alsoPull: readonly string[]
): readonly string[] {
  const others = alsoPull.filter(path => path !== endpoint.path).map(path => `repository:${path}:pull`)
  return [`repository:${endpoint.path}:${RIGHTS[action.access]}`, ...others]
}

function httpRequest(request: SessionRequest, url: URL, authorization: Authorization): HttpRequest {
  const headers: Record<string, string> = { ...request.headers }
  if (authorization.kind === 'header') headers['authorization'] = authorization.value
  return {
    method: request.method,
    url,
    headers,
    ...(request.body === undefined ? {} : { body: request.body })
  }
}

async function errorOf(clock: Clock, action: RegistryAction, response: HttpResponse): Promise<RegistryError> {
  const bytes = await readBody(response.body, ERROR_LIMIT).catch(() => new Uint8Array())
  const retryAfter = parseRetryAfter(response.headers['retry-after'], clock.now())
  return new RegistryError(action, {
    status: response.status,
    body: Buffer.from(bytes).toString('utf8'),
    ...(retryAfter === undefined ? {} : { retryAfter })
  })
}

function refusal(
  clock: Clock,
  action: RegistryAction,
  refused: Authorization & { readonly kind: 'refused' }
): RegistryError {
  const retryAfter = parseRetryAfter(refused.retryAfter, clock.now())
  return new RegistryError(action, {
    // A login service that answers 200 without a token has no better word for it.
    status: refused.status === 200 ? 401 : refused.status,
    body: refused.body,
    ...(retryAfter === undefined ? {} : { retryAfter })
  })
}
