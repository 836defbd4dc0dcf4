import { isLocalHost } from './registry-endpoint.js'

/** How a registry wants to be asked, from its `WWW-Authenticate` header. */
export type Challenge =
  { readonly kind: 'basic' } | { readonly kind: 'bearer'; readonly realm: string; readonly service?: string }

/** Reads a `WWW-Authenticate` header (RFC 9110, 11.6.1); undefined when it is neither Bearer with a realm nor Basic. */
export function parseChallenge(header: string): Challenge | undefined {
  const scheme = /^\s*([A-Za-z]+)/.exec(header)?.[1]?.toLowerCase()
  if (scheme === 'basic') return { kind: 'basic' }
  if (scheme !== 'bearer') return undefined
  const parameters = new Map(
    [...header.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/gi)].map(
      ([, name = '', value = '']) => [name.toLowerCase(), value.replace(/\\(.)/g, '$1')] as const
    )
  )
  const realm = parameters.get('realm')
  const service = parameters.get('service')
  if (realm === undefined || !URL.canParse(realm)) return undefined
  return { kind: 'bearer', realm, ...(service === undefined ? {} : { service }) }
}

/**
 * A registry reached over TLS (`root` is its API) must not make us send its credentials in the clear; the sentence about
 * it when it tries.
 */
export function unsafeRealm(root: string, challenge: Challenge): string | undefined {
  if (challenge.kind === 'basic') return undefined
  const realm = new URL(challenge.realm)
  if (realm.protocol === 'https:') return undefined
  if (realm.protocol === 'http:' && (root.startsWith('http:') || isLocalHost(realm.host))) return undefined
  return `the registry sends logins to ${realm.origin}, which is not encrypted; nothing was sent there`
}
