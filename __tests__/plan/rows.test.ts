import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_LEVELS, MAX_ROWS, withRows } from '../../src/plan/rows.js'
import type { Action, Plan } from '../../src/plan/types.js'
import { acyclicEdges } from '../graph/edges.js'
import { rowFaults } from './check-rows.js'
import { manifestOf, planChange, spec } from './samples.js'
import type { ImageSketch } from './samples.js'

const BOTH = ['linux/amd64', 'linux/arm64']

/** Plans everything and lays the rows. */
function laid(sketches: Readonly<Record<string, ImageSketch>>, action?: (name: string) => Action): Plan {
  const plan = planChange(undefined, sketches)
  const images = plan.images.map(image => ({ ...image, action: action?.(image.name) ?? image.action }))
  return withRows({ ...plan, images }, manifestOf(Object.keys(sketches).map(name => spec(name))))
}

/** Images of each row of each level. */
const shape = (plan: Plan): readonly (readonly string[])[] =>
  plan.levels.map(level => level.map(row => row.images.join('+')))

describe('the rows', () => {
  test('a chain is one row: one job, and nothing could run beside it', () => {
    const plan = laid({ c: { parents: ['b'] }, b: { parents: ['a'] }, a: {} })
    expect(plan.levels).toEqual([
      [{ id: '0-a+2-linux-amd64', images: ['a', 'b', 'c'], platform: 'linux/amd64', runner: 'ubuntu-24.04' }]
    ])
  })

  test('two children of one parent run side by side, one level later', () => {
    expect(shape(laid({ base: {}, web: { parents: ['base'] }, tools: { parents: ['base'] } }))).toEqual([
      ['base'],
      ['tools', 'web']
    ])
  })

  test('of a diamond the lower end waits for both sides', () => {
    const diamond = { a: {}, b: { parents: ['a'] }, c: { parents: ['a'] }, d: { parents: ['b', 'c'] } }
    expect(shape(laid(diamond))).toEqual([['a'], ['b', 'c'], ['d']])
  })

  test('a chain that begins below a fork shares the row of its first image', () => {
    const sketches = {
      base: {},
      web: { parents: ['base'] },
      api: { parents: ['web'] },
      shop: { parents: ['api'] },
      tools: { parents: ['base'] }
    }
    expect(shape(laid(sketches))).toEqual([['base'], ['tools', 'web+api+shop']])
  })

  test('only what is built or tested has rows; a parent that is not holds nobody up', () => {
    const sketches = {
      base: {},
      web: { parents: ['base'] },
      api: { parents: ['web'] },
      tools: { parents: ['base'] }
    }
    const action = { base: 'reuse', web: 'test', api: 'build', tools: 'none' } as const
    expect(shape(laid(sketches, name => action[name as keyof typeof action]))).toEqual([['web+api']])
    expect(shape(laid(sketches, () => 'none'))).toEqual([])
    expect(shape(laid(sketches, () => 'retag'))).toEqual([])
  })

  test('`needs` orders without taking', () => {
    const sketches = { a: {}, other: {}, b: { parents: ['a'], needs: ['other'] } }
    expect(shape(laid(sketches))).toEqual([['a', 'other'], ['b']])
  })

  test('every platform has its own rows on its own runner', () => {
    const plan = laid({ a: { platforms: BOTH }, b: { parents: ['a'], platforms: ['linux/arm64'] } })
    expect(plan.levels).toEqual([
      [
        { id: '0-a-linux-amd64', images: ['a'], platform: 'linux/amd64', runner: 'ubuntu-24.04' },
        { id: '0-a+1-linux-arm64', images: ['a', 'b'], platform: 'linux/arm64', runner: 'ubuntu-24.04-arm' }
      ]
    ])
  })

  test('a parent that is taken on another platform is in an earlier level, on its own platform', () => {
    const taken = { contextName: 'ghcr.io/acme/tools', image: 'tools', platform: 'linux/amd64' }
    const plan = laid({
      tools: { platforms: BOTH },
      web: { parents: ['tools'], platforms: BOTH, inputs: { parents: [taken] } },
      arm: { parents: ['tools'], platforms: ['linux/arm64'], inputs: { parents: [taken] } }
    })
    const crossing = (image: string): readonly { image: string; platform: string }[] =>
      image === 'tools' ? [] : [taken]
    expect(rowFaults(plan, crossing)).toEqual([])
    expect(plan.levels.map(level => level.map(row => row.id))).toEqual([
      ['0-tools-linux-amd64', '0-tools-linux-arm64'],
      ['1-web-linux-amd64', '1-arm-linux-arm64', '1-web-linux-arm64']
    ])
  })

  test('an only child on another platform than its only parent has a row of its own', () => {
    const taken = { contextName: 'ghcr.io/acme/tools', image: 'tools', platform: 'linux/amd64' }
    const plan = laid({
      tools: { platforms: ['linux/amd64'] },
      arm: { parents: ['tools'], platforms: ['linux/arm64'], inputs: { parents: [taken] } }
    })
    expect(rowFaults(plan, image => (image === 'arm' ? [taken] : []))).toEqual([])
    expect(shape(plan)).toEqual([['tools'], ['arm']])
  })

  test('a platform without a runner in the manifest gets the usual one', () => {
    const plan = laid({ a: { platforms: ['linux/s390x'] } })
    expect(plan.levels[0]?.[0]?.runner).toBe('ubuntu-24.04')
  })
})

