import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { countResults } from '../../src/build/results.js'
import type { BuildResult } from '../../src/build/results.js'
import { status } from '../../src/commands/status.js'
import type { Plan } from '../../src/plan/types.js'
import type { ReleaseResult } from '../../src/release/types.js'
import { codesOf, digestOf, done, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PLATFORM, PYTHON } from '../support/engine.js'
import { isRunning, programFiles, until } from '../support/machine.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'
import { publicDigest, tagsOf, viewOf } from '../support/registry-view.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

const IMAGES = ['alpha', 'alpha-child', 'beta', 'beta-child', 'beta-grandchild'] as const
const beta = (command: string): string => `FROM ${PYTHON}\nCOPY beta.txt /\nRUN ${command}\n`

afterAll(disposeRepositories)

describe('a push that changes alpha and breaks beta, and one that repairs beta', () => {
  let bench: Bench
  let first: Run
  let broken: { plan: Plan; results: readonly BuildResult[]; released: ReleaseResult }
  let publicBefore: Readonly<Record<string, string>>
  const view = (): ReturnType<typeof viewOf> => viewOf(IMAGES.map(bench.published))

  beforeAll(async () => {
    bench = makeBench({
      'images/manifest.yaml': manifest(Object.fromEntries(IMAGES.map(image => [image, []]))),
      'images/alpha/Dockerfile': 'FROM scratch\nCOPY alpha.txt /\n',
      'images/alpha/alpha.txt': 'alpha 1\n',
      'images/alpha-child/Dockerfile': 'FROM ghcr.io/acme/alpha\nCOPY Dockerfile /child\n',
      'images/beta/Dockerfile': beta('true'),
      'images/beta/beta.txt': 'beta 1\n',
      'images/beta-child/Dockerfile': 'FROM ghcr.io/acme/beta\nCOPY Dockerfile /child\n',
      'images/beta-grandchild/Dockerfile': 'FROM ghcr.io/acme/beta-child\nCOPY Dockerfile /grandchild\n'
    })
    first = await bench.run()
    publicBefore = await view()
    bench.commit({ 'images/alpha/alpha.txt': 'alpha 2\n', 'images/beta/Dockerfile': beta('exit 7') })
    broken = await bench.run()
  })

  test('alpha and its child are finished all the same', () => {
    expect(statesOf(broken.results)).toMatchObject({ alpha: 'built', 'alpha-child': 'built' })
  })

  test('beta fails with the line of its Dockerfile and is tried once', () => {
    const result = broken.results.find(each => each.image === 'beta')
    expect(result?.state).toBe('failed')
    expect(result?.diagnostics).toMatchObject([
      {
        code: 'B001',
        file: 'images/beta/Dockerfile',
        line: 3,
        message: expect.stringContaining('exit code: 7')
      }
    ])
    expect(bench.builds.filter(build => build.image === 'beta')).toHaveLength(2)
  })

  test('the descendants of beta are blocked, each with the name of what failed', () => {
    const blocked = broken.results.filter(each => each.state === 'blocked')
    expect(blocked.map(each => [each.image, each.blockedBy])).toEqual([
      ['beta-child', 'beta'],
      ['beta-grandchild', 'beta']
    ])
    expect(codesOf(blocked)).toEqual(['B005', 'B005'])
    expect(blocked[1]?.diagnostics[0]?.message).toContain('beta-grandchild is not built: beta failed')
  })

  test('the counts add up to the plan', () => {
    expect(countResults(broken.results)).toEqual({ built: 2, reused: 0, failed: 1, blocked: 2, cancelled: 0 })
    expect(broken.plan.images.filter(image => image.action === 'build')).toHaveLength(5)
  })

  test('staging tells later jobs the same', async () => {
    const told = done(await status(bench.world, { plan: broken.plan, registry: bench.prefix }))
    expect(statesOf(told)).toEqual(statesOf(broken.results))
    expect(told.map(each => each.blockedBy)).toEqual(broken.results.map(each => each.blockedBy))
  })

  test('nothing of what failed is tagged', async () => {
    const key = broken.plan.images.find(each => each.name === 'beta')?.platforms[PLATFORM]?.key ?? ''
    expect((await tagsOf(bench.staging)).filter(tag => tag.includes(key.slice(0, 40)))).toEqual([])
  })

  test('the release is refused and names what is missing; nothing public moved', async () => {
    expect(broken.released.state).toBe('refused')
    expect([...new Set(codesOf([broken.released]))]).toEqual(['R003'])
    const said = broken.released.diagnostics.map(each => each.message.split(' ')[0])
    expect(said.sort()).toEqual(['beta', 'beta-child', 'beta-grandchild'])
    expect(await view()).toEqual(publicBefore)
  })

  test('the push that repairs beta makes both public', async () => {
    bench.commit({
      'images/beta/Dockerfile': beta('true # repaired'),
      'images/beta/beta.txt': 'beta 2\n'
    })
    const before = bench.builds.length
    const repaired = await bench.run()
    expect(statesOf(repaired.results)).toEqual({
      beta: 'built',
      'beta-child': 'built',
      'beta-grandchild': 'built'
    })
    // What the first push built is not built again, though it is published only now.
    expect(bench.builds.slice(before).map(build => build.image)).toEqual([
      'beta',
      'beta-child',
      'beta-grandchild'
    ])
    expect(repaired.released.state).toBe('released')
    for (const image of IMAGES) {
      const results = image.startsWith('alpha') ? broken.results : repaired.results
      const digest = digestOf(results, image)
      expect(digest).not.toBe(digestOf(first.results, image))
      expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(digest)
    }
  })
})

