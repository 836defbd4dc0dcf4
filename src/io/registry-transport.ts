import type * as Http from 'node:http'
import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type * as Https from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { TransportError } from './registry-body.js'
import { isLocalHost } from './registry-endpoint.js'
import { codeOf } from './thrown.js'

/** One HTTP request; a stream is sent with exactly `length` bytes. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | { readonly stream: Readable; readonly length: number }
}

/** The answer; its body has to be read or destroyed. */
export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: IncomingMessage
}

/** Sends one request; rejects with a {@link TransportError}. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>

/** Time limits in milliseconds: until connected, and without a byte in either direction. */
export interface TransportLimits {
  readonly connect: number
  readonly idle: number
}

const USUAL_LIMITS: TransportLimits = { connect: 10_000, idle: 60_000 }
/** How long a request may take once the run is cancelled: a runner kills 10 s after it asked. */
const LAST_WORDS_MS = 5000
/** To one host. */
export const MOST_CONNECTIONS = 8

/**
 * Opens a transport with kept-alive connections. `node:http` is loaded at the first request and not by `import`, which
 * also loads undici and costs twice the time.
 */
export function openTransport(limits: TransportLimits = USUAL_LIMITS, signal?: AbortSignal): Transport {
  const agents = new Map<string, Agent>()
  return async request => {
    try {
      return await sendOnce(request, agentOf(agents, request.url), limits, signal)
    } catch (error) {
      // A kept connection that the other side had closed meanwhile says nothing about the request.
      if (!(error instanceof StaleConnection) || isStream(request.body)) throw error
      return sendOnce(request, undefined, limits, signal)
    }
  }
}

class StaleConnection extends TransportError {}

function sendOnce(
  request: HttpRequest,
  agent: Agent | undefined,
  limits: TransportLimits,
  signal: AbortSignal | undefined
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { 'user-agent': 'base-images', ...request.headers }
    if (request.body !== undefined) headers['content-length'] = String(lengthOf(request.body))
    const client = load(request.url.protocol).request(request.url, {
      method: request.method,
      headers,
      ...(agent === undefined ? {} : { agent })
    })
    limitConnecting(client, limits.connect)
    if (signal !== undefined) limitEnding(client, signal)
    client.setTimeout(limits.idle, () => client.destroy(new TransportError('SILENCE')))
    client.on('error', error => {
      reject(transportError(error, client))
    })
    client.on('response', body => {
      resolve({ status: body.statusCode ?? 0, headers: body.headers, body })
    })
    sendBody(client, request.body)
  })
}

function sendBody(client: ClientRequest, body: HttpRequest['body']): void {
  if (!isStream(body)) {
    client.end(body)
    return
  }
  pipeline(body.stream, client, error => {
    if (error) client.destroy(error)
  })
}

function limitConnecting(client: ClientRequest, limit: number): void {
  client.on('socket', socket => {
    if (!socket.connecting) return
    const timer = setTimeout(() => client.destroy(new TransportError('CONNECT_SILENCE')), limit)
    const stop = (): void => {
      clearTimeout(timer)
    }
    socket.once('connect', stop)
    client.once('close', stop)
  })
}

/** After the end of a run was asked for, a registry that is slow is not waited for. */
function limitEnding(client: ClientRequest, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    timer = setTimeout(() => client.destroy(new TransportError('CANCELLED')), LAST_WORDS_MS)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  client.once('close', () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', begin)
  })
}

function transportError(error: Error, client: ClientRequest): TransportError {
  if (error instanceof TransportError) return error
  const code = causeOf(error)
  const stale = client.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE')
  return stale ? new StaleConnection(code) : new TransportError(code)
}

/** A name with several addresses fails with an AggregateError that holds the real causes. */
function causeOf(error: Error): string {
  const code = codeOf(error instanceof AggregateError ? error.errors[0] : error)
  return typeof code === 'string' ? code : 'UNKNOWN'
}

function load(protocol: string): typeof Http | typeof Https {
  return protocol === 'https:'
    ? process.getBuiltinModule('node:https')
    : process.getBuiltinModule('node:http')
}

function agentOf(agents: Map<string, Agent>, url: URL): Agent {
  const local = isLocalHost(url.host)
  const kind = `${url.protocol} ${String(local)}`
  const known = agents.get(kind)
  if (known !== undefined) return known
  // `proxyEnv` lets Node 24 use HTTPS_PROXY and NO_PROXY, older ones ignore it; as in Go, never for this machine.
  const proxy = local ? {} : { proxyEnv: process.env }
  const agent = new (load(url.protocol).Agent)({ keepAlive: true, maxSockets: MOST_CONNECTIONS, ...proxy })
  agents.set(kind, agent)
  return agent
}

function isStream(body: HttpRequest['body']): body is { readonly stream: Readable; readonly length: number } {
  return body !== undefined && 'stream' in body
}

function lengthOf(body: NonNullable<HttpRequest['body']>): number {
  return body.length
}
