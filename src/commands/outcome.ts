import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** What a command ended with: a value, or the reasons why the input is wrong. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }

/** The documented exit codes. */
export const EXIT = { done: 0, failed: 1, invalid: 2, internal: 3 } as const
