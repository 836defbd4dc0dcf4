import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, jest, test } from '@jest/globals'
import { makeBench, manifest } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import type { CliEnd } from '../support/cli.js'
import { client } from '../io/registry-rig.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(120_000)

afterAll(disposeRepositories)

/** Answers at once, but `/slow` later than a run of a second ends. */
const server = createServer(({ url }, response) => {
  setTimeout(() => response.end('one'), url === '/slow' ? 1500 : 0)
})
afterAll(() => {
  server.close()
})

/** A base that counts as changed in every run, since it takes an address without checksum, and an image on it. */
async function withAddress(line: string, path = 'file'): Promise<Files> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    'images/manifest.yaml': manifest({ base: [], web: [] }),
    'images/base/Dockerfile': `FROM scratch\nADD http://127.0.0.1:${port}/${path} /file\n`,
    'images/web/Dockerfile': `FROM ghcr.io/acme/base\n${line}\n`
  }
}

/** The command that a text suggests last. */
function suggestedIn(text: string): readonly string[] {
  const [, words] = [...text.matchAll(/^(?:Next| {2}remedy): .*?base-images (.*)$/gm)].at(-1) ?? []
  if (words === undefined) throw new Error(`no command is suggested in\n${text}`)
  return words.split(' ')
}

test('whoever follows what a rehearsal suggests stays in its registry, up to a look at the release', async () => {
  const bench = makeBench({
    'images/manifest.yaml': manifest({ base: [], web: [] }),
    'images/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n',
    'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /web\n'
  })
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const rehearsal = ['--registry', bench.prefix]

  const tooEarly = await run('release', ...rehearsal, '--dry-run')
  expect(tooEarly.code).toBe(1)
  expect(tooEarly.stderr.match(/error R003/g)).toHaveLength(2)
  expect(tooEarly.stderr.match(/remedy/g)).toHaveLength(1)
  expect(suggestedIn(tooEarly.stderr)).toEqual(['build', ...rehearsal])

  const planned = await run('plan', ...rehearsal)
  expect(suggestedIn(planned.stdout)).toEqual(['build', ...rehearsal])
  const built = await run(...suggestedIn(planned.stdout))
  expect(built.code).toBe(0)
  expect(suggestedIn(built.stdout)).toEqual(['release', ...rehearsal, '--dry-run'])
  const looked = await run(...suggestedIn(built.stdout))
  expect(looked).toMatchObject({ code: 0, stderr: '' })
  expect(looked.stdout).toMatch(/^base +would move /m)
  expect(await client().head(bench.published('web'), 'latest')).toBeUndefined()

  const released = await run('release', ...rehearsal)
  expect(released.stdout).toMatch(/^web +moved .*\nReleased\.\n$/ms)
  const again = await run('release', ...rehearsal)
  expect(again.stdout).toMatch(/\nNothing had to be released: what is public is what the commit says\.\n$/)
})

test('a suggested path is the one that was typed, from the folder it was typed in', async () => {
  const bench = makeBench({
    'other/m.yaml': manifest({ base: [] }),
    'other/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n'
  })
  const folder = `${bench.repository.folder}/other/base`
  const planned = await runCli(['plan', '--all', '--manifest', '../m.yaml'], { folder })
  const suggested = suggestedIn(planned.stdout)
  expect(suggested).toEqual(['build', '--manifest', '../m.yaml', '--all'])
  const again = await runCli(['plan', ...suggested.slice(1)], { folder })
  expect(again.stdout).toBe(planned.stdout)
})

test('what has a key of its run is released by following what is suggested, and built once', async () => {
  const bench = makeBench(await withAddress('COPY Dockerfile /web'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: `${bench.repository.folder}/images` })
  const rehearsal = ['--registry', bench.prefix]

  const tooEarly = await run('release', ...rehearsal)
  expect(tooEarly.code).toBe(1)
  expect(tooEarly.stderr).toContain('with the plan of that build')

  const built = await run('build', ...rehearsal)
  expect(built.stdout).toMatch(/^base .* built .*$/m)
  expect(suggestedIn(built.stdout)).toEqual([
    'release',
    '--plan',
    expect.stringMatching(/^\.\.\/\.git\/base-images\/plans\/[0-9a-f]{12}\.json$/),
    ...rehearsal,
    '--dry-run'
  ])
  const looked = await run(...suggestedIn(built.stdout))
  expect(looked).toMatchObject({ code: 0, stderr: '' })
  const released = await run(...suggestedIn(built.stdout).slice(0, -1))
  expect(released.stdout).toMatch(/\nReleased\.\n$/)
  expect(await client().head(bench.published('web'), 'latest')).toBeDefined()
})

