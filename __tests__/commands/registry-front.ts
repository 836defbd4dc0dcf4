import { createServer, request as send } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { listen, stopServer } from '../io/registry-rig.js'

/** A registry in front of the real one, that passes on what it does not answer itself. */
export interface RegistryFront {
  readonly host: string
  /** `METHOD path` of every request. */
  readonly seen: string[]
  /** A status to answer with in place of the real registry; undefined passes the request on. */
  answer: (request: IncomingMessage) => number | undefined | Promise<number | undefined>
  readonly stop: () => Promise<void>
}

/** Starts a front for the registry of this prefix (`host/path`). */
export async function startFront(prefix: string): Promise<RegistryFront> {
  const [hostname = '', port = ''] = (prefix.split('/')[0] ?? '').split(':')
  const seen: string[] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '' } = request
    seen.push(`${method} ${path}`)
    void Promise.resolve(front.answer(request)).then(status => {
      if (status !== undefined) {
        request.resume()
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"errors":[]}')
        return
      }
      const passed = send({ hostname, port, method, path, headers: request.headers }, answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      passed.on('error', () => response.destroy())
      request.pipe(passed)
    })
  })
  const host = await listen(server)
  const front: RegistryFront = { host, seen, answer: () => undefined, stop: () => stopServer(server) }
  return front
}
