import { byCodeUnit } from './code-unit.js'
import type { RuleCode } from './rules.js'

/** Whether a finding stops the run (`error`) or is only told (`warning`). */
export type Severity = 'error' | 'warning'

/**
 * One finding about something a person wrote: what was found, what was expected, where, and what to do.
 * `line` and `column` count from 1; a finding about a whole file has neither.
 */
export interface Diagnostic {
  readonly code: RuleCode
  readonly severity: Severity
  /** What was found and what was expected, one sentence without a place. */
  readonly message: string
  /** Path from the repository root. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** What the person can do about it, one sentence. */
  readonly remedy: string
}

/** A place in a file: path from the repository root, line and column from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** The place of what was asked for wrongly, by an option or the input of an action: in no file. */
export const COMMAND_LINE: Place = { file: 'command line' }

/** Makes an error with a place. */
export function errorAt(code: RuleCode, place: Place, message: string, remedy: string): Diagnostic {
  return { code, severity: 'error', message, ...place, remedy }
}

/** Makes a warning with a place. */
export function warningAt(code: RuleCode, place: Place, message: string, remedy: string): Diagnostic {
  return { code, severity: 'warning', message, ...place, remedy }
}

/** Orders findings by file, line, column and code, by code unit: the same list on every machine. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byCodeUnit(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.message, b.message)
  )
}

/** The findings that stop the run. */
export function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

/** Whether any of the findings stops the run. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
