import { chmodSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import type { Plan } from '../../src/plan/types.js'
import { runMeasured } from '../support/measured-cli.js'
import { disposeRepositories } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'
import { COMPARED, expectAffected, expectSound, MANIFEST, planOf, withDockerfile } from './sound.js'

// A process for each question, on a machine that may have other work to do; the limits themselves are of processor time.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

describe('a repository that is broken', () => {
  const rm = (revision: string) => (repository: TestRepository) => rmSync(objectOf(repository, revision))
  const fill = (revision: string, text: string) => (repository: TestRepository) => {
    rmSync(objectOf(repository, revision))
    writeFileSync(objectOf(repository, revision, true), text)
  }
  const put = (path: string, text: string) => (repository: TestRepository) =>
    writeFileSync(join(repository.folder, '.git', path), text)
  const cutPacked = (ending: string) => (repository: TestRepository) => {
    repository.git('gc', '--quiet')
    const folder = join(repository.folder, '.git', 'objects', 'pack')
    for (const name of readdirSync(folder).filter(each => each.endsWith(ending))) {
      chmodSync(join(folder, name), 0o644)
      truncateSync(join(folder, name), 60)
    }
  }
  const cases: readonly (readonly [string, (repository: TestRepository) => void])[] = [
    ['without the Dockerfile at head', rm('HEAD:images/a/Dockerfile')],
    ['without the manifest', rm(`HEAD:${MANIFEST}`)],
    ['without a file of the context at head', rm('HEAD:images/a/f')],
    ['without a file of the context at base', rm('HEAD~1:images/a/f')],
    ['without a folder at head', rm('HEAD:images/a')],
    ['without a folder at base', rm('HEAD~1:images/a')],
    ['without the tree of head', rm('HEAD^{tree}')],
    ['without the commit at head', rm('HEAD')],
    ['without the commit at base', rm('HEAD~1')],
    ['with a blob that is garbage', fill('HEAD:images/a/Dockerfile', 'garbage')],
    ['with a tree that is garbage', fill('HEAD:images/a', 'garbage')],
    ['with a tree that is empty', fill('HEAD:images/a', '')],
    [
      'with an index that is cut off',
      repository => truncateSync(join(repository.folder, '.git', 'index'), 40)
    ],
    ['with an index that is garbage', put('index', 'x'.repeat(500))],
    ['with a pack that is cut off', cutPacked('.pack')],
    ['with the index of a pack cut off', cutPacked('.idx')],
    ['with a HEAD that is garbage', put('HEAD', '\0garbage\n')],
    ['with a HEAD that is empty', put('HEAD', '')],
    ['with a branch that is garbage', put('refs/heads/main', 'zzzz\n')],
    ['with a branch that leads to nothing', put('refs/heads/main', `${'0'.repeat(40)}\n`)],
    ['with settings that are garbage', put('config', '[core\n')],
    ['with a list of shallow commits that is garbage', put('shallow', 'zzz\n')],
    ['without objects', repository => rmSync(join(repository.folder, '.git', 'objects'), { recursive: true })]
  ]
  test.each(cases)('%s: affected or an error, never unaffected', (_, breakIt) => {
    const repository = withDockerfile('FROM scratch\nCOPY f /\n')
    breakIt(repository)
    for (const args of [COMPARED, ['plan']]) {
      const run = runMeasured(repository.folder, args)
      expectSound(run)
      if (run.code === 0) expect(run.out).toContain('1 of 1 image affected: 1 to build.')
      else expect(run.err).toMatch(/^\S+: error E00[12]: .+\n {2}remedy: .+\n$/)
    }
  })
})

describe('names', () => {
  const NAMES = [
    'a\nb',
    'q"u',
    "q'u",
    '$(touch x)',
    '`id`',
    '\udcff\udcfe',
    '::error::x',
    'x\u001b[31m',
    'F',
    'é',
    'e\u0301',
    '-rf',
    ' lead',
    'tab\t',
    'back\\slash',
    '*',
    '[',
    '%0A'
  ]

  test('of any bytes are told apart, and none acts on a terminal or a log', () => {
    const repository = withDockerfile('FROM scratch\nCOPY . /\n')
    repository.commit('names', Object.fromEntries(NAMES.map(name => [`images/a/${name}`, 'x'])))
    const run = planOf(repository)
    const { images } = JSON.parse(run.out) as Plan
    expect(images[0]?.reasons).toHaveLength(NAMES.length)
    for (const args of [COMPARED, ['why', 'a', '--base', 'HEAD~1', '--head', 'HEAD']]) {
      const text = runMeasured(repository.folder, args)
      expectSound(text)
      // eslint-disable-next-line no-control-regex -- what must not reach a terminal
      expect(text.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
      expect(text.out).not.toMatch(/^::/m)
    }
  })

  test('that differ in case only are two files', () => {
    const repository = withDockerfile('FROM scratch\nCOPY F /\n', { 'images/a/F': 'x' })
    const run = planOf(repository)
    expect((JSON.parse(run.out) as Plan).images[0]?.action).toBe('none')
    repository.commit('other', { 'images/a/F': 'y' })
    expectAffected(repository)
  })

  test('of 4,000 characters count', () => {
    const repository = withDockerfile('FROM scratch\nCOPY . /\n')
    const blob = repository.git('rev-parse', 'HEAD:images/a/f').trim()
    const path = `images/a/${`${'x'.repeat(249)}/`.repeat(15)}${'x'.repeat(241)}`
    repository.git('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`)
    repository.git('commit', '--quiet', '--message', 'long')
    expect(path).toHaveLength(4000)
    expectAffected(repository)
  })
})

/** File of a loose object; with `gone` after it was removed, so that only git's own table of names is asked. */
const known = new Map<string, string>()
function objectOf(repository: TestRepository, revision: string, gone = false): string {
  const id = `${repository.folder} ${revision}`
  const path = known.get(id)
  if (gone && path !== undefined) return path
  const name = repository.git('rev-parse', revision).trim()
  const found = join(repository.folder, '.git', 'objects', name.slice(0, 2), name.slice(2))
  known.set(id, found)
  return found
}
