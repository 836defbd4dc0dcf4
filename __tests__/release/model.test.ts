import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arena, commitIn, movingTags, races, releaseAlone, run, STEPS } from './races.js'
import type { Arena, End, Race } from './races.js'
import type { RegistryModel } from './registry-model.js'
import type { Passed } from './turnstile.js'

/** How many random races; `npm run proof:release` makes more. */
const RANDOM = Number(process.env['BASE_IMAGES_RACES'] ?? 300)
const SEED = Number(process.env['BASE_IMAGES_SEED'] ?? 7)

interface Ran {
  readonly ends: readonly End[]
  readonly model: RegistryModel
  /** Sentences about what did not hold. */
  readonly broken: readonly string[]
  /** Times at which a tag carried an older commit than right before. */
  readonly back: number
}

/** Runs a race on a copy of the arena and watches every request. */
async function watch({ model: start, ground, look }: Arena, race: Race): Promise<Ran> {
  const model = start.copy()
  const broken: string[] = []
  const looks = new Map<string, number>()
  const before = new Map<string, number>()
  let back = 0
  const commitOfTag = (name: string, tag: string): number => commitIn(model.manifest(name, tag))
  for (const image of ['base', 'web', 'record']) before.set(`${ground.prefix}/${image}:latest`, 0)
  const passed = ({ run: by, method, args }: Passed): void => {
    const [name = '', tag = ''] = args as readonly string[]
    const reference = `${name}:${tag}`
    const id = `${String(by)} ${reference}`
    if (!before.has(reference)) return
    // Seen is what the registry had when it answered: nobody else has had a turn since.
    if (method === 'head' || method === 'manifest') looks.set(id, commitOfTag(name, tag))
    if (method !== 'putManifest') return
    const { contents, recorded } = look(model)
    for (const [image, content] of Object.entries(contents))
      if (content === undefined) broken.push(`${image}:latest is no whole index of one commit`)
    const [base, web] = [recorded['base'], recorded['web']]
    if (base === undefined || base !== web) broken.push('the newest record is of no one set')
    const now = commitOfTag(name, tag)
    if (now < (before.get(reference) ?? 0)) back += 1
    if ((looks.get(id) ?? Infinity) > now) broken.push(`${reference} was seen newer and written older`)
    before.set(reference, now)
  }
  const ends = await run(model.registry, ground, race, passed)
  return { ends, model, broken, back }
}

/** What has to hold at the end: the newest commit's set and nothing else, said by tags and record alike. */
function notNewest({ look }: Arena, model: RegistryModel, contents: readonly string[]): readonly string[] {
  const found = look(model)
  const newest = contents.length - 1
  const wrong = Object.entries(found.contents)
    .filter(([, content]) => content !== contents[newest])
    .map(([image, content]) => `${image}:latest has ${String(content)}`)
  if (found.record !== newest) wrong.push(`the record is of commit ${String(found.record)}`)
  if (JSON.stringify(found.digests) !== JSON.stringify(found.recordedDigests))
    wrong.push('tags and record differ')
  return wrong
}

/** Everything that has to hold of one race, as sentences about what does not. */
async function faultsOf(place: Arena, race: Race): Promise<readonly string[]> {
  const { ends, model, broken } = await watch(place, race)
  const faults = new Set(broken)
  const isNew = new Set(race.contents).size === race.contents.length
  if (!isNew) faults.forEach(fault => (fault.includes('written older') ? faults.delete(fault) : undefined))
  const newest = race.contents.length - 1
  if (!ends.includes('killed')) {
    for (const wrong of notNewest(place, model, race.contents)) faults.add(`at the end ${wrong}`)
    return [...faults]
  }
  // An older commit that is released now either finds nothing of a newer one, or moves nothing.
  for (let number = 1; number < newest; number += 1) {
    const copy = model.copy()
    const end = await releaseAlone(copy.registry, place.ground, race.contents, number)
    const moved =
      JSON.stringify(movingTags(copy, place.ground)) !== JSON.stringify(movingTags(model, place.ground))
    if (end === 'refused' && moved) faults.add('a refused release moved a tag')
    const { contents } = place.look(copy)
    if (end === 'released' && Object.values(contents).some(content => content !== race.contents[number]))
      faults.add(`the release of commit ${String(number)} ended with ${JSON.stringify(contents)}`)
  }
  const repeated = model.copy()
  const end = await releaseAlone(repeated.registry, place.ground, race.contents, newest)
  if (end !== 'released') faults.add(`repeated, the newest release is ${end}`)
  for (const wrong of notNewest(place, repeated, race.contents)) faults.add(`repeated, ${wrong}`)
  return [...faults]
}

