import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

let repository: TestRepository

beforeEach(() => {
  repository = makeRepository({
    'images/manifest.yaml': 'version: 1\nregistry: ghcr.io/acme\nimages: { base: {}, plain: {} }\n',
    'images/base/Dockerfile': 'FROM scratch\nARG PATCH_EPOCH\nCOPY Dockerfile /\n',
    'images/plain/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n'
  })
})
afterAll(disposeRepositories)

const lock = (...words: readonly string[]): ReturnType<typeof runCli> =>
  runCli(repository.folder, ['lock', ...words])
const written = (): boolean => existsSync(join(repository.folder, 'images/lock.yaml'))

test('lock says what is missing and what to do, and ends with 0', () => {
  const { code, out } = lock()
  expect(code).toBe(0)
  expect(out).toContain('There is no images/lock.yaml.')
  expect(out).toContain('Next: base-images lock --refresh')
})

test('lock --refresh without bases asks no registry and writes epochs; again it writes nothing', () => {
  const first = lock('--refresh', '--epoch', '2026-W47')
  expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' })
  expect(first.out).toContain('patch epoch 2026-W47 for 1 image')
  expect(lock('--refresh', '--epoch', '2026-W47').out).toBe('Nothing moved.\n\nNothing to do.\n')
  expect(lock().out).toContain('base 2026-W47')
})

test('lock --refresh --dry-run writes nothing', () => {
  expect(lock('--refresh', '--dry-run').out).toContain('Nothing was written.')
  expect(written()).toBe(false)
})

test('lock --refresh --format json prints what changed and the text of the file', () => {
  const answer = JSON.parse(lock('--refresh', '--epoch', 'e1', '--format', 'json').out) as Record<
    string,
    unknown
  >
  expect(answer).toMatchObject({
    state: 'written',
    changed: true,
    file: 'images/lock.yaml',
    bases: [],
    epochs: [{ image: 'base', before: null, now: 'e1' }],
    text: expect.stringContaining('epoch: e1')
  })
  expect(JSON.parse(lock('--format', 'json').out)).toMatchObject({
    epochs: [{ image: 'base', epoch: 'e1', weeks: null }]
  })
})

test('lock --refresh ends with 1 when no base can be asked', () => {
  repository.write({ 'images/plain/Dockerfile': 'FROM 127.0.0.1:1/nothing/there:1\n' })
  const { code, out, err } = lock('--refresh')
  expect(code).toBe(1)
  expect(out).toContain('No base could be asked, so nothing was written.')
  expect(err).toContain('warning W002')
  expect(written()).toBe(false)
}, 120_000)

test.each([['--epoch', 'e1'], ['--dry-run']])('lock %s without --refresh is refused', (...words) => {
  const { code, err } = lock(...words)
  expect(code).toBe(2)
  expect(err).toContain('--refresh is not given')
})

test('a lock that cannot be read ends with 2 and its line', () => {
  repository.write({ 'images/lock.yaml': 'version: 1\nbases: []\n' })
  const { code, err } = lock()
  expect(code).toBe(2)
  expect(err).toContain('images/lock.yaml:2:8: error M010')
})
