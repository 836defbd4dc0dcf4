import { laned, rowsOf } from './rows-lanes.js'
import type { StepLevel, StepRow } from './rows-lanes.js'
import { sorted } from './rows-deal.js'
import { piecesOf } from './rows-pieces.js'
import type { Work } from './rows-work.js'

/** What GitHub promises of the disk of a hosted runner (docs.github.com, "GitHub-hosted runners reference"), in bytes. */
const DISK = 14e9
/**
 * Bytes on the disk for each byte of a compressed image: its blobs as they were pulled or are pushed, and its layers
 * unpacked, which are about three times as large.
 */
const UNPACKED = 4

/**
 * Parts rows whose images together are thought to fill the disk of a runner, so that a heavy image has a row of its own.
 * Images that stand on one another stay together. Levels keep to `maxRows` rows: where there is no room for more, a row
 * stays as it is.
 */
export function fitDisk(work: Work, levels: readonly StepLevel[], maxRows: number): readonly StepLevel[] {
  let isParted = false
  const parted = levels.map(level => {
    const rows = rowsOf(level)
    let room = maxRows - rows.length
    return rows.flatMap(row => {
      const parts = bytesOf(work, row) * UNPACKED > DISK ? partsOf(work, row) : [row]
      if (parts.length === 1 || parts.length - 1 > room) return [row]
      room -= parts.length - 1
      isParted = true
      return parts
    })
  })
  return isParted ? laned(work, parted).map(level => sorted(work, level)) : levels
}

/** The pieces of a row, heaviest first, each in the first part that has room for it. */
function partsOf(work: Work, row: StepRow): readonly StepRow[] {
  const here = new Set(row)
  const pieces = piecesOf(
    work,
    work.order.filter(step => here.has(step))
  )
    .map(({ steps }) => ({ steps, bytes: bytesOf(work, steps) }))
    .sort((a, b) => b.bytes - a.bytes || (a.steps[0] ?? 0) - (b.steps[0] ?? 0))
  const parts: { readonly steps: number[]; bytes: number }[] = []
  for (const { steps, bytes } of pieces) {
    const part = parts.find(each => (each.bytes + bytes) * UNPACKED <= DISK)
    if (part === undefined) parts.push({ steps: [...steps], bytes })
    else {
      part.steps.push(...steps)
      part.bytes += bytes
    }
  }
  return parts.map(({ steps }) => steps)
}

function bytesOf(work: Work, row: StepRow): number {
  return row.reduce((sum, step) => sum + (work.bytes[step] ?? 0), 0)
}
