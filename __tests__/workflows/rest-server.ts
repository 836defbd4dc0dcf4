import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A pull request as the server keeps it. */
export interface KeptPullRequest {
  readonly number: number
  readonly head: string
  readonly base: string
  title: string
  body: string
}

/** A server that speaks the part of GitHub's REST API that pull requests need. */
export interface RestServer {
  readonly url: string
  readonly pullRequests: readonly KeptPullRequest[]
  /** Values of the header `authorization` that were sent. */
  readonly authorizations: readonly string[]
  /** Answers to the creation of pull requests with 403 from now on, as a repository does that does not allow it. */
  forbidCreation: boolean
  readonly stop: () => Promise<void>
}

/** Starts the server on this machine. Paths and fields: docs.github.com "REST API endpoints for pull requests". */
export async function startRestServer(): Promise<RestServer> {
  const pullRequests: KeptPullRequest[] = []
  const authorizations: string[] = []
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization ?? '')
    answer(request, response, pullRequests, rest).catch((error: unknown) => {
      send(response, 500, { message: String(error) })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const rest: RestServer = {
    url: `http://127.0.0.1:${port}`,
    pullRequests,
    authorizations,
    forbidCreation: false,
    stop: () => new Promise(resolve => server.close(() => resolve()))
  }
  return rest
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pullRequests: KeptPullRequest[],
  { forbidCreation }: RestServer
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://rest')
  const [, owner, name, number] = /^\/repos\/([^/]+)\/([^/]+)\/pulls(?:\/(\d+))?$/.exec(url.pathname) ?? []
  if (owner === undefined || name === undefined) return send(response, 404, { message: 'Not Found' })
  const shown = (each: KeptPullRequest): object => {
    return { ...each, state: 'open', html_url: `https://github.com/${owner}/${name}/pull/${each.number}` }
  }
  if (request.method === 'GET') {
    const { searchParams } = url
    const found = pullRequests.filter(
      each => searchParams.get('head') === `${owner}:${each.head}` && searchParams.get('base') === each.base
    )
    return send(response, 200, found.map(shown))
  }
  const body = (await bodyOf(request)) as Omit<KeptPullRequest, 'number'>
  if (request.method === 'PATCH') {
    const open = pullRequests.find(each => String(each.number) === number)
    if (open === undefined) return send(response, 404, { message: 'Not Found' })
    return send(response, 200, shown(Object.assign(open, { title: body.title, body: body.body })))
  }
  if (forbidCreation) {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.'
    return send(response, 403, { message })
  }
  const made: KeptPullRequest = { ...body, number: pullRequests.length + 1 }
  pullRequests.push(made)
  return send(response, 201, shown(made))
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
