import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../tools/engine/registry.mjs'
import { buildTools } from '../../tools/engine/build-tools.mjs'
import { openRegistry, type RegistryOptions } from '../../src/io/registry.js'
import type { Clock, Registry } from '../../src/ports.js'

/** A clock whose waits are noted and take no time. */
export function quickClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = []
  let now = 1_800_000_000_000
  return {
    waits,
    now: () => now,
    sleep: ms => {
      waits.push(ms)
      now += ms
      return Promise.resolve()
    }
  }
}

/** A client with a quick clock and no logins unless given. */
export function client(options: Partial<RegistryOptions> = {}): Registry {
  return openRegistry({
    clock: quickClock(),
    credentials: () => Promise.resolve(undefined),
    random: () => 0.5,
    ...options
  })
}

/** Starts the embedded registry in a folder of its own; `stop` also removes the folder. */
export async function realRegistry(): Promise<{ host: string; stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'registry-'))
  await buildTools(['registry'])
  const registry = await startRegistry({ dir })
  return {
    host: registry.host,
    stop: async () => {
      await registry.stop()
      await rm(dir, { recursive: true, force: true })
    }
  }
}

/** A server that answers by a function, as a registry in trouble would; `seen` holds `METHOD path` of every request. */
export interface FaultyServer {
  readonly host: string
  readonly seen: string[]
  readonly authorizations: (string | undefined)[]
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void
  readonly stop: () => Promise<void>
}

export async function faultyServer(): Promise<FaultyServer> {
  const seen: string[] = []
  const authorizations: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
    authorizations.push(request.headers.authorization)
    rig.answer(request, response, seen.length)
  })
  const host = await listen(server)
  const rig: FaultyServer = {
    host,
    seen,
    authorizations,
    answer: (_, response) => response.writeHead(404).end(),
    stop: () => stopServer(server)
  }
  return rig
}

/** Listens on a free port of this machine. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}`
}

export async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
}