describe('a smoke test that fails', () => {
  let bench: Bench
  let first: Run
  let publicBefore: Readonly<Record<string, string>>
  const view = (): ReturnType<typeof viewOf> => viewOf(['base', 'child', 'other'].map(bench.published))
  const script = (body: string): string => `#!/bin/sh\nset -eu\n${body}\n`

  beforeAll(async () => {
    bench = makeBench({
      'images/manifest.yaml': manifest({ base: ['test: images/base/smoke.sh'], child: [], other: [] }),
      'images/base/Dockerfile': `FROM ${PYTHON}\nCOPY base.txt /\n`,
      'images/base/base.txt': 'base 1\n',
      'images/base/smoke.sh': script('grep -q base /base.txt'),
      'images/child/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /child\n',
      'images/other/Dockerfile': 'FROM scratch\nCOPY other.txt /\n',
      'images/other/other.txt': 'other 1\n'
    })
    first = await bench.run()
    publicBefore = await view()
  })

  test('that passes leaves a record of the digest it ran on', async () => {
    expect(first.released.state).toBe('released')
    expect(bench.builds.filter(build => build.isTest).map(build => build.image)).toEqual(['base'])
    expect((await tagsOf(bench.staging)).filter(tag => tag.includes('-ok-'))).toHaveLength(1)
  })

  test('on a changed image blocks the image, its children and the release', async () => {
    bench.commit({ 'images/base/base.txt': 'broken\n', 'images/other/other.txt': 'other 2\n' })
    const run = await bench.run()
    expect(statesOf(run.results)).toEqual({ base: 'failed', child: 'blocked', other: 'built' })
    expect(run.results[0]?.diagnostics).toMatchObject([{ code: 'B002', file: 'images/base/smoke.sh' }])
    expect(run.released.state).toBe('refused')
    expect(await view()).toEqual(publicBefore)
  })

  test('fails again in a re-run of the same plan and in a new plan', async () => {
    const plan = await bench.plan()
    for (const again of [plan, await bench.plan()]) {
      const results = await bench.build(again)
      expect(statesOf(results)).toMatchObject({ base: 'failed', child: 'blocked' })
      expect(codesOf(results)).toEqual(['B002', 'B005'])
      expect((await bench.release(again)).state).toBe('refused')
    }
    expect(await view()).toEqual(publicBefore)
  })

  test('that is repaired passes on the very image that was there, and the release goes out', async () => {
    const contents = (await tagsOf(bench.staging)).filter(tag => /^base-.*-is-/.test(tag))
    bench.commit({ 'images/base/smoke.sh': script('grep -q broken /base.txt') })
    const run = await bench.run()
    expect(statesOf(run.results)).toMatchObject({ base: 'reused', child: 'built' })
    expect(run.released.state).toBe('released')
    expect(await publicDigest(bench.published('base'), 'latest', PLATFORM)).toBe(
      digestOf(run.results, 'base')
    )
    expect((await tagsOf(bench.staging)).filter(tag => /^base-.*-is-/.test(tag))).toEqual(contents)
  })

  test('alone, without a change of the image, is run on the digest that is there and builds nothing', async () => {
    const latest = await publicDigest(bench.published('base'), 'latest', PLATFORM)
    bench.commit({ 'images/base/smoke.sh': script('grep -q brok /base.txt') })
    const before = bench.builds.length
    const run = await bench.run()
    expect(Object.fromEntries(run.plan.images.map(({ name, action }) => [name, action]))).toEqual({
      base: 'test',
      child: 'none',
      other: 'none'
    })
    expect(bench.builds.slice(before).map(({ image, isTest }) => ({ image, isTest }))).toEqual([
      { image: 'base', isTest: true }
    ])
    expect(statesOf(run.results)).toEqual({ base: 'reused' })
    expect(digestOf(run.results, 'base')).toBe(latest)
    expect(run.released.state).toBe('released')
  })

  test('that was changed so that it fails blocks the release of an image that is public already', async () => {
    bench.commit({ 'images/base/smoke.sh': script('false') })
    const before = bench.builds.length
    const plan = await bench.plan()
    expect((await bench.release(plan)).state).toBe('refused')
    const results = await bench.build(plan)
    expect(statesOf(results)).toMatchObject({ base: 'failed' })
    expect((await bench.release(plan)).diagnostics).toMatchObject([{ code: 'B002' }])
    expect(bench.builds.slice(before).every(build => build.isTest)).toBe(true)
  })
})

