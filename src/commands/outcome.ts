import { isDone } from '../build/results.js'
import type { BuildResult } from '../build/results.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** What a command ended with: a value, or the reasons why the input is wrong. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }

/** The documented exit codes. */
export const EXIT = { done: 0, failed: 1, invalid: 2, internal: 3 } as const

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The exit code of a build: 1 when an image is not there in the end, 3 when a fault of our own kept one from it. */
export function exitOfBuild(results: readonly BuildResult[]): ExitCode {
  const isFault = results.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'B008'))
  if (isFault) return EXIT.internal
  return results.every(isDone) ? EXIT.done : EXIT.failed
}
