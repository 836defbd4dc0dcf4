/**
 * Blank as Go's `unicode.IsSpace` has it, which the reader of BuildKit uses: JavaScript's `\s` differs in U+0085 and U+FEFF.
 */
export function isSpace(char: string): boolean {
  return /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/.test(char)
}

/** Cuts blanks at the start, as Go's `strings.TrimLeftFunc(text, unicode.IsSpace)`. */
export function trimStart(text: string): string {
  let start = 0
  while (start < text.length && isSpace(text.charAt(start))) start++
  return text.slice(start)
}

/** Cuts blanks at both ends, as Go's `strings.TrimSpace`. */
export function trim(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text.charAt(end - 1))) end--
  return trimStart(text.slice(0, end))
}

/** Cuts line feeds and carriage returns at the end. */
export function trimNewline(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--
  return line.slice(0, end)
}
