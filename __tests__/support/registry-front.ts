import { createServer, request as send } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen, stopServer } from '../io/registry-rig.js'

/**
 * What is done with a request in place of passing it on:
 * - a status, or a status with headers and body, is answered and the real registry hears nothing
 * - `reset` breaks the connection before the registry hears of it, `lost` when the registry has done it
 * - `cut` breaks the connection in the middle of the body, `altered` sends another byte, or another digest in the header
 * - `silence` never answers, `pause` closes the connection after {@link PAUSE_MS} without an answer
 */
export type Treatment =
  | number
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  | 'reset'
  | 'lost'
  | 'cut'
  | 'altered'
  | 'silence'
  | 'pause'

/** Longer than the time that tests give a silent registry. */
export const PAUSE_MS = 9000

/** A registry in front of the real one, that passes on what it does not answer itself. */
export interface RegistryFront {
  readonly host: string
  /** `METHOD path` of every request. */
  readonly seen: string[]
  /** What to do with a request; undefined passes it on to the real registry. */
  answer: (request: IncomingMessage) => Treatment | undefined | Promise<Treatment | undefined>
  readonly stop: () => Promise<void>
}

/** Starts a front for the registry of this prefix (`host/path`). */
export async function startFront(prefix: string): Promise<RegistryFront> {
  const [hostname = '', port = ''] = (prefix.split('/')[0] ?? '').split(':')
  const seen: string[] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '' } = request
    seen.push(`${method} ${path}`)
    void Promise.resolve(front.answer(request)).then(treatment => {
      if (typeof treatment === 'number' || typeof treatment === 'object') {
        refuse(request, response, typeof treatment === 'number' ? { status: treatment } : treatment)
        return
      }
      if (treatment === 'reset' || treatment === 'silence' || treatment === 'pause') {
        request.resume()
        if (treatment === 'reset') request.socket.resetAndDestroy()
        if (treatment === 'pause') setTimeout(() => request.socket.destroy(), PAUSE_MS).unref()
        return
      }
      const passed = send({ hostname, port, method, path, headers: request.headers }, answer => {
        if (treatment === undefined) {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
          answer.on('error', () => response.destroy())
        } else spoil(answer, response, treatment)
      })
      passed.on('error', () => response.destroy())
      // A client that went away must not leave half an upload open at the registry.
      response.on('close', () => passed.destroy())
      request.pipe(passed)
    })
  })
  const host = await listen(server)
  const front: RegistryFront = { host, seen, answer: () => undefined, stop: () => stopServer(server) }
  return front
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Exclude<Treatment, number | string>
): void {
  request.resume()
  const headers = { 'content-type': 'application/json', ...answer.headers }
  response.writeHead(answer.status, headers).end(answer.body ?? '{"errors":[]}')
}

/** Passes on what the registry answered, but not as it is. */
function spoil(
  answer: IncomingMessage,
  response: ServerResponse,
  treatment: 'lost' | 'cut' | 'altered'
): void {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('error', () => response.destroy())
  answer.on('end', () => {
    const body = Buffer.concat(chunks)
    if (treatment === 'lost') {
      response.socket?.resetAndDestroy()
      return
    }
    if (treatment === 'altered') {
      const headers = { ...answer.headers }
      if (body.length > 0) body[0] = (body[0] ?? 0) ^ 1
      else if (headers['docker-content-digest'] !== undefined)
        headers['docker-content-digest'] = `sha256:${'0'.repeat(64)}`
      response.writeHead(answer.statusCode ?? 502, headers).end(body)
      return
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy())
  })
}
