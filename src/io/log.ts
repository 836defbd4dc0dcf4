import type { Log } from '../ports.js'

/** A log for a terminal or a plain file: progress on standard error, so that standard output holds results only. */
export function terminalLog(write: (text: string) => void, verbose: boolean): Log {
  return {
    info: text => write(`${clean(text)}\n`),
    warn: text => write(`warning: ${clean(text)}\n`),
    error: text => write(`error: ${clean(text)}\n`),
    group: (title, text, wanted = false) => {
      if (verbose || wanted) write(`${clean(title)}\n${indent(clean(text))}\n`)
    }
  }
}

/** Control characters of tools and repositories must not steer the terminal. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
