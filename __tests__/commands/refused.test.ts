import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { build } from '../../src/commands/build.js'
import { exitOfBuild } from '../../src/commands/outcome.js'
import { codesOf, done, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { compiledCli, runCli } from '../support/cli.js'
import type { CliEnd } from '../support/cli.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const FILES = {
  'images/manifest.yaml': manifest({ odd: [], child: [], other: [] }),
  'images/odd/Dockerfile': 'FROM scratch\nCOPY . /\n',
  'images/child/Dockerfile': 'FROM ghcr.io/acme/odd\nCOPY Dockerfile /child\n',
  'images/other/Dockerfile': 'FROM scratch\nCOPY Dockerfile /other\n'
}

function resultsOf(end: CliEnd): readonly BuildResult[] {
  return (JSON.parse(end.stdout) as { readonly results: readonly BuildResult[] }).results
}

function buildOf(bench: Bench, environment: Readonly<Record<string, string>>): Promise<CliEnd> {
  const args = ['build', '--head', 'HEAD', '--registry', bench.prefix, '--format', 'json']
  return runCli(args, { folder: bench.repository.folder, environment })
}

describe('a file that the system refuses at one image', () => {
  let bench: Bench
  let end: CliEnd
  beforeAll(async () => {
    bench = makeBench(FILES)
    const { repository } = bench
    const blob = repository.git('rev-parse', 'HEAD:images/odd/Dockerfile').trim()
    // No file system of Linux takes a name of more than 255 bytes, and git does.
    const path = `images/odd/${'n'.repeat(300)}`
    repository.git('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`)
    repository.git('commit', '--quiet', '--message', 'a name that is too long')
    end = await buildOf(bench, {})
  })

  test('fails that image, blocks what is built on it and leaves the others alone', () => {
    expect(end.code).toBe(1)
    expect(statesOf(resultsOf(end))).toEqual({ odd: 'failed', child: 'blocked', other: 'built' })
  })

  test('is told with the path and what to do, not as a fault of ours', () => {
    const failed = resultsOf(end).filter(({ image }) => image === 'odd')
    expect(codesOf(failed)).toEqual(['W005'])
    expect(failed[0]?.diagnostics[0]).toMatchObject({ file: 'images/odd/Dockerfile' })
    expect(failed[0]?.diagnostics[0]?.message).toMatch(/^odd: ENAMETOOLONG.*n{300}/)
    expect(end.stderr).not.toMatch(/^\s+at |Internal error/m)
  })
})

test('a temporary folder that is not there fails each image that would be built, with what to do', async () => {
  const bench = makeBench(FILES)
  const missing = `${temporaryFolder('gone')}/missing`
  const end = await buildOf(bench, { TMPDIR: missing })
  expect(end.code).toBe(1)
  expect(statesOf(resultsOf(end))).toEqual({ odd: 'failed', child: 'blocked', other: 'failed' })
  const [failed] = resultsOf(end)
  expect(failed?.diagnostics[0]).toMatchObject({ code: 'W005' })
  expect(failed?.diagnostics[0]?.message).toContain(missing)
  expect(failed?.diagnostics[0]?.remedy).toContain('TMPDIR')
  expect(end.stderr).not.toMatch(/^\s+at |Internal error/m)
})

test('a fault of our own ends one image with its message; the others go on, and the run ends with 3', async () => {
  const bench = makeBench(FILES)
  const { files } = bench.world
  const scratch: typeof files.scratch = name =>
    name === 'odd' ? Promise.reject(new TypeError('x is undefined')) : files.scratch(name)
  const world = { ...bench.world, files: { ...files, scratch } }
  const plan = await bench.plan()
  const results = done(await build(world, { plan, registry: bench.prefix, publish: true }))
  expect(statesOf(results)).toEqual({ odd: 'failed', child: 'blocked', other: 'built' })
  expect(results[0]?.diagnostics).toMatchObject([
    { code: 'B008', file: 'images/odd/Dockerfile', message: 'odd: internal error: x is undefined' }
  ])
  expect(bench.log()).toContain('TypeError: x is undefined')
  expect(exitOfBuild(results)).toBe(3)
})

test('a system that refuses to start git is told, and nothing falls over', async () => {
  const bench = makeBench(FILES)
  const refusing = temporaryFolder('refusing')
  // A link to itself: a refusal that depends on no limit of the machine, and root gets it too.
  symlinkSync('git', join(refusing, 'git'))
  const args = [await compiledCli(), 'plan', '--head', 'HEAD', '--all']
  const end = spawnSync(process.execPath, args, {
    cwd: bench.repository.folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: refusing }
  })
  expect(end.stderr).toMatch(/W005: base-images: spawn.* ELOOP/)
  expect(end.stderr).not.toMatch(/^\s+at |Internal error|Unhandled/m)
  expect(end.status).toBe(1)
})
