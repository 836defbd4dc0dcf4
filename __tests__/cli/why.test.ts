import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

let repository: TestRepository

beforeAll(() => {
  repository = makeRepository({
    'images/manifest.yaml': 'version: 1\nregistry: ghcr.io/acme\nimages: { base: {}, web: {}, other: {} }\n',
    'images/base/Dockerfile': 'FROM debian:12\nCOPY a.txt /\n',
    'images/base/a.txt': 'one',
    'images/web/Dockerfile': 'FROM ghcr.io/acme/base\n',
    'images/other/Dockerfile': 'FROM scratch\n'
  })
  repository.commit('more', { 'images/base/a.txt': 'two', 'README.md': 'one' })
})
afterAll(disposeRepositories)

const why = (...words: readonly string[]): ReturnType<typeof runCli> =>
  runCli(repository.folder, ['why', ...words])

test('the JSON of an affected image has the chain with details', () => {
  const answer = JSON.parse(why('web', '--format', 'json').out) as Record<string, unknown>
  expect(answer).toMatchObject({
    base: { how: 'the commit before' },
    image: { name: 'web', action: 'build' },
    chain: [
      {
        name: 'web',
        reasons: [{ kind: 'parent', details: ['taken by images/web/Dockerfile:1 `FROM ghcr.io/acme/base`'] }]
      },
      {
        name: 'base',
        reasons: [{ kind: 'file', details: ['read by images/base/Dockerfile:2 `COPY a.txt /`'] }]
      }
    ],
    setAside: []
  })
})

test('the JSON of an unaffected image has every changed file with its why', () => {
  const answer = JSON.parse(why('other', '--format', 'json').out) as Record<string, unknown>
  expect(answer['setAside']).toEqual([
    { path: 'README.md', why: 'README.md is outside of the build context images/other' },
    { path: 'images/base/a.txt', why: 'images/base/a.txt is outside of the build context images/other' }
  ])
})

test('without a base the reason is that there is none', () => {
  const first = repository.git('rev-list', '--max-parents=0', 'HEAD').trim()
  repository.git('checkout', '--quiet', first)
  const { out } = why('web')
  repository.git('checkout', '--quiet', 'main')
  expect(out).toContain('web: build\n  because no trustworthy base commit: this is the first commit')
})

test('an image that was not asked for is told to be affected all the same', () => {
  expect(why('base', '--image', 'other').out).toContain('base is affected, but something else was asked for.')
})

test('when nothing changed it says so', () => {
  expect(why('web', '--base', 'HEAD').out).toContain('web is not affected: no file changed.')
})

test('many changed files of which the same is said share a line', () => {
  repository.write(Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`docs/${n + 10}.md`, 'one'])))
  const { out } = why('other', '--base', 'HEAD')
  repository.git('clean', '--quiet', '--force', '-d')
  expect(out).toContain('other is not affected: 25 files changed, and none counts for it.')
  const names = 'docs/10.md, docs/11.md, docs/12.md and 22 more'
  expect(out).toContain(`  ${names} are outside of the build context images/other\n`)
  expect(out).not.toContain('docs/13.md')
})

test('an image that is not there is an error that names those there are', () => {
  const run = why('wbe')
  expect(run.code).toBe(2)
  expect(run.err).toContain('the manifest has no image "wbe"; it has base, web, other')
})

test('a base that moved is told with its digests and the line that takes it', () => {
  const lock = (letter: string): string =>
    `version: 1\nbases:\n  docker.io/library/debian:12:\n    linux/amd64: { digest: "sha256:${letter.repeat(64)}", onbuild: [], env: [] }\n`
  const other = makeRepository({
    'images/manifest.yaml': 'version: 1\nregistry: ghcr.io/acme\nimages: { base: {} }\n',
    'images/lock.yaml': lock('a'),
    'images/base/Dockerfile': 'FROM debian:12\n'
  })
  other.commit('moved', { 'images/lock.yaml': lock('b') })
  expect(runCli(other.folder, ['why', 'base']).out).toContain(
    [
      '  because base debian:12 moved in the lock',
      '    taken by images/base/Dockerfile:1 `FROM debian:12`',
      '    sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb',
      ''
    ].join('\n')
  )
})
