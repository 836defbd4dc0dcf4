import { fitsDisk } from './rows-bytes.js'
import type { StepRow } from './rows-lanes.js'
import { piecesOf } from './rows-pieces.js'
import { secondsOfAll } from './rows-work.js'
import type { Work } from './rows-work.js'

/** A part of a row that is to be a row of its own, in a later level than the parts of earlier turns that it waits for. */
export interface Part {
  readonly steps: StepRow
  /** 0 for what waits for no other part. */
  readonly turn: number
}

interface OpenPart {
  steps: number[]
  bytes: number
  readonly turn: number
}

/**
 * Ways to part a row into rows that fit on a disk, in each of them a part after those that it waits for: first one in which
 * each part fits or is one image, then ones of fewer turns for when there is no room for more levels.
 */
export function* partings(work: Work, row: StepRow, start: number): Generator<readonly Part[]> {
  const here = new Set(row)
  const pieces = piecesOf(
    work,
    work.order.filter(step => here.has(step))
  ).map(({ steps }) => steps)
  const light = sharedParts(
    work,
    pieces.filter(steps => fitsDisk(bytesOf(work, steps)))
  )
  const heavy = pieces.filter(steps => !fitsDisk(bytesOf(work, steps)))
  for (let turns = Infinity; turns >= 0; turns -= 1) {
    const parts = [...light, ...heavy.flatMap(steps => partsOf(work, steps, turns, start))]
    parts.sort((a, b) => a.turn - b.turn)
    turns = Math.min(turns, parts.at(-1)?.turn ?? 0)
    if (parts.length > 1) yield parts
  }
}

/** Compressed bytes of all these steps together. */
export function bytesOf(work: Work, steps: StepRow): number {
  return steps.reduce((sum, step) => sum + (work.bytes[step] ?? 0), 0)
}

/** Pieces that fit, heaviest first, each in the first part that has room for it. */
function sharedParts(work: Work, pieces: readonly StepRow[]): readonly Part[] {
  const parts: OpenPart[] = []
  const weighed = pieces.map(steps => ({ steps, bytes: bytesOf(work, steps) }))
  weighed.sort((a, b) => b.bytes - a.bytes || (a.steps[0] ?? 0) - (b.steps[0] ?? 0))
  for (const { steps, bytes } of weighed) put(parts, steps, bytes, 0)
  return parts
}

/**
 * A piece that is too heavy: each image goes to the part of its parents while that has room, or else to a part of the next
 * turn. In the last turn it goes to its parents all the same.
 */
function partsOf(work: Work, piece: StepRow, turns: number, start: number): readonly Part[] {
  const parts: OpenPart[] = []
  const partOf = new Map<number, OpenPart>()
  for (const step of shallowFirst(work, piece)) {
    const bytes = work.bytes[step] ?? 0
    const above = (work.above[step] ?? []).flatMap(parent => partOf.get(parent) ?? [])
    const turn = Math.max(0, ...above.map(part => part.turn))
    const [part, ...others] = new Set(above.filter(each => each.turn === turn))
    if (part === undefined) {
      partOf.set(step, put(parts, [step], bytes, 0))
    } else if (others.length === 0 && fitsDisk(part.bytes + bytes)) {
      partOf.set(step, add(part, [step], bytes))
    } else if (turn < turns) {
      partOf.set(step, put(parts, [step], bytes, turn + 1))
    } else {
      for (const other of others) {
        for (const each of other.steps) partOf.set(each, part)
        add(part, other.steps, other.bytes)
        parts.splice(parts.indexOf(other), 1)
      }
      partOf.set(step, add(part, [step], bytes))
    }
  }
  return withoutWaiting(work, piece, parts, partOf, start)
}

/**
 * What no later part waits for leaves a part that is waited for, and is done beside the later parts, when it takes longer
 * than another runner needs to start.
 */
function withoutWaiting(
  work: Work,
  piece: StepRow,
  parts: readonly OpenPart[],
  partOf: ReadonlyMap<number, OpenPart>,
  start: number
): readonly Part[] {
  const isAwaited = new Set<number>()
  for (const step of piece.toReversed()) {
    const own = partOf.get(step)
    const waits = work.below[step]?.some(child => {
      const part = partOf.get(child)
      return part !== undefined && (part !== own || isAwaited.has(child))
    })
    if (waits === true) isAwaited.add(step)
  }
  const position = new Map(piece.map((step, at) => [step, at]))
  return parts.flatMap(({ steps, turn }) => {
    const inOrder = steps.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))
    const awaited = inOrder.filter(step => isAwaited.has(step))
    const rest = inOrder.filter(step => !isAwaited.has(step))
    if (awaited.length === 0 || secondsOfAll(work, rest) <= start) return [{ steps: inOrder, turn }]
    return [
      { steps: awaited, turn },
      { steps: rest, turn: turn + 1 }
    ]
  })
}

/** Adds to the first part of a turn that has room, or opens one. */
function put(parts: OpenPart[], steps: StepRow, bytes: number, turn: number): OpenPart {
  const found = parts.find(part => part.turn === turn && fitsDisk(part.bytes + bytes))
  if (found !== undefined) return add(found, steps, bytes)
  const opened = { steps: [...steps], bytes, turn }
  parts.push(opened)
  return opened
}

function add(part: OpenPart, steps: StepRow, bytes: number): OpenPart {
  part.steps.push(...steps)
  part.bytes += bytes
  return part
}

/** Steps of a piece by how many stand above them in it, of equals the heaviest first; parents stand before children. */
function shallowFirst(work: Work, piece: StepRow): StepRow {
  const depth = new Map<number, number>()
  for (const step of piece) {
    depth.set(step, 1 + Math.max(0, ...(work.above[step] ?? []).map(parent => depth.get(parent) ?? 0)))
  }
  return [...piece].sort(
    (a, b) =>
      (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (work.bytes[b] ?? 0) - (work.bytes[a] ?? 0) || a - b
  )
}
