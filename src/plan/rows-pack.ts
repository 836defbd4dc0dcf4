import { finish } from './rows-deal.js'
import { LONG_ROW, rowsOf } from './rows-lanes.js'
import type { StepLevel } from './rows-lanes.js'
import { fillLevel } from './rows-layout.js'
import type { Filled } from './rows-layout.js'
import { openOf, openPieces } from './rows-pieces.js'
import type { Open, Piece } from './rows-pieces.js'
import { afterLevel, clockOf, shortestPossible } from './rows-run.js'
import type { Clock, Fleet } from './rows-run.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** The first levels of a layout, and what is left for later ones. */
interface Beginning {
  readonly before: Beginning | undefined
  readonly level: StepLevel | undefined
  readonly depth: number
  readonly clock: Clock
  readonly open: Open
  /** When it ends if all that is left follows at once; Infinity where that takes too many levels. */
  readonly ends: number
  /** No continuation ends earlier. */
  readonly atLeast: number
}

/** A layout this near to the shortest possible is good enough. */
const CLOSE = 0.001

/** How hard is looked for a layout. */
interface Effort {
  /** Beginnings that are kept a level. */
  readonly width: number
  /** Lengths that are tried for the next level of each, by each way to find some. */
  readonly lengths: number
  /** When a run is to end, in shares of the shortest possible: what fits into that as a whole becomes a leaf row. */
  readonly targets: readonly number[]
}

/** The shortest layout so far. */
interface Best {
  readonly seconds: number
  readonly levels: readonly StepLevel[]
}

/**
 * Lays steps into at most `maxLevels` levels whose run is as short as can be found: level by level, several lengths of the
 * next level are tried for the most promising beginnings, and each beginning is also ended at once. What one level takes
 * need not wait for another runner; what it leaves runs on more machines, one barrier and one start later.
 */
export function packLevels(work: Work, fleet: Fleet, maxLevels: number): readonly StepLevel[] {
  if (work.order.length === 0) return []
  const goal = shortestPossible(work, fleet)
  const effort = effortFor(work.order.length)
  let best: Best | undefined
  for (const target of effort.targets) {
    // Nothing is looked for once no layout could be shorter.
    if (best !== undefined && best.seconds <= goal * (1 + CLOSE)) break
    best = search(work, fleet, maxLevels, { goal, ends: goal * target, effort, best })
  }
  return best?.levels ?? []
}

interface Search {
  readonly goal: number
  readonly ends: number
  readonly effort: Effort
  readonly best: Best | undefined
}

function search(
  work: Work,
  fleet: Fleet,
  maxLevels: number,
  { goal, ends, effort, best }: Search
): Best | undefined {
  let found = best
  const end = (beginning: Omit<Beginning, 'ends'>): number => {
    const last = finish(work, beginning.open, beginning.clock, fleet)
    if (beginning.depth + last.length > maxLevels && found !== undefined) return Infinity
    const { ends: seconds } = last.reduce(
      (clock, level) => afterLevel(work, level, clock, fleet),
      beginning.clock
    )
    if (found === undefined || seconds < found.seconds - 1e-6)
      found = { seconds, levels: [...levelsOf(beginning), ...last] }
    return seconds
  }
  const root = { before: undefined, level: undefined, depth: 0, clock: clockOf(fleet), atLeast: goal }
  const first = { ...root, open: openOf(work, work.order, []) }
  let open: readonly Beginning[] = [{ ...first, ends: end(first) }]
  while (open.length > 0) {
    const next: Beginning[] = []
    const seen = new Set<string>()
    for (const before of open) {
      for (const filled of fillings(work, before, fleet, { ends, lengths: effort.lengths })) {
        const clock = afterLevel(work, filled.level, before.clock, fleet)
        const alike = `${clock.begins} ${clock.late} ${before.open.left.length - filled.count}`
        if (seen.has(alike)) continue
        seen.add(alike)
        const left = before.open.left.filter(step => filled.isTaken[step] === 0)
        const depth = before.depth + 1
        if (left.length > 0 && depth + 1 + crossingsIn(work, left) > maxLevels) continue
        const longer = {
          before,
          level: filled.level,
          depth,
          clock,
          open: openOf(work, left, filled.level.late)
        }
        const atLeast = leastEnd(work, longer, fleet)
        if (found !== undefined && atLeast >= found.seconds - 1e-6) continue
        const extended = { ...longer, atLeast }
        const whole = end(extended)
        if (left.length > 0) next.push({ ...extended, ends: whole })
      }
    }
    open = mostPromising(next, effort.width, goal)
  }
  return found
}

