import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Registry } from '../../src/ports.js'
import { release } from '../../src/release/release.js'
import { client, realRegistry } from '../io/registry-rig.js'
import { annotations, commits, family, portsOf, publicState, requestFor, stage } from './rig.js'

const [first, second, third] = commits as [(typeof commits)[0], (typeof commits)[0], (typeof commits)[0]]
const registry = client()
let host = ''
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ host, stop } = await realRegistry())
  for (const content of ['1', '2', '3']) await stage(registry, `${host}/all`, family(content))
})
afterAll(() => stop())

/** Lets the requests of two runs through one at a time, in the order that `choose` says: 0 or 1 among those that wait. */
function turnstile(choose: () => number): {
  readonly gate: (run: 0 | 1) => Registry
  readonly leave: (run: 0 | 1) => void
} {
  const waiting: [(() => void)[], (() => void)[]] = [[], []]
  const gone: [boolean, boolean] = [false, false]
  let busy = false
  let asked = false
  const next = (): void => {
    // A turn is given only when every run that is still there waits, so the order is the chosen one and not the network's.
    if (busy || asked) return
    if ([0, 1].some(run => !gone[run as 0 | 1] && waiting[run as 0 | 1].length === 0)) return
    const present = ([0, 1] as const).filter(run => waiting[run].length > 0)
    const run = present.length === 2 ? present[choose()] : present[0]
    if (run === undefined) return
    busy = true
    waiting[run].shift()?.()
  }
  const gate = (run: 0 | 1): Registry => {
    const turn = async <T>(work: () => Promise<T>): Promise<T> => {
      await new Promise<void>(resolve => {
        waiting[run].push(resolve)
        next()
      })
      try {
        return await work()
      } finally {
        busy = false
        // What this run asks next has to be waiting before the next turn is given.
        asked = true
        setImmediate(() => {
          asked = false
          next()
        })
      }
    }
    return Object.fromEntries(
      Object.entries(registry).map(([name, method]) => [
        name,
        (...args: unknown[]) => turn(() => (method as (...rest: unknown[]) => Promise<unknown>)(...args))
      ])
    ) as unknown as Registry
  }
  return {
    gate,
    leave: run => {
      gone[run] = true
      next()
    }
  }
}

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
  const { gate, leave } = turnstile(choose)
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
