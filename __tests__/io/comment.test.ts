import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeComment } from '../../src/io/comment.js'
import type { CommentEnd } from '../../src/io/comment.js'
import { startGithubApi } from '../support/github-api.js'
import type { GithubApi } from '../support/github-api.js'

const MARKER = '<!-- base-images 0123456789abcdef -->'
const BODY = `${MARKER}\n## Images\n`

let api: GithubApi

beforeEach(async () => {
  api = await startGithubApi('acme/shop', 7, 'a-token')
})

afterEach(async () => {
  await api.stop()
})

function write(body = BODY, token = 'a-token'): Promise<CommentEnd> {
  const place = { repository: 'acme/shop', number: 7, marker: MARKER }
  return writeComment({ apiUrl: api.url, token, ...place, body })
}

function talk(count: number): void {
  for (let id = 1; id <= count; id += 1) api.comments.push({ id, body: `comment ${id}` })
}

describe('the comment of a pull request', () => {
  test('is written once, then changed in place', async () => {
    expect(await write()).toEqual({ kind: 'written' })
    expect(await write(`${BODY}more\n`)).toEqual({ kind: 'written' })
    expect(api.comments.map(comment => comment.body)).toEqual([`${BODY}more\n`])
  })

  test('is found on page 3 of a busy pull request and changed there', async () => {
    talk(250)
    api.comments.push({ id: 777, body: `${MARKER}\nold` })
    for (let id = 300; id < 350; id += 1) api.comments.push({ id, body: `quotes ${MARKER}` })
    expect(await write()).toEqual({ kind: 'written' })
    expect(api.comments).toHaveLength(301)
    expect(api.comments.find(comment => comment.id === 777)?.body).toBe(BODY)
    expect(api.requests).toHaveLength(4)
  })

  test('is left alone when nothing changed, whatever GitHub does to line ends', async () => {
    api.comments.push({ id: 5, body: BODY.replaceAll('\n', '\r\n').trimEnd() })
    expect(await write()).toEqual({ kind: 'unchanged' })
    expect(api.requests.every(request => request.startsWith('GET '))).toBe(true)
  })

  test('of somebody who only quotes the marker is not ours', async () => {
    api.comments.push({ id: 5, body: `See ${MARKER}` })
    expect(await write()).toEqual({ kind: 'written' })
    expect(api.comments).toHaveLength(2)
  })

  test.each([403, 404])('that may not be written (%i) is told with what to grant', async status => {
    api.refuseWith = status
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
    api.refuseWith = 502
    expect((await write()).kind).toBe('failed')
  })
})
