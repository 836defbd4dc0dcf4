/** A column: its title, and `right` for numbers. */
export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** A table of GitHub Markdown. Cells must be escaped already; an empty cell shows a dash. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => (cell === '' ? '–' : cell)).join(' | ')} |`
  return [
    line(columns.map(column => column.title)),
    `|${columns.map(column => (column.align === 'right' ? ' --: ' : ' --- ')).join('|')}|`,
    ...rows.map(line)
  ].join('\n')
}

/**
 * An aligned table for a terminal. A cell may have several lines, given as a list: its other cells stay empty below the
 * first line. Widths are counted in code points.
 */
export function terminalTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | readonly string[])[])[],
  paint: (text: string, column: number, row: number) => string = text => text
): string {
  const lists = rows.map(row => row.map(cell => (typeof cell === 'string' ? [cell] : cell)))
  const widths = columns.map((column, at) =>
    Math.max(width(column.title), ...lists.flatMap(row => (row[at] ?? []).map(width)))
  )
  const lines = [join(columns.map((column, at) => pad(column.title.toUpperCase(), widths[at] ?? 0, column)))]
  lists.forEach((row, index) => {
    const height = Math.max(1, ...row.map(cell => cell.length))
    for (let line = 0; line < height; line += 1) {
      lines.push(
        join(
          columns.map((column, at) => {
            const text = row[at]?.[line] ?? ''
            const padded = pad(text, widths[at] ?? 0, column)
            return text === '' ? padded : padded.replace(text, () => paint(text, at, index))
          })
        )
      )
    }
  })
  return lines.join('\n')
}

function join(cells: readonly string[]): string {
  return cells.join('  ').trimEnd()
}

function pad(text: string, to: number, column: Column): string {
  const space = ' '.repeat(Math.max(0, to - width(text)))
  return column.align === 'right' ? `${space}${text}` : `${text}${space}`
}

function width(text: string): number {
  return [...text].length
}
