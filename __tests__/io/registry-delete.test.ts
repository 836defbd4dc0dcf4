import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RegistryError } from '../../src/io/registry-error.js'
import { client, faultyServer, quickClock, type FaultyServer } from './registry-rig.js'

const DIGEST = `sha256:${'a'.repeat(64)}`

let server: FaultyServer
let repository: string
beforeEach(async () => {
  server = await faultyServer()
  repository = `${server.host}/acme/x`
})
afterEach(() => server.stop())

describe('deleting at a registry', () => {
  test.each([
    [200, 'deleted'],
    [202, 'deleted'],
    [204, 'deleted'],
    [404, 'gone'],
    [405, 'unsupported']
  ])('an answer of %i means %s', async (status, end) => {
    server.answer = (_, response) => response.writeHead(status).end()
    expect(await client().deleteManifest(repository, DIGEST)).toBe(end)
    expect(await client().deleteTag(repository, 'old')).toBe(end)
    expect(server.seen).toEqual([`DELETE /v2/acme/x/manifests/${DIGEST}`, 'DELETE /v2/acme/x/manifests/old'])
  })

  test.each([
    ['UNSUPPORTED', 'unsupported'],
    ['DIGEST_INVALID', 'unsupported'],
    ['NAME_INVALID', undefined]
  ])('a 400 that says %s', async (code, end) => {
    server.answer = (_, response) => response.writeHead(400).end(JSON.stringify({ errors: [{ code }] }))
    const deleting = client().deleteTag(repository, 'old')
    if (end === undefined) await expect(deleting).rejects.toThrow('status 400')
    else expect(await deleting).toBe(end)
  })

  test('a 400 that calls a digest invalid is an error where it was one', async () => {
    server.answer = (_, response) =>
      response.writeHead(400).end(JSON.stringify({ errors: [{ code: 'DIGEST_INVALID' }] }))
    await expect(client().deleteManifest(repository, DIGEST)).rejects.toThrow('status 400')
  })

  test('an error of the registry is tried again, and a lost answer leaves nothing to delete', async () => {
    const clock = quickClock()
    server.answer = (request, response, count) =>
      count === 1
        ? response.writeHead(503).end()
        : count === 2
          ? request.socket.resetAndDestroy()
          : response.writeHead(404).end()
    expect(await client({ clock }).deleteManifest(repository, DIGEST)).toBe('gone')
    expect(server.seen).toHaveLength(3)
    expect(clock.waits[0]).toBe(1000)
  })

  test('a refusal names the right that is missing', async () => {
    server.answer = (_, response) => response.writeHead(403).end()
    const error = await client()
      .deleteManifest(repository, DIGEST)
      .catch((thrown: unknown) => thrown as RegistryError)
    expect(String(error)).toContain(`refuses the right to delete (403) while deleting ${DIGEST}`)
    expect(String(error)).toContain('needs the right to delete there')
  })

  test('asks the login service for the right to delete, and not to push', async () => {
    server.answer = (request, response) => {
      const url = new URL(request.url ?? '', `http://${server.host}`)
      if (url.pathname === '/token') response.writeHead(200).end('{"token":"t"}')
      else if (request.headers.authorization === 'Bearer t') response.writeHead(202).end()
      else {
        const header = `Bearer realm="http://${server.host}/token",service="registry"`
        response.writeHead(401, { 'www-authenticate': header }).end()
      }
    }
    expect(await client().deleteManifest(repository, DIGEST)).toBe('deleted')
    const asked = server.seen.find(each => each.startsWith('GET /token')) ?? ''
    expect(decodeURIComponent(asked)).toContain('scope=repository:acme/x:pull,delete')
  })
})

describe('a list of tags', () => {
  const page = (tags: readonly string[]): string => JSON.stringify({ name: 'acme/x', tags })

  test('that breaks off on a later page is an error, and not a shorter list', async () => {
    server.answer = (_, response, count) =>
      count === 1
        ? response
            .writeHead(200, { link: '</v2/acme/x/tags/list?n=1000&last=a>; rel="next"' })
            .end(page(['a']))
        : response.writeHead(404).end()
    await expect(client().tags(repository)).rejects.toThrow('while listing tags')
  })

  test('that never ends is an error', async () => {
    server.answer = (_, response) =>
      response.writeHead(200, { link: '</v2/acme/x/tags/list?n=1000&last=a>; rel="next"' }).end(page(['a']))
    await expect(client().tags(repository)).rejects.toThrow('lists tags on more than 1000 pages')
  })
})
