import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openRunCache } from '../../src/io/run-cache.js'

/** A cache service as `@actions/cache` speaks to one (version 1 of its API); entries are found by the beginning of a key. */
interface Entry {
  readonly key: string
  readonly version: string
  body: Buffer
  done: boolean
}

const LONGEST = 1000
let server: Server
let url: string
let folder: string
let home: string
let entries: Entry[]
/** The status that everything is answered with, when it is not 200. */
let trouble: number | undefined
let before: NodeJS.ProcessEnv

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  home = process.cwd()
  folder = mkdtempSync(join(tmpdir(), 'base-images-run-cache-'))
  mkdirSync(join(folder, 'work'))
  mkdirSync(join(folder, 'temp'))
  before = { ...process.env }
  // The client knows the service, the folder and where archives go from the environment of the runner.
  Object.assign(process.env, {
    ACTIONS_CACHE_URL: url,
    ACTIONS_RUNTIME_TOKEN: 'no-token-of-anybody',
    GITHUB_WORKSPACE: join(folder, 'work'),
    RUNNER_TEMP: join(folder, 'temp')
  })
  process.chdir(join(folder, 'work'))
})

afterAll(async () => {
  process.chdir(home)
  process.env = before
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  entries = []
  trouble = undefined
})

async function answer(request: IncomingMessage): Promise<{ status: number; body: string | Buffer }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const { pathname, searchParams } = new URL(request.url ?? '', url)
  if (trouble !== undefined) return { status: trouble, body: '{"message":"not today"}' }
  if (pathname === '/_apis/artifactcache/cache') {
    const keys = (searchParams.get('keys') ?? '').split(',')
    const version = searchParams.get('version')
    const found = entries.findLast(
      entry => entry.done && entry.version === version && keys.some(key => entry.key.startsWith(key))
    )
    if (found === undefined) return { status: 204, body: '' }
    const archiveLocation = `${url}archive/${entries.indexOf(found)}`
    return { status: 200, body: JSON.stringify({ archiveLocation, cacheKey: found.key }) }
  }
  const at = Number(pathname.split('/').at(-1))
  if (pathname.startsWith('/archive/')) return { status: 200, body: entries[at]?.body ?? '' }
  if (pathname === '/_apis/artifactcache/caches') {
    const { key, version } = JSON.parse(body.toString()) as Pick<Entry, 'key' | 'version'>
    if (entries.some(entry => entry.key === key)) return { status: 409, body: '{"message":"is there"}' }
    const cacheId = entries.push({ key, version, body: Buffer.alloc(0), done: false })
    return { status: 201, body: JSON.stringify({ cacheId }) }
  }
  const entry = entries[at - 1]
  if (entry === undefined) return { status: 404, body: '' }
  if (request.method === 'PATCH') entry.body = Buffer.concat([entry.body, body])
  if (request.method === 'POST') entry.done = true
  return { status: request.method === 'PATCH' ? 204 : 200, body: '' }
}

/** The cache, whose service is known. */
async function opened(): Promise<NonNullable<Awaited<ReturnType<typeof openRunCache>>>> {
  const cache = await openRunCache({ ACTIONS_CACHE_URL: url }, LONGEST)
  if (cache === undefined) throw new Error('there is no cache')
  return cache
}

/** Puts what a person wrote into the archive of the newest entry, in place of the text. */
function replaceArchive(make: (folder: string) => void): void {
  const scratch = mkdtempSync(join(folder, 'archive-'))
  make(scratch)
  const archive = join(folder, 'archive.tar.zst')
  execFileSync('tar', ['--zstd', '-cf', archive, '-C', scratch, '.base-images-a.json'])
  const entry = entries.at(-1)
  if (entry !== undefined) entry.body = execFileSync('cat', [archive])
}

describe('the cache of runs', () => {
  test('is none where the runner names no service', async () => {
    expect(await openRunCache({}, LONGEST)).toBeUndefined()
    expect(await openRunCache({ ACTIONS_CACHE_URL: '' }, LONGEST)).toBeUndefined()
  })

  test('gives the newest text that was kept under a key with a beginning, and leaves no file behind', async () => {
    const cache = await opened()
    await cache.keep('a-1', 'a.json', 'one')
    await cache.keep('a-2', 'a.json', 'two')
    await cache.keep('b-1', 'a.json', 'other')
    expect(await cache.find('a-', 'a.json')).toBe('two')
    expect(await cache.find('a-1', 'a.json')).toBe('one')
    expect(await cache.find('c-', 'a.json')).toBeUndefined()
    expect(await cache.find('a-', 'b.json')).toBeUndefined()
    expect(readdirSync('.')).toEqual([])
  })

  test('keeps the first text under a key', async () => {
    const cache = await opened()
    await cache.keep('a-1', 'a.json', 'one')
    await cache.keep('a-1', 'a.json', 'two')
    expect(await cache.find('a-', 'a.json')).toBe('one')
  })

  test('finds several texts at once', async () => {
    const cache = await opened()
    const names = ['a', 'b', 'c', 'd']
    for (const name of names) await cache.keep(`${name}-1`, `${name}.json`, name)
    const found = await Promise.all(names.map(name => cache.find(`${name}-`, `${name}.json`)))
    expect(found).toEqual(names)
  })

  test.each([401, 404, 429, 503])(
    'tells nothing and ends well when the service answers %i',
    async status => {
      const cache = await opened()
      await cache.keep('a-1', 'a.json', 'one')
      trouble = status
      expect(await cache.find('a-', 'a.json')).toBeUndefined()
      await cache.keep('a-2', 'a.json', 'two')
      expect(readdirSync('.')).toEqual([])
    },
    60_000
  )

  test.each([
    [
      'a link to another file',
      (at: string) => {
        writeFileSync(join(folder, 'other'), 'of somebody else')
        symlinkSync(join(folder, 'other'), join(at, '.base-images-a.json'))
      }
    ],
    ['a folder', (at: string) => mkdirSync(join(at, '.base-images-a.json'))],
    ['a long text', (at: string) => writeFileSync(join(at, '.base-images-a.json'), 'x'.repeat(LONGEST + 1))]
  ])('does not read %s', async (_, make) => {
    const cache = await opened()
    await cache.keep('a-1', 'a.json', 'one')
    replaceArchive(make)
    expect(await cache.find('a-', 'a.json')).toBeUndefined()
    expect(readdirSync('.')).toEqual([])
  })

  test('does not read what is no archive', async () => {
    const cache = await opened()
    await cache.keep('a-1', 'a.json', 'one')
    const entry = entries.at(-1)
    if (entry !== undefined) entry.body = Buffer.from('nothing of the kind')
    expect(await cache.find('a-', 'a.json')).toBeUndefined()
  })
})
