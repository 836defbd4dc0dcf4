import { fillLevel, finish } from './rows-layout.js'
import type { StepLevel } from './rows-layout.js'
import { levelSeconds, shortestPossible } from './rows-run.js'
import type { Fleet } from './rows-run.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** The first levels of a layout, and what is left for later ones. */
interface Beginning {
  readonly before: Beginning | undefined
  readonly rows: StepLevel
  readonly depth: number
  /** Seconds until the last of these levels ended. */
  readonly elapsed: number
  readonly left: Int32Array
  readonly leftSeconds: number
  /** When it ends if all that is left follows at once; undefined where that takes too many levels. */
  readonly ends: number
  /** No continuation ends earlier. */
  readonly atLeast: number
}

/** A layout this near to the shortest possible is good enough. */
const CLOSE = 0.001

/** How many beginnings are kept a level, and how many lengths are tried for the next level of each. */
interface Effort {
  readonly width: number
  readonly lengths: number
}

/**
 * Lays steps into at most `maxLevels` levels whose run is as short as can be found: level by level, several lengths of the
 * next level are tried for the most promising beginnings, and each beginning is also ended at once. What one level takes
 * need not wait for another runner; what it leaves runs on more machines, one barrier and one start later.
 */
export function packLevels(work: Work, fleet: Fleet, maxLevels: number): readonly StepLevel[] {
  const steps = work.order.length
  if (steps === 0) return []
  const all = secondsOfAll(work, work.order)
  const goal = shortestPossible(work, fleet)
  let best: { readonly seconds: number; readonly levels: readonly StepLevel[] } | undefined
  const end = (beginning: Beginning | undefined, left: Int32Array): number => {
    const last = finish(work, left, fleet.machines)
    const levels = [...levelsOf(beginning), ...last]
    if (levels.length > maxLevels && best !== undefined) return Infinity
    const seconds = last.reduce(
      (total, level) => total + levelSeconds(work, level, fleet),
      beginning?.elapsed ?? 0
    )
    if (best === undefined || seconds < best.seconds - 1e-6) best = { seconds, levels }
    return seconds
  }
  const ends = end(undefined, work.order)
  const effort = effortFor(steps)
  const root = { before: undefined, rows: [], depth: 0, elapsed: 0, left: work.order, leftSeconds: all, ends }
  let open: readonly Beginning[] = [{ ...root, atLeast: goal }]
  // Nothing is looked for once no layout could be shorter.
  while (open.length > 0 && (best?.seconds ?? Infinity) > goal * (1 + CLOSE)) {
    const next: Beginning[] = []
    const seen = new Set<string>()
    for (const beginning of open) {
      for (const capacity of capacities(work, beginning, fleet, effort.lengths)) {
        const longer = extended(work, beginning, capacity, fleet)
        const alike = `${longer.elapsed} ${longer.left.length}`
        if (seen.has(alike)) continue
        seen.add(alike)
        const levelsNeeded = longer.depth + 1 + crossingsIn(work, longer.left)
        if (longer.left.length === 0 || levelsNeeded > maxLevels) continue
        if (best === undefined || longer.atLeast < best.seconds - 1e-6)
          next.push({ ...longer, ends: end(longer, longer.left) })
      }
    }
    open = mostPromising(next, effort.width, goal)
  }
  return best?.levels ?? []
}

/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps: number): Effort {
  if (steps <= 300) return { width: 16, lengths: 8 }
  if (steps <= 1_000) return { width: 8, lengths: 6 }
  if (steps <= 3_000) return { width: 3, lengths: 4 }
  return { width: 2, lengths: 3 }
}

function extended(work: Work, before: Beginning, capacity: number, fleet: Fleet): Beginning {
  const filled = fillLevel(work, before.left, capacity, fleet.machines)
  const elapsed = before.elapsed + levelSeconds(work, filled.rows, fleet)
  const leftSeconds = secondsOfAll(work, filled.left)
  const tail = work.tail[filled.left[0] ?? -1] ?? 0
  return {
    before,
    rows: filled.rows,
    depth: before.depth + 1,
    elapsed,
    left: filled.left,
    leftSeconds,
    ends: Infinity,
    atLeast: elapsed + fleet.start + Math.max(tail, leftSeconds / fleet.machines)
  }
}

/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function capacities(
  work: Work,
  { left, leftSeconds }: Beginning,
  fleet: Fleet,
  count: number
): readonly number[] {
  const longest = work.tail[left[0] ?? -1] ?? 0
  const whole = Math.max(longest, leftSeconds / fleet.machines)
  const cuts = (row: readonly number[] | undefined): readonly number[] => {
    let reached = 0
    return (row ?? []).map(step => (reached += work.seconds[step] ?? 0))
  }
  const { rows } = fillLevel(work, left, whole, fleet.machines)
  const byLength = rows.flatMap(cuts).sort((a, b) => a - b)
  const chain: number[] = []
  for (let at = left[0]; at !== undefined; at = longestBelow(work, at)) chain.push(at)
  const shares = Array.from({ length: count }, (_, index) => (whole * (index + 1)) / (count + 1))
  return [...new Set([...spread(cuts(chain), count), ...spread(byLength, count), ...shares])]
}

/** The child with the longest chain; none of what is left has children that are done. */
function longestBelow(work: Work, step: number): number | undefined {
  let found: number | undefined
  for (const child of work.below[step] ?? []) {
    if (found === undefined || (work.tail[child] ?? 0) > (work.tail[found] ?? 0)) found = child
  }
  return found
}

/** At most `count` of the numbers, evenly spread, the first among them. */
function spread(numbers: readonly number[], count: number): readonly number[] {
  const every = Math.max(1, numbers.length / count)
  return numbers.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every))
}

/**
 * The best of those that have come equally far: one that has taken little so far always looks good, because its barriers
 * are still to come.
 */
function mostPromising(beginnings: readonly Beginning[], width: number, goal: number): readonly Beginning[] {
  const best = new Map<number, Beginning>()
  for (const beginning of beginnings) {
    const stretch = Math.floor((beginning.elapsed / goal) * width)
    const other = best.get(stretch)
    if (other === undefined || rank(beginning) < rank(other)) best.set(stretch, beginning)
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, width)
}

function rank({ atLeast, ends }: Beginning): number {
  return atLeast + Math.min(ends, 2 * atLeast)
}

function levelsOf(beginning: Beginning | undefined): readonly StepLevel[] {
  const levels: StepLevel[] = []
  for (let at = beginning; at?.before !== undefined; at = at.before) levels.unshift(at.rows)
  return levels
}

function crossingsIn(work: Work, steps: Int32Array): number {
  let most = 0
  for (const step of steps) most = Math.max(most, work.crossings[step] ?? 0)
  return most
}
