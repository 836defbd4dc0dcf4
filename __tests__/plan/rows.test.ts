import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_LEVELS, MAX_ROWS, withRows } from '../../src/plan/rows.js'
import type { Action, Plan } from '../../src/plan/types.js'
import type { Pace } from '../../src/plan/rows.js'
import { acyclicEdges } from '../graph/edges.js'
import { rowFaults } from './check-rows.js'
import { manifestOf, planChange, spec } from './samples.js'
import type { ImageSketch } from './samples.js'

const BOTH = ['linux/amd64', 'linux/arm64']

/** Plans everything and lays the rows. */
function laid(
  sketches: Readonly<Record<string, ImageSketch>>,
  action?: (name: string) => Action,
  pace?: Pace
): Plan {
  const plan = planChange(undefined, sketches)
  const images = plan.images.map(image => ({ ...image, action: action?.(image.name) ?? image.action }))
  return withRows({ ...plan, images }, manifestOf(Object.keys(sketches).map(name => spec(name))), pace)
}

/** Images of each row of each level. */
const shape = (plan: Plan): readonly (readonly string[])[] =>
  plan.levels.map(level => level.map(row => row.images.join('+')))

/** The same with compressed gigabytes of images; those that are not named were never released. */
function weighed(
  sketches: Readonly<Record<string, ImageSketch>>,
  gigabytes: Readonly<Record<string, number | undefined>>,
  pace: Pace = {},
  action: (name: string) => Action = () => 'build'
): Plan {
  const plan = planChange(undefined, sketches)
  const images = plan.images.map(image => {
    const size = gigabytes[image.name]
    const bytes = size === undefined ? {} : { bytes: Math.round(size * 1e9) }
    const platforms = Object.entries(image.platforms).map(([name, each]) => [name, { ...each, ...bytes }])
    return { ...image, action: action(image.name), platforms: Object.fromEntries(platforms) }
  })
  return withRows({ ...plan, images }, manifestOf(Object.keys(sketches).map(name => spec(name))), pace)
}

/** On one machine, where all that may shares a row. */
const ALONE: Pace = { fleet: { machines: 1, start: 30 } }
const seconds = (all: number): Pace => ({ past: () => all, usual: all })
const disk = (plan: Plan): readonly string[] =>
  plan.warnings.filter(({ code }) => code === 'W006').map(({ message }) => message)

