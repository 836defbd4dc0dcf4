import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parsePlan } from '../../src/plan/parse.js'
import { withRows } from '../../src/plan/rows.js'
import type { Plan } from '../../src/plan/types.js'
import { acyclicEdges } from '../graph/edges.js'
import { manifestOf, planChange, spec } from './samples.js'

const PLAN = planned(['base', 'web'], { web: ['base'] })

function planned(names: readonly string[], parents: Readonly<Record<string, readonly string[]>>): Plan {
  const sketches = Object.fromEntries(
    names.map(name => [name, { parents: parents[name] ?? [], platforms: ['linux/amd64', 'linux/arm64'] }])
  )
  return withRows(
    planChange(undefined, sketches, { rebuild: true }),
    manifestOf(names.map(name => spec(name)))
  )
}

/** The plan as JSON with another estimate. */
function withEstimate(change: object): string {
  return JSON.stringify({ ...PLAN, estimate: { ...PLAN.estimate, ...change } })
}

/** The plan as JSON with one change. */
function changed(change: (plan: Record<string, never>) => void): string {
  const copy = structuredClone(PLAN) as unknown as Record<string, never>
  change(copy)
  return JSON.stringify(copy)
}

describe('a plan that was written', () => {
  test('is read back as it was', () => {
    expect(parsePlan(JSON.stringify(PLAN))).toEqual(PLAN)
  })

  test('whatever the graph is', () => {
    fc.assert(
      fc.property(acyclicEdges(), edges => {
        const plan = planned([...edges.keys()], Object.fromEntries(edges))
        expect(parsePlan(JSON.stringify(plan, undefined, 2))).toEqual(plan)
      })
    )
  })
})

describe('a plan that cannot be read', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['no text', '', 'it is no JSON'],
    ['half a text', JSON.stringify(PLAN).slice(0, 100), 'it is no JSON'],
    ['a list', '[]', 'it is no JSON object'],
    ['null', 'null', 'it is no JSON object'],
    ['another version', JSON.stringify({ ...PLAN, version: 2 }), 'it has version 2, expected 1'],
    ['no version', '{}', 'it has version undefined, expected 1'],
    ['no head', JSON.stringify({ ...PLAN, head: undefined }), '`head` names no commit'],
    [
      'an option as head',
      JSON.stringify({ ...PLAN, head: { ...PLAN.head, commit: '--help' } }),
      '`head` names no commit'
    ],
    [
      'an option as tree',
      JSON.stringify({ ...PLAN, head: { ...PLAN.head, tree: '-x' } }),
      '`head` names no commit'
    ],
    ['no time', JSON.stringify({ ...PLAN, head: { ...PLAN.head, time: 'now' } }), '`head` is not complete'],
    ['no manifest', JSON.stringify({ ...PLAN, manifest: 7 }), '`manifest` is no path'],
    ['no base', JSON.stringify({ ...PLAN, base: null }), '`base` or `pins` is missing'],
    ['no pins', JSON.stringify({ ...PLAN, pins: [] }), '`base` or `pins` is missing'],
    [
      'a simulation of nothing',
      JSON.stringify({ ...PLAN, simulation: 1 }),
      '`simulation` is no list of texts'
    ],
    [
      'a hostile platform',
      JSON.stringify({ ...PLAN, platforms: ['linux/amd64;x'] }),
      '`platforms` is no list of platforms'
    ],
    ['no images', JSON.stringify({ ...PLAN, images: {} }), '`images` is not complete'],
    ['no levels', JSON.stringify({ ...PLAN, levels: 1 }), '`levels` is not complete'],
    ['an estimate of words', withEstimate({ seconds: 'soon' }), '`estimate` is not complete'],
    ['an estimate below nothing', withEstimate({ barriers: -1 }), '`estimate` is not complete'],
    ['an estimate on no machine', withEstimate({ machines: 0 }), '`estimate` is not complete'],
    ['an estimate without a chain', withEstimate({ criticalPath: undefined }), '`estimate` is not complete'],
    ['work on a hostile platform', withEstimate({ work: { 'a;b': 1 } }), '`estimate` is not complete'],
    ['times of no builds', withEstimate({ timed: { usual: 90 } }), '`estimate` is not complete'],
    ['times in words', withEstimate({ timed: { builds: 1, usual: 'long' } }), '`estimate` is not complete'],
    ['no estimate at all', JSON.stringify({ ...PLAN, estimate: null }), '`estimate` is not complete'],
    ['an image with a hostile name', withImage({ name: 'a; touch x' }), '`images` is not complete'],
    ['an unknown action', withImage({ action: 'delete' }), '`images` is not complete'],
    [
      'a key that is none',
      withImage({ platforms: { 'linux/amd64': { key: 'x' } } }),
      '`images` is not complete'
    ],
    ['a hostile parent', withImage({ parents: ['../x'] }), '`images` is not complete'],
    ['reasons that are no list', withImage({ reasons: 'because' }), '`images` is not complete'],
    [
      'a row of a hostile image',
      JSON.stringify({ ...PLAN, levels: [[{ images: ['$(x)'], platform: 'p' }]] }),
      '`levels` is not complete'
    ],
    [
      'a row without a platform',
      JSON.stringify({ ...PLAN, levels: [[{ images: ['base'] }]] }),
      '`levels` is not complete'
    ]
  ]
  test.each(broken)('%s: is refused with the cause', (_, text, why) => {
    expect(parsePlan(text)).toBe(why)
  })

  test('loses any one of its parts', () => {
    for (const part of ['version', 'manifest', 'base', 'head', 'images', 'levels', 'pins']) {
      const text = changed(plan => Reflect.deleteProperty(plan, part))
      expect([part, typeof parsePlan(text)]).toEqual([part, 'string'])
    }
  })

  test('never throws, whatever it is given', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ version: fc.constant(1), head: fc.jsonValue(), images: fc.jsonValue() })
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          value.map(each => JSON.stringify(each))
        ),
        text => {
          expect(typeof parsePlan(text)).toBe('string')
        }
      )
    )
  })
})

function withImage(parts: Readonly<Record<string, unknown>>): string {
  const [first, ...others] = PLAN.images
  return JSON.stringify({ ...PLAN, images: [{ ...first, ...parts }, ...others] })
}
