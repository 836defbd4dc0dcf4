import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  chmodSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import type { CliRun } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'
import { SHOP } from './runs.js'

afterAll(disposeRepositories)

/** Two commits: the second changes `web`. Every object is a file of its own. */
function shop(): TestRepository {
  const repository = makeRepository(SHOP)
  repository.commit('second', { 'images/web/index.html': '<p>open</p>\n' })
  return repository
}

function objectOf(repository: TestRepository, revision: string): string {
  const id = repository.git('rev-parse', revision).trim()
  const path = join(repository.folder, '.git', 'objects', id.slice(0, 2), id.slice(2))
  expect(existsSync(path)).toBe(true)
  return path
}

const lose = (revision: string) => (repository: TestRepository) => {
  rmSync(objectOf(repository, revision))
}
const spoil = (revision: string) => (repository: TestRepository) => {
  const path = objectOf(repository, revision)
  chmodSync(path, 0o644)
  writeFileSync(path, 'this is no object')
}
const cut = (revision: string) => (repository: TestRepository) => {
  const path = objectOf(repository, revision)
  chmodSync(path, 0o644)
  truncateSync(path, Math.floor(statSync(path).size / 2))
}

interface Case {
  readonly what: string
  readonly damage: (repository: TestRepository) => void
  readonly code: 'E002'
  readonly says: RegExp
}

const CASES: readonly Case[] = [
  {
    what: 'the head commit is missing',
    damage: lose('HEAD'),
    code: 'E002',
    says: /the commit [0-9a-f]{40} that HEAD names/
  },
  { what: 'the head commit is garbage', damage: spoil('HEAD'), code: 'E002', says: /corrupt|inflate|unable/ },
  { what: 'the tree of the head is missing', damage: lose('HEAD^{tree}'), code: 'E002', says: /tree/ },
  { what: 'the tree of the head is garbage', damage: spoil('HEAD^{tree}'), code: 'E002', says: /git / },
  { what: 'a folder of the head is missing', damage: lose('HEAD:images/web'), code: 'E002', says: /git / },
  {
    what: 'the manifest is missing',
    damage: lose('HEAD:images/manifest.yaml'),
    code: 'E002',
    says: /does not have the object [0-9a-f]{40}/
  },
  {
    what: 'the manifest is garbage',
    damage: spoil('HEAD:images/manifest.yaml'),
    code: 'E002',
    says: /git /
  },
  {
    what: 'a Dockerfile is missing',
    damage: lose('HEAD:images/web/Dockerfile'),
    code: 'E002',
    says: /does not have the object/
  },
  { what: 'a Dockerfile is cut off', damage: cut('HEAD:images/web/Dockerfile'), code: 'E002', says: /git / },
  { what: 'the tree of the base is missing', damage: lose('HEAD~1^{tree}'), code: 'E002', says: /git / },
  { what: 'a folder of the base is missing', damage: lose('HEAD~1:images/web'), code: 'E002', says: /git / },
  { what: 'the base commit is garbage', damage: spoil('HEAD~1'), code: 'E002', says: /git / },
  {
    what: 'the packs are cut off',
    damage: repository => {
      repository.git('repack', '--quiet', '-a', '-d')
      const folder = join(repository.folder, '.git', 'objects', 'pack')
      for (const name of readdirSync(folder).filter(each => each.endsWith('.pack'))) {
        chmodSync(join(folder, name), 0o644)
        truncateSync(join(folder, name), 100)
      }
    },
    code: 'E002',
    says: /git /
  },
  {
    what: 'HEAD is garbage',
    damage: repository => writeFileSync(join(repository.folder, '.git', 'HEAD'), '\u0000\u0001'),
    code: 'E002',
    says: /no git repository|refuses to read/
  },
  {
    what: 'the configuration is garbage',
    damage: repository => writeFileSync(join(repository.folder, '.git', 'config'), '[core\n'),
    code: 'E002',
    says: /bad config/
  }
]

/** Nobody may take this for a plan, and nobody for a fault of ours. */
function expectFinding(run: CliRun, { code, says }: Pick<Case, 'code' | 'says'>): void {
  expect(run.err).toMatch(new RegExp(`error ${code}: `))
  expect(run.err).toMatch(says)
  expect(run.err).toMatch(/\n {2}remedy: \S/)
  expect(run.err).not.toMatch(/Internal error|\n\s+at /)
  expect(run.out).toBe('')
  expect([1, 2]).toContain(run.code)
}

describe('a repository that cannot be read is told as such, with a remedy', () => {
  test.each(CASES)('$what', ({ damage, ...expected }) => {
    const repository = shop()
    damage(repository)
    expectFinding(runCli(repository.folder, ['plan', '--head', 'HEAD', '--base', 'HEAD~1']), expected)
  })

  test.each(CASES.filter(({ what }) => /tree of the head is garbage|folder of the head|cut off/.test(what)))(
    'the working tree: $what',
    ({ damage, code }) => {
      const repository = shop()
      repository.write({ 'images/tools/Dockerfile': 'FROM ghcr.io/acme/base\nRUN :\n' })
      damage(repository)
      const run = runCli(repository.folder, ['plan'])
      // What the files of the working tree still say is read from them; anything else is a finding.
      if (run.code === 0) expect(run.out).toMatch(/tools/)
      else expectFinding(run, { code, says: /git / })
    }
  )

  test('an index that is garbage', () => {
    const repository = shop()
    writeFileSync(join(repository.folder, '.git', 'index'), 'garbage')
    expectFinding(runCli(repository.folder, ['plan']), { code: 'E002', says: /index/ })
  })

  test('a parent that is missing on the command line: everything, and the plan says why', () => {
    const repository = shop()
    lose('HEAD~1')(repository)
    const { code, out } = runCli(repository.folder, ['plan'])
    expect(out).toContain('because nothing could be compared: the commit before is not in this clone.')
    expect(out).toMatch(/alone/)
    expect(code).toBe(0)
  })

  test('a folder that is in no repository', () => {
    const { folder } = makeRepository()
    rmSync(join(folder, '.git'), { recursive: true })
    expectFinding(runCli(folder, ['plan']), { code: 'E002', says: /in no git repository/ })
  })

  test('a bare repository, which has no files to look at', () => {
    const repository = shop()
    repository.git('config', 'core.bare', 'true')
    expectFinding(runCli(repository.folder, ['plan']), { code: 'E002', says: /work tree/ })
  })

  test('damage is not written anywhere: the objects are as they were', () => {
    const repository = shop()
    spoil('HEAD:images/web/Dockerfile')(repository)
    const before = readdirSync(join(repository.folder, '.git', 'objects'), { recursive: true }).sort()
    runCli(repository.folder, ['plan', '--head', 'HEAD', '--base', 'HEAD~1'])
    expect(readdirSync(join(repository.folder, '.git', 'objects'), { recursive: true }).sort()).toEqual(
      before
    )
    expect(readFileSync(objectOf(repository, 'HEAD:images/web/Dockerfile'), 'utf8')).toBe('this is no object')
  })
})
