import { afterAll, expect, jest, test } from '@jest/globals'
import { makeBench, manifest } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import type { CliEnd } from '../support/cli.js'
import { client } from '../io/registry-rig.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(120_000)

afterAll(disposeRepositories)

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
  expect(await client().head(bench.published('web'), 'latest')).toBeUndefined()
})
