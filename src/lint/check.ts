import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Packages } from './packages.js'
import type { At } from './entries.js'
import type { Reading } from './reading.js'

/** One install of an image, with what is installed below it. */
export interface Check {
  readonly image: string
  readonly dockerfile: string
  readonly platform: string
  readonly reading: Reading
  /** Packages that the images below have installed. */
  readonly inherited: Packages
}

/** A rule of the lint: the findings about one install. */
export type Rule = (check: Check) => readonly Diagnostic[]

/** `file:line`, for messages about a second place. */
export function placeOf({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${String(line)}`
}

/** File, line and column of a requirement, or of anything else that stands in a file. */
export function at({ file, line, column }: At & { readonly file: string }): At & { readonly file: string } {
  return { file, line, ...(column === undefined ? {} : { column }) }
}
