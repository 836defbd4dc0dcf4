import type { Clock } from '../ports.js'
import { parseChallenge, unsafeRealm, type Challenge } from './registry-challenge.js'
import { readBody } from './registry-body.js'
import { type HttpResponse, type Transport } from './registry-transport.js'

/** What a person gave for a registry: a name with password, or a refresh token of its login service. */
export type Credential =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly token: string }

/** Looks credentials of a registry host up; undefined for none. */
export type Credentials = (host: string) => Promise<Credential | undefined>

/** The outcome of asking for authorization. */
export type Authorization =
  | { readonly kind: 'header'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly status: number; readonly body: string; readonly retryAfter?: string }
  | { readonly kind: 'unsafe'; readonly sentence: string }

/** Gives `Authorization` headers, kept by host and scopes; each host gets only its own credentials. */
export interface Authorizer {
  /** The header to send at once; none before the first challenge of that host. */
  readonly known: (host: string, scopes: readonly string[]) => Promise<Authorization>
  /** Answers a 401: takes its challenge and asks anew, whatever was kept. */
  readonly challenged: (
    endpoint: { readonly host: string; readonly root: string },
    scopes: readonly string[],
    header: string | undefined
  ) => Promise<Authorization>
}

interface Token {
  readonly header: string
  /** Milliseconds since the epoch. */
  readonly expires: number
}

const NONE: Authorization = { kind: 'none' }
const TOKEN_LIMIT = 1024 * 1024
/** Tokens that say nothing live for a minute (Docker Registry v2 token authentication). */
const USUAL_LIFE_SECONDS = 60
const MARGIN_MS = 10_000

/** Opens an authorizer over a transport. Concurrent requests of one scope share one token request. */
export function openAuthorizer(transport: Transport, credentials: Credentials, clock: Clock): Authorizer {
  const challenges = new Map<string, Challenge>()
  const tokens = new Map<string, Token>()
  const asking = new Map<string, Promise<Authorization>>()

  async function fresh(
    host: string,
    challenge: Challenge,
    scopes: readonly string[]
  ): Promise<Authorization> {
    const credential = await credentials(host)
    if (challenge.kind === 'basic') return basicOf(credential)
    const response = await askToken(transport, challenge, scopes, credential)
    const body = Buffer.from(await readBody(response.body, TOKEN_LIMIT)).toString('utf8')
    if (response.status !== 200) return refusedOf(response, body)
    const token = tokenOf(body, clock.now())
    if (token === undefined) return { kind: 'refused', status: response.status, body: '' }
    tokens.set(`${host} ${scopes.join(' ')}`, token)
    return { kind: 'header', value: token.header }
  }

  function shared(host: string, challenge: Challenge, scopes: readonly string[]): Promise<Authorization> {
    const key = `${host} ${scopes.join(' ')}`
    const running = asking.get(key)
    if (running !== undefined) return running
    const started = fresh(host, challenge, scopes).finally(() => asking.delete(key))
    asking.set(key, started)
    return started
  }

  return {
    known: async (host, scopes) => {
      const challenge = challenges.get(host)
      if (challenge === undefined) return NONE
      const token = tokens.get(`${host} ${scopes.join(' ')}`)
      if (token !== undefined && token.expires > clock.now()) return { kind: 'header', value: token.header }
      return shared(host, challenge, scopes)
    },
    challenged: async (endpoint, scopes, header) => {
      const challenge = parseChallenge(header ?? '')
      if (challenge === undefined) return NONE
      const unsafe = unsafeRealm(endpoint.root, challenge)
      if (unsafe !== undefined) return { kind: 'unsafe', sentence: unsafe }
      challenges.set(endpoint.host, challenge)
      return shared(endpoint.host, challenge, scopes)
    }
  }
}

function basicOf(credential: Credential | undefined): Authorization {
  if (credential?.kind !== 'basic') return NONE
  return { kind: 'header', value: basicHeader(credential) }
}

function basicHeader(credential: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`
}

/** GET with Basic credentials as registries know it; POST by OAuth 2 for a refresh token. */
function askToken(
  transport: Transport,
  challenge: Challenge & { readonly kind: 'bearer' },
  scopes: readonly string[],
  credential: Credential | undefined
): Promise<HttpResponse> {
  const url = new URL(challenge.realm)
  if (credential?.kind === 'identity-token') {
    const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'base-images' })
    form.set('refresh_token', credential.token)
    form.set('scope', scopes.join(' '))
    if (challenge.service !== undefined) form.set('service', challenge.service)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return transport({ method: 'POST', url, headers, body: Buffer.from(form.toString()) })
  }
  if (challenge.service !== undefined) url.searchParams.set('service', challenge.service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  const headers = credential === undefined ? {} : { authorization: basicHeader(credential) }
  return transport({ method: 'GET', url, headers })
}

function refusedOf(response: HttpResponse, body: string): Authorization {
  const retryAfter = response.headers['retry-after']
  return {
    kind: 'refused',
    status: response.status,
    body,
    ...(retryAfter === undefined ? {} : { retryAfter })
  }
}

function tokenOf(body: string, now: number): Token | undefined {
  try {
    const answer = JSON.parse(body) as { token?: unknown; access_token?: unknown; expires_in?: unknown }
    const token = answer.token ?? answer.access_token
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) return undefined
    const life = typeof answer.expires_in === 'number' ? answer.expires_in : USUAL_LIFE_SECONDS
    return { header: `Bearer ${token}`, expires: now + life * 1000 - MARGIN_MS }
  } catch {
    return undefined
  }
}