describe('no graph is refused', () => {
  test('20 levels deep, with a fork at each, folds into 8', () => {
    const sketches: Record<string, ImageSketch> = {}
    for (let depth = 0; depth < 20; depth += 1) {
      const parents = depth === 0 ? [] : [`i${depth - 1}`]
      sketches[`i${depth}`] = { parents }
      sketches[`side${depth}`] = { parents }
    }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.length).toBe(MAX_LEVELS)
  })

  test('below the last level, pieces that have nothing to do with one another stay apart', () => {
    const sketches: Record<string, ImageSketch> = {}
    for (const tree of ['left', 'right']) {
      for (let depth = 0; depth < 10; depth += 1) {
        const parents = depth === 0 ? [] : [`${tree}${depth - 1}`]
        sketches[`${tree}${depth}`] = { parents }
        sketches[`${tree}-side${depth}`] = { parents }
      }
    }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    const last = plan.levels[MAX_LEVELS - 1] ?? []
    for (const row of last) expect(new Set(row.images.map(name => name.replace(/[-\d].*/, ''))).size).toBe(1)
    expect(last.length).toBeGreaterThanOrEqual(2)
  })

  test('300 images side by side share 256 rows', () => {
    const names = Array.from({ length: 300 }, (_, at) => `i${at}`)
    const plan = laid(Object.fromEntries(names.map(name => [name, {}])))
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.map(level => level.length)).toEqual([MAX_ROWS])
    expect(Math.max(...(plan.levels[0] ?? []).map(row => row.images.length))).toBe(2)
  })

  test('1,400 children of one image on two platforms', () => {
    const sketches: Record<string, ImageSketch> = { base: { platforms: BOTH } }
    for (let at = 0; at < 1400; at += 1) sketches[`i${at}`] = { parents: ['base'], platforms: BOTH }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.map(level => level.length)).toEqual([2, MAX_ROWS])
  })

  test('deep and wide at once', () => {
    const sketches: Record<string, ImageSketch> = {}
    for (let depth = 0; depth < 12; depth += 1) {
      for (let at = 0; at < 70; at += 1) {
        const parents = depth === 0 ? [] : [`i${depth - 1}-${at}`, `i${depth - 1}-${(at + 1) % 70}`]
        sketches[`i${depth}-${at}`] = {
          parents,
          platforms: at % 3 === 0 ? BOTH : ['linux/amd64', 'linux/arm64']
        }
      }
    }
    expect(rowFaults(laid(sketches))).toEqual([])
  })

  test('any graph, any actions, any platforms', () => {
    const platforms = fc.subarray(['linux/amd64', 'linux/arm64', 'linux/arm/v7'], { minLength: 1 })
    const action = fc.constantFrom<Action>('build', 'build', 'build', 'test', 'none', 'reuse', 'retag')
    const graph = acyclicEdges(40, 4).chain(edges =>
      fc
        .tuple(...[...edges.keys()].map(() => fc.tuple(platforms, action, fc.boolean())))
        .map(rest => [...edges].map(([name, above], at) => [name, above, rest[at]] as const))
    )
    fc.assert(
      fc.property(graph, images => {
        const sketches = Object.fromEntries(
          images.map(([name, above, drawn]) => {
            const [on, , needs] = drawn ?? [['linux/amd64'], 'build', false]
            return [name, needs ? { needs: above, platforms: on } : { parents: above, platforms: on }]
          })
        )
        const actionOf = new Map(images.map(([name, , drawn]) => [name, drawn?.[1] ?? 'build']))
        expect(rowFaults(laid(sketches, name => actionOf.get(name) ?? 'build'))).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  test('the order of the manifest does not change the rows', () => {
    fc.assert(
      fc.property(acyclicEdges(20), edges => {
        const sketches = Object.fromEntries([...edges].map(([name, parents]) => [name, { parents }]))
        const other = Object.fromEntries(Object.entries(sketches).reverse())
        expect(laid(other).levels).toEqual(laid(sketches).levels)
      })
    )
  })
})