describe('a smoke test that never ends', () => {
  test('is ended by its time limit, with everything it started', async () => {
    const bench = makeBench(
      {
        'images/manifest.yaml': manifest({ base: ['test: images/base/smoke.sh'] }),
        'images/base/Dockerfile': `FROM ${PYTHON}\nCOPY Dockerfile /\n`,
        'images/base/smoke.sh': '#!/bin/sh\nsleep 86462\n'
      },
      { limits: { testMs: 4000 } }
    )
    const plan = await bench.plan()
    const results = await bench.build(plan)
    expect(results).toMatchObject([
      { state: 'failed', diagnostics: [{ code: 'B002', file: 'images/base/smoke.sh' }] }
    ])
    expect(results[0]?.diagnostics[0]?.message).toContain('without an end')
    expect((await bench.release(plan)).state).toBe('refused')
    await until(() => !isRunning('sleep', '86462'))
  })
})

describe('a run that has a time limit', () => {
  const files = {
    'images/manifest.yaml': manifest({ hangs: [], child: [], other: [] }),
    'images/hangs/Dockerfile': `FROM ${PYTHON}\nRUN sleep 86463\n`,
    'images/child/Dockerfile': 'FROM ghcr.io/acme/hangs\n',
    'images/other/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n'
  }

  test('ends a build that hangs, says at which step, and begins nothing more', async () => {
    const bench = makeBench(files)
    // One at a time: the one with a child goes first.
    const results = await bench.build(await bench.plan(), { timeoutMs: 15_000, jobs: 1 })
    expect(statesOf(results)).toEqual({ hangs: 'failed', child: 'blocked', other: 'cancelled' })
    const told = results.flatMap(result => result.diagnostics)
    expect(told).toContainEqual(
      expect.objectContaining({
        code: 'W007',
        file: 'images/hangs/Dockerfile',
        message: expect.stringMatching(
          /^hangs linux\/amd64: the time of this run is over; the last was: .*RUN sleep 86463/
        )
      })
    )
    expect(told).toContainEqual(
      expect.objectContaining({ code: 'W007', message: 'other was not begun: the time of this run is over' })
    )
    await until(() => !isRunning('sleep', '86463'))
  })

  test('builds what is quick enough, and the same command again does the rest', async () => {
    const bench = makeBench({ ...files, 'images/hangs/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n' })
    const plan = await bench.plan()
    expect(statesOf(await bench.build(plan, { timeoutMs: 1, jobs: 1 }))).toEqual({
      hangs: 'cancelled',
      child: 'cancelled',
      other: 'cancelled'
    })
    expect(statesOf(await bench.build(plan, { timeoutMs: 120_000 }))).toEqual({
      hangs: 'built',
      child: 'built',
      other: 'built'
    })
  })
})

describe('a smoke test in exec form', () => {
  const files = (test: string): Files => ({
    'images/manifest.yaml': manifest({ bare: [`test: ${test}`] }),
    'images/bare/Dockerfile': 'FROM scratch\nCOPY --chmod=755 . /\n',
    ...programFiles('images/bare', '/bin/sleep')
  })

  test('runs in an image without a shell', async () => {
    const run = await makeBench(files('["/bin/sleep", "0"]')).run()
    expect(statesOf(run.results)).toEqual({ bare: 'built' })
    expect(run.released.state).toBe('released')
  })

  test('fails when the program is missing or says no', async () => {
    for (const test of ['["/bin/nothing"]', '["/bin/sleep", "no number"]']) {
      const run = await makeBench(files(test)).run()
      expect(run.results).toMatchObject([{ state: 'failed', diagnostics: [{ code: 'B002' }] }])
      expect(run.released.state).toBe('refused')
    }
  })
})
