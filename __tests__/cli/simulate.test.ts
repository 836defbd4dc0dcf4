import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { plan } from '../../src/commands/plan.js'
import type { PlanRequest } from '../../src/commands/plan.js'
import { openWorld } from '../../src/io/world.js'
import type { Plan } from '../../src/plan/types.js'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

const FILES = {
  'images/manifest.yaml': [
    'version: 1',
    'registry: ghcr.io/acme',
    'images:',
    '  base: { context: . }',
    '  web: { context: ., inputs: ["generated/**"] }',
    '  site: { contexts: { shared: shared } }',
    ''
  ].join('\n'),
  'images/base/Dockerfile': 'FROM debian:12\nCOPY common /common\nCOPY images/base/*.sh /\n',
  'images/web/Dockerfile':
    'FROM ghcr.io/acme/base\nRUN --mount=type=bind,source=web,target=/w cp -r /w /x\nCOPY --from=debian:12 /a /a\n',
  'images/web/Dockerfile.dockerignore': 'web/*.md\n',
  'images/site/Dockerfile': 'FROM alpine:3\nCOPY --from=shared style.css /\nCOPY . /site\n',
  'images/site/.dockerignore': '*.md\n',
  'images/site/index.html': 'one',
  'images/site/notes.md': 'one',
  'images/base/a.sh': 'one',
  'common/helper.sh': 'one',
  'common/link': { link: 'helper.sh' },
  'generated/x.txt': 'one',
  'web/page.html': 'one',
  'web/page.md': 'one',
  'shared/style.css': 'one',
  'shared/script.js': 'one',
  'README.md': 'one'
} as const

let repository: TestRepository
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, group: () => undefined }

beforeAll(() => {
  repository = makeRepository(FILES)
})
afterAll(disposeRepositories)

async function planned(request: PlanRequest): Promise<Plan> {
  const outcome = await plan(openWorld({ folder: repository.folder, log }), request)
  if (outcome.kind === 'invalid')
    throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'))
  return outcome.value
}

async function affectedBy(request: PlanRequest): Promise<readonly string[]> {
  return (await planned(request)).images.filter(({ action }) => action !== 'none').map(({ name }) => name)
}

describe('what a simulation says', () => {
  const ordinary = Object.keys(FILES).filter(path => !/Dockerfile|ignore$|manifest|link$/.test(path))

  test.each([
    ...ordinary,
    'common/new.sh',
    'images/site/new.md',
    'images/base/b.sh',
    'web/new.md',
    'new.txt'
  ])('of a change of %s is what happens when it changes', async path => {
    const said = await affectedBy({ simulation: { paths: [path], bases: [] } })
    repository.write({ [path]: 'two' })
    const happened = await affectedBy({ base: 'HEAD' })
    repository.git('checkout', '--quiet', '--', '.')
    repository.git('clean', '--quiet', '--force', '-d')
    expect(said).toEqual(happened)
  })

  test.each([
    ['images/manifest.yaml', ['base', 'web', 'site']],
    ['images/lock.yaml', ['base', 'web', 'site']],
    ['images/base/Dockerfile', ['base', 'web']],
    ['images/web/Dockerfile.dockerignore', ['web']],
    ['images/site/Dockerfile.dockerignore', ['site']],
    ['shared/.dockerignore', ['site']],
    ['.dockerignore', ['base', 'web']]
  ])(
    'of %s, whose content decides what is built, is every image that it may concern',
    async (path, names) => {
      expect(await affectedBy({ simulation: { paths: [path], bases: [] } })).toEqual(names)
    }
  )

  test.each([
    ['debian:12', ['base', 'web']],
    ['docker.io/library/alpine:3', ['site']]
  ])('of the base %s is every image built on it', async (base, names) => {
    expect(await affectedBy({ simulation: { paths: [], bases: [base] } })).toEqual(names)
  })

  test('is of the working tree, or of the commit that is named', async () => {
    repository.write({ 'web/fresh.txt': 'one' })
    const simulation = { paths: ['web/fresh.txt'], bases: [] }
    const [here, there] = [await planned({ simulation }), await planned({ simulation, head: 'HEAD' })]
    repository.git('clean', '--quiet', '--force', '-d')
    const texts = [here, there].map(({ images }) => images[1]?.reasons.map(({ text }) => text))
    expect(texts).toEqual([['web/fresh.txt would change'], ['web/fresh.txt would be added']])
  })
})

describe('the command line of a simulation', () => {
  test('takes paths as people write them', () => {
    const { out } = runCli(repository.folder, ['plan', '--simulate', './common/,README.md'])
    expect(out).toContain('common would change, README.md would change.')
    expect(out).toContain('common/helper.sh would change')
  })

  test.each([
    ['--base', ['--base', 'HEAD']],
    ['--registry', ['--registry', 'localhost:1/x']],
    ['--rebuild', ['--rebuild']]
  ])('refuses %s', (option, words) => {
    const run = runCli(repository.folder, ['plan', '--simulate', 'README.md', ...words])
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toContain(`${option} means nothing in a simulation`)
  })

  test.each(['../outside', '/etc/passwd', '..'])('refuses the path %s', path => {
    const run = runCli(repository.folder, ['plan', '--simulate', path])
    expect(run.code).toBe(2)
    expect(run.err).toContain('is outside of the repository')
  })

  test('writes nothing, and its plan cannot be built', () => {
    const before = repository.git('status', '--porcelain', '--ignored')
    const { out } = runCli(repository.folder, ['plan', '--simulate', 'common', '--format', 'json'])
    expect(repository.git('status', '--porcelain', '--ignored')).toBe(before)
    expect((JSON.parse(out) as Plan).simulation).toEqual(['common would change'])
    const file = join(repository.folder, '.git', 'plan.json')
    writeFileSync(file, out)
    const run = runCli(repository.folder, ['build', '--plan', file])
    expect(run.code).toBe(2)
    expect(run.err).toContain('the plan is a simulation')
  })
})
