import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  LONGEST_DURATIONS,
  durationsOf,
  joinDurations,
  paceOf,
  parseDurations,
  renderDurations
} from '../../src/build/durations.js'
import type { BuildResult, BuildState } from '../../src/build/results.js'
import { withRows } from '../../src/plan/rows.js'
import { manifestOf, planChange, spec } from '../plan/samples.js'

const AMD = 'linux/amd64'
const text = (milliseconds: unknown): string => JSON.stringify({ version: 1, milliseconds })

describe('a record of durations', () => {
  test('is read as it was written, in whichever order it was made', () => {
    const image = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/)
    const build = fc.tuple(image, fc.constantFrom(AMD, 'linux/arm/v7')).map(each => each.join(' '))
    const list = fc.array(fc.integer({ min: 1, max: 86_400_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(build, list)), entries => {
        const durations = new Map(entries)
        const other = new Map([...durations].reverse())
        expect(parseDurations(renderDurations(durations))).toEqual(durations)
        expect(renderDurations(other)).toBe(renderDurations(durations))
      })
    )
  })

  test.each([
    ['no JSON', '{', 'it is no JSON'],
    ['a list', '[]', 'it is no record of version 1'],
    ['another version', '{"version":2,"milliseconds":{}}', 'it is no record of version 1'],
    ['no durations', '{"version":1}', '`milliseconds` is missing'],
    ['a list of durations', text([]), '`milliseconds` is missing'],
    ['a name of another kind', text({ [`__proto__ ${AMD}`]: [1] }), '"__proto__ linux/amd64" is no image'],
    ['a name without platform', text({ constructor: [1] }), '"constructor" is no image'],
    ['more than a platform', text({ [`a ${AMD} x`]: [1] }), '"a linux/amd64 x" is no image'],
    ['a platform of another kind', text({ 'a ../b': [1] }), '"a ../b" is no image'],
    [
      'a name that breaks a line',
      text({ [`a\n::error::b ${AMD}`]: [1] }),
      '"a\\n::error::b linux/amd64" is no'
    ],
    ['an empty list', text({ [`a ${AMD}`]: [] }), 'a linux/amd64 has no durations'],
    ['a long list', text({ [`a ${AMD}`]: [1, 2, 3, 4, 5, 6] }), 'a linux/amd64 has no durations'],
    ['a text', text({ [`a ${AMD}`]: ['1'] }), 'a linux/amd64 has no durations'],
    ['less than nothing', text({ [`a ${AMD}`]: [-1] }), 'a linux/amd64 has no durations'],
    ['a fraction', text({ [`a ${AMD}`]: [1.5] }), 'a linux/amd64 has no durations'],
    ['no number', `{"version":1,"milliseconds":{"a ${AMD}":[1e999]}}`, 'a linux/amd64 has no durations'],
    ['more than a day', text({ [`a ${AMD}`]: [86_400_001] }), 'a linux/amd64 has no durations'],
    ['a long text', ' '.repeat(LONGEST_DURATIONS + 1), 'it is too long']
  ])('with %s is refused whole, with the reason', (_, given, reason) => {
    const read = parseDurations(given)
    expect(typeof read === 'string' ? read : [...read]).toContain(reason)
  })

  test('takes builds alone: what was found, failed or was not tried says nothing about time', () => {
    const result = (image: string, state: BuildState, milliseconds: number): BuildResult => {
      return { image, platform: AMD, state, milliseconds, parents: {}, diagnostics: [] }
    }
    const results = [
      result('a', 'built', 1234.5),
      result('b', 'reused', 50),
      result('c', 'failed', 9000),
      result('d', 'blocked', 0),
      result('e', 'built', 0)
    ]
    expect([...durationsOf(results)]).toEqual([[`a ${AMD}`, [1235]]])
  })

  test('keeps the last five of each image of the manifest, and forgets the others', () => {
    const plan = planChange(undefined, { a: {}, b: {}, fresh: {} })
    const before = new Map([
      [`a ${AMD}`, [1, 2, 3, 4, 5]],
      [`b ${AMD}`, [7]],
      [`gone ${AMD}`, [8]],
      ['a linux/arm64', [9]]
    ])
    const added = new Map([
      [`a ${AMD}`, [6]],
      [`fresh ${AMD}`, [10]]
    ])
    expect([...joinDurations(before, added, plan)]).toEqual([
      [`a ${AMD}`, [2, 3, 4, 5, 6]],
      [`b ${AMD}`, [7]],
      [`fresh ${AMD}`, [10]]
    ])
  })
})

describe('the pace of earlier runs', () => {
  const durations = new Map([
    [`base ${AMD}`, [60_000, 1000, 62_000]],
    [`long ${AMD}`, [900_000]],
    [`short ${AMD}`, [90_000]]
  ])

  test('is the middle of the last few, and of all that were timed for an image that was not', () => {
    const pace = paceOf(durations)
    expect(['base', 'long', 'other'].map(image => pace?.past?.(image, AMD))).toEqual([60, 900, undefined])
    expect(pace?.past?.('base', 'linux/arm64')).toBeUndefined()
    expect(pace?.usual).toBe(90)
    expect(paceOf(new Map())).toBeUndefined()
  })

  test('lays the rows, and the plan says what it knew', () => {
    const sketches = {
      base: {},
      long: { parents: ['base'] },
      short: { parents: ['base'] },
      other: { parents: ['base'] }
    }
    const manifest = manifestOf(Object.keys(sketches).map(name => spec(name)))
    const plan = withRows(planChange(undefined, sketches), manifest, paceOf(durations))
    expect(plan.estimate).toMatchObject({ seconds: 90 + 930, timed: { builds: 3, usual: 90 } })
    expect(plan.estimate?.work).toEqual({ [AMD]: 60 + 900 + 90 + 90 })
    const guessed = withRows(planChange(undefined, sketches), manifest)
    expect(guessed.estimate?.timed).toBeUndefined()
  })
})
