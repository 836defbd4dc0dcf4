import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeComment } from '../../src/io/comment.js'
import type { CommentEnd } from '../../src/io/comment.js'

/** A server that speaks the part of GitHub's REST API that comments need, with its pages of at most 100. */

interface Comment {
  readonly id: number
  body: string
}

const MARKER = '<!-- base-images 0123456789abcdef -->'
const BODY = `${MARKER}\n## Images\n`

let server: Server
let comments: Comment[]
let requests: string[]
let refuseWith: number | undefined

beforeEach(async () => {
  comments = []
  requests = []
  refuseWith = undefined
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://localhost')
      requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`)
      const answer = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end(JSON.stringify(value))
      }
      if (request.headers.authorization !== 'token a-token')
        return answer(401, { message: 'Bad credentials' })
      if (refuseWith !== undefined)
        return answer(refuseWith, { message: 'Resource not accessible by integration' })
      const text = chunks.length === 0 ? '{"body":""}' : Buffer.concat(chunks).toString('utf8')
      const { body } = JSON.parse(text) as { readonly body: string }
      const list = '/repos/acme/shop/issues/7/comments'
      if (request.method === 'GET' && url.pathname === list) {
        const size = Number(url.searchParams.get('per_page') ?? '30')
        const page = Number(url.searchParams.get('page') ?? '1')
        const next = `<${urlOf(server)}${list}?per_page=${size}&page=${page + 1}>; rel="next"`
        const rest = comments.length > page * size
        return answer(200, comments.slice((page - 1) * size, page * size), rest ? { link: next } : {})
      }
      if (request.method === 'POST' && url.pathname === list) {
        comments.push({ id: 1000 + comments.length, body })
        return answer(201, comments.at(-1))
      }
      const id = Number(/^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1])
      const found = comments.find(comment => comment.id === id)
      if (request.method !== 'PATCH' || found === undefined) return answer(404, { message: 'Not Found' })
      found.body = body
      return answer(200, found)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

function urlOf(listening: Server): string {
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
}

function write(body = BODY, token = 'a-token'): Promise<CommentEnd> {
  const place = { repository: 'acme/shop', number: 7, marker: MARKER }
  return writeComment({ apiUrl: urlOf(server), token, ...place, body })
}

function talk(count: number): void {
  for (let id = 1; id <= count; id += 1) comments.push({ id, body: `comment ${id}` })
}

describe('the comment of a pull request', () => {
  test('is written once, then changed in place', async () => {
    expect(await write()).toEqual({ kind: 'written' })
    expect(await write(`${BODY}more\n`)).toEqual({ kind: 'written' })
    expect(comments.map(comment => comment.body)).toEqual([`${BODY}more\n`])
  })

  test('is found on page 3 of a busy pull request and changed there', async () => {
    talk(250)
    comments.push({ id: 777, body: `${MARKER}\nold` })
    for (let id = 300; id < 350; id += 1) comments.push({ id, body: `quotes ${MARKER}` })
    expect(await write()).toEqual({ kind: 'written' })
    expect(comments).toHaveLength(301)
    expect(comments.find(comment => comment.id === 777)?.body).toBe(BODY)
    expect(requests).toHaveLength(4)
  })

  test('is left alone when nothing changed, whatever GitHub does to line ends', async () => {
    comments.push({ id: 5, body: BODY.replaceAll('\n', '\r\n').trimEnd() })
    expect(await write()).toEqual({ kind: 'unchanged' })
    expect(requests.every(request => request.startsWith('GET '))).toBe(true)
  })

  test('of somebody who only quotes the marker is not ours', async () => {
    comments.push({ id: 5, body: `See ${MARKER}` })
    expect(await write()).toEqual({ kind: 'written' })
    expect(comments).toHaveLength(2)
  })

  test.each([403, 404])('that may not be written (%i) is told with what to grant', async status => {
    refuseWith = status
    const end = await write()
    expect(end.kind).toBe('not allowed')
    expect('why' in end ? end.why : '').toContain('pull-requests: write')
  })

  test('with a token that is no longer valid is told, and the token is not', async () => {
    const end = await write(BODY, 'secret-of-somebody')
    expect(end.kind).toBe('not allowed')
    expect(JSON.stringify(end)).not.toContain('secret-of-somebody')
  })

  test('that GitHub cannot take now is told, not thrown', async () => {
    refuseWith = 502
    expect((await write()).kind).toBe('failed')
  })
})
