import { afterAll, describe, expect, jest, test } from '@jest/globals'
import { readOptions } from '../../src/cli/options.js'
import { makeBench, manifest } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import { ownPrefix, useEngine } from '../support/engine.js'
import { startFront } from '../support/registry-front.js'
import { disposeRepositories } from '../support/repository.js'

// A process of its own, on a machine that may have other work to do.
jest.setTimeout(60_000)

afterAll(disposeRepositories)

describe('the time limit of a build', () => {
  test('is none when nothing is said', () => {
    expect(readOptions('build', []).timeoutMs).toBeUndefined()
  })

  test.each([
    ['45s', 45_000],
    ['90m', 5_400_000],
    ['500h', 1_800_000_000]
  ])('--timeout %s', (text, timeoutMs) => {
    expect(readOptions('build', ['--timeout', text])).toMatchObject({ timeoutMs })
  })

  test.each(['', '0m', '90', 'm', '-1h', '1.5h', '2 h', '1d', '501h'])('--timeout=%s is refused', text => {
    expect(() => readOptions('build', [`--timeout=${text}`])).toThrow('is no time from 1s to 500h')
  })

  test.each(['plan', 'release'])('%s has none', command => {
    expect(() => readOptions(command, ['--timeout', '1h'])).toThrow('is no option')
  })

  test('counts for the plan too: a registry that does not answer is not waited for', async () => {
    const front = await startFront(useEngine().host)
    front.answer = () => 'silence'
    const prefix = ownPrefix(front.host)
    const bench = makeBench(
      { 'images/manifest.yaml': manifest({ base: [] }), 'images/base/Dockerfile': 'FROM scratch\n' },
      { prefix }
    )
    const start = Date.now()
    const args = ['build', '--registry', prefix, '--timeout', '2s']
    const { code, stderr } = await runCli(args, { folder: bench.repository.folder })
    await front.stop()
    expect(Date.now() - start).toBeLessThan(30_000)
    expect(code).toBe(1)
    expect(stderr).toMatch(/error W007: the time of this run is over; the last was: .* the run ended before/)
  })
})
