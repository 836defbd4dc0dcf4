import { byCodeUnit } from '../diagnostics/code-unit.js'

/** What became of one task. */
export type TaskEnd<T> =
  | { readonly kind: 'ended'; readonly value: T }
  /** Not started, because `by` did not succeed. */
  | { readonly kind: 'blocked'; readonly by: string }
  /** Not run to an end, because no place is left. */
  | { readonly kind: 'stranded' }
  | { readonly kind: 'cancelled' }

/** Tasks by id with the ids they wait for; ids that are no task count as done. */
export interface Schedule<T, P> {
  readonly tasks: readonly string[]
  readonly needs: (id: string) => readonly string[]
  /** How long a task is thought to take, above 0; all the same where nothing is known. */
  readonly seconds: (id: string) => number
  /** Where tasks run. */
  readonly places: readonly P[]
  /** How many run at once in each place. */
  readonly slots: number
  readonly run: (id: string, place: P) => Promise<T>
  /** False keeps everything that waits for the task from starting. */
  readonly succeeded: (value: T) => boolean
  /** True when the task did not end by itself: its place is gone, so that it has to run in another. */
  readonly lost: (value: T) => boolean
  readonly cancelled: () => boolean
  /** Hears of every end, once for each task. */
  readonly ended: (id: string, end: TaskEnd<T>) => void
}

/** A place with how many run in it, and the tasks whose results it has: those that ran there or were needed there. */
interface Seat<P> {
  readonly place: P
  running: number
  readonly has: Set<string>
}

/** A task on what its place has goes before one of which the longest chain is up to so much longer. */
const WORTH_A_PULL = 2

/**
 * Runs tasks as soon as what they need is done: a child starts when its own parents are done, a failure blocks its
 * descendants only. Of several that could start, the one with the longest chain of waiting tasks below it goes first, to
 * the place that runs least; among several places a task goes first where something it needs is already, unless chains
 * twice as long wait. A place that is lost takes no more tasks; the lost task waits again. Resolves when nothing runs any
 * more; `run` must not reject.
 */
export async function runSchedule<T, P>(schedule: Schedule<T, P>): Promise<void> {
  const known = new Set(schedule.tasks)
  const ends = new Map<string, TaskEnd<T>>()
  const running = new Map<string, Promise<void>>()
  const waiting = new Set(schedule.tasks)
  const seats = new Set(schedule.places.map((place): Seat<P> => ({ place, running: 0, has: new Set() })))
  const height = heights(schedule)
  const heightOf = (id: string): number => height.get(id) ?? 0
  const order = [...schedule.tasks].sort((a, b) => heightOf(b) - heightOf(a) || byCodeUnit(a, b))
  const needed = new Map(order.map(id => [id, schedule.needs(id).filter(need => known.has(need))]))
  const needs = (id: string): readonly string[] => needed.get(id) ?? []

  for (;;) {
    settleWaiting()
    const ready = new Set(order.filter(id => waiting.has(id) && needs(id).every(isDone)))
    for (let free = freeSeats(); free.length > 0 && ready.size > 0; free = freeSeats()) {
      const { id, seat } = nextOf(ready, free)
      ready.delete(id)
      start(id, seat)
    }
    if (running.size === 0) return
    await Promise.race(running.values())
  }

  function freeSeats(): readonly Seat<P>[] {
    return [...seats].filter(seat => seat.running < schedule.slots)
  }

  /** What starts next, and where. `ready` is in order. */
  function nextOf(ready: ReadonlySet<string>, free: readonly Seat<P>[]): { id: string; seat: Seat<P> } {
    const least = Math.min(...free.map(seat => seat.running))
    const idlest = free.filter(seat => seat.running === least)
    const [first = ''] = ready
    for (const id of seats.size > 1 ? ready : []) {
      if (WORTH_A_PULL * heightOf(id) < heightOf(first)) break
      const seat = idlest.find(each => needs(id).some(need => each.has.has(need)))
      if (seat !== undefined) return { id, seat }
    }
    return { id: first, seat: idlest[0] as Seat<P> }
  }

  function start(id: string, seat: Seat<P>): void {
    waiting.delete(id)
    seat.running += 1
    for (const need of needs(id)) seat.has.add(need)
    const done = schedule.run(id, seat.place).then(value => {
      running.delete(id)
      seat.running -= 1
      if (schedule.lost(value)) {
        seats.delete(seat)
        waiting.add(id)
        return
      }
      seat.has.add(id)
      end(id, { kind: 'ended', value })
    })
    running.set(id, done)
  }

  function end(id: string, how: TaskEnd<T>): void {
    waiting.delete(id)
    ends.set(id, how)
    schedule.ended(id, how)
  }

  function isDone(id: string): boolean {
    const found = ends.get(id)
    return found?.kind === 'ended' && schedule.succeeded(found.value)
  }

  /** What waits in vain ends. That goes down the whole tree: `order` has parents before children, since they are higher. */
  function settleWaiting(): void {
    for (const id of order) {
      if (!waiting.has(id)) continue
      const by = blocker(id)
      if (by !== undefined) end(id, { kind: 'blocked', by })
      else if (schedule.cancelled()) end(id, { kind: 'cancelled' })
      else if (seats.size === 0) end(id, { kind: 'stranded' })
    }
  }

  function blocker(id: string): string | undefined {
    for (const need of needs(id)) {
      const found = ends.get(need)
      if (found?.kind === 'blocked') return found.by
      if (found?.kind === 'ended' && !schedule.succeeded(found.value)) return need
    }
    return undefined
  }
}

/** Seconds of the longest chain of tasks that wait for each task, itself included. */
function heights(
  schedule: Pick<Schedule<never, never>, 'tasks' | 'needs' | 'seconds'>
): ReadonlyMap<string, number> {
  const below = new Map<string, string[]>()
  for (const id of schedule.tasks) {
    for (const need of schedule.needs(id)) below.set(need, [...(below.get(need) ?? []), id])
  }
  const height = new Map<string, number>()
  for (const first of schedule.tasks) {
    const open = [first]
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const missing = (below.get(id) ?? []).filter(child => !height.has(child))
      if (missing.length > 0) open.push(...missing)
      else {
        const chains = (below.get(id) ?? []).map(child => height.get(child) ?? 0)
        height.set(id, chains.reduce((longest, each) => Math.max(longest, each), 0) + schedule.seconds(id))
        open.pop()
      }
    }
  }
  return height
}
