import { dealPieces, sorted } from './rows-deal.js'
import { LANES, LONG_ROW, laned, rowsOf } from './rows-lanes.js'
import type { Lane, StepLevel, StepRow } from './rows-lanes.js'
import { piecesOf } from './rows-pieces.js'
import { runSeconds } from './rows-run.js'
import type { Fleet } from './rows-run.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** How much longer a run may be thought to take for the sake of more rows. */
const SLACK = 0.01

/**
 * Deals the rows of each level and lane out to more of them where that costs next to nothing: durations are guesses, there
 * may be more machines than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
export function loosen(
  work: Work,
  levels: readonly StepLevel[],
  fleet: Fleet,
  maxRows: number
): readonly StepLevel[] {
  // A level has no rows where all that is left waits for late rows: these are then waited for by the next.
  let loose = relaned(
    work,
    levels.filter(level => rowsOf(level).length > 0)
  )
  const most = runSeconds(work, loose, fleet) * (1 + SLACK)
  for (const depth of loose.keys()) {
    for (const lane of LANES) {
      const level = loose[depth]
      if (level === undefined || level[lane].length === 0) continue
      const rows = level[lane]
      const levels_ = loose
      const others = rowsOf(level).length - rows.length
      const all = piecesOf(work, ordered(work, rows))
      const mayTake = longestRow(work, rows) > LONG_ROW ? Infinity : most
      let best = mayTake
      for (const count of countsBetween(
        rows.length,
        Math.min(maxRows - others, all.length),
        fleet.machines
      )) {
        const more = dealPieces(work, all, count)
        if (more.length + others > maxRows || more.length <= rows.length) continue
        const trial = relaned(work, replaced(levels_, depth, lane, more))
        const seconds = runSeconds(work, trial, fleet)
        if (seconds > best || (mayTake > most && longestRow(work, more) >= longestRow(work, rows))) continue
        loose = trial
        best = seconds
        if (seconds <= most) break
      }
    }
  }
  return loose
}

function replaced(
  levels: readonly StepLevel[],
  depth: number,
  lane: Lane,
  rows: readonly StepRow[]
): readonly StepLevel[] {
  return levels.map((level, at) => (at === depth ? { ...level, [lane]: rows } : level))
}

/** Each row in the lane that follows from what waits for it, the longest first. */
function relaned(work: Work, levels: readonly StepLevel[]): readonly StepLevel[] {
  return laned(work, levels.map(rowsOf)).map(level => sorted(work, level))
}

/** Steps of rows in the order of the work. */
function ordered(work: Work, rows: readonly StepRow[]): Int32Array {
  const isHere = new Uint8Array(work.seconds.length)
  for (const row of rows) for (const step of row) isHere[step] = 1
  return work.order.filter(step => isHere[step] === 1)
}

/**
 * From the highest number of rows downwards, each a fifth less than the one before, and by what all machines do at
 * once.
 */
function countsBetween(least: number, most: number, machines: number): readonly number[] {
  const counts: number[] = []
  for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8))) {
    const even = count - (count % machines)
    counts.push(count, ...(even < count && even > least ? [even] : []))
  }
  return counts
}

function longestRow(work: Work, rows: readonly StepRow[]): number {
  return Math.max(0, ...rows.map(row => secondsOfAll(work, row)))
}