/** Next levels to try. */
function* fillings(
  work: Work,
  { open, clock }: Beginning,
  fleet: Fleet,
  { ends, lengths }: { readonly ends: number; readonly lengths: number }
): Generator<Filled> {
  const leaf = Math.min(ends - clock.begins - fleet.start, LONG_ROW)
  const pieces = openPieces(work, open)
  const cut = pieces.filter(piece => piece.isBound || piece.seconds > leaf)
  for (const level of levelLengths(work, open, pieces, { machines: fleet.machines, count: lengths })) {
    for (const late of lateLengths(work, cut, level)) {
      const filled = fillLevel(work, open, pieces, { level, late, leaf }, clock)
      // Where no row is waited for the next level begins at once, and could have been this one.
      const isAwaited = filled.level.level.length + filled.level.late.length > 0 || clock.late > clock.begins
      if (isAwaited && filled.count > 0) yield filled
    }
  }
}

/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps: number): Effort {
  if (steps <= 100) return { width: 16, lengths: 10, targets: [0, 1.04, 1.08, 1.15] }
  if (steps <= 300) return { width: 12, lengths: 8, targets: [0, 1.05, 1.1, 1.2] }
  if (steps <= 1_000) return { width: 10, lengths: 7, targets: [0, 1.06, 1.13] }
  if (steps <= 3_000) return { width: 2, lengths: 3, targets: [0, 1.08] }
  return { width: 1, lengths: 2, targets: [0] }
}

/** Lengths for late rows beside a level of rows of this length: none at all, or for the first steps that are longer. */
function lateLengths(work: Work, pieces: readonly Piece[], level: number): readonly number[] {
  let longest = 0
  for (const { steps } of pieces) longest = Math.max(longest, work.seconds[steps[0] ?? 0] ?? 0)
  return longest > level ? [0, longest] : [0]
}

/** When all must still run for: the longest chain, or the work of all machines. */
function leastEnd(work: Work, { clock, open }: Pick<Beginning, 'clock' | 'open'>, fleet: Fleet): number {
  let [soon, later, all] = [0, 0, 0]
  for (const step of open.left) {
    const tail = fleet.start + (work.tail[step] ?? 0)
    if (open.isOpen[step] === 1) soon = Math.max(soon, tail)
    else later = Math.max(later, tail)
    all += work.seconds[step] ?? 0
  }
  for (const until of clock.free) all += Math.max(until, clock.begins)
  const chain = Math.max(clock.begins + soon, later === 0 ? 0 : Math.max(clock.begins, clock.late) + later)
  return Math.max(clock.ends, chain, all / fleet.machines)
}

/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function levelLengths(
  work: Work,
  open: Open,
  pieces: readonly Piece[],
  { machines, count }: { readonly machines: number; readonly count: number }
): readonly number[] {
  const { left } = open
  const longest = work.tail[left[0] ?? -1] ?? 0
  const whole = Math.max(longest, secondsOfAll(work, left) / machines)
  const cuts = (row: readonly number[]): readonly number[] => {
    let reached = 0
    return row.map(step => (reached += work.seconds[step] ?? 0))
  }
  const { level } = fillLevel(work, open, pieces, { level: whole, late: 0, leaf: 0 }, clockOf({ machines }))
  const rows = rowsOf(level)
  const byLength = rows.flatMap(cuts).sort((a, b) => a - b)
  // What others wait for, without what only stands between.
  const isInner = (step: number): boolean => (work.below[step] ?? []).length > 0
  const byInner = rows.flatMap(row => cuts(row.filter(isInner))).sort((a, b) => a - b)
  const chain: number[] = []
  for (let at = left[0]; at !== undefined; at = longestBelow(work, at)) chain.push(at)
  // Closer together where they are short: the first levels are.
  const shares = Array.from({ length: count }, (_, index) => whole * ((index + 1) / (count + 1)) ** 1.5)
  return [
    ...new Set([
      ...spread(cuts(chain), count),
      ...spread(byInner, count),
      ...spread(byLength, count),
      ...shares
    ])
  ]
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
 * are still to come. Those with late rows under way are a kind of their own.
 */
function mostPromising(beginnings: readonly Beginning[], width: number, goal: number): readonly Beginning[] {
  const best = new Map<string, Beginning>()
  for (const beginning of beginnings) {
    const { begins, late } = beginning.clock
    const stretch = `${Math.floor((begins / goal) * width)} ${late > begins}`
    const other = best.get(stretch)
    if (other === undefined || rank(beginning) < rank(other)) best.set(stretch, beginning)
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, width)
}

function rank({ atLeast, ends }: Beginning): number {
  return atLeast + Math.min(ends, 2 * atLeast)
}

function levelsOf(beginning: Pick<Beginning, 'before' | 'level'>): readonly StepLevel[] {
  const levels: StepLevel[] = []
  for (let at: typeof beginning | undefined = beginning; at !== undefined; at = at.before) {
    if (at.level !== undefined) levels.unshift(at.level)
  }
  return levels
}

function crossingsIn(work: Work, steps: Int32Array): number {
  let most = 0
  for (const step of steps) most = Math.max(most, work.crossings[step] ?? 0)
  return most
}
