import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { openWorld } from '../../src/io/world.js'
import type { CleanReport } from '../../src/release/clean-types.js'
import type { ReleaseResult } from '../../src/release/types.js'
import { makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { runCli, startCli } from '../support/cli.js'
import type { CliEnd } from '../support/cli.js'
import { until } from '../support/machine.js'
import { startFront } from '../support/registry-front.js'
import type { RegistryFront } from '../support/registry-front.js'
import { tagsOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const IMAGES = ['a', 'b', 'c'] as const
const BUSY = { status: 503, headers: { 'retry-after': '15' } }
/** A machine with other work needs a while; what is waited for without the signal takes 15 s and more. */
const SOON_MS = 10_000

let bench: Bench
let front: RegistryFront
beforeEach(async () => {
  bench = makeBench({
    'images/manifest.yaml': manifest({ a: [], b: [], c: [] }),
    ...Object.fromEntries(
      IMAGES.map(name => [`images/${name}/Dockerfile`, `FROM scratch\nCOPY Dockerfile /${name}\n`])
    )
  })
  front = await startFront(bench.prefix)
})
afterEach(() => front.stop())

/** The arguments of a command that finds the registry behind the front. */
function behind(command: string): readonly string[] {
  const prefix = `${front.host}/${bench.prefix.split('/').slice(1).join('/')}`
  return [command, '--head', 'HEAD', '--registry', prefix, '--format', 'json']
}

/** Starts a command, sends it a signal as soon as the front has seen such a request, and waits for its end. */
async function cancelled(
  args: readonly string[],
  asked: RegExp,
  signals: readonly NodeJS.Signals[] = ['SIGTERM']
): Promise<CliEnd & { readonly milliseconds: number }> {
  const { child, end } = await startCli(args, { folder: bench.repository.folder })
  await until(() => front.seen.some(request => asked.test(request)))
  const start = Date.now()
  for (const signal of signals) {
    child.kill(signal)
    await wait(200)
  }
  return { ...(await end), milliseconds: Date.now() - start }
}

/** Holds such requests back until the signal has arrived for sure, and passes them on then. */
function holdBack(request: RegExp): void {
  front.answer = async ({ method = '', url = '' }) => {
    if (request.test(`${method} ${url}`)) await wait(1000)
    return undefined
  }
}

describe('a build that waits for a registry', () => {
  test('in trouble ends at once, when it is planned', async () => {
    front.answer = () => BUSY
    const { code, stderr, milliseconds } = await cancelled(behind('build'), /./)
    expect(code).toBe(1)
    expect(stderr).toContain('Cancelled.')
    expect(stderr).not.toContain('W002')
    expect(milliseconds).toBeLessThan(SOON_MS)
  })

  test.each([
    { what: 'in trouble', treatment: BUSY },
    { what: 'that is mute', treatment: 'silence' as const }
  ])('$what ends soon with every image cancelled, when images are built', async ({ treatment }) => {
    front.answer = ({ url = '' }) => (/-by-/.test(url) ? treatment : undefined)
    const { code, stdout, stderr, milliseconds } = await cancelled(behind('build'), /-by-/)
    expect(code).toBe(1)
    const { results } = JSON.parse(stdout) as { readonly results: readonly BuildResult[] }
    expect(statesOf(results)).toEqual({ a: 'cancelled', b: 'cancelled', c: 'cancelled' })
    expect(stderr).not.toMatch(/W002|Internal error/)
    expect(milliseconds).toBeLessThan(SOON_MS)
    expect(await tagsOf(bench.staging)).toEqual([])
  })

  test('is ended by a second signal, whichever it is', async () => {
    front.answer = () => 'silence'
    const { code, milliseconds } = await cancelled(behind('build'), /./, ['SIGINT', 'SIGTERM'])
    expect(code).toBe(null)
    expect(milliseconds).toBeLessThan(SOON_MS)
  })
})

test('a command that writes nothing is simply ended', async () => {
  front.answer = () => 'silence'
  for (const args of [behind('plan'), [...behind('release'), '--dry-run']]) {
    front.seen.length = 0
    const { code, milliseconds } = await cancelled(args, /./)
    expect(code).toBe(null)
    expect(milliseconds).toBeLessThan(SOON_MS)
  }
})

test('a release stops between two moves of tags; the same command again makes the others', async () => {
  await bench.build(await bench.plan())
  holdBack(/^PUT .*\/manifests\/latest$/)
  const { code, stdout, stderr } = await cancelled(behind('release'), /^PUT .*\/manifests\/latest$/)
  expect(stderr).not.toMatch(/W002|Internal error/)
  expect(code).toBe(1)
  const result = JSON.parse(stdout) as ReleaseResult
  expect(result.state).toBe('cancelled')
  const moved = result.images.filter(image => image.state === 'moved').map(image => image.name)
  expect(moved).toHaveLength(1)
  const tagged = async (): Promise<readonly string[]> => {
    const tags = await Promise.all(
      IMAGES.map(async name => ({ name, tags: await tagsOf(bench.published(name)) }))
    )
    return tags.filter(each => each.tags.includes('latest')).map(each => each.name)
  }
  expect(await tagged()).toEqual(moved)
  expect(await tagsOf(`${bench.prefix}/fixture-record`)).toEqual([])

  const again = await runCli(behind('release'), { folder: bench.repository.folder })
  expect(again.code).toBe(0)
  expect(await tagged()).toEqual([...IMAGES])
  expect(await tagsOf(`${bench.prefix}/fixture-record`)).toContain('latest')
})

test('clean stops between two deletions; the same command again makes the others', async () => {
  await bench.build(await bench.plan())
  bench.commit(
    Object.fromEntries(
      IMAGES.map(name => [`images/${name}/Dockerfile`, `FROM scratch\nCOPY Dockerfile /new\n`])
    )
  )
  await bench.build(await bench.plan())
  holdBack(/^DELETE /)
  const args = [...behind('clean'), '--apply', '--keep', '0d']
  const states = ({ stdout }: CliEnd): readonly string[] =>
    (JSON.parse(stdout) as CleanReport).rows.map(({ state }) => state).sort()
  const end = await cancelled(args, /^DELETE /)
  expect(end.stderr).not.toMatch(/W002|Internal error/)
  expect(end.code).toBe(1)
  expect((JSON.parse(end.stdout) as CleanReport).state).toBe('cancelled')
  expect(states(end)).toEqual(['deleted', 'not deleted', 'not deleted'])

  front.answer = () => undefined
  const again = await runCli(args, { folder: bench.repository.folder })
  expect(again.code).toBe(0)
  expect(states(again)).toEqual(['deleted', 'deleted'])
})

test('a wait of the clock ends with the run', async () => {
  const cancel = new AbortController()
  const { clock } = openWorld({ log: bench.world.log, signal: cancel.signal })
  const waited = clock.sleep(100_000)
  cancel.abort()
  await expect(waited).rejects.toMatchObject({ name: 'AbortError' })
  await expect(clock.sleep(100_000)).rejects.toMatchObject({ name: 'AbortError' })
})
