/** The part of a terminal that is drawn over and over, below everything that is printed. */
export interface Screen {
  readonly columns: () => number
  readonly rows: () => number
  /** Draws these lines in place of those drawn before; they may hold colours and nothing else that moves the cursor. */
  readonly draw: (lines: readonly string[]) => void
  /** Prints text above what is drawn; it ends with a line end. */
  readonly print: (text: string) => void
}

/** What is needed of `process.stderr` when it is a terminal. */
export type TerminalStream = Pick<NodeJS.WriteStream, 'write' | 'columns' | 'rows'>

const CLEAR_BELOW = '\u001b[J'
const CLEAR_LINE_END = '\u001b[K'
/** Switched off while lines are drawn: characters of double width must not make a line two. */
const WRAP_OFF = '\u001b[?7l'
const WRAP_ON = '\u001b[?7h'

/**
 * A screen on a terminal. The cursor always stands below what is drawn and stays visible, so that a process that is
 * killed leaves a terminal that works.
 */
export function openScreen(stream: TerminalStream): Screen {
  let drawn: readonly string[] = []
  // A pipe of a terminal that does not know its size says 0.
  const columns = (): number => stream.columns || 80
  const rows = (): number => stream.rows || 24
  /** To the first of the drawn lines; a terminal that became narrower since has folded the longer ones. */
  const back = (): string => {
    const height = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / columns())), 0)
    return height === 0 ? '' : `\r\u001b[${height}A`
  }
  const textOf = (lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : `${WRAP_OFF}${lines.map(line => `${line}${CLEAR_LINE_END}\n`).join('')}${WRAP_ON}`
  return {
    columns,
    rows,
    draw: lines => {
      const text = `${back()}${textOf(lines)}`
      drawn = lines
      if (text !== '') stream.write(`${text}${CLEAR_BELOW}`)
    },
    print: text => {
      stream.write(drawn.length === 0 ? text : `${back()}${CLEAR_BELOW}${text}${textOf(drawn)}`)
    }
  }
}

function lengthOf(line: string): number {
  // eslint-disable-next-line no-control-regex
  return [...line.replace(/\u001b\[\d*m/g, '')].length
}
