import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { plan } from '../../src/commands/plan.js'
import type { PlanRequest } from '../../src/commands/plan.js'
import { terminalLog } from '../../src/io/log.js'
import { openWorld } from '../../src/io/world.js'
import type { World } from '../../src/world.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

afterEach(disposeRepositories)

const SHOP: Files = {
  'images/manifest.yaml': `version: 1
registry: ghcr.io/acme
images:
  base: {}
  web: {}
  api: { needs: [tools] }
  tools: {}
  worker: { test: images/worker/smoke.sh }
  batch: {}
  docs: { inputs: ["docs/**"] }
  store: { contexts: { shared: shared } }
  queue: {}
  mail: {}
  cron: {}
  proxy: {}
`,
  'images/base/Dockerfile':
    'FROM debian:12\nENV HOME_OF=/srv\nCOPY a.txt b* /srv/\nONBUILD COPY app.txt /app\n',
  'images/base/a.txt': 'a',
  'images/base/b1.txt': 'b',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY --exclude=*.md src $HOME_OF/\n',
  'images/web/app.txt': 'web',
  'images/web/src/x.txt': 'x',
  'images/web/src/notes.md': 'n',
  'images/api/Dockerfile': 'FROM ghcr.io/acme/web\nCOPY . /\n',
  'images/api/app.txt': 'api',
  'images/tools/Dockerfile': 'FROM alpine:3\nCOPY tool.sh /\n',
  'images/tools/tool.sh': 'echo',
  'images/worker/Dockerfile': 'FROM alpine:3\nCOPY --from=ghcr.io/acme/tools /tool.sh /\nCOPY w /w\n',
  'images/worker/w': 'w',
  'images/worker/smoke.sh': { executable: 'true' },
  'images/batch/Dockerfile': 'FROM ghcr.io/acme/worker\nCOPY link /b\n',
  'images/batch/link': { link: 'data' },
  'images/batch/data': 'd',
  'images/docs/Dockerfile': 'FROM scratch\nCOPY d /\n',
  'images/docs/d': 'd',
  'docs/a.md': 'a',
  'images/store/Dockerfile': 'FROM alpine:3\nCOPY --from=shared . /s\n',
  'shared/one': '1',
  'images/queue/Dockerfile': 'FROM alpine:3\nCOPY q /q\n',
  'images/queue/q': 'q',
  'images/queue/.dockerignore': '*.log\n',
  'images/mail/Dockerfile': 'FROM ghcr.io/acme/queue\nCOPY m /m\n',
  'images/mail/m': 'm',
  'images/cron/Dockerfile': 'FROM ghcr.io/acme/mail\nCOPY c /c\n',
  'images/cron/c': 'c',
  'images/proxy/Dockerfile': 'FROM alpine:3\nADD https://example.org/x /x\n',
  'README.md': 'shop'
}

/** Changes that come one after the other; each is planned with and without the plan before it. */
const CHANGES: readonly (readonly [string, Files])[] = [
  ['a file of a leaf', { 'images/api/more.txt': '1' }],
  ['a file of the middle', { 'images/web/src/x.txt': 'xx' }],
  ['a file that --exclude leaves out', { 'images/web/src/notes.md': 'nn' }],
  ['a file of nobody', { 'README.md': 'shop 2' }],
  ['a file that a trigger takes', { 'images/api/app.txt': 'api 2' }],
  ['a new match of a glob at the root', { 'images/base/b2.txt': 'b' }],
  ['a file less', { 'images/base/b2.txt': null }],
  ['a link that leads elsewhere', { 'images/batch/link': { link: 'worker' }, 'images/batch/worker': 'w' }],
  ['a named context', { 'shared/two': '2' }],
  ['extra inputs', { 'docs/b.md': 'b' }],
  ['a smoke test', { 'images/worker/smoke.sh': { executable: 'false' } }],
  ['the ignore file', { 'images/queue/.dockerignore': 'q*.log\n' }],
  ['an ignore file of its own', { 'images/queue/Dockerfile.dockerignore': 'x\n' }],
  ['another parent', { 'images/mail/Dockerfile': 'FROM ghcr.io/acme/tools\nCOPY m /m\n' }],
  [
    'one parent more',
    { 'images/cron/Dockerfile': 'FROM ghcr.io/acme/mail\nCOPY --from=ghcr.io/acme/api / /a\n' }
  ],
  [
    'a variable that children see',
    { 'images/base/Dockerfile': 'FROM debian:12\nENV HOME_OF=/opt\nCOPY a.txt /srv/\n' }
  ],
  ['a folder that becomes a link', { 'images/queue/q': { link: '/etc' } }],
  [
    'the manifest',
    {
      'images/manifest.yaml': `${String(SHOP['images/manifest.yaml'])}  extra: { dockerfile: images/cron/Dockerfile, context: images/cron }\n`
    }
  ],
  ['a file after the manifest', { 'images/cron/c': 'cc' }],
  [
    'a lock',
    {
      'images/lock.yaml': `version: 1\nbases:\n  docker.io/library/alpine:3:\n    linux/amd64: { digest: "sha256:${'a'.repeat(64)}", onbuild: [], env: [] }\n`
    }
  ],
  ['a file after the lock', { 'images/mail/m': 'mm' }],
  ['a Dockerfile less', { 'images/tools/Dockerfile': null }],
  ['the Dockerfile again', { 'images/tools/Dockerfile': 'FROM alpine:3\nCOPY tool.sh /\n' }],
  ['a cycle', { 'images/queue/Dockerfile': 'FROM ghcr.io/acme/cron\n' }],
  ['the cycle cut', { 'images/queue/Dockerfile': 'FROM alpine:3\n' }]
]