describe('images that fill a disk', () => {
  const four = { a: {}, b: {}, c: {}, d: {} }
  const on = (...parents: readonly string[]): ImageSketch => ({ parents })
  const tree = { base: {}, m1: on('base'), m2: on('base'), m3: on('base'), m4: on('base') }
  const chainOf = (count: number): Record<string, ImageSketch> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, at === 0 ? {} : on(`c${at - 1}`)]))
  const each = (sketches: object, size: number): Record<string, number> =>
    Object.fromEntries(Object.keys(sketches).map(name => [name, size]))

  test('share a row while there is room for four times their compressed bytes on 14 GB', () => {
    const plan = weighed(four, { a: 1, b: 1, c: 1, d: 0.5 }, ALONE)
    expect(shape(plan)).toEqual([['a+b+c+d']])
    expect(plan.levels[0]?.[0]?.bytes).toBe(14e9)
    expect(rowFaults(plan)).toEqual([])
  })

  test('have a row of their own when they are heavy, and the others share one', () => {
    const plan = weighed(four, { a: 0.2, b: 3.5, c: 0.3, d: 2.5 }, ALONE)
    expect([...(shape(plan)[0] ?? [])].sort()).toEqual(['b', 'd+c+a'])
    expect(rowFaults(plan)).toEqual([])
  })

  test('go to a later level than the base that they share, each in a row of its own', () => {
    expect(shape(weighed(tree, {}, seconds(10)))).toEqual([['base+m1+m2+m3+m4']])
    const plan = weighed(tree, { base: 0.1, m1: 3.5, m2: 3.5, m3: 3.5, m4: 3.5 }, seconds(10))
    expect(shape(plan)).toEqual([['base'], ['m1', 'm2', 'm3', 'm4']])
    expect(plan.levels[1]?.map(row => row.bytes)).toEqual([14e9, 14e9, 14e9, 14e9])
    expect(disk(plan)).toEqual([])
    expect(rowFaults(plan)).toEqual([])
  })

  test('stay with their base when they take less time than a start and there is room', () => {
    const sizes = { base: 0.1, m1: 3, m2: 3, m3: 3, m4: 3 }
    const short = weighed(tree, sizes, seconds(10))
    expect(shape(short)).toEqual([['base+m1'], ['m2', 'm3', 'm4']])
    const long = weighed(tree, sizes, { ...ALONE, ...seconds(600) })
    expect(shape(long)).toEqual([['base'], ['m1', 'm2', 'm3', 'm4']])
    expect([rowFaults(short), rowFaults(long)]).toEqual([[], []])
  })

  test('follow in the next level when they do not fit with what they stand on, and so does all that waits for them', () => {
    const sketches = { a: {}, b: on('a'), c: {}, last: on('b') }
    const plan = weighed(sketches, { a: 3, b: 3.4, c: 1, last: 0.1 }, ALONE)
    expect(shape(plan).map(rows => [...rows].sort())).toEqual([['a', 'c'], ['b+last']])
    expect(rowFaults(plan)).toEqual([])
  })

  test('are told of before anything is built when one is too large alone', () => {
    const plan = weighed({ a: {}, b: {} }, { a: 20, b: 0.1 }, ALONE)
    expect(shape(plan)).toEqual([['a', 'b']])
    expect(plan.warnings).toEqual([
      {
        code: 'W006',
        severity: 'warning',
        file: 'images/manifest.yaml',
        message:
          'a (20.0 GB compressed) on linux/amd64 is thought to need 80.0 GB of disk; ubuntu-24.04 has 14.0 GB',
        remedy: 'use a runner with a larger disk (`runners`), or make the image smaller'
      }
    ])
  })

  test('are told of together where a chain is longer than there are levels', () => {
    const chain = chainOf(10)
    const plan = weighed(chain, each(chain, 3))
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.length).toBe(MAX_LEVELS)
    expect(disk(plan)).toEqual([
      'c7 (3.0 GB compressed), c8 (3.0 GB compressed), c9 (3.0 GB compressed) on linux/amd64 share one job and are thought to need 36.0 GB of disk; ubuntu-24.04 has 14.0 GB'
    ])
  })

  test('are not warned of on a runner whose disk is not known', () => {
    const manifest = { ...manifestOf([spec('a')]), runners: { 'linux/amd64': 'ubuntu-24.04-16core' } }
    const { images, ...plan } = weighed({ a: {} }, { a: 20 })
    expect(disk(withRows({ ...plan, images, warnings: [] }, manifest))).toEqual([])
  })

  test('count as much as the heaviest that they are built on when they were never released', () => {
    const built = (name: string): Action => (name === 'base' ? 'none' : 'build')
    const sketches = { base: {}, m1: on('base'), m2: on('base'), top: on('m2') }
    const plan = weighed(sketches, { base: 2 }, { ...ALONE, ...seconds(10) }, built)
    expect(shape(plan)).toEqual([['m2', 'm1'], ['top']])
    expect(plan.levels.flat().map(row => row.bytes)).toEqual([8e9, 8e9, 8e9])
    expect(rowFaults(plan)).toEqual([])
    expect(
      weighed(sketches, {})
        .levels.flat()
        .map(row => row.bytes)
    ).not.toContain(expect.anything())
  })

  test('take rows of later levels when a level has no more', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`i${at}`, {}]))
    const plan = weighed(many, each(many, 3), ALONE)
    expect(plan.levels.map(level => level.length)).toEqual([MAX_ROWS, 400 - MAX_ROWS])
    expect(rowFaults(plan)).toEqual([])
  })

  test('are laid into right rows in any graph: none is too full without a word, nor while levels are left', () => {
    const size = fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: undefined })
    const drawn = fc.array(fc.tuple(size, fc.integer({ min: 1, max: 900 }), fc.boolean(), fc.boolean()), {
      minLength: 24,
      maxLength: 24
    })
    fc.assert(
      fc.property(acyclicEdges(24), drawn, fc.constantFrom(1, 3, 20), (edges, sizes, machines) => {
        const names = [...edges.keys()]
        const at = new Map(names.map((name, index) => [name, sizes[index]]))
        const crossing = (image: string): readonly { image: string; platform: string }[] =>
          at.get(image)?.[3] === true
            ? (edges.get(image) ?? []).slice(0, 1).map(parent => ({ image: parent, platform: 'linux/amd64' }))
            : []
        const sketches = Object.fromEntries(
          [...edges].map(([name, parents]) => [
            name,
            {
              parents,
              platforms: at.get(name)?.[2] === true ? BOTH : ['linux/amd64'],
              ...(crossing(name).length === 0
                ? {}
                : { inputs: { parents: crossing(name).map(each => ({ ...each, contextName: each.image })) } })
            }
          ])
        )
        const gigabytes = Object.fromEntries(names.map(name => [name, at.get(name)?.[0]]))
        const past = (image: string): number | undefined => at.get(image)?.[1]
        const plan = weighed(sketches, gigabytes, { fleet: { machines, start: 30 }, past })
        expect(rowFaults(plan, crossing)).toEqual([])
      }),
      { numRuns: 150 }
    )
  })
})

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
    expect(shape(laid(sketches))).toEqual([['base'], ['web+api+shop', 'tools']])
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

  test('every platform has its own rows on its own runner, the longest row first', () => {
    const plan = laid({ a: { platforms: BOTH }, b: { parents: ['a'], platforms: ['linux/arm64'] } })
    expect(plan.levels).toEqual([
      [
        { id: '0-a+1-linux-arm64', images: ['a', 'b'], platform: 'linux/arm64', runner: 'ubuntu-24.04-arm' },
        { id: '0-a-linux-amd64', images: ['a'], platform: 'linux/amd64', runner: 'ubuntu-24.04' }
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
      ['1-arm-linux-arm64', '1-web-linux-amd64', '1-web-linux-arm64']
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
  test('20 levels deep, with a fork at each: the trunk is one row, and what hangs on it comes after', () => {
    const sketches: Record<string, ImageSketch> = {}
    for (let depth = 0; depth < 20; depth += 1) {
      const parents = depth === 0 ? [] : [`i${depth - 1}`]
      sketches[`i${depth}`] = { parents }
      sketches[`side${depth}`] = { parents }
    }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    const trunk = Array.from({ length: 20 }, (_, depth) => `i${depth}`)
    const first = plan.levels[0]?.find(row => row.images.includes('i0'))?.images ?? []
    const ofTrunk = first.filter(name => trunk.includes(name))
    expect(ofTrunk).toEqual(trunk.slice(0, ofTrunk.length))
    expect(ofTrunk.length).toBeGreaterThan(MAX_LEVELS)
    expect(plan.estimate?.seconds).toBeLessThan(1.15 * (plan.estimate?.criticalPath ?? 0))
  })

  test('60 images side by side and 15 chains', () => {
    const sketches: Record<string, ImageSketch> = {}
    for (let at = 0; at < 60; at += 1) sketches[`one${at}`] = {}
    for (let chain = 0; chain < 15; chain += 1) {
      for (let at = 0; at < 4; at += 1) {
        sketches[`chain${chain}-${at}`] = { parents: at === 0 ? [] : [`chain${chain}-${at - 1}`] }
      }
    }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.length).toBe(1)
    expect(plan.estimate?.seconds).toBe(30 + (120 * 120) / 20)
  })

  test('300 images side by side share rows, of which a matrix takes at most 256', () => {
    const names = Array.from({ length: 300 }, (_, at) => `i${at}`)
    const sketches = Object.fromEntries(names.map(name => [name, {}]))
    const usual = laid(sketches)
    expect(rowFaults(usual)).toEqual([])
    expect(usual.levels.map(level => level.length)).toEqual([20])
    const many = laid(sketches, undefined, { fleet: { machines: 500, start: 30 } })
    expect(rowFaults(many)).toEqual([])
    expect(many.levels.map(level => level.length)).toEqual([MAX_ROWS])
    expect(many.estimate?.seconds).toBe(30 + 2 * 120)
  })

  test('a row that would come near the time limit of a job is shared out', () => {
    const names = Array.from({ length: 1000 }, (_, at) => `i${at}`)
    const plan = laid(Object.fromEntries(names.map(name => [name, {}])))
    expect(rowFaults(plan)).toEqual([])
    expect(Math.max(...plan.levels.flat().map(row => row.images.length * 120))).toBeLessThanOrEqual(3600)
  })

  test('1,400 children of one image on two platforms', () => {
    const sketches: Record<string, ImageSketch> = { base: { platforms: BOTH } }
    for (let at = 0; at < 1400; at += 1) sketches[`i${at}`] = { parents: ['base'], platforms: BOTH }
    const plan = laid(sketches)
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.length).toBe(2)
    const { work = {}, machines = 0, seconds = 0 } = plan.estimate ?? {}
    const all = Object.values(work).reduce((total, own) => total + own, 0)
    expect(seconds).toBeLessThan(1.15 * (all / machines))
  })

  test('10,000 images', () => {
    const parents = (at: number): readonly string[] => (at === 0 ? [] : [`i${Math.floor((at - 1) / 8)}`])
    const names = Array.from({ length: 10_000 }, (_, at) => `i${at}`)
    const sketches = Object.fromEntries(names.map((name, at) => [name, { parents: parents(at) }]))
    expect(rowFaults(laid(sketches))).toEqual([])
  })

  test('a chain that changes its platform at each image uses all levels', () => {
    const taken = (at: number): { contextName: string; image: string; platform: string }[] =>
      at === 0 ? [] : [{ contextName: `c${at}`, image: `i${at - 1}`, platform: BOTH[(at - 1) % 2] ?? '' }]
    const sketches: Record<string, ImageSketch> = {}
    for (let at = 0; at < 8; at += 1) {
      const parents = at === 0 ? [] : [`i${at - 1}`]
      sketches[`i${at}`] = { parents, platforms: [BOTH[at % 2] ?? ''], inputs: { parents: taken(at) } }
    }
    const plan = laid(sketches)
    expect(rowFaults(plan, image => taken(Number(image.slice(1))))).toEqual([])
    expect(plan.levels.length).toBe(MAX_LEVELS)
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

  test('any graph whose parents are taken on any platform', () => {
    const graph = acyclicEdges(8, 3).chain(edges =>
      fc
        .tuple(...[...edges.keys()].map(() => fc.tuple(fc.nat(3), fc.nat(3))))
        .map(drawn => ({ edges, drawn }))
    )
    fc.assert(
      fc.property(graph, ({ edges, drawn }) => {
        const takes = new Map(
          [...edges].map(([name, above], at) => [
            name,
            above.map((image, index) => ({
              contextName: image,
              image,
              platform: BOTH[((drawn[at]?.[index % 2] ?? 0) >> (index % 2)) % 2] ?? ''
            }))
          ])
        )
        const sketches = Object.fromEntries(
          [...edges].map(([name, parents]) => [
            name,
            { parents, platforms: BOTH, inputs: { parents: takes.get(name) ?? [] } }
          ])
        )
        expect(rowFaults(laid(sketches), image => takes.get(image) ?? [])).toEqual([])
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

describe('lanes', () => {
  const past = (seconds: Readonly<Record<string, number>>): Pace => ({ past: image => seconds[image] })
  const lanes = (plan: Plan): readonly (readonly string[])[] =>
    plan.levels.map(level => level.map(row => `${row.lane ?? 'level'}:${row.images.join('+')}`))
  const FORK = {
    base: {},
    long: { parents: ['base'] },
    short: { parents: ['base'] },
    one: { parents: ['short'] },
    two: { parents: ['short'] }
  }

  test('a long image that nothing waits for holds no level up', () => {
    const plan = laid(FORK, undefined, past({ long: 900, one: 700, two: 700 }))
    expect(rowFaults(plan)).toEqual([])
    expect(lanes(plan)).toEqual([['level:base'], ['level:short', 'leaf:long'], ['level:one', 'level:two']])
    expect(plan.estimate?.seconds).toBe(30 + 120 + 30 + 900)
  })

  test('a long image whose children come late holds only the level of these up', () => {
    const sketches = { ...FORK, last: { parents: ['long'] }, other: { parents: ['long'] } }
    const plan = laid(sketches, undefined, past({ long: 900, one: 1500, two: 1500, last: 700, other: 700 }))
    expect(rowFaults(plan)).toEqual([])
    expect(lanes(plan)).toEqual([
      ['level:base'],
      ['level:short', 'late:long'],
      ['leaf:one', 'leaf:two'],
      ['level:last', 'level:other']
    ])
    expect(plan.estimate?.seconds).toBe(150 + 150 + 1530)
  })
})

describe('a level', () => {
  test('in which nothing could begin is left out', () => {
    const sketches = {
      ...Object.fromEntries(['i14', 'i9', 'i2', 'i12', 'i0', 'i11'].map(name => [name, {}])),
      ...Object.fromEntries(['i13', 'i3', 'i7', 'i10'].map(name => [name, { platforms: BOTH }])),
      ...{ i8: {}, i5: { parents: ['i8'] }, i6: { parents: ['i8'] } },
      ...{ i1: { parents: ['i10'], platforms: BOTH }, i4: { parents: ['i10'] } }
    }
    const times: Readonly<Record<string, number>> = {
      ...{ i8: 883, i14: 1, i9: 1, i2: 1, i5: 244, i13: 3, i12: 1, i3: 565, i6: 1, i7: 117, i0: 148 },
      ...{ i10: 391, i11: 885, i1: 9, i4: 48 }
    }
    const pace = { fleet: { machines: 3, start: 30 }, past: (image: string) => times[image] }
    expect(rowFaults(laid(sketches, undefined, pace))).toEqual([])
  })
})

describe('the estimate', () => {
  const FORK = { base: {}, web: { parents: ['base'] }, tools: { parents: ['base'] } }
  const past = (seconds: Readonly<Record<string, number>>): Pace => ({ past: image => seconds[image] })

  test('says how long the run takes, its longest chain, and what levels cost', () => {
    expect(laid(FORK).estimate).toEqual({
      seconds: 300,
      criticalPath: 270,
      barriers: 30,
      work: { 'linux/amd64': 360 },
      machines: 20,
      start: 30
    })
  })

  test('is absent where nothing is built', () => {
    expect(laid(FORK, () => 'none').estimate).toBeUndefined()
  })

  test('images that took less time than a runner needs to start share one row', () => {
    const plan = laid(FORK, undefined, past({ base: 5, web: 10, tools: 10 }))
    expect(plan.levels.length).toBe(1)
    expect(plan.estimate?.seconds).toBe(30 + 25)
  })

  test('with one machine everything is one row: levels would only add starts', () => {
    const plan = laid(FORK, undefined, { fleet: { machines: 1, start: 30 } })
    expect(rowFaults(plan)).toEqual([])
    expect(plan.levels.flat().length).toBe(1)
    expect(plan.estimate?.seconds).toBe(30 + 3 * 120)
  })

  test('a long image of the past gets a row of its own', () => {
    const names = Array.from({ length: 40 }, (_, at) => `i${at}`)
    const sketches = Object.fromEntries(names.map(name => [name, {}]))
    const plan = laid(sketches, undefined, past({ i7: 1000 }))
    expect(plan.levels.flat().find(row => row.images.includes('i7'))?.images).toEqual(['i7'])
    expect(plan.estimate?.seconds).toBe(1030)
  })

  test('is that of the rows: levels of rows on machines, counted anew', () => {
    fc.assert(
      fc.property(acyclicEdges(30, 3), fc.integer({ min: 1, max: 5 }), (edges, machines) => {
        const sketches = Object.fromEntries([...edges].map(([name, parents]) => [name, { parents }]))
        const plan = laid(sketches, undefined, { fleet: { machines, start: 30 } })
        expect(rowFaults(plan)).toEqual([])
        expect(plan.estimate?.seconds).toBe(countedSeconds(plan, machines))
        expect(plan.estimate?.seconds).toBeGreaterThanOrEqual(plan.estimate?.criticalPath ?? 0)
        expect(plan.estimate?.seconds).toBeLessThanOrEqual((30 + edges.size * 120) * 1.03)
      })
    )
  })

  test('of a run for one platform counts that one alone', () => {
    const images = { a: { platforms: BOTH }, b: { parents: ['a'], platforms: BOTH } }
    const manifest = manifestOf([spec('a'), spec('b')])
    const plan = withRows({ ...planChange(undefined, images), platforms: ['linux/arm64'] }, manifest)
    expect(plan.levels.flat().map(row => row.platform)).toEqual(['linux/arm64'])
    expect(plan.estimate?.work).toEqual({ 'linux/arm64': 240 })
  })
})

/**
 * A clock over the plan's rows, from the end of one row to the next: every image takes 120 s, a start 30 s. A row may start
 * when all that its job waits for have ended, and starts when a machine is free and no row that could start before waits.
 */
function countedSeconds(plan: Plan, machines: number): number {
  const jobs = plan.levels.flatMap((rows, level) =>
    [undefined, 'late', 'leaf'].flatMap(lane =>
      rows.filter(row => row.lane === lane).map(row => ({ row, level, ends: Infinity, ready: Infinity }))
    )
  )
  const awaited = (level: number): typeof jobs =>
    jobs.filter(job => job.row.lane !== 'leaf' && job.level < level - (job.row.lane === 'late' ? 1 : 0))
  let now = 0
  for (;;) {
    for (const job of jobs) {
      if (job.ready === Infinity && awaited(job.level).every(each => each.ends <= now)) job.ready = now
    }
    const waiting = jobs.filter(job => job.ready <= now && job.ends === Infinity)
    const running = jobs.filter(job => job.ends > now && job.ends !== Infinity)
    waiting.sort((a, b) => a.ready - b.ready || a.level - b.level)
    for (const job of waiting.slice(0, machines - running.length)) {
      job.ends = now + 30 + job.row.images.length * 120
      running.push(job)
    }
    if (running.length === 0) return now
    now = Math.min(...running.map(job => job.ends))
  }
}
