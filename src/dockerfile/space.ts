/**
 * Blank as Go's `unicode.IsSpace` has it, which the reader of BuildKit uses: JavaScript's `\s` differs in U+0085 and
 * U+FEFF.
 */
export function isSpace(char: string): boolean {
  return isSpaceCode(char.charCodeAt(0))
}

function isSpaceCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0x85) return false
  if (code === 0x85 || code === 0xa0 || code === 0x1680) return true
  if (code >= 0x2000 && code <= 0x200a) return true
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000
}

/** Index of the first character that is no blank; the length when there is none. */
export function firstVisible(text: string): number {
  let start = 0
  while (start < text.length && isSpaceCode(text.charCodeAt(start))) start++
  return start
}

/** Cuts blanks at the start, as Go's `strings.TrimLeftFunc(text, unicode.IsSpace)`. */
export function trimStart(text: string): string {
  const start = firstVisible(text)
  return start === 0 ? text : text.slice(start)
}

/** Cuts blanks at both ends, as Go's `strings.TrimSpace`. */
export function trim(text: string): string {
  let end = text.length
  while (end > 0 && isSpaceCode(text.charCodeAt(end - 1))) end--
  return text.slice(Math.min(firstVisible(text), end), end)
}

/** Cuts line feeds and carriage returns at the end. */
export function trimNewline(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--
  return line.slice(0, end)
}
