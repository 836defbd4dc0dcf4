import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runSchedule } from '../../src/build/scheduler.js'
import type { Schedule, TaskEnd } from '../../src/build/scheduler.js'
import { acyclicEdges } from '../graph/edges.js'

type Needs = Readonly<Record<string, readonly string[]>>

/** A schedule whose tasks end only when the test says so: nothing sleeps. */
function hands(
  needs: Needs,
  options: { readonly slots?: number } = {}
): {
  readonly running: () => readonly string[]
  readonly started: readonly string[]
  readonly finish: (id: string, good?: boolean) => Promise<void>
  readonly cancel: () => void
  readonly done: Promise<ReadonlyMap<string, TaskEnd<boolean>>>
} {
  const open = new Map<string, (good: boolean) => void>()
  const started: string[] = []
  let cancelled = false
  const schedule: Schedule<boolean> = {
    tasks: Object.keys(needs),
    needs: id => needs[id] ?? [],
    slots: options.slots ?? 100,
    run: id => {
      started.push(id)
      return new Promise(resolve => open.set(id, resolve))
    },
    succeeded: good => good,
    cancelled: () => cancelled
  }
  const done = runSchedule(schedule)
  return {
    running: () => [...open.keys()],
    started,
    finish: async (id, good = true) => {
      const resolve = open.get(id)
      if (resolve === undefined) throw new Error(`${id} does not run`)
      open.delete(id)
      resolve(good)
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
    await run.finish('web', false)
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
    await run.finish('bad', false)
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

  test('starts nothing more when it is cancelled, and waits for what runs', async () => {
    const run = hands({ a: [], b: ['a'], c: [], bad: [], worse: ['bad'] }, { slots: 3 })
    expect(run.running()).toEqual(['a', 'bad', 'c'])
    await run.finish('bad', false)
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
    const ends = await runSchedule({
      tasks: ['a', 'b'],
      needs: () => [],
      slots: 2,
      run: id => Promise.resolve(started.push(id)),
      succeeded: () => true,
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
    const ends = await runSchedule({
      tasks: Object.keys(needs),
      needs: id => needs[id] ?? [],
      slots: 10_000,
      run: id => Promise.resolve(id !== 'c0'),
      succeeded: good => good,
      cancelled: () => false
    })
    const blocked = [...ends.values()].filter(end => end.kind === 'blocked' && end.by === 'c0')
    expect(blocked.length).toBe(9999)
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
          const ends = await runSchedule<boolean>({
            tasks: names,
            needs: id => edges.get(id) ?? [],
            slots,
            run: async id => {
              for (const parent of edges.get(id) ?? []) expect(finished.has(parent)).toBe(true)
              running += 1
              expect(running).toBeLessThanOrEqual(slots)
              await Promise.resolve()
              running -= 1
              if (!failing.has(id)) finished.add(id)
              return !failing.has(id)
            },
            succeeded: good => good,
            cancelled: () => false
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
