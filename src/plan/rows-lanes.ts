import type { Work } from './rows-work.js'

/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
export const LONG_ROW = 3600

/** Steps that one job does one after another; all of one platform. */
export type StepRow = readonly number[]

/**
 * Which rows of a level hold up later ones, named as the jobs of the workflow: the next level waits for `level` rows, only
 * the level after the next for `late` ones, and none for `leaf` ones.
 */
export type Lane = 'level' | 'late' | 'leaf'

export const LANES: readonly Lane[] = ['level', 'late', 'leaf']

/** Rows that run side by side, by lane. */
export type StepLevel = Readonly<Record<Lane, readonly StepRow[]>>

/** All rows of a level, those that the next one waits for first. */
export function rowsOf(level: StepLevel): readonly StepRow[] {
  return LANES.flatMap(lane => level[lane])
}

/**
 * Puts each row of each level into the lane that follows from where the first step is that waits for it. In the last level
 * there is nothing to tell apart: all its rows are `level` rows.
 */
export function laned(work: Work, levels: readonly (readonly StepRow[])[]): readonly StepLevel[] {
  const at = new Int16Array(work.seconds.length)
  levels.forEach((rows, level) => {
    for (const row of rows) for (const step of row) at[step] = level
  })
  return levels.map((rows, level) => {
    const lanes: Record<Lane, StepRow[]> = { level: [], late: [], leaf: [] }
    for (const row of rows) {
      let first = Infinity
      for (const step of row) {
        for (const child of work.below[step] ?? []) {
          const depth = at[child] ?? level
          if (depth > level) first = Math.min(first, depth)
        }
      }
      const isLast = level === levels.length - 1
      lanes[isLast || first === level + 1 ? 'level' : first === Infinity ? 'leaf' : 'late'].push(row)
    }
    return lanes
  })
}
