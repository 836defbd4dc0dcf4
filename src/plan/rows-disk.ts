import { sorted } from './rows-deal.js'
import { fitsDisk } from './rows-bytes.js'
import { laned, rowsOf } from './rows-lanes.js'
import type { StepLevel, StepRow } from './rows-lanes.js'
import { bytesOf, partings } from './rows-parts.js'
import type { Work } from './rows-work.js'

/** How much a layout may have of rows and levels. */
export interface Limits {
  readonly maxLevels: number
  readonly maxRows: number
  /** Seconds until a runner works. */
  readonly start: number
}

/** A row or a part of one, with the level that it was laid into. */
interface Placed {
  readonly steps: StepRow
  readonly level: number
}

/**
 * Parts rows whose images together are thought to fill the disk of a runner, so that a heavy image has a row of its own.
 * What is parted from its parents goes to a later level, and all that waits for it too: parents are handed over by digest,
 * so a child needs no row with them. Where levels or rows run out a row is parted less, or stays as it is.
 */
export function fitDisk(work: Work, levels: readonly StepLevel[], limits: Limits): readonly StepLevel[] {
  const laid = levels.flatMap((level, at) => rowsOf(level).map((steps): Placed => ({ steps, level: at })))
  let rows: readonly Placed[] = laid
  let found: readonly (readonly StepRow[])[] | undefined
  for (const row of laid) {
    if (row.steps.length === 1 || fitsDisk(bytesOf(work, row.steps))) continue
    for (const parts of partings(work, row.steps, limits.start)) {
      const own = parts.map(({ steps }): Placed => ({ steps, level: row.level }))
      const trial = rows.flatMap(each => (each === row ? own : [each]))
      const placed = place(work, trial, limits)
      if (placed === undefined) continue
      rows = trial
      found = placed
      break
    }
  }
  return found === undefined ? levels : laned(work, found).map(level => sorted(work, level))
}

/**
 * Rows by level: each in the first that has room, that is not before its own and not before what it waits for has ended.
 * Rows stand after those that they wait for. Undefined when there are not enough levels.
 */
function place(
  work: Work,
  rows: readonly Placed[],
  { maxLevels, maxRows }: Limits
): readonly (readonly StepRow[])[] | undefined {
  const at = new Int16Array(work.seconds.length).fill(-1)
  const levels: StepRow[][] = []
  for (const { steps, level: first } of rows) {
    let level = first
    for (const step of steps) {
      for (const parent of work.above[step] ?? []) level = Math.max(level, (at[parent] ?? -1) + 1)
    }
    while (levels[level]?.length === maxRows) level += 1
    if (level >= maxLevels) return undefined
    while (levels.length <= level) levels.push([])
    levels[level]?.push(steps)
    for (const step of steps) at[step] = level
  }
  return levels
}
