import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runSchedule } from '../../src/build/scheduler.js'
import type { Schedule, TaskEnd } from '../../src/build/scheduler.js'
import { acyclicEdges } from '../graph/edges.js'

type Needs = Readonly<Record<string, readonly string[]>>

/** Runs tasks that end with whether they succeeded, to the end; what is not given is harmless. */
async function endsOf(
  needs: ReadonlyMap<string, readonly string[]>,
  parts: Pick<Schedule<boolean, string>, 'run'> & Partial<Schedule<boolean, string>>
): Promise<ReadonlyMap<string, TaskEnd<boolean>>> {
  const ends = new Map<string, TaskEnd<boolean>>()
  await runSchedule<boolean, string>({
    tasks: [...needs.keys()],
    needs: id => needs.get(id) ?? [],
    seconds: () => 1,
    places: ['here'],
    slots: 100,
    succeeded: good => good,
    lost: () => false,
    cancelled: () => false,
    ended: (id, end) => {
      expect(ends.has(id)).toBe(false)
      ends.set(id, end)
    },
    ...parts
  })
  return ends
}

/** How a task of {@link hands} is let end. */
type How = 'good' | 'bad' | 'lost'

/** A schedule whose tasks end only when the test says so: nothing sleeps. */
function hands(
  needs: Needs,
  options: Partial<Pick<Schedule<boolean, string>, 'slots' | 'places' | 'seconds'>> = {}
): {
  readonly running: () => readonly string[]
  readonly started: readonly string[]
  /** Place of each running task. */
  readonly where: () => Readonly<Record<string, string>>
  readonly finish: (id: string, how?: How) => Promise<void>
  readonly cancel: () => void
  readonly done: Promise<ReadonlyMap<string, TaskEnd<boolean>>>
} {
  const open = new Map<string, { readonly place: string; readonly resolve: (good: boolean) => void }>()
  const started: string[] = []
  let cancelled = false
  let isLoss = false
  const done = endsOf(new Map(Object.entries(needs)), {
    ...options,
    run: (id, place) => {
      started.push(id)
      return new Promise(resolve => open.set(id, { place, resolve }))
    },
    lost: () => isLoss,
    cancelled: () => cancelled
  })
  return {
    running: () => [...open.keys()],
    started,
    where: () => Object.fromEntries([...open].map(([id, { place }]) => [id, place])),
    finish: async (id, how = 'good') => {
      const task = open.get(id)
      if (task === undefined) throw new Error(`${id} does not run`)
      open.delete(id)
      isLoss = how === 'lost'
      task.resolve(how === 'good')
      await settled()
    },
    cancel: () => {
      cancelled = true
    },
    done
  }
}

