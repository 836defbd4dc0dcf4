import { dealPieces, pieces } from './rows-layout.js'
import type { StepLevel } from './rows-layout.js'
import { levelSeconds } from './rows-run.js'
import type { Fleet } from './rows-run.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** How much longer a level may be thought to take for the sake of more rows. */
const SLACK = 0.03
/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
const LONG_ROW = 3600

/**
 * Deals each level out to more rows where that costs next to nothing: durations are guesses, there may be more machines
 * than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
export function loosen(
  work: Work,
  levels: readonly StepLevel[],
  fleet: Fleet,
  maxRows: number
): readonly StepLevel[] {
  return levels.map(rows => {
    const seconds = levelSeconds(work, rows, fleet)
    const all = pieces(work, ordered(work, rows))
    for (const count of countsBetween(rows.length, Math.min(maxRows, all.length))) {
      const more = longestFirst(work, dealPieces(work, all, count))
      const isLong = longestRow(work, rows) > LONG_ROW && longestRow(work, more) < longestRow(work, rows)
      if (more.length > maxRows || more.length <= rows.length) continue
      if (isLong || levelSeconds(work, more, fleet) <= seconds * (1 + SLACK)) return more
    }
    return longestFirst(work, rows)
  })
}

/** The steps of a level in the order of the work. */
function ordered(work: Work, rows: StepLevel): Int32Array {
  const here = new Set(rows.flat())
  return work.order.filter(step => here.has(step))
}

/** From the highest number of rows downwards, each a fifth less than the one before. */
function countsBetween(least: number, most: number): readonly number[] {
  const counts: number[] = []
  for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8)))
    counts.push(count)
  return counts
}

function longestRow(work: Work, rows: StepLevel): number {
  return Math.max(0, ...rows.map(row => secondsOfAll(work, row)))
}

/** GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are done. */
function longestFirst(work: Work, rows: StepLevel): StepLevel {
  return rows
    .map(row => ({ row, seconds: secondsOfAll(work, row) }))
    .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
    .map(each => each.row)
}
