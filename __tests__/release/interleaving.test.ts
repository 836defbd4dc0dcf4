import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { release } from '../../src/release/release.js'
import { client, realRegistry } from '../io/registry-rig.js'
import { movingTags, prepare, races, releaseAlone, run } from './races.js'
import { registryModel } from './registry-model.js'
import { annotations, commits, family, portsOf, publicState, requestFor, stage } from './rig.js'
import { turnstile } from './turnstile.js'

const [first, second, third] = commits as [(typeof commits)[0], (typeof commits)[0], (typeof commits)[0]]
const registry = client()
let host = ''
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ host, stop } = await realRegistry())
  for (const content of ['1', '2', '3']) await stage(registry, `${host}/all`, family(content))
})
afterAll(() => stop())

/** Numbers in [0, 1) that are the same on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

async function runBoth(prefix: string, choose: () => number): Promise<void> {
  const staging = `${host}/all/build`
  await release(requestFor(prefix, family('1'), first, { staging }), portsOf(registry, family('1')))
  const { gate, leave } = turnstile(registry, 2, waiting => ({
    run: waiting.length === 2 ? choose() : (waiting[0]?.run ?? 0)
  }))
  const older = release(requestFor(prefix, family('2'), second, { staging }), portsOf(gate(0), family('2')))
  const newer = release(requestFor(prefix, family('3'), third, { staging }), portsOf(gate(1), family('3')))
  await Promise.all([older.finally(() => leave(0)), newer.finally(() => leave(1))])
}

async function expectNewest(prefix: string, expected: Readonly<Record<string, string>>): Promise<void> {
  const state = await publicState(registry, prefix)
  for (const name of ['base:latest', 'base:3.11', 'web:latest', 'record:latest']) {
    expect(`${name} ${state[name] ?? ''}`).toBe(`${name} ${expected[name] ?? ''}`)
  }
}

test('two releases at once end with the newer commit everywhere, in whatever order their requests come', async () => {
  const alone = `${host}/alone`
  const staging = `${host}/all/build`
  await release(requestFor(alone, family('3'), third, { staging }), portsOf(registry, family('3')))
  const expected = await publicState(registry, alone)
  expect(await annotations(registry, `${alone}/base`, 'latest')).toMatchObject({
    'org.opencontainers.image.revision': third.id
  })
  for (let seed = 1; seed <= 25; seed += 1) {
    const random = seeded(seed)
    // Long runs of one side are as important as fair turns: a stalled release is the dangerous one.
    let side = 0
    const stickiness = random()
    const choose = (): number => {
      if (random() > stickiness) side = random() < 0.5 ? 0 : 1
      return side
    }
    const prefix = `${host}/seed${String(seed)}`
    await runBoth(prefix, choose)
    await expectNewest(prefix, expected)
  }
}, 300_000)

test('an older release that stalls anywhere while a newer one runs whole does not take tags back', async () => {
  const alone = `${host}/alone2`
  const staging = `${host}/all/build`
  await release(requestFor(alone, family('3'), third, { staging }), portsOf(registry, family('3')))
  const expected = await publicState(registry, alone)
  // The requests 40 to 70 of the older one are those that move its tags and write its record.
  for (const stall of [1, 20, ...Array.from({ length: 31 }, (_, index) => 40 + index), 80]) {
    let turns = 0
    const prefix = `${host}/stall${String(stall)}`
    // The older one has `stall` turns, then the newer one all of its own.
    await runBoth(prefix, () => ((turns += 1) <= stall ? 0 : 1))
    await expectNewest(prefix, expected)
  }
}, 300_000)

test('the model of the registry is right: races on both end alike, tag by tag', async () => {
  const contents = ['1', '2', '3', '1']
  const staging = `${host}/model/build`
  const staged = registryModel()
  await prepare(staged.registry, { prefix: `${host}/model`, staging }, contents)
  await prepare(registry, { prefix: `${host}/model`, staging }, contents)
  const sample = fc.sample(races(contents), { numRuns: 25, seed: 3 })
  let killed = 0
  for (const [index, race] of sample.entries()) {
    const ground = { prefix: `${host}/model${String(index)}`, staging }
    const model = staged.copy()
    for (const each of [model.registry, registry]) await releaseAlone(each, ground, contents, 0)
    const modelled = await run(model.registry, ground, race)
    const real = await run(registry, ground, race)
    killed += modelled.filter(end => end === 'killed').length
    expect([race, real]).toEqual([race, modelled])
    const found: Record<string, string> = {}
    for (const name of Object.keys(movingTags(model, ground))) {
      const [repository = '', tag = ''] = name.split(/:(?=[^:/]*$)/)
      found[name] = (await registry.head(repository, tag))?.digest ?? 'none'
    }
    expect([race, found]).toEqual([race, movingTags(model, ground)])
  }
  expect(killed).toBeGreaterThan(0)
}, 300_000)
