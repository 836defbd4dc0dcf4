import { spawn } from 'node:child_process'
import { compiledCli } from './cli.js'

/** A command line that runs in a terminal. */
export interface TerminalCli {
  /** Everything the terminal got so far. */
  readonly text: () => string
  /** Types keys, such as `\u0003` for Ctrl-C. */
  readonly press: (keys: string) => void
  /** The exit code. */
  readonly end: Promise<number | null>
}

/** Where and how large the terminal is. */
export interface TerminalPlace {
  readonly folder: string
  readonly columns: number
  readonly rows: number
  /** Undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** Starts `base-images` with these arguments in a terminal of its own, made by util-linux's `script`. */
export async function startInTerminal(args: readonly string[], place: TerminalPlace): Promise<TerminalCli> {
  const words = [process.execPath, await compiledCli(), ...args]
  const command = words.map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  const size = `stty cols ${place.columns} rows ${place.rows}`
  const child = spawn('script', ['-qec', `${size}; exec ${command}`, '/dev/null'], {
    cwd: place.folder,
    env: { ...process.env, CI: '', NO_COLOR: undefined, TERM: 'xterm', ...place.environment },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    text: () => Buffer.concat(chunks).toString(),
    press: keys => void child.stdin.write(keys),
    end: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', code => resolve(code))
    })
  }
}

/**
 * What a person sees after a terminal got this text: lines from the first on, without blanks at their ends. Knows the
 * sequences that are used and throws at others.
 */
export function screenAfter(text: string, columns: number): readonly string[] {
  const lines: string[][] = [[]]
  let row = 0
  let column = 0
  let wraps = true
  // eslint-disable-next-line no-control-regex
  for (const [piece, parameter = '', final] of text.matchAll(/\u001b\[([\d;?]*)([A-Za-z])|[^]/gu)) {
    const line = (lines[row] ??= [])
    if (final === 'm') continue
    else if (final === 'A') row = Math.max(0, row - Number(parameter || 1))
    else if (final === 'K') line.splice(column)
    else if (final === 'J') {
      line.splice(column)
      lines.splice(row + 1)
    } else if (final !== undefined && parameter === '?7') wraps = final === 'h'
    else if (final !== undefined || piece === '\u001b')
      throw new Error(`unknown sequence ${JSON.stringify(piece)}`)
    else if (piece === '\r') column = 0
    else if (piece === '\n') row += 1
    else {
      if (column === columns && wraps) {
        row += 1
        column = 0
      }
      const at = Math.min(column, columns - 1)
      const target = (lines[row] ??= [])
      for (let blank = target.length; blank < at; blank += 1) target[blank] = ' '
      target[at] = piece
      column = at + 1
    }
  }
  return lines.map(line => line.join('').trimEnd())
}
