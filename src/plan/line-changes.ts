import { cut } from '../diagnostics/shown.js'

/** Something with a place in a file and a text. */
export interface Line {
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** One line that is another one now, or is new, or is gone. */
export interface LineChange {
  readonly before?: Line
  readonly after?: Line
}

/**
 * The lines in which two texts differ: what is equal at start and end is left out, and between them lines that stand on
 * both sides, wherever they are. What went and what came are paired in order.
 */
export function lineChanges(before: readonly Line[], after: readonly Line[]): readonly LineChange[] {
  let start = 0
  while (start < before.length && before[start]?.text === after[start]?.text) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end)?.text === after.at(-1 - end)?.text) end++
  const was = before.slice(start, before.length - end)
  const now = after.slice(start, after.length - end)
  const gone = without(was, now)
  const come = without(now, was)
  const changes: LineChange[] = []
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    const [old, fresh] = [gone[at], come[at]]
    changes.push({ ...(old && { before: old }), ...(fresh && { after: fresh }) })
  }
  return changes
}

/** Lines of one text that the other does not have; of one that stands more often, the last ones. */
function without(lines: readonly Line[], others: readonly Line[]): readonly Line[] {
  const counts = new Map<string, number>()
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1)
  return lines.filter(({ text }) => {
    const left = counts.get(text) ?? 0
    counts.set(text, left - 1)
    return left <= 0
  })
}

const LONGEST = 100

/** A text of which only the first 100 characters are shown, on one line. */
export function shortened(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), LONGEST)
}
