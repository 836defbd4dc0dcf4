import type { StepRow } from './rows-lanes.js'
import type { Work } from './rows-work.js'

/** Steps that hang together through parents of their own platform, in the order of the work. */
export interface Piece {
  readonly steps: readonly number[]
  readonly seconds: number
  /** A step that is left waits for this piece or is waited for by it, across platforms or below a late row. */
  readonly isBound: boolean
}

/** What is left for the next level and later ones. */
export interface Open {
  /** In the order of the work. */
  readonly left: Int32Array
  /** 1 for what is left and waits for no late row. */
  readonly isOpen: Uint8Array
}

const NONE = -1

/** What of the steps that are left may begin when rows of the level before still run on. */
export function openOf(work: Work, left: Int32Array, running: readonly StepRow[]): Open {
  const isOpen = new Uint8Array(work.seconds.length)
  if (running.length === 0) {
    for (const step of left) isOpen[step] = 1
    return { left, isOpen }
  }
  const isWaiting = new Uint8Array(work.seconds.length)
  for (const row of running) for (const step of row) isWaiting[step] = 1
  for (const step of left) {
    const waits = work.above[step]?.some(parent => isWaiting[parent] === 1) === true
    if (waits) isWaiting[step] = 1
    else isOpen[step] = 1
  }
  return { left, isOpen }
}

/** Pieces of what may begin, heaviest first. */
export function openPieces(work: Work, { left, isOpen }: Open): readonly Piece[] {
  const open = left.filter(step => isOpen[step] === 1)
  const pieces = piecesOf(work, open)
  if (work.platforms.length === 1 && open.length === left.length) return pieces
  const at = new Int32Array(work.seconds.length).fill(NONE)
  pieces.forEach(({ steps }, index) => {
    for (const step of steps) at[step] = index
  })
  const isLeft = new Uint8Array(work.seconds.length)
  for (const step of left) isLeft[step] = 1
  const bound = new Set<number>()
  for (const step of left) {
    for (const parent of work.above[step] ?? []) {
      if (isLeft[parent] === 1 && at[step] !== at[parent]) bound.add(at[step] ?? NONE).add(at[parent] ?? NONE)
    }
  }
  return pieces.map((piece, index) => (bound.has(index) ? { ...piece, isBound: true } : piece))
}

/** Pieces of some steps in the order of the work, heaviest first. */
export function piecesOf(work: Work, steps: Int32Array): readonly Piece[] {
  const { above, platform, seconds } = work
  const up = new Int32Array(seconds.length).fill(NONE)
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
    for (const parent of above[step] ?? []) {
      if (up[parent] === NONE || platform[parent] !== platform[step]) continue
      const [a, b] = [rootOf(step), rootOf(parent)]
      if (a !== b) up[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const found: { readonly steps: number[]; seconds: number; isBound: boolean }[] = []
  const at = new Int32Array(seconds.length)
  for (const step of steps) {
    const root = rootOf(step)
    // The number of a piece and one, so that 0 is none.
    if (at[root] === 0) at[root] = found.push({ steps: [], seconds: 0, isBound: false })
    const piece = found[(at[root] ?? 0) - 1]
    if (piece === undefined) continue
    piece.steps.push(step)
    piece.seconds += seconds[step] ?? 0
  }
  return found.sort((a, b) => b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0))
}
