import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a registry lets through: everything, reading only, or nothing. */
export type Rights = 'all' | 'read' | 'none'

/** A registry in front of the one of the tests, which refuses as GHCR does and notes every attempt to write. */
export interface Gatekeeper {
  /** `127.0.0.1:port`. */
  readonly host: string
  rights: Rights
  /** `PUT /v2/…` of every request that was refused. */
  readonly refused: string[]
  readonly stop: () => Promise<void>
}

/** Starts a gatekeeper in front of the registry on `host`. */
export async function startGatekeeper(host: string): Promise<Gatekeeper> {
  const [name = '', port = ''] = host.split(':')
  const refused: string[] = []
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const reads = method === 'GET' || method === 'HEAD'
    const allowed = url === '/v2/' || gatekeeper.rights === 'all' || (gatekeeper.rights === 'read' && reads)
    if (!allowed) {
      refused.push(`${method} ${url}`)
      request.resume()
      response.writeHead(403, { 'content-type': 'application/json' })
      response.end('{"errors":[{"code":"DENIED","message":"permission_denied"}]}')
      return
    }
    // The host of the request stays, so that the addresses in answers lead here.
    const onward = send({ host: name, port, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const gatekeeper: Gatekeeper = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    rights: 'all',
    refused,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
  return gatekeeper
}
