import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { makeBench, manifest } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import { PLATFORM } from '../support/engine.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(60_000)

afterAll(disposeRepositories)

test('what took longest before goes first, and what a build takes is kept for the next one', async () => {
  const names = ['quick', 'slow', 'unknown']
  const bench = makeBench({
    'images/manifest.yaml': manifest(Object.fromEntries(names.map(name => [name, []]))),
    ...Object.fromEntries(names.map(name => [`images/${name}/Dockerfile`, `FROM scratch\nCOPY . /${name}\n`]))
  })
  const { folder } = bench.repository
  const file = join(folder, '.git', 'base-images', 'durations.json')
  const taken = { [`slow ${PLATFORM}`]: [90_000], [`quick ${PLATFORM}`]: [1_000] }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ version: 1, milliseconds: taken }))

  const args = ['build', '--head', 'HEAD', '--registry', bench.prefix, '--jobs', '1']
  const { code, stderr } = await runCli(args, { folder })
  expect(code).toBe(0)
  const order = [...stderr.matchAll(/^(\w+) \S+: started$/gm)].map(([, name]) => name)
  // What is not known counts as the middle of what is.
  expect(order.at(0)).toBe('slow')
  expect(order.at(-1)).toBe('quick')
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly milliseconds: typeof taken }
  expect(Object.keys(kept.milliseconds).sort()).toEqual(names.map(name => `${name} ${PLATFORM}`))
  expect(kept.milliseconds[`slow ${PLATFORM}`]?.[0]).toBe(90_000)
  expect(kept.milliseconds[`slow ${PLATFORM}`]).toHaveLength(2)

  writeFileSync(file, 'nonsense')
  const again = await runCli([...args, '--rebuild', '--all'], { folder })
  expect(again.code).toBe(0)
  expect([...again.stderr.matchAll(/^(\w+) \S+: started$/gm)].map(([, name]) => name)).toEqual(names)
})
