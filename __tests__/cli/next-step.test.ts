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

const server = createServer((_, response) => response.end('one'))
afterAll(() => {
  server.close()
})

/** A base that counts as changed in every run, since it takes an address without checksum, and an image on it. */
async function withAddress(line: string): Promise<Files> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    'images/manifest.yaml': manifest({ base: [], web: [] }),
    'images/base/Dockerfile': `FROM scratch\nADD http://127.0.0.1:${port}/file /file\n`,
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
    '../.git/base-images/plan.json',
    ...rehearsal,
    '--dry-run'
  ])
  const looked = await run(...suggestedIn(built.stdout))
  expect(looked).toMatchObject({ code: 0, stderr: '' })
  const released = await run(...suggestedIn(built.stdout).slice(0, -1))
  expect(released.stdout).toMatch(/\nReleased\.\n$/)
  expect(await client().head(bench.published('web'), 'latest')).toBeDefined()
})

test('a build that failed under a key of its run is tried again with its plan', async () => {
  const bench = makeBench(await withAddress('COPY --from=ghcr.io/acme/base:latest /nothing /'))
  const run = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(args, { folder: bench.repository.folder })
  const failed = await run('build', '--registry', bench.prefix)
  expect(failed.code).toBe(1)
  const [command = ''] = suggestedIn(failed.stdout).join(' ').split(';')
  expect(command).toBe(`build --plan .git/base-images/plan.json --registry ${bench.prefix}`)
  const again = await run(...command.split(' '))
  expect(again.stdout).toMatch(/^base .* reused /m)
})
