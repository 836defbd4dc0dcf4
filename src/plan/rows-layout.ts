import { machinesByPlatform, shortest, sorted } from './rows-deal.js'
import type { Lane, StepLevel, StepRow } from './rows-lanes.js'
import type { Open, Piece } from './rows-pieces.js'
import type { Clock } from './rows-run.js'
import type { Work } from './rows-work.js'

const DONE = -1
const LATER = -2
/** Which rows a step may join. */
const NO_ROW = 0
const LEVEL_ROW = 1
const LATE_ROW = 2

/** How long rows of a level may get, in seconds. */
export interface Lengths {
  readonly level: number
  /** 0 where there are to be no late rows. */
  readonly late: number
  /** Pieces that are done by then as a whole make rows that nothing waits for. */
  readonly leaf: number
}

/** A level, and what it takes. */
export interface Filled {
  readonly level: StepLevel
  /** 1 for each step in the level. */
  readonly isTaken: Uint8Array
  /** How many these are. */
  readonly count: number
}

/**
 * Fills one level. Pieces that can be done as a whole become leaf rows, of which there are as many as machines would
 * stand idle. Of the others steps are taken, longest tail first, as long as no row gets longer than it may; where the first
 * step of a piece is longer than a row of the level may be, the piece goes to late rows.
 */
export function fillLevel(
  work: Work,
  open: Open,
  pieces: readonly Piece[],
  lengths: Lengths,
  { free, begins }: Clock
): Filled {
  const lane = new Uint8Array(work.seconds.length)
  const whole: Piece[] = []
  for (const piece of pieces) {
    if (!piece.isBound && piece.seconds <= lengths.leaf) {
      whole.push(piece)
      continue
    }
    const isLate = lengths.late > 0 && (work.seconds[piece.steps[0] ?? 0] ?? 0) > lengths.level
    for (const step of piece.steps) lane[step] = isLate ? LATE_ROW : LEVEL_ROW
  }
  const taken = takeSteps(work, open, lane, lengths, free.length)
  const busy = free.filter(until => until > begins).length
  const leaf = wholeRows(
    work,
    whole,
    lengths.leaf,
    free.length - taken[LEVEL_ROW].length - taken[LATE_ROW].length - busy
  )
  const isTaken = new Uint8Array(work.seconds.length)
  let count = 0
  for (const rows of [taken[LEVEL_ROW], taken[LATE_ROW], leaf]) {
    for (const row of rows) {
      for (const step of row) isTaken[step] = 1
      count += row.length
    }
  }
  // No child of a step that is left was done before.
  const isAwaited = (row: StepRow): boolean =>
    row.some(step => work.below[step]?.some(child => isTaken[child] === 0) === true)
  const level: Record<Lane, StepRow[]> = { level: [], late: [], leaf: [...leaf] }
  for (const row of taken[LEVEL_ROW]) level[isAwaited(row) ? 'level' : 'leaf'].push(row)
  for (const row of taken[LATE_ROW]) level[isAwaited(row) ? 'late' : 'leaf'].push(row)
  return { level: sorted(work, level), isTaken, count }
}

/**
 * Takes steps into rows of their lanes. A step whose parents are in the level can only go where all of them are; others go
 * to the shortest row of their platform and lane, of which there are at most `machines`, shared out among platforms.
 */
function takeSteps(
  work: Work,
  { left }: Open,
  lane: Uint8Array,
  lengths: Lengths,
  machines: number
): Readonly<Record<typeof LEVEL_ROW | typeof LATE_ROW, readonly StepRow[]>> {
  const { seconds, above, platform } = work
  const place = new Int16Array(seconds.length).fill(DONE)
  for (const step of left) place[step] = LATER
  const room = machinesByPlatform(work, left, machines)
  const mine = [LEVEL_ROW, LATE_ROW].map(() => work.platforms.map((): number[] => []))
  const rows: number[][] = []
  const loads: number[] = []
  const lanes: number[] = []
  for (const step of left) {
    const own = platform[step] ?? 0
    const to = lane[step] ?? NO_ROW
    if (to === NO_ROW) continue
    const takes = seconds[step] ?? 0
    const capacity = to === LATE_ROW ? lengths.late : lengths.level
    if (takes > capacity) continue
    let row = DONE
    for (const parent of above[step] ?? []) {
      const at = place[parent] ?? DONE
      if (at === DONE) continue
      row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at
      if (row === LATER) break
    }
    if (row === LATER) continue
    if (row === DONE) {
      const others = mine[to - 1]?.[own] ?? []
      if (others.length < (room[own] ?? 1)) {
        row = rows.length
        others.push(row)
        rows.push([])
        loads.push(0)
        lanes.push(to)
      } else {
        row = shortest(others, loads)
      }
    }
    const load = loads[row] ?? 0
    if (load + takes > capacity) continue
    place[step] = row
    loads[row] = load + takes
    rows[row]?.push(step)
  }
  const of = (to: number): readonly StepRow[] => rows.filter((row, at) => lanes[at] === to && row.length > 0)
  return { [LEVEL_ROW]: of(LEVEL_ROW), [LATE_ROW]: of(LATE_ROW) }
}

/** Whole pieces, heaviest first, each in the fullest of at most `most` rows that has room for it; others are left. */
function wholeRows(work: Work, pieces: readonly Piece[], length: number, most: number): readonly StepRow[] {
  const rows: { readonly steps: number[]; readonly platform: number; load: number }[] = []
  for (const { steps, seconds } of pieces) {
    const platform = work.platform[steps[0] ?? 0] ?? 0
    let best: (typeof rows)[number] | undefined
    for (const row of rows) {
      if (row.platform !== platform || row.load + seconds > length) continue
      if (best === undefined || row.load > best.load) best = row
    }
    if (best === undefined) {
      if (rows.length >= most) continue
      rows.push((best = { steps: [], platform, load: 0 }))
    }
    for (const step of steps) best.steps.push(step)
    best.load += seconds
  }
  return rows.map(row => row.steps)
}
