import { openHeap } from './heap.js'
import type { StepLevel, StepRow } from './rows-lanes.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** What jobs run on. */
export interface Fleet {
  /** Jobs that run at once. */
  readonly machines: number
  /** Seconds from a free machine to the first image of a row: the runner starts, checks out, logs in. */
  readonly start: number
}

/** How far a run is when some levels have begun, in seconds. */
export interface Clock {
  /** When each machine has no more to do. */
  readonly free: Float64Array
  /** When the next level begins. */
  readonly begins: number
  /** When the late rows of the last level have ended: the level after the next does not begin before. */
  readonly late: number
  /** When all rows have ended. */
  readonly ends: number
}

/** The clock before the first level. */
export function clockOf({ machines }: Pick<Fleet, 'machines'>): Clock {
  return { free: new Float64Array(machines), begins: 0, late: 0, ends: 0 }
}

/** Starts the next level: its rows go to machines lane by lane in their order, each as soon as one is free. */
export function afterLevel(work: Work, level: StepLevel, clock: Clock, fleet: Fleet): Clock {
  const free = Float64Array.from(clock.free)
  const begins = clock.begins
  const next = place(work, level.level, begins, free, fleet)
  const late = place(work, level.late, begins, free, fleet)
  const leaf = place(work, level.leaf, begins, free, fleet)
  return { free, begins: Math.max(next, clock.late), late, ends: Math.max(clock.ends, next, late, leaf) }
}

/** Gives rows to machines and returns when the last of them ends. */
function place(
  work: Work,
  rows: readonly StepRow[],
  begins: number,
  free: Float64Array,
  fleet: Fleet
): number {
  let ends = begins
  for (const row of rows) {
    let first = 0
    for (let at = 1; at < free.length; at += 1) if ((free[at] ?? 0) < (free[first] ?? 0)) first = at
    const end = Math.max(free[first] ?? 0, begins) + fleet.start + secondsOfAll(work, row)
    free[first] = end
    ends = Math.max(ends, end)
  }
  return ends
}

/** Seconds of a run of these levels. */
export function runSeconds(work: Work, levels: readonly StepLevel[], fleet: Fleet): number {
  return levels.reduce((clock, level) => afterLevel(work, level, clock, fleet), clockOf(fleet)).ends
}

/** No layout can end earlier: one runner has to start, then there is the longest chain, and the work of all machines. */
export function shortestPossible(work: Work, { machines, start }: Fleet): number {
  const chain = work.tail[work.order[0] ?? -1] ?? 0
  return start + Math.max(chain, secondsOfAll(work, work.order) / machines)
}

/**
 * Seconds of a run without rows and levels: each image goes to the first free machine as soon as its parents are done,
 * longest tail first, and each machine starts once. Nothing that runs on GitHub can do this; it is what levels cost.
 */
export function freeSeconds(work: Work, { machines, start }: Fleet): number {
  const open = Int32Array.from(work.above, parents => parents.length)
  const ready = openHeap((a, b) => (work.tail[b] ?? 0) - (work.tail[a] ?? 0) || a - b)
  const end = new Float64Array(open.length)
  const running = openHeap((a, b) => (end[a] ?? 0) - (end[b] ?? 0) || a - b)
  open.forEach((parents, step) => parents === 0 && ready.push(step))
  let now = start
  let busy = 0
  for (;;) {
    for (let step = busy < machines ? ready.pop() : undefined; step !== undefined;) {
      end[step] = now + (work.seconds[step] ?? 0)
      running.push(step)
      busy += 1
      step = busy < machines ? ready.pop() : undefined
    }
    const done = running.pop()
    if (done === undefined) return now
    now = end[done] ?? 0
    busy -= 1
    for (const child of work.below[done] ?? []) {
      open[child] = (open[child] ?? 0) - 1
      if (open[child] === 0) ready.push(child)
    }
  }
}
