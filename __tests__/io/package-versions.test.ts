import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deletingVersions, openPackages } from '../../src/io/package-versions.js'
import type { PackageVersions } from '../../src/io/package-versions.js'
import { client, faultyServer, listen, stopServer } from './registry-rig.js'

const TOKEN = 'a-token'
const digest = (at: number): string => `sha256:${String(at).padStart(64, '0')}`

let server: Server
let packages: PackageVersions
let requests: string[]
let refuse: { readonly on: RegExp; readonly status: number } | undefined
let versions: { readonly id: number; readonly name: string; readonly metadata: object }[]

/** Speaks the part of the REST API that package versions need, for one package of an organisation. */
beforeEach(async () => {
  requests = []
  refuse = undefined
  versions = Array.from({ length: 130 }, (_, at) => ({
    id: 1000 + at,
    name: digest(at),
    metadata: { package_type: 'container', container: { tags: at < 3 ? [] : [`tag-${at}`] } }
  }))
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const line = `${request.method ?? ''} ${url.pathname}`
    requests.push(line)
    const answer = (status: number, value?: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(value === undefined ? undefined : JSON.stringify(value))
    }
    const list = '/orgs/acme/packages/container/team%2Fweb/versions'
    if (request.headers.authorization !== `token ${TOKEN}`) return answer(401, { message: 'Bad credentials' })
    if (refuse?.on.test(line) === true) return answer(refuse.status, { message: 'Not this one' })
    if (line === 'GET /users/acme') return answer(200, { login: 'acme', type: 'Organization' })
    if (line === `GET ${list}`) {
      const page = Number(url.searchParams.get('page') ?? '1')
      const next = `<http://${request.headers.host ?? ''}${list}?per_page=100&page=${page + 1}>; rel="next"`
      const part = versions.slice((page - 1) * 100, page * 100)
      return answer(200, part, versions.length > page * 100 ? { link: next } : {})
    }
    const at = versions.findIndex(version => line === `DELETE ${list}/${version.id}`)
    if (at === -1) return answer(404, { message: 'Not Found' })
    versions.splice(at, 1)
    return answer(204)
  })
  packages = await openPackages({ apiUrl: `http://${await listen(server)}`, token: TOKEN })
})
afterEach(() => stopServer(server))

const REPOSITORY = 'ghcr.io/acme/team/web'

describe('versions of a package', () => {
  test('without a tag are listed over all pages', async () => {
    versions.push({ id: 5000, name: digest(5000), metadata: { container: { tags: [] } } })
    expect(await packages.untagged(REPOSITORY)).toEqual([0, 1, 2, 5000].map(digest))
  })

  test('are deleted by digest, and only that one', async () => {
    expect(await packages.remove(REPOSITORY, digest(1))).toBe('deleted')
    expect(versions.map(each => each.id)).toEqual(
      Array.from({ length: 130 }, (_, at) => 1000 + at).filter(id => id !== 1001)
    )
    expect(await packages.remove(REPOSITORY, digest(1))).toBe('gone')
    expect(requests.filter(each => each.startsWith('DELETE'))).toHaveLength(2)
  })

  test('that the token does not see are not taken for deleted', async () => {
    expect(await packages.untagged('ghcr.io/acme/other')).toEqual([])
    expect(await packages.remove('ghcr.io/acme/other', digest(1))).toBe('unsupported')
    expect(await packages.remove(REPOSITORY, digest(999))).toBe('unsupported')
  })

  test.each([
    ['GET /orgs', () => packages.untagged(REPOSITORY), 'while listing package versions'],
    ['DELETE', () => packages.remove(REPOSITORY, digest(1)), `deleting the package version ${digest(1)}`]
  ])('a refusal of %s names the package and holds no token', async (on, ask, doing) => {
    refuse = { on: new RegExp(`^${on}`), status: 403 }
    const error = await ask().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'RegistryError', repository: REPOSITORY, status: 403 })
    expect(String(error)).toContain(doing)
    expect(String(error)).toContain('Not this one')
    expect(String(error)).not.toContain(TOKEN)
  })

  test('stand in for the deletion of ghcr.io only', async () => {
    const other = await faultyServer()
    other.answer = (_, response) => response.writeHead(202).end()
    const registry = deletingVersions(client(), packages)
    expect(await registry.deleteTag(REPOSITORY, 'tag-5')).toBe('unsupported')
    expect(await registry.deleteManifest(REPOSITORY, digest(5))).toBe('deleted')
    expect(await registry.deleteTag(`${other.host}/acme/x`, 'old')).toBe('deleted')
    expect(await registry.deleteManifest(`${other.host}/acme/x`, digest(5))).toBe('deleted')
    expect(other.seen).toHaveLength(2)
    await other.stop()
  })
})
