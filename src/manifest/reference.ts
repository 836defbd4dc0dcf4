/**
 * An image reference taken apart, with the defaults of Docker Hub filled in: `python` has the domain `docker.io` and the
 * path `library/python`.
 */
export interface Reference {
  readonly domain: string
  readonly path: string
  readonly tag?: string
  /** Algorithm and hex, such as `sha256:…`. */
  readonly digest?: string
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const DOMAIN = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`)
const COMPONENT = new RegExp(`^${component}$`)
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/
const IMAGE_ID = /^[a-f0-9]{64}$/
const LONGEST_PATH = 255

/**
 * Reads an image reference by the grammar of distribution/reference (`ParseNormalizedNamed`). Undefined when it is
 * invalid: upper case in the repository, a repository longer than 255 characters, a bare image id, a broken tag or digest.
 */
export function parseReference(text: string): Reference | undefined {
  if (IMAGE_ID.test(text)) return undefined
  const at = text.indexOf('@')
  const digest = at < 0 ? undefined : text.slice(at + 1)
  if (digest !== undefined && !DIGEST.test(digest)) return undefined
  const named = at < 0 ? text : text.slice(0, at)
  const { domain, remainder } = splitDomain(named)
  const colon = remainder.indexOf(':')
  const tag = colon < 0 ? undefined : remainder.slice(colon + 1)
  if (tag !== undefined && !TAG.test(tag)) return undefined
  const name = colon < 0 ? remainder : remainder.slice(0, colon)
  const path = domain === 'docker.io' && !name.includes('/') ? `library/${name}` : name
  if (path.length > LONGEST_PATH || !DOMAIN.test(domain)) return undefined
  if (!path.split('/').every(part => COMPONENT.test(part))) return undefined
  return { domain, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) }
}

/** Writes a reference in full: `docker.io/library/python:3.11@sha256:…`. */
export function formatReference(reference: Reference): string {
  return `${reference.domain}/${reference.path}${suffix(reference)}`
}

/**
 * Full form of a reference as people write it, with `:latest` when it has neither tag nor digest; undefined when it is
 * invalid.
 */
export function normaliseReference(text: string): string | undefined {
  const reference = parseReference(text)
  if (reference === undefined) return undefined
  return formatReference(withTag(reference))
}

/**
 * The name of the build context that replaces a reference: its familiar form without a trailing `:latest`, so `python`
 * for `docker.io/library/python:latest` (BuildKit, `dockerui.Client.NamedContext`). Undefined when it is invalid.
 */
export function contextNameOf(text: string): string | undefined {
  const reference = parseReference(text)
  return reference === undefined ? undefined : contextNameFor(reference)
}

/** The same of a reference that is taken apart already. */
export function contextNameFor(reference: Reference): string {
  const name = `${familiarName(reference)}${suffix(reference)}`
  return name.endsWith(':latest') ? name.slice(0, -':latest'.length) : name
}

/** Repository without tag and digest in the full form, such as `docker.io/library/python`. */
export function repositoryOf(reference: Reference): string {
  return `${reference.domain}/${reference.path}`
}

/**
 * The repository that is meant, however its host is spelt: hosts know no case, 443 is the port that nobody writes, and
 * Docker Hub is served by `registry-1.docker.io`. For comparing only: BuildKit takes each spelling for a name of its own.
 */
export function repositoryMeant(reference: Reference): string {
  const host = reference.domain.toLowerCase().replace(/:443$/, '')
  const domain = host === 'registry-1.docker.io' || host === 'index.docker.io' ? 'docker.io' : host
  return `${domain}/${reference.path}`
}

/** The reference with `:latest` when it has neither tag nor digest. */
export function withTag(reference: Reference): Reference {
  const complete = reference.tag !== undefined || reference.digest !== undefined
  return complete ? reference : { ...reference, tag: 'latest' }
}

function suffix(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`
  return reference.digest === undefined ? tag : `${tag}@${reference.digest}`
}

function familiarName(reference: Reference): string {
  if (reference.domain !== 'docker.io') return repositoryOf(reference)
  const official = /^library\/([^/]+)$/.exec(reference.path)
  return official?.[1] ?? reference.path
}

/** The part before the first slash is a registry only when it looks like a host; anything else is on Docker Hub. */
function splitDomain(named: string): { readonly domain: string; readonly remainder: string } {
  const slash = named.indexOf('/')
  const first = named.slice(0, Math.max(slash, 0))
  const isHost = slash >= 0 && (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first)
  if (!isHost) return { domain: 'docker.io', remainder: named }
  const remainder = named.slice(slash + 1)
  return { domain: first === 'index.docker.io' ? 'docker.io' : first, remainder }
}
