import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parsePlan } from '../../src/plan/parse.js'
import { runCli } from '../support/compiled-cli.js'
import {
  disposeRepositories,
  makeClone,
  makeRemote,
  makeRepository,
  temporaryFolder
} from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

const TESTS = dirname(dirname(fileURLToPath(import.meta.url)))
const SHOP = parse(readFileSync(join(TESTS, 'golden', 'shop.yaml'), 'utf8')) as Files

let repository: TestRepository
let remote: string
let expected: string

beforeAll(() => {
  repository = makeRepository(SHOP)
  repository.commit('second', {
    'images/base/requirements.txt': 'requests==2.32.4\n',
    'web/public/İstanbul.html': 'x',
    'web/public/istanbul.html': 'x',
    'web/public/I.html': 'x',
    'web/public/ı.html': 'x'
  })
  remote = makeRemote(repository)
  expected = planIn(repository.folder)
})
afterAll(disposeRepositories)

function planIn(folder: string, environment: Readonly<Record<string, string>> = {}): string {
  const args = ['plan', '--base', 'HEAD~1', '--head', 'HEAD', '--format', 'json']
  const run = runCli(folder, args, environment)
  expect(run).toMatchObject({ code: 0, err: '' })
  return run.out
}

describe('the same commits give the same plan, byte for byte', () => {
  const surroundings: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another time zone', { TZ: 'Pacific/Kiritimati' }],
    ['a locale that knows other capitals', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }],
    ['a locale without UTF-8', { LC_ALL: 'C', LANG: 'C' }],
    ['a job of a workflow', { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_SHA: 'f'.repeat(40) }],
    [
      'a proxy that nobody answers at',
      { https_proxy: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' }
    ]
  ]
  test.each(surroundings)('with %s', (_, environment) => {
    expect(planIn(repository.folder, environment)).toBe(expected)
  })

  test('from a folder below the root', () => {
    expect(planIn(join(repository.folder, 'images', 'web'))).toBe(expected)
  })

  test('in another clone, in a bare home, with packed objects and other settings of git', () => {
    const clone = makeClone(remote)
    clone.git('gc', '--quiet')
    clone.git('config', 'core.quotePath', 'false')
    clone.git('config', 'core.autocrlf', 'true')
    clone.git('config', 'diff.noprefix', 'true')
    clone.git('config', 'status.showUntrackedFiles', 'no')
    expect(planIn(clone.folder, { HOME: temporaryFolder('home') })).toBe(expected)
  })

  test('whatever lies in the working tree', () => {
    const clone = makeClone(remote)
    clone.write({ 'images/manifest.yaml': 'broken: [', 'images/base/requirements.txt': 'other', new: 'x' })
    expect(planIn(clone.folder)).toBe(expected)
  })
})

test('the plan that is printed is a plan that can be read', () => {
  expect(parsePlan(expected)).toEqual(JSON.parse(expected))
})

test('a plan of the working tree is the plan of the commit that it becomes', () => {
  const clone = makeClone(remote)
  clone.write({ 'images/api/api.py': 'print(3)\n', 'web/public/new.html': 'x' })
  const images = (json: string): unknown => (JSON.parse(json) as { images: unknown }).images
  const before = runCli(clone.folder, ['plan', '--base', 'HEAD', '--format', 'json']).out
  expect(JSON.parse(before)).toMatchObject({ head: { dirty: true } })
  clone.commit('now for good')
  const after = runCli(clone.folder, ['plan', '--base', 'HEAD~1', '--format', 'json']).out
  expect(JSON.parse(after)).toMatchObject({ head: { dirty: false } })
  expect(images(after)).toEqual(images(before))
})
