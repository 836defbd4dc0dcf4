import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { openBuilders } from '../../src/commands/builders.js'
import type { Builder } from '../../src/commands/builders.js'
import { openBuildx } from '../../src/io/buildx.js'
import type { ProcessResult } from '../../src/ports.js'
import { makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { startBuilders } from '../support/builders.js'
import type { Builders } from '../support/builders.js'
import { runCli, startCli } from '../support/cli.js'
import type { CliEnd, RunningCli } from '../support/cli.js'
import { isRunning, programFiles, until } from '../support/machine.js'
import { tagsOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

const NAMES = ['one', 'two'] as const
let builders: Builders
beforeAll(async () => {
  builders = await startBuilders(NAMES)
  Object.assign(process.env, builders.environment)
}, 120_000)
afterAll(async () => {
  await builders.stop()
  disposeRepositories()
})

/**
 * A base and images on it that wait, each in a process of this machine that nobody else has: no two wait equally long.
 * What they keep does not tell when they were built, so equal builds have equal digests.
 */
function waiting(seconds: Readonly<Record<string, string>>): Files {
  const names = Object.keys(seconds)
  const wait = (name: string): string =>
    [
      'FROM ghcr.io/acme/base AS wait',
      `RUN ["/bin/sleep", "${seconds[name]}"]`,
      'FROM ghcr.io/acme/base',
      `COPY --from=wait /bin/sleep /${name}`,
      ''
    ].join('\n')
  return {
    'images/manifest.yaml': manifest({
      base: [],
      // Only on a builder that was named: there is none that buildx takes by itself.
      ...Object.fromEntries(names.map(name => [name, ['test: ["/bin/sleep", "0.01"]']]))
    }),
    'images/base/Dockerfile': 'FROM scratch\nCOPY --chmod=755 . /\n',
    ...programFiles('images/base', '/bin/sleep'),
    ...Object.fromEntries(names.map(name => [`images/${name}/Dockerfile`, wait(name)]))
  }
}

function start(bench: Bench, ...names: readonly string[]): Promise<RunningCli> {
  const args = ['build', '--head', 'HEAD', '--registry', bench.prefix, '--jobs', '1', '--format', 'json']
  const place = { folder: bench.repository.folder }
  return startCli(
    [...args, ...names.flatMap(name => (name.startsWith('--') ? [name] : ['--builder', name]))],
    place
  )
}

function resultsOf(end: CliEnd): readonly BuildResult[] {
  return (JSON.parse(end.stdout) as { readonly results: readonly BuildResult[] }).results
}

function digestsOf(end: CliEnd): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(resultsOf(end).map(result => [result.image, result.digest]))
}

const placesIn = ({ stderr }: CliEnd): readonly string[] =>
  [...stderr.matchAll(/: started on (\w+)$/gm)].map(([, place = '']) => place)

describe('two builders', () => {
  test.each([
    { signal: 'SIGKILL', how: 'is killed', seconds: { a: '3.011', b: '3.012', c: '3.013', d: '3.014' } },
    { signal: 'SIGTERM', how: 'is stopped', seconds: { a: '3.021', b: '3.022', c: '3.023', d: '3.024' } }
  ] as const)('share the images; when one $how, the other builds them all', async ({ signal, seconds }) => {
    const undisturbed = makeBench(waiting(seconds))
    const shared = await (await start(undisturbed, ...NAMES)).end
    expect(shared.code).toBe(0)
    expect(new Set(placesIn(shared))).toEqual(new Set(NAMES))

    // What the builders have from before must not be taken for built: no wait would be left.
    const bench = makeBench(waiting({ ...seconds, c: `${seconds.c}9`, d: `${seconds.d}9` }))
    const { end } = await start(bench, ...NAMES)
    await until(() => isRunning('/bin/sleep', `${seconds.c}9`) && isRunning('/bin/sleep', `${seconds.d}9`))
    builders.signal('two', signal)
    const rescued = await end
    await builders.start('two')
    expect(rescued.stderr).toContain('builder two does not answer any more: its images go to the others')
    expect(rescued.code).toBe(0)
    expect(placesIn(rescued).at(-1)).toBe('one')
    expect(digestsOf(rescued)).toEqual(digestsOf(shared))
  })

  test('that are both lost fail what waits with what to do, and the same command completes when they are back', async () => {
    const bench = makeBench(waiting({ e: '3.031', f: '3.032', g: '3.033', h: '3.034' }))
    const { end } = await start(bench, ...NAMES)
    await until(() => isRunning('/bin/sleep', '3.031') && isRunning('/bin/sleep', '3.032'))
    for (const name of NAMES) builders.signal(name, 'SIGKILL')
    const failed = await end
    expect(failed.code).toBe(1)
    expect(statesOf(resultsOf(failed))).toEqual({
      base: 'built',
      e: 'failed',
      f: 'failed',
      g: 'failed',
      h: 'failed'
    })
    const findings = resultsOf(failed).flatMap(result => result.diagnostics)
    expect(findings.map(each => each.code)).toEqual(['W002', 'W002', 'W002', 'W002'])
    expect(findings.at(-1)?.message).toContain('none of the builders answers any more')
    expect(findings.at(-1)?.remedy).toContain('run the same command again')

    for (const name of NAMES) await builders.start(name)
    const again = await (await start(bench, ...NAMES)).end
    expect(again.code).toBe(0)
    expect(statesOf(resultsOf(again))).toEqual({ e: 'built', f: 'built', g: 'built', h: 'built' })
  })

  test('both end what they do when the run is cancelled, and nothing of it is tagged', async () => {
    const bench = makeBench(waiting({ k: '86466', l: '86467' }))
    const { child, end } = await start(bench, ...NAMES)
    await until(() => isRunning('/bin/sleep', '86466') && isRunning('/bin/sleep', '86467'))
    const before = await tagsOf(bench.staging)
    child.kill('SIGTERM')
    const cancelled = await end
    expect(cancelled.code).toBe(1)
    expect(statesOf(resultsOf(cancelled))).toEqual({ base: 'built', k: 'cancelled', l: 'cancelled' })
    await until(() => !isRunning('/bin/sleep', '86466') && !isRunning('/bin/sleep', '86467'))
    expect(await tagsOf(bench.staging)).toEqual(before)
    expect(before.every(tag => tag.startsWith('base-'))).toBe(true)
  })

  test('of which buildx knows one only are refused before anything is built', async () => {
    const bench = makeBench(waiting({ i: '3.041' }))
    const args = ['build', '--head', 'HEAD', '--registry', bench.prefix, '--builder', 'one,nowhere']
    const { code, stderr } = await runCli(args, { folder: bench.repository.folder })
    expect(stderr).toContain('E004: --builder "nowhere": buildx has no builder of this name')
    expect(code).toBe(2)
    expect(await tagsOf(bench.staging)).toEqual([])
  })

  test('of which one says nothing for long while it builds: it is lost, and the build there ends', async () => {
    const { two, run, log } = await secondOf('600.5')
    const ran = run()
    await until(() => isRunning('/bin/sleep', '600.5'))
    builders.signal('two', 'SIGSTOP')
    await ran
    expect(two.signal.aborted).toBe(true)
    expect(await two.isGone()).toBe(true)
    expect(log()).toContain('builder two does not answer any more')
    builders.signal('two', 'SIGKILL')
    await builders.start('two')
  })

  test('of which the only one is mute when the time of the run is over: the step is named that it was at', async () => {
    const bench = makeBench(waiting({ n: '600.11', o: '600.12' }))
    const { end } = await start(bench, 'two', '--timeout=25s')
    await until(() => isRunning('/bin/sleep', '600.11'))
    builders.signal('two', 'SIGSTOP')
    const late = await end
    builders.signal('two', 'SIGKILL')
    await builders.start('two')
    expect(late.code).toBe(1)
    expect(resultsOf(late).flatMap(result => result.diagnostics.map(each => each.message))).toEqual([
      expect.stringMatching(/^n .*the time of this run is over; the last was: .*RUN/),
      'o was not begun: the time of this run is over'
    ])
  })

  test('of which one did not run yet: buildx waits for it, and so does the run', async () => {
    builders.signal('two', 'SIGKILL')
    const { two, run } = await secondOf('0.5')
    const ran = run()
    await new Promise(resolve => setTimeout(resolve, 3000))
    await builders.start('two')
    expect((await ran).code).toBe(0)
    expect(two.signal.aborted).toBe(false)
  })
})

/** The second builder, looked at twice a second while it builds something that waits. */
async function secondOf(seconds: string): Promise<{
  readonly two: Builder
  readonly run: () => Promise<ProcessResult>
  readonly log: () => string
}> {
  const { world, log, repository } = makeBench(waiting({}))
  const opened = await openBuilders(
    world,
    await openBuildx(process.env),
    NAMES,
    new AbortController().signal,
    500
  )
  const two = 'unknown' in opened ? undefined : opened[1]
  if (two === undefined) throw new Error('The builders are there.')
  const file = `${repository.folder}/images/base/Dockerfile`
  writeFileSync(file, `FROM scratch\nCOPY --chmod=755 . /\nRUN ["/bin/sleep", "${seconds}"]\n`)
  const args = ['build', '--output=type=cacheonly', dirname(file)]
  return { two, run: () => two.buildx.build(args, { signal: two.signal }), log }
}
