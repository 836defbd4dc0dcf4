import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { startEngine, stopEngine } from '../../tools/engine/engine.mjs'
import { startRegistry } from '../../tools/engine/registry.mjs'
import { codesOf, digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { ownPrefix, PLATFORM, useEngine } from '../support/engine.js'
import { isRunning, programFiles, until } from '../support/machine.js'
import { publicDigest, pull } from '../support/registry-view.js'
import { startFront } from '../support/registry-front.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

const CHAIN: Files = {
  'images/manifest.yaml': manifest({ first: [], second: [], third: [], other: [] }),
  'images/first/Dockerfile': 'FROM scratch\nCOPY Dockerfile /first\n',
  'images/second/Dockerfile': 'FROM ghcr.io/acme/first\nCOPY Dockerfile /second\n',
  'images/third/Dockerfile': 'FROM ghcr.io/acme/second\nCOPY Dockerfile /third\n',
  'images/other/Dockerfile': 'FROM scratch\nCOPY Dockerfile /other\n'
}

describe('a registry that dies while images are built', () => {
  let dir: string
  let registry: Awaited<ReturnType<typeof startRegistry>>
  beforeEach(async () => {
    dir = temporaryFolder('registry')
    registry = await startRegistry({ dir })
  })
  afterEach(async () => {
    await registry.stop()
    disposeRepositories()
  })

  test.each([
    { when: 'before the image is pushed', isBefore: true },
    { when: 'after the image is pushed and before it is tagged', isBefore: false }
  ])('$when: what is finished stays finished, the next run does the rest', async ({ isBefore }) => {
    const prefix = ownPrefix(registry.host)
    const bench = makeBench(CHAIN, {
      prefix,
      hurry: true,
      around: async (image, build) => {
        if (image !== 'second') return build()
        if (isBefore) await registry.stop()
        const result = await build()
        await registry.stop()
        return result
      }
    })
    const plan = await bench.plan()
    const results = await bench.build(plan, { jobs: 1 })
    const states = statesOf(results)
    expect(states).toMatchObject({ first: 'built', second: 'failed', third: 'blocked' })
    const failure = results.find(each => each.image === 'second')?.diagnostics
    expect(failure).toMatchObject([{ code: 'W002', file: 'images/second/Dockerfile' }])
    expect(failure?.[0]?.message).toMatch(/^second/)
    expect(failure?.[0]?.remedy).toContain('run again')
    expect(results.find(each => each.image === 'third')?.blockedBy).toBe('second')
    await expect(bench.release(plan)).rejects.toThrow(registry.host)

    registry = await startRegistry({ dir })
    const again = makeBench({}, { prefix, repository: bench.repository })
    const run = await again.run()
    expect(statesOf(run.results)).toMatchObject({ second: 'built', third: 'built' })
    expect(again.builds.map(build => build.image)).not.toContain('first')
    expect(run.released.state).toBe('released')
    for (const image of ['second', 'third']) {
      const digest = digestOf(run.results, image)
      expect(await publicDigest(again.published(image), 'latest', PLATFORM)).toBe(digest)
      expect(await pull(again.published(image), digest)).toContain(digest)
    }
  })
})

describe('a run with a time limit', () => {
  test.each([
    {
      how: 'asks to wait longer',
      treatment: { status: 429, headers: { 'retry-after': '250' } } as const,
      said: 'limits the rate of requests (429) while'
    },
    { how: 'says nothing', treatment: 'silence' as const, said: 'the run ended before' }
  ])('does not wait beyond it for a registry that $how, and says so', async ({ treatment, said }) => {
    const front = await startFront(useEngine().host)
    const bench = makeBench(CHAIN, { prefix: ownPrefix(front.host) })
    const plan = await bench.plan()
    front.answer = () => treatment
    const start = Date.now()
    const results = await bench.build(plan, { timeoutMs: 3000 })
    // A request that is under way has some seconds to end.
    expect(Date.now() - start).toBeLessThan(20_000)
    expect(statesOf(results)).toEqual({
      first: 'failed',
      second: 'blocked',
      third: 'blocked',
      other: 'failed'
    })
    expect(results[0]?.diagnostics).toMatchObject([
      {
        code: 'W007',
        file: 'images/first/Dockerfile',
        message: expect.stringContaining(`first ${PLATFORM}: the time of this run is over; the last was: `)
      }
    ])
    expect(results[0]?.diagnostics[0]?.message).toContain(said)

    front.answer = () => undefined
    expect(new Set(Object.values(statesOf(await bench.build(plan, { timeoutMs: 120_000 }))))).toEqual(
      new Set(['built'])
    )
    await front.stop()
  })
})

test('an image that another run finishes before the next try is taken and not built again', async () => {
  const host = useEngine().host
  const front = await startFront(host)
  // The first run cannot push, whatever it tries; the second goes past the front into the same repositories.
  front.answer = request =>
    request.method === 'POST' && /fixture-build\/blobs\/uploads/.test(request.url ?? '') ? 403 : undefined
  const prefix = ownPrefix(front.host)
  const first = makeBench(CHAIN, {
    prefix,
    hurry: true,
    around: async (image, build) => {
      const result = await build()
      if (image === 'first') others = await second.build(plan, { images: ['first'] })
      return result
    }
  })
  const second = makeBench({}, { repository: first.repository, prefix: prefix.replace(front.host, host) })
  let others: Awaited<ReturnType<Bench['build']>> = []
  const plan = await first.plan()
  const results = await first.build(plan, { images: ['first'] })
  await front.stop()
  expect(statesOf(others)).toEqual({ first: 'built' })
  expect(statesOf(results)).toEqual({ first: 'reused' })
  expect(digestOf(results, 'first')).toBe(digestOf(others, 'first'))
  expect(first.builds.map(({ image, digest }) => ({ image, digest }))).toEqual([
    { image: 'first', digest: undefined }
  ])
})

test('a push that is refused after the same login pushed another image is tried to the end', async () => {
  const front = await startFront(useEngine().host)
  const tries: Record<string, number> = {}
  let building = ''
  // The first image of the run is the one whose refusal is believed.
  let mayPush = false
  front.answer = request => {
    const isPush = request.method === 'POST' && /fixture-build\/blobs\/uploads/.test(request.url ?? '')
    const isRefused = building === 'first' ? !mayPush : (tries[building] ?? 0) < 4
    return isPush && isRefused ? 403 : undefined
  }
  const bench = makeBench(CHAIN, {
    prefix: ownPrefix(front.host),
    hurry: true,
    around: (image, build) => {
      building = image
      tries[image] = (tries[image] ?? 0) + 1
      return build()
    }
  })
  const plan = await bench.plan()
  const refused = await bench.build(plan, { images: ['first'] })
  expect(statesOf(refused)).toEqual({ first: 'failed' })
  expect(tries).toEqual({ first: 2 })
  mayPush = true
  const results = await bench.build(plan, { images: ['first', 'second'] })
  await front.stop()
  expect(statesOf(results)).toEqual({ first: 'built', second: 'built' })
  expect(tries).toEqual({ first: 3, second: 4 })
})

describe('a BuildKit daemon that is killed', () => {
  const name = 'outage'
  const engine: { name: string; dataDir: string; standIn: 'never' } = { name, dataDir: '', standIn: 'never' }
  let daemon: number

  /** Starts what does not run, and makes the builder of these tests the one of this process. */
  async function start(): Promise<void> {
    const { env, buildkitd } = await startEngine(engine)
    Object.assign(process.env, env)
    daemon = buildkitd?.pid ?? 0
  }

  beforeAll(async () => {
    useEngine()
    engine.dataDir = temporaryFolder('engine')
    await start()
  }, 120_000)
  afterAll(async () => {
    await stopEngine(engine)
    disposeRepositories()
  })

  /**
   * The second image waits, in a process of this machine: there is no base for a shell in this engine. No two tests and
   * no other process wait equally long.
   */
  const files = (seconds: string): Files => ({
    ...CHAIN,
    ...programFiles('images/second', '/bin/sleep'),
    'images/second/Dockerfile': `FROM ghcr.io/acme/first\nCOPY --chmod=755 . /\nRUN ["/bin/sleep", "${seconds}"]\n`
  })

  async function killDuringRun(seconds: string): Promise<void> {
    await until(() => isRunning('/bin/sleep', seconds))
    process.kill(daemon, 'SIGKILL')
  }

  function bench(seconds: string, place: Parameters<typeof makeBench>[1]): Bench {
    return makeBench(files(seconds), {
      prefix: ownPrefix(process.env['BASE_IMAGES_REGISTRY']),
      hurry: true,
      ...place
    })
  }

  test('in the middle of a RUN and comes back: the image is tried again and built', async () => {
    let tries = 0
    const made = bench('3.0625', {
      around: async (image, build) => {
        if (image !== 'second') return build()
        tries += 1
        if (tries > 1) return build()
        const [result] = await Promise.all([build(), killDuringRun('3.0625')])
        await start()
        return result
      }
    })
    const run = await made.run()
    expect(statesOf(run.results)).toMatchObject({ first: 'built', second: 'built', third: 'built' })
    expect(tries).toBe(2)
    expect(run.released.state).toBe('released')
  })

  test('and stays away: the image fails with what to do, and the next run completes', async () => {
    const made = bench('3.125', {
      around: async (image, build) => {
        if (image !== 'second') return build()
        const killed = made.builds.some(each => each.image === 'second') ? undefined : killDuringRun('3.125')
        const [result] = await Promise.all([build(), killed])
        return result
      }
    })
    const plan = await made.plan()
    const results = await made.build(plan, { jobs: 1, images: ['first', 'second', 'third'] })
    expect(statesOf(results)).toEqual({ first: 'built', second: 'failed', third: 'blocked' })
    // buildx waits long enough for a builder that comes back.
    expect(made.builds.filter(each => each.image === 'second')).toHaveLength(2)
    expect(codesOf(results.filter(each => each.image === 'second'))).toEqual(['W002'])
    expect((await made.release(plan)).state).toBe('refused')

    await start()
    const again = makeBench({}, { prefix: made.prefix, repository: made.repository })
    const run = await again.run()
    expect(statesOf(run.results)).toMatchObject({ second: 'built', third: 'built' })
    expect(again.builds.map(build => build.image)).not.toContain('first')
    expect(run.released.state).toBe('released')
  })
})
