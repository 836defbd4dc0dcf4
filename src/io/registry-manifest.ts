import { digestOf } from '../keys/canonical.js'
import { objectIn } from '../keys/json.js'
import type { Deleted, Descriptor, ManifestBytes } from '../ports.js'
import { checkDigest } from './registry-blob.js'
import { RegistryError, type RegistryAction } from './registry-error.js'
import type { Send } from './registry-session.js'
import { drain, readBody } from './registry-body.js'
import { type HttpResponse } from './registry-transport.js'

/** A repository at one registry whose manifests are read or written. */
export interface ManifestSide {
  readonly send: Send
  readonly action: RegistryAction
}

/** Registries accept manifests up to 4 MiB (OCI distribution specification, "Pushing Manifests"). */
const MANIFEST_LIMIT = 4 * 1024 * 1024
const TAGS_LIMIT = 16 * 1024 * 1024
const MOST_PAGES = 1000
const DIGEST = /^sha256:[a-f0-9]{64}$/
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ')

/** Descriptor of a tag or digest by HEAD; by GET where the answer lacks the digest or the size. */
export async function headManifest(side: ManifestSide, reference: string): Promise<Descriptor | undefined> {
  const url = `manifests/${reference}`
  const response = await side.send({ method: 'HEAD', url, headers: { accept: ACCEPT }, accept: [200, 404] })
  await drain(response)
  if (response.status === 404) return undefined
  const digest = headerDigest(response)
  const size = Number(response.headers['content-length'] ?? 'none')
  if (digest === undefined || !Number.isSafeInteger(size) || size === 0) {
    return (await readManifest(side, reference))?.descriptor
  }
  if (DIGEST.test(reference)) checkDigest(side.action, reference, digest)
  return { mediaType: mediaTypeOf(response) ?? '', digest, size }
}

/** Manifest bytes by tag or digest; their digest is checked against the reference and the registry's own word. */
export async function readManifest(
  side: ManifestSide,
  reference: string
): Promise<ManifestBytes | undefined> {
  const url = `manifests/${reference}`
  const response = await side.send({ method: 'GET', url, headers: { accept: ACCEPT }, accept: [200, 404] })
  if (response.status === 404) {
    await drain(response)
    return undefined
  }
  const bytes = await readBody(response.body, MANIFEST_LIMIT)
  const digest = digestOf(bytes)
  if (DIGEST.test(reference)) checkDigest(side.action, reference, digest)
  checkDigest(side.action, headerDigest(response) ?? digest, digest)
  const mediaType = mediaTypeOf(response) ?? ownMediaType(bytes)
  return { descriptor: { mediaType, digest, size: bytes.length }, bytes }
}

/** Writes manifest bytes under a tag or digest; the registry must answer with their digest. */
export async function writeManifest(
  side: ManifestSide,
  reference: string,
  mediaType: string,
  bytes: Uint8Array
): Promise<string> {
  const digest = digestOf(bytes)
  if (DIGEST.test(reference)) checkDigest(side.action, reference, digest)
  const response = await side.send({
    method: 'PUT',
    url: `manifests/${reference}`,
    headers: { 'content-type': mediaType },
    body: bytes,
    accept: [201]
  })
  await drain(response)
  checkDigest(side.action, digest, headerDigest(response) ?? digest)
  return digest
}

/**
 * Deletes a tag or a manifest by digest. A repetition after a lost answer finds nothing, which is as good; that a registry
 * deletes nothing this way is an answer too (405, or UNSUPPORTED of the distribution specification).
 */
export async function deleteReference(side: ManifestSide, reference: string): Promise<Deleted> {
  const url = `manifests/${reference}`
  try {
    const response = await side.send({ method: 'DELETE', url, accept: [200, 202, 204, 404, 405] })
    await drain(response)
    if (response.status === 405) return 'unsupported'
    return response.status === 404 ? 'gone' : 'deleted'
  } catch (error) {
    const refused = error instanceof RegistryError && (error.status === 400 || error.status === 501)
    if (refused && error.code === 'UNSUPPORTED') return 'unsupported'
    // Distribution 2 takes whatever it is to delete for a digest (distribution-library-image, issue 160).
    if (refused && error.code === 'DIGEST_INVALID' && !DIGEST.test(reference)) return 'unsupported'
    throw error
  }
}

/**
 * All tags of a repository, page by page; empty when it does not exist. A list that breaks off is an error: whoever deletes
 * must not take what is missing for not there.
 */
export async function listTags(side: ManifestSide, root: string): Promise<readonly string[]> {
  const tags = new Set<string>()
  let url: URL | string | undefined = 'tags/list?n=1000'
  for (let page = 0; url !== undefined; page += 1) {
    if (page === MOST_PAGES) throw endlessList(side.action)
    const accept = page === 0 ? [200, 404] : [200]
    const response: HttpResponse = await side.send({ method: 'GET', url, accept })
    if (response.status === 404) {
      await drain(response)
      break
    }
    for (const tag of tagsOf(side.action, await readBody(response.body, TAGS_LIMIT))) tags.add(tag)
    url = nextPage(side.action, response, root)
  }
  return [...tags]
}

function endlessList(action: RegistryAction): RegistryError {
  const sentence = `${action.host} lists tags on more than ${String(MOST_PAGES)} pages`
  return new RegistryError(action, { code: 'ANSWER', sentence })
}

function tagsOf(action: RegistryAction, bytes: Uint8Array): readonly string[] {
  const document = parsed(bytes)
  const tags = document?.['tags'] ?? []
  if (document === undefined || !Array.isArray(tags)) {
    throw new RegistryError(action, { code: 'GARBLED', sentence: `${action.host} sends no list of tags` })
  }
  return tags.filter(tag => typeof tag === 'string')
}

/** The `next` page of a Link header (RFC 8288); it must stay at the same registry. */
function nextPage(action: RegistryAction, response: HttpResponse, root: string): URL | undefined {
  const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(response.headers.link?.toString() ?? '')?.[1]
  if (link === undefined) return undefined
  const base = new URL(root)
  const url = URL.canParse(link, base.href) ? new URL(link, base) : undefined
  if (url?.origin === base.origin) return url
  throw new RegistryError(action, { code: 'ANSWER', sentence: `${action.host} lists tags at another host` })
}

function headerDigest(response: HttpResponse): string | undefined {
  const header = response.headers['docker-content-digest']
  return typeof header === 'string' && DIGEST.test(header) ? header : undefined
}

function mediaTypeOf(response: HttpResponse): string | undefined {
  const type = response.headers['content-type']?.split(';')[0]?.trim()
  return type?.startsWith('application/vnd.') === true ? type : undefined
}

function ownMediaType(bytes: Uint8Array): string {
  const type = parsed(bytes)?.['mediaType']
  return typeof type === 'string' ? type : ''
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  return objectIn(Buffer.from(bytes).toString('utf8'))
}