/** Lets everything that waits for a promise go on. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

const kinds = (ends: ReadonlyMap<string, TaskEnd<boolean>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...ends]
      .sort()
      .map(([id, end]) => [
        id,
        end.kind === 'blocked' ? `blocked by ${end.by}` : end.kind === 'ended' ? String(end.value) : end.kind
      ])
  )

describe('the scheduler', () => {
  test('starts a child when its own parents are done, without waiting for anything else', async () => {
    const run = hands({ base: [], slow: [], web: ['base'], both: ['base', 'slow'] })
    expect(run.running()).toEqual(['base', 'slow'])
    await run.finish('base')
    expect(run.running()).toEqual(['slow', 'web'])
    await run.finish('web')
    expect(run.running()).toEqual(['slow'])
    await run.finish('slow')
    expect(run.running()).toEqual(['both'])
    await run.finish('both')
    expect(kinds(await run.done)).toEqual({ base: 'true', both: 'true', slow: 'true', web: 'true' })
  })

  test('a failure blocks its descendants by its name, and nobody else', async () => {
    const run = hands({ base: [], web: ['base'], api: ['web'], shop: ['api'], tools: ['base'], alone: [] })
    await run.finish('base')
    await run.finish('web', 'bad')
    expect(run.running()).toEqual(['alone', 'tools'])
    await run.finish('tools')
    await run.finish('alone')
    expect(kinds(await run.done)).toEqual({
      alone: 'true',
      api: 'blocked by web',
      base: 'true',
      shop: 'blocked by web',
      tools: 'true',
      web: 'false'
    })
  })

  test('a child of a failed and of a running parent is blocked at once', async () => {
    const run = hands({ bad: [], slow: [], child: ['bad', 'slow'] })
    await run.finish('bad', 'bad')
    await run.finish('slow')
    expect(kinds(await run.done)).toEqual({ bad: 'false', child: 'blocked by bad', slow: 'true' })
    expect(run.started).toEqual(['bad', 'slow'])
  })

  test('never runs more at once than there are slots', async () => {
    const run = hands({ a: [], b: [], c: [], d: [] }, { slots: 2 })
    expect(run.running()).toEqual(['a', 'b'])
    await run.finish('b')
    expect(run.running()).toEqual(['a', 'c'])
    await run.finish('a')
    await run.finish('c')
    await run.finish('d')
    expect(Object.values(kinds(await run.done))).toEqual(['true', 'true', 'true', 'true'])
  })

  test('starts what has the longest chain below it first, then by name', async () => {
    const needs = { a: [], z: [], y: ['z'], x: ['y'], m: [], n: ['m'], b: [] }
    const run = hands(needs, { slots: 1 })
    for (const id of ['z', 'm', 'y', 'a', 'b', 'n', 'x']) {
      expect(run.running()).toHaveLength(1)
      const [current = ''] = run.running()
      if (id === 'z') expect(current).toBe('z')
      await run.finish(current)
    }
    await run.done
    expect(run.started).toEqual(['z', 'm', 'y', 'a', 'b', 'n', 'x'])
  })

  test('measures chains by what is known to take long', async () => {
    const needs = { a: [], b: ['a'], c: ['b'], heavy: [], light: [] }
    const seconds = (id: string): number => ({ heavy: 60, a: 5, b: 5, c: 5 })[id] ?? 1
    const run = hands(needs, { slots: 1, seconds })
    for (let left = 5; left > 0; left -= 1) await run.finish(run.running()[0] ?? '')
    await run.done
    expect(run.started).toEqual(['heavy', 'a', 'b', 'c', 'light'])
  })

  test('starts nothing more when it is cancelled, and waits for what runs', async () => {
    const run = hands({ a: [], b: ['a'], c: [], bad: [], worse: ['bad'] }, { slots: 3 })
    expect(run.running()).toEqual(['a', 'bad', 'c'])
    await run.finish('bad', 'bad')
    run.cancel()
    await run.finish('a')
    expect(run.running()).toEqual(['c'])
    await run.finish('c')
    expect(kinds(await run.done)).toEqual({
      a: 'true',
      b: 'cancelled',
      bad: 'false',
      c: 'true',
      worse: 'blocked by bad'
    })
  })

  test('cancelled before it begins it runs nothing', async () => {
    const started: string[] = []
    const ends = await endsOf(new Map(Object.entries({ a: [], b: [] })), {
      run: id => Promise.resolve(started.push(id) > 0),
      cancelled: () => true
    })
    expect([...ends.values()]).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }])
    expect(started).toEqual([])
  })

  test('what is needed and is no task counts as done', async () => {
    const run = hands({ web: ['base'] })
    expect(run.running()).toEqual(['web'])
    await run.finish('web')
    expect(kinds(await run.done)).toEqual({ web: 'true' })
  })

  test('no tasks end at once', async () => {
    expect((await hands({}).done).size).toBe(0)
  })

  test('a chain of 5,000 and a fan of 5,000 need no deep stack', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`c${at}`, at === 0 ? [] : [`c${at - 1}`]])
    )
    const fan = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`f${at}`, ['c0']]))
    const needs: Needs = { ...chain, ...fan }
    const ends = await endsOf(new Map(Object.entries(needs)), {
      slots: 10_000,
      run: id => Promise.resolve(id !== 'c0')
    })
    const blocked = [...ends.values()].filter(end => end.kind === 'blocked' && end.by === 'c0')
    expect(blocked.length).toBe(9999)
  })

  test('spreads tasks over the places: where least runs, and of equal ones where a parent is', async () => {
    const needs = { base: [], other: [], web: ['base'], api: ['other'], extra: ['base'], more: ['base'] }
    const run = hands(needs, { slots: 2, places: ['a', 'b'] })
    expect(run.where()).toEqual({ base: 'a', other: 'b' })
    await run.finish('other')
    expect(run.where()).toEqual({ base: 'a', api: 'b' })
    await run.finish('api')
    await run.finish('base')
    // Both are idle: the first goes to its parent's place, the second to the one that is idle still.
    expect(run.where()).toEqual({ extra: 'a', more: 'b', web: 'a' })
    for (const id of ['extra', 'more', 'web']) await run.finish(id)
    expect(Object.values(kinds(await run.done))).toEqual(Array(6).fill('true'))
  })

  test('a place goes on with what stands on what it has, unless longer chains wait', async () => {
    const needs = { a: [], b: [], c1: ['a'], c2: ['b'], c3: ['a'], c4: ['b'], d: ['c4'] }
    const run = hands(needs, { slots: 1, places: ['one', 'two'] })
    expect(run.where()).toEqual({ b: 'one', a: 'two' })
    await run.finish('a')
    expect(run.where()).toEqual({ b: 'one', c1: 'two' })
    await run.finish('b')
    expect(run.where()).toEqual({ c1: 'two', c4: 'one' })
    await run.finish('c1')
    expect(run.where()).toEqual({ c4: 'one', c3: 'two' })
    await run.finish('c4')
    expect(run.where()).toEqual({ c3: 'two', c2: 'one' })
    await run.finish('c3')
    expect(run.where()).toEqual({ c2: 'one', d: 'two' })
    await run.finish('c2')
    await run.finish('d')
    expect(Object.values(kinds(await run.done))).toEqual(Array(7).fill('true'))
  })

  test('a lost place takes no more, and what ran there runs in the others', async () => {
    const run = hands({ x: [], y: [], z: ['x'] }, { slots: 1, places: ['a', 'b'] })
    expect(run.where()).toEqual({ x: 'a', y: 'b' })
    await run.finish('x', 'lost')
    expect(run.where()).toEqual({ y: 'b' })
    await run.finish('y')
    expect(run.where()).toEqual({ x: 'b' })
    await run.finish('x')
    expect(run.where()).toEqual({ z: 'b' })
    await run.finish('z')
    expect(kinds(await run.done)).toEqual({ x: 'true', y: 'true', z: 'true' })
    expect(run.started).toEqual(['x', 'y', 'x', 'z'])
  })

  test('all that ran in a lost place runs elsewhere, also what still runs when it is known to be lost', async () => {
    const run = hands({ p: [], q: [], r: [], s: [] }, { slots: 2, places: ['a', 'b'] })
    expect(run.where()).toEqual({ p: 'a', q: 'b', r: 'a', s: 'b' })
    await run.finish('p', 'lost')
    await run.finish('r', 'lost')
    await run.finish('q')
    expect(run.where()).toEqual({ s: 'b', p: 'b' })
    await run.finish('s')
    expect(run.where()).toEqual({ p: 'b', r: 'b' })
    await run.finish('p')
    await run.finish('r')
    expect(Object.values(kinds(await run.done))).toEqual(Array(4).fill('true'))
  })

  test('without any place left everything that waits is stranded, and what is blocked stays blocked', async () => {
    const needs = { bad: [], under: ['bad'], x: [], y: ['x'] }
    const run = hands(needs, { slots: 1, places: ['a', 'b'] })
    expect(run.where()).toEqual({ bad: 'a', x: 'b' })
    await run.finish('bad', 'bad')
    await run.finish('x', 'lost')
    expect(run.where()).toEqual({ x: 'a' })
    await run.finish('x', 'lost')
    expect(kinds(await run.done)).toEqual({
      bad: 'false',
      under: 'blocked by bad',
      x: 'stranded',
      y: 'stranded'
    })
  })

  test('for any graph and any lost places but one: all is done, never in a place that is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        acyclicEdges(),
        fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        async (edges, fatal, slots) => {
          const places = ['safe', ...fatal.map((_, at) => `place ${at}`)]
          const runs = new Map(places.map(place => [place, 0]))
          const lost = new Set<string>()
          const ends = await endsOf(edges, {
            places,
            slots,
            run: async (_, place) => {
              expect(lost.has(place)).toBe(false)
              runs.set(place, (runs.get(place) ?? 0) + 1)
              const isFatal = runs.get(place) === fatal[places.indexOf(place) - 1]
              await settled()
              if (isFatal) lost.add(place)
              return !lost.has(place)
            },
            lost: good => !good
          })
          expect(ends.size).toBe(edges.size)
          for (const end of ends.values()) expect(end).toEqual({ kind: 'ended', value: true })
        }
      ),
      { numRuns: 50 }
    )
  })

  test('a loss in a cancelled run is not tried again', async () => {
    const run = hands({ x: [] }, { places: ['a', 'b'] })
    run.cancel()
    await run.finish('x', 'lost')
    expect(kinds(await run.done)).toEqual({ x: 'cancelled' })
  })

  test('for any graph and any failures: parents first, only descendants blocked, and the counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(
        acyclicEdges(),
        fc.array(fc.nat()),
        fc.integer({ min: 1, max: 4 }),
        async (edges, picks, slots) => {
          const names = [...edges.keys()]
          const failing = new Set(picks.map(pick => names[pick % names.length] ?? ''))
          const finished = new Set<string>()
          let running = 0
          const ends = await endsOf(edges, {
            slots,
            run: async id => {
              for (const parent of edges.get(id) ?? []) expect(finished.has(parent)).toBe(true)
              running += 1
              expect(running).toBeLessThanOrEqual(slots)
              await Promise.resolve()
              running -= 1
              if (!failing.has(id)) finished.add(id)
              return !failing.has(id)
            }
          })
          expect([...ends.keys()].sort()).toEqual([...names].sort())
          for (const [id, end] of ends) {
            const above = ancestorsOf(edges, id)
            if (end.kind === 'blocked') {
              expect(above.has(end.by)).toBe(true)
              expect(ends.get(end.by)).toEqual({ kind: 'ended', value: false })
            } else {
              expect(end).toEqual({ kind: 'ended', value: !failing.has(id) })
              for (const name of above) expect(ends.get(name)).toEqual({ kind: 'ended', value: true })
            }
          }
        }
      )
    )
  })
})

function ancestorsOf(edges: ReadonlyMap<string, readonly string[]>, id: string): ReadonlySet<string> {
  const above = new Set<string>()
  const open = [...(edges.get(id) ?? [])]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (above.has(name)) continue
    above.add(name)
    open.push(...(edges.get(name) ?? []))
  }
  return above
}
