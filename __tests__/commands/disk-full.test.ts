import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { codesOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import type { CliEnd } from '../support/cli.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

describe('a temporary folder without space', () => {
  let tiny: string
  let bench: Bench
  let end: CliEnd
  beforeAll(async () => {
    tiny = temporaryFolder('tiny')
    // Needs the rights that the embedded engine needs too.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', tiny])
    bench = makeBench({
      'images/manifest.yaml': manifest({ large: [], child: [], small: [] }),
      'images/large/Dockerfile': 'FROM scratch\nCOPY large.bin /\n',
      'images/large/large.bin': Buffer.alloc(3 << 20, 'x'),
      'images/child/Dockerfile': 'FROM ghcr.io/acme/large\nCOPY Dockerfile /child\n',
      'images/small/Dockerfile': 'FROM scratch\nCOPY Dockerfile /small\n'
    })
    end = await runCli(
      ['build', '--head', 'HEAD', '--jobs', '1', '--registry', bench.prefix, '--format', 'json'],
      {
        folder: bench.repository.folder,
        environment: { TMPDIR: tiny }
      }
    )
  })
  afterAll(() => {
    execFileSync('umount', [tiny])
    disposeRepositories()
  })

  const results = (): readonly BuildResult[] =>
    (JSON.parse(end.stdout) as { readonly results: readonly BuildResult[] }).results

  test('fails the image that does not fit, with the documented exit code', () => {
    expect(end.code).toBe(1)
    expect(statesOf(results())).toEqual({ large: 'failed', child: 'blocked', small: 'built' })
  })

  test('is told with place and remedy and without a stack trace', () => {
    const failed = results().filter(each => each.image === 'large')
    expect(codesOf(failed)).toEqual(['W003'])
    expect(failed[0]?.diagnostics[0]?.file).toBe('images/large/Dockerfile')
    expect(end.stderr).toContain('W003')
    expect(end.stderr).toMatch(/free space/)
    expect(end.stderr).not.toMatch(/^\s+at /m)
    expect(end.stderr).not.toContain('Internal error')
  })

  test('is left empty', () => {
    expect(execFileSync('ls', ['-A', tiny], { encoding: 'utf8' })).toBe('')
  })

  test('with space again the next run builds what is missing and nothing else', async () => {
    const run = await bench.run()
    expect(statesOf(run.results)).toEqual({ large: 'built', child: 'built' })
    expect(run.released.state).toBe('released')
  })
})
