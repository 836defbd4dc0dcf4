import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { plan } from '../../src/commands/plan.js'
import type { PlanRequest } from '../../src/commands/plan.js'
import { openWorld } from '../../src/io/world.js'
import type { Plan } from '../../src/plan/types.js'
import { ROOT } from '../support/engine.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

/** This repository's own images, as they lie in the working tree: what follows from which change. */

const PLACES = ['images', 'common', 'functions', 'services', 'constraints.txt', '.hadolint.yaml']
const FAVE = ['fave-base', 'fave-base-torch', 'fave-base-webrtcvad', 'fave-sample']
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, group: () => undefined }

const LIST = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
const files = execFileSync('git', [...LIST, ...PLACES], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter(path => path !== '' && existsSync(join(ROOT, path)))
const locks = files.filter(path => /^images\/[^/]+\/lock(-cpu)?\.txt$/.test(path))

let repository: TestRepository

beforeAll(() => {
  repository = makeRepository()
  for (const path of files) {
    mkdirSync(join(repository.folder, dirname(path)), { recursive: true })
    cpSync(join(ROOT, path), join(repository.folder, path), { verbatimSymlinks: true })
  }
  repository.commit('images')
})
afterAll(disposeRepositories)

async function planned(request: PlanRequest): Promise<Plan> {
  const outcome = await plan(openWorld({ folder: repository.folder, log }), request)
  if (outcome.kind === 'invalid')
    throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'))
  return outcome.value
}

/** Commits a changed file, plans that commit, and takes the change back. */
async function planOfChange(path: string, change: (text: string) => string): Promise<Plan> {
  const before = readFileSync(join(repository.folder, path), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(join(repository.folder, path), after)
  repository.commit(`change ${path}`)
  const result = await planned({ base: 'HEAD~1', head: 'HEAD' })
  repository.git('reset', '--quiet', '--hard', 'HEAD~1')
  return result
}

const built = ({ images }: Plan): readonly string[] =>
  images
    .filter(({ action }) => action === 'build')
    .map(({ name }) => name)
    .sort()

/** Images and all that stands on them. */
function withDescendants({ images }: Plan, names: readonly string[]): readonly string[] {
  const found = new Set(names)
  for (const name of found) for (const child of images.find(image => image.name === name)!.children) found.add(child)
  return [...found].sort()
}

/** Another version of the first package that a lock pins; of one without pins, a first one. */
const otherPin = (text: string): string =>
  /^[\w.-]+==/m.test(text) ? text.replace(/^([\w.-]+==)[^\s;\\]+/m, '$199.0') : `${text}torch==99.0\n`

test('there are locks, and every image of the FAVE family is in the manifest', async () => {
  expect(locks).toEqual(expect.arrayContaining(['images/fave-base/lock.txt', 'images/python-base/lock.txt']))
  const plan = await planned({ base: 'HEAD', head: 'HEAD' })
  expect(plan.images.map(({ name }) => name)).toEqual(expect.arrayContaining(FAVE))
  expect(built(plan)).toEqual([])
})

describe('a pin changed in the lock', () => {
  test.each(locks)('%s builds the images that read it and their descendants only', async path => {
    const plan = await planOfChange(path, otherPin)
    const readers = plan.images
      .filter(({ reasons }) => reasons.some(({ text }) => text.startsWith(`${path} `)))
      .map(({ name }) => name)
    expect(readers).not.toEqual([])
    expect(built(plan)).toEqual(withDescendants(plan, readers))
  })

  test.each([
    ['images/fave-base/lock.txt', FAVE],
    ['images/fave-base-webrtcvad/lock.txt', ['fave-base-webrtcvad']],
    ['images/fave-base-torch/lock.txt', ['fave-base-torch']],
    ['images/fave-base-torch/lock-cpu.txt', ['fave-base-torch']],
    ['images/python-web-light/lock.txt', ['python-web-distroless', 'python-web-light']]
  ])('%s builds exactly %j', async (path, names) => {
    const plan = await planOfChange(path, otherPin)
    expect(built(plan)).toEqual(names)
    const simulated = await planned({ simulation: { paths: [path], bases: [] } })
    expect(built(simulated)).toEqual(names)
  })
})

describe('a change of', () => {
  const modules = files.filter(path => /^common\/[^/]+\.py$|^common\/py\.typed$/.test(path))

  test.each(modules)('%s builds fave-base and its children only', async path => {
    const plan = await planOfChange(path, text => `${text}# changed\n`)
    expect(built(plan)).toEqual(FAVE)
    const reason = plan.images.find(({ name }) => name === 'fave-sample')!.reasons.map(({ text }) => text)
    expect(reason).toEqual(['parent fave-base affected'])
  })

  test.each(['common/tests/test_storage.py', 'common/tests/lock.txt', 'common/ruff.toml'])(
    '%s, which is in no image, builds nothing',
    async path => {
      expect(built(await planOfChange(path, text => `${text}# changed\n`))).toEqual([])
    }
  )

  test.each(['images/fave-base/constraints.txt', 'images/fave-base/requirements.txt'])(
    '%s builds nothing as long as the lock stays',
    async path => {
      expect(built(await planOfChange(path, text => `${text}# changed\n`))).toEqual([])
    }
  )

  test('the handler of the sample function builds that function only', async () => {
    const plan = await planOfChange('functions/sample/handler.py', text => `${text}# changed\n`)
    expect(built(plan)).toEqual(['fave-sample'])
  })
})
