import { openHeap } from './heap.js'
import type { StepLevel } from './rows-layout.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** What jobs run on. */
export interface Fleet {
  /** Jobs that run at once. */
  readonly machines: number
  /** Seconds from a free machine to the first image of a row: the runner starts, checks out, logs in. */
  readonly start: number
}

/** Seconds of a level: its rows go to machines in their order, each as soon as one is free. */
export function levelSeconds(work: Work, rows: StepLevel, { machines, start }: Fleet): number {
  const lengths = rows.map(row => start + secondsOfAll(work, row))
  if (lengths.length <= machines) return Math.max(0, ...lengths)
  const free = new Array<number>(machines).fill(0)
  for (const length of lengths) {
    const first = free.indexOf(Math.min(...free))
    free[first] = (free[first] ?? 0) + length
  }
  return Math.max(...free)
}

/** Seconds of a run whose levels follow each other: a level begins when all of the one before has ended. */
export function runSeconds(work: Work, levels: readonly StepLevel[], fleet: Fleet): number {
  return levels.reduce((total, rows) => total + levelSeconds(work, rows, fleet), 0)
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