describe('two releases at once, one stopped for the other at any look or write', () => {
  const contents = ['1', '2', '3']
  let place: Arena
  beforeAll(async () => {
    place = await arena(contents)
  })

  test.each([
    { first: 0, who: 'the older' },
    { first: 1, who: 'the newer' }
  ])(
    '$who begins: both end with the newer set, and at every moment each tag is whole',
    async ({ first }) => {
      const other = 1 - first
      let back = 0
      for (let a = 0; a <= STEPS; a += 1) {
        for (let b = 0; b <= STEPS; b += 1) {
          const stretches = [
            { run: first, steps: a },
            { run: other, steps: b }
          ]
          const race = { contents, stretches, order: [first, other] }
          const ran = await watch(place, race)
          back += ran.back
          expect([stretches, await faultsOf(place, race)]).toEqual([stretches, []])
        }
      }
      // The races are real: without compare-and-swap a write may come after a newer one, and is then put right.
      if (first === 0) expect(back).toBeGreaterThan(0)
    },
    300_000
  )
})

test.each<Race & { readonly what: string }>([
  {
    what: 'a tag that was right when the newest looked is moved by an older one before it ends',
    contents: ['1', '2', '3', '1'],
    stretches: [{ run: 2, steps: 1 }],
    order: [1, 0, 2]
  },
  {
    what: 'the same, and an older one stalls right before its first tag',
    contents: ['1', '2', '3', '1'],
    stretches: [
      { run: 2, steps: 6 },
      { run: 1, steps: 6 }
    ],
    order: [0, 2, 1]
  },
  {
    what: 'the newest moves nothing and ends while an older one looks',
    contents: ['1', '2', '3', '1'],
    stretches: [
      { run: 0, steps: 4 },
      { run: 2, steps: 14 }
    ],
    order: [0, 2, 1]
  },
  {
    what: 'two older ones, one before and one after the newest',
    contents: ['1', '2', '1', '2'],
    stretches: [
      { run: 0, steps: 7 },
      { run: 1, steps: 4 },
      { run: 0, steps: 3 },
      { run: 2, steps: 13 }
    ],
    order: [1, 0, 2]
  },
  {
    what: 'the oldest gives a tag to a record that the newest has written anew meanwhile',
    contents: ['1', '2', '3', '1'],
    stretches: [
      { run: 0, steps: 5 },
      { run: 2, steps: 10 },
      { run: 0, steps: 16 },
      { run: 2, steps: 18 }
    ],
    order: [1, 0, 2]
  },
  {
    what: 'the oldest gives a tag to a newer one while the newest ends',
    contents: ['1', '2', '1', '3'],
    stretches: [
      { run: 0, steps: 8 },
      { run: 1, steps: 12 },
      { run: 0, steps: 10 },
      { run: 2, steps: 19 }
    ],
    order: [0, 1, 2]
  },
  {
    what: 'the newest keeps what the oldest is about to give away',
    contents: ['1', '2', '1', '2'],
    stretches: [
      { run: 0, steps: 5 },
      { run: 1, steps: 14 },
      { run: 0, steps: 9 }
    ],
    order: [1, 2, 0]
  },
  {
    what: 'one begins while an older one has just written the record back',
    contents: ['1', '2', '1', '2'],
    stretches: [
      { run: 0, steps: 12 },
      { run: 2, steps: 14 },
      { run: 0, steps: 1 }
    ],
    order: [1, 2, 0]
  }
])('once ended with a mixed set: $what', async race => {
  expect(await faultsOf(await arena(race.contents), race)).toEqual([])
})

describe('three releases at once, each stopped and killed anywhere', () => {
  test.each([
    { what: 'each with a content of its own', contents: ['1', '2', '3', '4'] },
    { what: 'the newest goes back to what was public before', contents: ['1', '2', '3', '1'] },
    { what: 'the newer goes back, the newest goes on', contents: ['1', '2', '1', '3'] },
    { what: 'the newest repeats the oldest', contents: ['1', '2', '1', '2'] },
    { what: 'the newer changes nothing', contents: ['1', '2', '2', '3'] }
  ])(
    '$what',
    async ({ contents }) => {
      const place = await arena(contents)
      await fc.assert(
        fc.asyncProperty(races(contents), async race => {
          expect(await faultsOf(place, race)).toEqual([])
        }),
        { numRuns: RANDOM, seed: SEED }
      )
    },
    3_600_000
  )
})
