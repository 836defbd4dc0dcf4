import type { StepLevel, StepRow } from './rows-lanes.js'
import { piecesOf } from './rows-pieces.js'
import type { Open, Piece } from './rows-pieces.js'
import type { Clock, Fleet } from './rows-run.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

const NONE = -1

/** The row with the least load. */
export function shortest(rows: readonly number[], loads: readonly number[]): number {
  let found = rows[0] ?? 0
  for (const row of rows) if ((loads[row] ?? 0) < (loads[found] ?? 0)) found = row
  return found
}

/** How many rows each platform gets: one at least, the others by its share of the seconds. */
export function machinesByPlatform(work: Work, left: Int32Array, machines: number): readonly number[] {
  const shares = new Array<number>(work.platforms.length).fill(0)
  if (shares.length === 1) return [machines]
  let total = 0
  for (const step of left) {
    const own = work.platform[step] ?? 0
    shares[own] = (shares[own] ?? 0) + (work.seconds[step] ?? 0)
    total += work.seconds[step] ?? 0
  }
  return shares.map(share => Math.max(1, Math.floor((machines * share) / Math.max(total, 1))))
}

/**
 * Deals pieces, heaviest first, to the row that is shortest, of at most `count` rows (one a platform at least). The rows of
 * machines that are busy for `waits` seconds more count as that much longer.
 */
export function dealPieces(
  work: Work,
  pieces: readonly Piece[],
  count: number,
  waits: readonly number[] = []
): readonly StepRow[] {
  const room = machinesByPlatform(work, Int32Array.from(pieces.flatMap(piece => piece.steps)), count)
  const rowsOfPlatform: number[][] = work.platforms.map(() => [])
  const rows: number[][] = []
  const loads: number[] = []
  for (const { steps, seconds } of pieces) {
    const own = work.platform[steps[0] ?? 0] ?? 0
    const mine = rowsOfPlatform[own] ?? []
    let row = shortest(mine, loads)
    const opened = waits[rows.length] ?? 0
    if (mine.length === 0 || (mine.length < (room[own] ?? 1) && opened <= (loads[row] ?? 0))) {
      row = rows.length
      mine.push(row)
      rows.push([])
      loads.push(opened)
    }
    for (const step of steps) rows[row]?.push(step)
    loads[row] = (loads[row] ?? 0) + seconds
  }
  return rows
}

/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
export function finish(work: Work, { left, isOpen }: Open, clock: Clock, fleet: Fleet): readonly StepLevel[] {
  const turn = new Int32Array(work.seconds.length).fill(NONE)
  for (const step of left) {
    let own = isOpen[step] === 1 ? 0 : 1
    for (const parent of work.above[step] ?? []) {
      const before = turn[parent] ?? NONE
      if (before === NONE) continue
      own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1))
    }
    turn[step] = own
  }
  const waits = [...clock.free].map(until => Math.max(0, until - clock.begins)).sort((a, b) => a - b)
  const levels: StepLevel[] = []
  for (let at = 0, taken = 0; taken < left.length; at += 1) {
    const here = left.filter(step => turn[step] === at)
    taken += here.length
    const rows = dealPieces(work, piecesOf(work, here), fleet.machines, at === 0 ? waits : [])
    const isAwaited = (row: StepRow): boolean =>
      taken === left.length || row.some(step => work.below[step]?.some(child => (turn[child] ?? NONE) > at))
    const [level, leaf] = [rows.filter(isAwaited), rows.filter(row => !isAwaited(row))]
    levels.push(sorted(work, { level, late: [], leaf }))
  }
  return levels
}

/**
 * GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are
 * done.
 */
export function sorted(work: Work, level: StepLevel): StepLevel {
  const longestFirst = (rows: readonly StepRow[]): readonly StepRow[] =>
    rows
      .map(row => ({ row, seconds: secondsOfAll(work, row) }))
      .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
      .map(each => each.row)
  return { level: longestFirst(level.level), late: longestFirst(level.late), leaf: longestFirst(level.leaf) }
}
