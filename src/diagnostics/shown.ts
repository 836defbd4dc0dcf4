/** The first `most` of some texts in one line, and how many more there are: `a, b and 3 more`. */
export function someOf(texts: readonly string[], most: number, separator = ', '): string {
  const shown = texts.slice(0, most).join(separator)
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown
}

/** The first `most` of some lines, and a last one that says how many more there are: `and 3 more`. */
export function firstLines(lines: readonly string[], most: number): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines
}

/** A text of at most `most` characters, counted in code points; the last one is `…` where it was cut. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`
}
