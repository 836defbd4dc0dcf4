import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname } from 'node:path'

/** A git server over HTTP that asks for a token, as GitHub does for a private repository. */
export interface GitServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Address of the repository. */
  readonly url: string
  /** The `authorization` headers of every request so far, as they were sent. */
  readonly seen: (readonly string[])[]
  readonly close: () => Promise<void>
}

/** The header that carries a token as actions/checkout sends it. */
export function basicOf(token: string): string {
  return `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

/** Serves a bare repository with `git http-backend` to those who show the token; others get 401. */
export function serveGit(remote: string, token: string): Promise<GitServer> {
  return serve(remote, (request, response, shown) => {
    // GitHub refuses a request with two of them.
    if (shown.length > 1) response.writeHead(400).end('Duplicate header: "Authorization"')
    else if (shown[0]?.toLowerCase() !== basicOf(token).toLowerCase()) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
    } else backend(remote, request, response)
  })
}

/** Answers every request in a way of its own. */
export async function serve(
  remote: string,
  answer: (request: IncomingMessage, response: ServerResponse, shown: readonly string[]) => void
): Promise<GitServer> {
  const seen: (readonly string[])[] = []
  const server = createServer((request, response) => {
    const { rawHeaders } = request
    const shown = rawHeaders.filter((_, at) => rawHeaders[at - 1]?.toLowerCase() === 'authorization')
    seen.push(shown)
    answer(request, response, shown)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, url: `${origin}/${basename(remote)}`, seen, close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

/** Runs git's own CGI program: RFC 3875 in, its header lines and body out. */
function backend(remote: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://server')
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: dirname(remote),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '')
    }
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stdin.on('error', () => undefined)
  child.on('close', () => {
    const all = Buffer.concat(output)
    const end = all.indexOf('\r\n\r\n')
    const headers = all
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map(line => /^([^:]+): (.*)$/.exec(line))
      .flatMap(match => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]))
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200'
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers)).end(all.subarray(end + 4))
  })
  request.pipe(child.stdin)
}
