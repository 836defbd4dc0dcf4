import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A comment as the server keeps it. */
export interface KeptComment {
  readonly id: number
  body: string
}

/** A server that speaks the part of GitHub's REST API that comments need, with its pages of at most 100. */
export interface GithubApi {
  readonly url: string
  /** Comments of pull request 7 of acme/shop, or of the repository and number that it was started for. */
  readonly comments: KeptComment[]
  /** `GET /path?query` of every request. */
  readonly requests: string[]
  /** When set, every request is refused with this status. */
  refuseWith: number | undefined
  readonly stop: () => Promise<void>
}

/** Starts the server for one pull request; it takes one token. */
export async function startGithubApi(repository: string, number: number, token: string): Promise<GithubApi> {
  const comments: KeptComment[] = []
  const requests: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://localhost')
      requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`)
      const answer = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end(JSON.stringify(value))
      }
      if (request.headers.authorization !== `token ${token}`)
        return answer(401, { message: 'Bad credentials' })
      if (api.refuseWith !== undefined)
        return answer(api.refuseWith, { message: 'Resource not accessible by integration' })
      const text = chunks.length === 0 ? '{"body":""}' : Buffer.concat(chunks).toString('utf8')
      const { body } = JSON.parse(text) as { readonly body: string }
      const list = `/repos/${repository}/issues/${number}/comments`
      if (request.method === 'GET' && url.pathname === list) {
        const size = Number(url.searchParams.get('per_page') ?? '30')
        const page = Number(url.searchParams.get('page') ?? '1')
        const next = `<${api.url}${list}?per_page=${size}&page=${page + 1}>; rel="next"`
        const rest = comments.length > page * size
        return answer(200, comments.slice((page - 1) * size, page * size), rest ? { link: next } : {})
      }
      if (request.method === 'POST' && url.pathname === list) {
        comments.push({ id: 1000 + comments.length, body })
        return answer(201, comments.at(-1))
      }
      const one = new RegExp(`^/repos/${repository}/issues/comments/(\\d+)$`).exec(url.pathname)
      const found = comments.find(comment => comment.id === Number(one?.[1]))
      if (request.method !== 'PATCH' || found === undefined) return answer(404, { message: 'Not Found' })
      found.body = body
      return answer(200, found)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const api: GithubApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests,
    refuseWith: undefined,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
  return api
}
