import { visible } from './escape.js'

/** Characters of a source line that are shown around the column. */
const WIDTH = 100

/** A source line with its number and, on the next line, a mark below the column (from 1). */
export function excerpt(text: string, line: number, column: number | undefined): string {
  const at = Math.min((column ?? 1) - 1, text.length)
  const start = at < WIDTH ? 0 : at - WIDTH / 2
  const before = `${start > 0 ? '…' : ''}${visible(text.slice(start, at))}`
  const after = `${visible(text.slice(at, start + WIDTH))}${text.length > start + WIDTH ? '…' : ''}`
  const number = String(line)
  const shown = `  ${number} | ${before}${after}\n`
  if (column === undefined) return shown
  return `${shown}  ${' '.repeat(number.length)} | ${' '.repeat(before.length)}^\n`
}