/** `build` names the program: without it no plan is kept. */
function worldOf({ folder }: TestRepository, build?: string): World {
  const world = openWorld({ folder, log: terminalLog(() => undefined, false) })
  return build === undefined ? world : { ...world, build }
}

async function both(repository: TestRepository, request: PlanRequest): Promise<void> {
  const all = await plan(worldOf(repository), { ...request, run: 'r' })
  const since = await plan(worldOf(repository, 'one'), { ...request, run: 'r' })
  expect(JSON.stringify(since, undefined, 1)).toBe(JSON.stringify(all, undefined, 1))
}

function keptIn({ folder }: TestRepository): string {
  return join(folder, '.git', 'base-images', 'last-plan.json')
}

describe('a plan that follows from the last one says the same as one that reads everything', () => {
  test('commit after commit, and with the work tree', async () => {
    const repository = makeRepository(SHOP)
    repository.commit('second', { 'images/web/src/y.txt': 'y' })
    for (const [what, files] of CHANGES) {
      repository.write(files)
      await both(repository, {})
      repository.commit(what)
      await both(repository, { base: 'HEAD~1', head: 'HEAD' })
      await both(repository, { base: 'HEAD~2', head: 'HEAD' })
      expect(existsSync(keptIn(repository))).toBe(true)
    }
  })

  test('where only the folders of a few images are read, and a source is outside of them', async () => {
    const names = ['a', 'b', 'c', 'd']
    const repository = makeRepository({
      'images/manifest.yaml': `version: 1\nregistry: ghcr.io/acme\nimages:\n${names.map(name => `  ${name}: {}\n`).join('')}`,
      ...Object.fromEntries(names.map(name => [`images/${name}/Dockerfile`, 'FROM alpine:3\n'])),
      'shared/ca.pem': 'x'
    })
    for (const lines of ['COPY shared/ca.pem /\n', 'COPY shared/ca.pem /pem\n']) {
      repository.write({ 'images/a/Dockerfile': `FROM alpine:3\n${lines}` })
      await both(repository, {})
    }
  })

  test('backwards, when a branch is changed', async () => {
    const repository = makeRepository(SHOP)
    const commits = CHANGES.slice(0, 17).map(([what, files]) => repository.commit(what, files))
    for (const [index, commit] of [...commits.entries()].reverse()) {
      await both(repository, { head: commit, base: commits[(index * 7) % commits.length] ?? commit })
    }
  })
})

describe('the last plan', () => {
  async function prepared(): Promise<TestRepository> {
    const repository = makeRepository(SHOP)
    repository.commit('second', { 'images/web/src/y.txt': 'y' })
    await plan(worldOf(repository, 'one'), {})
    repository.commit('third', { 'images/queue/q': 'qq' })
    return repository
  }

  test('is really followed: what it wrongly says is believed', async () => {
    const repository = await prepared()
    const text = readFileSync(keptIn(repository), 'utf8')
    writeFileSync(keptIn(repository), text.replace(/("planned":\{"name":"store".*?"inputs":)\d+/, '$14242'))
    const outcome = await plan(worldOf(repository, 'one'), {})
    expect(
      outcome.kind === 'done' && outcome.value.images.find(image => image.name === 'store')?.inputs
    ).toBe(4242)
  })

  test.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is no JSON', () => 'never written by us'],
    [
      'was written by another version',
      (text: string) => text.replace('"build":"one"', '"build":"two"').replace('"inputs":2', '"inputs":9')
    ],
    ['is of another manifest', (text: string) => text.replace('images/manifest.yaml', 'other.yaml')],
    [
      'is of a tree that is gone',
      (text: string) => text.replace(/"tree":"[0-9a-f]+"/, `"tree":"${'0'.repeat(39)}1"`)
    ]
  ])('changes nothing when it %s', async (_, damage) => {
    const repository = await prepared()
    writeFileSync(keptIn(repository), damage(readFileSync(keptIn(repository), 'utf8')))
    await both(repository, {})
  })

  test('is not needed: a folder that cannot be written costs nothing but time', async () => {
    const repository = await prepared()
    rmSync(join(repository.folder, '.git', 'base-images'), { recursive: true })
    writeFileSync(join(repository.folder, '.git', 'base-images'), 'a file in its place')
    await both(repository, {})
  })

  test('is left alone in a workflow, by a selection and without a program that is known', async () => {
    const repository = makeRepository(SHOP)
    repository.commit('second', { 'images/web/src/y.txt': 'y' })
    const event = { name: 'push', payload: {} }
    for (const request of [{ event }, { all: true }, { images: ['web'] }, { rebuild: true }])
      await plan(worldOf(repository, 'one'), request)
    await plan(worldOf(repository), {})
    expect(existsSync(keptIn(repository))).toBe(false)
  })
})
