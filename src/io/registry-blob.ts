import { createHash } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import { digestOf } from '../keys/canonical.js'
import type { Descriptor } from '../ports.js'
import { RegistryError, type RegistryAction } from './registry-error.js'
import type { Send } from './registry-session.js'
import { drain, readBody } from './registry-body.js'
import { type HttpResponse } from './registry-transport.js'

/** A place that a repository's blobs are read from or written to, with the action for its errors. */
export interface BlobSide {
  readonly send: Send
  readonly action: RegistryAction
  /** Root of the API, such as `https://ghcr.io/v2/`, against which upload locations are read. */
  readonly root: string
}

const BLOB_LIMIT = 16 * 1024 * 1024
const OCTETS = { 'content-type': 'application/octet-stream' }

/** A small blob with its digest checked; undefined when it does not exist. */
export async function readBlob(side: BlobSide, digest: string): Promise<Uint8Array | undefined> {
  const response = await side.send({ method: 'GET', url: `blobs/${digest}`, accept: [200, 404] })
  if (response.status === 404) {
    await drain(response)
    return undefined
  }
  const bytes = await readBody(response.body, BLOB_LIMIT)
  checkDigest(side.action, digest, digestOf(bytes))
  return bytes
}

/** Whether a repository has a blob. */
export async function hasBlob(side: BlobSide, digest: string): Promise<boolean> {
  const response = await side.send({ method: 'HEAD', url: `blobs/${digest}`, accept: [200, 404] })
  await drain(response)
  return response.status === 200
}

/** Uploads bytes in one piece (POST, then PUT), as every registry supports it. */
export async function uploadBytes(side: BlobSide, digest: string, bytes: Uint8Array): Promise<void> {
  const url = finalUrl(side, await startUpload(side), digest)
  await drain(await side.send({ method: 'PUT', url, headers: OCTETS, body: bytes, accept: [201, 204] }))
}

/**
 * Asks the registry to take a blob over from another of its repositories. `accepted` holds the started upload when it
 * would rather have the bytes.
 */
export async function mountBlob(
  side: BlobSide,
  from: string,
  digest: string
): Promise<{ readonly kind: 'mounted' } | { readonly kind: 'accepted'; readonly upload?: HttpResponse }> {
  const query = new URLSearchParams({ mount: digest, from })
  try {
    const response = await side.send({
      method: 'POST',
      url: `blobs/uploads/?${query.toString()}`,
      accept: [201, 202],
      body: new Uint8Array(),
      alsoPull: [from]
    })
    await drain(response)
    return response.status === 201 ? { kind: 'mounted' } : { kind: 'accepted', upload: response }
  } catch (error) {
    // Mounting is a courtesy: a registry that refuses it, or the token for it, may still take the bytes.
    const status = error instanceof RegistryError ? error.status : undefined
    if (status === undefined || status === 429 || status >= 500) throw error
    return { kind: 'accepted' }
  }
}

/** Streams a blob from one repository to another, hashing on the way; never holds it whole. */
export async function streamBlob(
  source: BlobSide,
  target: BlobSide,
  blob: Descriptor,
  started: HttpResponse | undefined
): Promise<void> {
  const upload = started ?? (await startUpload(target))
  const response = await source.send({ method: 'GET', url: `blobs/${blob.digest}`, accept: [200] })
  const stream = checked(source.action, blob, response.body)
  try {
    const url = finalUrl(target, upload, blob.digest)
    const body = { stream, length: blob.size }
    await drain(await target.send({ method: 'PUT', url, headers: OCTETS, body, accept: [201, 204] }))
  } catch (error) {
    // A source that breaks off also breaks the upload; its error is the one that explains both.
    throw stream.errored instanceof RegistryError ? stream.errored : error
  } finally {
    response.body.destroy()
  }
}

/** Throws when bytes are not what their digest promised. */
export function checkDigest(action: RegistryAction, expected: string, actual: string): void {
  if (expected !== actual) throw new RegistryError(action, { code: 'DIGEST' })
}

async function startUpload(side: BlobSide): Promise<HttpResponse> {
  const response = await side.send({
    method: 'POST',
    url: 'blobs/uploads/',
    body: new Uint8Array(),
    accept: [202]
  })
  await drain(response)
  return response
}

/** The address that ends an upload: its location, which may be relative, with the digest added. */
function finalUrl(side: BlobSide, upload: HttpResponse, digest: string): URL {
  const location = upload.headers.location
  if (location === undefined || !URL.canParse(location, side.root)) {
    const sentence = `${side.action.host} starts an upload without saying where to`
    throw new RegistryError(side.action, { code: 'NO_LOCATION', sentence })
  }
  const url = new URL(location, side.root)
  url.searchParams.set('digest', digest)
  return url
}

/** Passes bytes through and fails at the end when size or digest are wrong, so that the upload never completes. */
function checked(action: RegistryAction, blob: Descriptor, body: Readable): Transform {
  const hash = createHash('sha256')
  let size = 0
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(size > blob.size ? new RegistryError(action, { code: 'DIGEST' }) : null, chunk)
    },
    flush(done) {
      const whole = size === blob.size && `sha256:${hash.digest('hex')}` === blob.digest
      done(whole ? null : new RegistryError(action, { code: 'DIGEST' }))
    }
  })
  // Whoever reads it hears of its errors; when nobody does any more they must not end the process.
  transform.on('error', () => undefined)
  body.on('error', () => transform.destroy(new RegistryError(action, { code: 'TRUNCATED' })))
  body.pipe(transform)
  return transform
}
