import type { Work } from './rows-work.js'

/** Steps that one job does one after another; all of one platform. */
export type StepRow = readonly number[]

/** Rows that run side by side. */
export type StepLevel = readonly StepRow[]

/** A level and what is left for later ones. */
export interface Filled {
  readonly rows: StepLevel
  /** In the order of the work. */
  readonly left: Int32Array
  /** Seconds of the longest row, without the start of its runner. */
  readonly longest: number
}

const DONE = -1
const LATER = -2

/**
 * Fills one level: takes steps, longest tail first, as long as no row gets longer than `capacity` seconds (a row may
 * always have the first step). A step whose parents are in the level can only go where all of them are; others go to the
 * shortest row of their platform. At most `machines` rows, shared out among platforms by what is left of each.
 */
export function fillLevel(work: Work, left: Int32Array, capacity: number, machines: number): Filled {
  const { seconds, above, platform } = work
  const place = new Int16Array(seconds.length).fill(DONE)
  for (const step of left) place[step] = LATER
  const room = machinesByPlatform(work, left, machines)
  const rowsOf: number[][] = work.platforms.map(() => [])
  const rows: number[][] = []
  const loads: number[] = []
  const rest = new Int32Array(left.length)
  let deferred = 0
  for (const step of left) {
    const own = platform[step] ?? 0
    let row = DONE
    for (const parent of above[step] ?? []) {
      const at = place[parent] ?? DONE
      if (at === DONE) continue
      row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at
      if (row === LATER) break
    }
    const takes = seconds[step] ?? 0
    // The first step is always taken, so that every level brings the work forward.
    if (row === LATER || (takes > capacity && deferred + rows.length > 0)) {
      rest[deferred] = step
      deferred += 1
      continue
    }
    if (row === DONE) {
      const mine = rowsOf[own] ?? []
      if (mine.length < (room[own] ?? 1)) {
        row = rows.length
        mine.push(row)
        rows.push([])
        loads.push(0)
      } else {
        row = shortest(mine, loads)
      }
    }
    const load = loads[row] ?? 0
    if (load > 0 && load + takes > capacity) {
      rest[deferred] = step
      deferred += 1
      continue
    }
    place[step] = row
    loads[row] = load + takes
    rows[row]?.push(step)
  }
  return { rows, left: rest.slice(0, deferred), longest: Math.max(0, ...loads) }
}

function shortest(rows: readonly number[], loads: readonly number[]): number {
  let found = rows[0] ?? 0
  for (const row of rows) if ((loads[row] ?? 0) < (loads[found] ?? 0)) found = row
  return found
}

/** How many rows each platform gets: one at least, the others by its share of the seconds. */
function machinesByPlatform(work: Work, left: Int32Array, machines: number): readonly number[] {
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
 * What belongs together when nothing may wait for another row: steps that hang together through parents of their own
 * platform, in the order of the work. Heaviest first.
 */
export function pieces(work: Work, steps: Int32Array): readonly StepRow[] {
  const up = new Int32Array(work.seconds.length).fill(DONE)
  for (const step of steps) up[step] = step
  const rootOf = (step: number): number => {
    let at = step
    for (let next = up[at] ?? at; next !== at; next = up[at] ?? at) {
      up[at] = up[next] ?? next
      at = next
    }
    return at
  }
  for (const step of steps) {
    for (const parent of work.above[step] ?? []) {
      if (up[parent] === DONE || work.platform[parent] !== work.platform[step]) continue
      const [a, b] = [rootOf(step), rootOf(parent)]
      if (a !== b) up[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const found = new Map<number, { readonly steps: number[]; seconds: number }>()
  for (const step of steps) {
    const root = rootOf(step)
    const piece = found.get(root) ?? { steps: [], seconds: 0 }
    piece.steps.push(step)
    piece.seconds += work.seconds[step] ?? 0
    found.set(root, piece)
  }
  const heaviestFirst = (a: { seconds: number; steps: number[] }, b: typeof a): number =>
    b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0)
  return [...found.values()].sort(heaviestFirst).map(piece => piece.steps)
}

/** Deals pieces, heaviest first, to the shortest of at most `count` rows (one a platform at least). */
export function dealPieces(work: Work, all: readonly StepRow[], count: number): StepLevel {
  const room = machinesByPlatform(work, Int32Array.from(all.flat()), count)
  const rowsOf: number[][] = work.platforms.map(() => [])
  const rows: number[][] = []
  const loads: number[] = []
  for (const piece of all) {
    const own = work.platform[piece[0] ?? 0] ?? 0
    const mine = rowsOf[own] ?? []
    let row = rows.length
    if (mine.length < (room[own] ?? 1)) {
      mine.push(row)
      rows.push([])
      loads.push(0)
    } else {
      row = shortest(mine, loads)
    }
    for (const step of piece) {
      rows[row]?.push(step)
      loads[row] = (loads[row] ?? 0) + (work.seconds[step] ?? 0)
    }
  }
  return rows
}

/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
export function finish(work: Work, left: Int32Array, machines: number): readonly StepLevel[] {
  const turn = new Int32Array(work.seconds.length).fill(DONE)
  for (const step of left) {
    let own = 0
    for (const parent of work.above[step] ?? []) {
      const before = turn[parent] ?? DONE
      if (before === DONE) continue
      own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1))
    }
    turn[step] = own
  }
  const levels: StepLevel[] = []
  for (let at = 0, taken = 0; taken < left.length; at += 1) {
    const here = left.filter(step => turn[step] === at)
    taken += here.length
    levels.push(dealPieces(work, pieces(work, here), machines))
  }
  return levels
}