test('what was built of one image with a key of its run is released when the rest is built under the same plan', async () => {
  const bench = makeBench({
    'images/manifest.yaml': manifest({ base: [], one: [], two: [], web: [] }),
    'images/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /base\n',
    'images/one/Dockerfile': 'FROM scratch\nCOPY Dockerfile /one\n',
    'images/two/Dockerfile': 'FROM scratch\nCOPY Dockerfile /two\n',
    'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /web\n'
  })
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const rehearsal = ['--registry', bench.prefix]
  const built = await run('build', '--rebuild', '--image', 'base', ...rehearsal)
  const release = suggestedIn(built.stdout)

  const lacksTwo = await run(...release)
  expect(suggestedIn(lacksTwo.stderr)).toEqual(['build', ...release.slice(1, -1), '--all'])
  const one = await run('build', ...release.slice(1, -1), '--image', 'one')
  expect(one.stdout).toMatch(/^one .* built /m)
  const lacksOne = await run(...release)
  expect(suggestedIn(lacksOne.stderr)).toEqual(['build', ...release.slice(1, -1), '--image', 'two'])
  expect((await run(...suggestedIn(lacksTwo.stderr))).stdout).toMatch(/^two .* built /m)
  expect(await run(...release)).toMatchObject({ code: 0, stderr: '' })
})

test('a misspelt image is told when it is to be picked of a plan too', async () => {
  const bench = makeBench(await withAddress('COPY Dockerfile /web', 'slow'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const built = await run('build', '--timeout', '1s', '--registry', bench.prefix)
  const { code, stderr } = await run(...(again(built) ?? []), '--image', 'bsae')
  expect(code).toBe(2)
  expect(stderr).toContain('E003: the manifest has no image "bsae"; it has base, web')
  expect(stderr).toContain('did you mean base?')
})

test('a build does not take away the plan of an earlier one, whose images are still to be released', async () => {
  const bench = makeBench(await withAddress('COPY Dockerfile /web'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const rehearsal = ['--registry', bench.prefix]
  const first = suggestedIn((await run('build', ...rehearsal)).stdout)
  const head = bench.repository.git('rev-parse', 'HEAD')
  bench.repository.git('checkout', '--quiet', '-b', 'other')
  bench.commit({ 'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /other\n' })
  const second = await run('build', ...rehearsal, '--format', 'json')
  const { plan } = JSON.parse(second.stdout) as { readonly plan?: string }
  expect(plan).toMatch(/^\.git\/base-images\/plans\/[0-9a-f]{12}\.json$/)
  expect(first).not.toContain(plan)

  const released = await run(...first.slice(0, -1))
  expect(released.code).toBe(0)
  const index = await client().manifest(bench.published('web'), 'latest')
  expect(Buffer.from(index?.bytes ?? []).toString()).toContain(head.trim())
})

/** The command that a build which did not end well suggests; undefined where that is the same once more. */
function again({ stdout }: CliEnd): readonly string[] | undefined {
  return /^Next: .*?base-images (build .*?);/m.exec(stdout)?.[1]?.split(' ')
}

test('a build under a key of its run that no image was broken in goes on with its plan', async () => {
  const bench = makeBench(await withAddress('COPY Dockerfile /web', 'slow'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const rehearsal = ['--registry', bench.prefix]
  const first = await run('build', '--timeout', '1s', ...rehearsal)
  expect(first.code).toBe(1)
  expect(again(first)?.slice(0, 2)).toEqual(['build', '--plan'])
  expect((await run(...(again(first) ?? []))).stdout).toMatch(/^web .* built /m)
  expect((await run(...(again(first) ?? []))).stdout).toMatch(/^web .* reused /m)
})

test('an image that is broken under a key of its run is repaired, committed and planned anew', async () => {
  const bench = makeBench(await withAddress('COPY --from=ghcr.io/acme/base:latest /nothing /'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const rehearsal = ['--registry', bench.prefix]
  const failed = await run('build', ...rehearsal)
  expect(failed.code).toBe(1)
  // The plan that was kept is of the commit that is broken.
  expect(failed.stdout).toContain('Next: repair web, then run the same command again;')
  bench.commit({ 'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /web\n' })
  const repaired = await run('build', ...rehearsal)
  expect(repaired.code).toBe(0)
  expect(await run(...suggestedIn(repaired.stdout))).toMatchObject({ code: 0, stderr: '' })
})
