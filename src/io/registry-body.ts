import type { Readable } from 'node:stream'

/** More than this is not read only to keep a connection. */
const DRAINED = 256 * 1024

/** A connection that failed before or while it answered; `code` is the system's or `SILENCE`, `CONNECT_SILENCE`. */
export class TransportError extends Error {
  constructor(readonly code: string) {
    super(`the connection failed: ${code}`)
    this.name = 'TransportError'
  }
}

/** Reads a body whole; rejects with code `TOO_LARGE` above `limit` bytes and `TRUNCATED` when it breaks off. */
export async function readBody(body: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limit) throw new TransportError('TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof TransportError ? error : new TransportError('TRUNCATED')
  }
  return Buffer.concat(chunks)
}

/** Reads and forgets a body, so that its connection can be used again. */
export async function drain(response: { readonly body: Readable }): Promise<void> {
  await readBody(response.body, DRAINED).catch(() => response.body.destroy())
}
