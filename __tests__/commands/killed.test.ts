import { afterAll, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { makeBench, manifest, statesOf } from '../support/bench.js'
import { runCli, startCli } from '../support/cli.js'
import { PLATFORM } from '../support/engine.js'
import { isRunning, programFiles, until } from '../support/machine.js'
import { publicDigest, tagsOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const IMAGES = ['first', 'second', 'third', 'other'] as const

test('a build that is killed at any moment is finished by the next one, with the same digests', async () => {
  const undisturbed = makeBench({
    'images/manifest.yaml': manifest({ first: [], second: [], third: [], other: [] }),
    'images/first/Dockerfile': 'FROM scratch\nCOPY Dockerfile /first\n',
    'images/second/Dockerfile': 'FROM ghcr.io/acme/first\nCOPY Dockerfile /second\n',
    'images/third/Dockerfile': 'FROM ghcr.io/acme/second\nCOPY Dockerfile /third\n',
    'images/other/Dockerfile': 'FROM scratch\nCOPY Dockerfile /other\n'
  })
  const start = Date.now()
  expect((await undisturbed.run()).released.state).toBe('released')
  const whole = Date.now() - start

  const bench = makeBench({}, { repository: undisturbed.repository })
  const args = ['build', '--head', 'HEAD', '--registry', bench.prefix]
  const place = { folder: bench.repository.folder }
  let killed = 0
  for (let at = 1; at <= 4; at += 1) {
    const { child, end } = await startCli(args, place)
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (at / 4) * (0.9 + Math.random() / 5))
    if ((await end).code === null) killed += 1
    clearTimeout(timer)
  }
  expect(killed).toBeGreaterThan(0)
  expect((await runCli(args, place)).code).toBe(0)
  expect((await runCli(['release', '--head', 'HEAD', '--registry', bench.prefix], place)).code).toBe(0)
  for (const image of IMAGES) {
    const digest = await publicDigest(undisturbed.published(image), 'latest', PLATFORM)
    expect(digest).toMatch(/^sha256:/)
    expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(digest)
  }
})

test('a build that is cancelled ends what it started, says what is cancelled and tags nothing of it', async () => {
  const seconds = '86463'
  const bench = makeBench({
    'images/manifest.yaml': manifest({ slow: [], child: [] }),
    'images/slow/Dockerfile': `FROM scratch\nCOPY --chmod=755 . /\nRUN ["/bin/sleep", "${seconds}"]\n`,
    ...programFiles('images/slow', '/bin/sleep'),
    'images/child/Dockerfile': 'FROM ghcr.io/acme/slow\nCOPY Dockerfile /child\n'
  })
  const args = ['build', '--head', 'HEAD', '--registry', bench.prefix, '--format', 'json']
  const { child, end } = await startCli(args, { folder: bench.repository.folder })
  await until(() => isRunning('/bin/sleep', seconds))
  child.kill('SIGTERM')
  const { code, stdout, stderr } = await end
  expect(code).toBe(1)
  expect(stderr).not.toContain('Internal error')
  const { results } = JSON.parse(stdout) as { readonly results: readonly BuildResult[] }
  expect(statesOf(results)).toEqual({ slow: 'cancelled', child: 'cancelled' })
  expect(results.flatMap(result => result.diagnostics)).toEqual([])
  await until(() => !isRunning('/bin/sleep', seconds))
  expect(await tagsOf(bench.staging)).toEqual([])
})
