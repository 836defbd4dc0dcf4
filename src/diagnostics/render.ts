import { commandMessage, commandProperty, visible } from './escape.js'
import { COMMAND_LINE } from './diagnostic.js'
import type { Diagnostic, Severity } from './diagnostic.js'
import { excerpt } from './excerpt.js'
import { RULES } from './rules.js'

/** How findings are written as text. */
export interface TextOptions {
  /** Escape codes for colours. */
  readonly colour: boolean
  /** Text of a file, to show the line of a finding; undefined when it is not at hand. */
  readonly source?: (file: string) => string | undefined
}

/**
 * Findings for a terminal: `file:line:column: error M003: message`, the line with a mark below the column when the
 * source is at hand, and the remedy, once for findings about the same whole file that follow one another and have the
 * same. Ends with a line feed; no findings give an empty text.
 */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  const linesOf = lineReader(options.source ?? (() => undefined))
  return diagnostics
    .map((diagnostic, index) => {
      const next = diagnostics[index + 1]
      const isTold = next !== undefined && isOfSameFile(next, diagnostic) && next.remedy === diagnostic.remedy
      return `${textOf(diagnostic, linesOf(diagnostic.file), options.colour)}${isTold ? '' : remedyOf(diagnostic)}`
    })
    .join('')
}

/** Findings as a JSON document `{"diagnostics":[{code, severity, title, message, remedy, file, line, column}]}`. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const list = diagnostics.map(({ code, severity, message, remedy, file, line, column }) => ({
    ...{ code, severity, title: RULES[code], message, remedy, file },
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column })
  }))
  return `${JSON.stringify({ diagnostics: list }, null, 2)}\n`
}

/**
 * Findings as GitHub workflow commands, one a line. GitHub shows ten of each severity for a step, so the tenth says how
 * many more there are.
 */
export function renderAnnotations(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .flatMap(severity =>
      annotationsOf(
        severity,
        diagnostics.filter(diagnostic => diagnostic.severity === severity)
      )
    )
    .map(line => `${line}\n`)
    .join('')
}

/** Annotations of a severity that GitHub shows for one step. */
const MOST_ANNOTATIONS = 10

const RED = '\u001b[31m'
const YELLOW = '\u001b[33m'
const BOLD = '\u001b[1m'
const PLAIN = '\u001b[0m'

function textOf(diagnostic: Diagnostic, lines: readonly string[] | undefined, colour: boolean): string {
  const { code, severity, message, file, line, column } = diagnostic
  const place = [visible(file), line, column].filter(part => part !== undefined).join(':')
  const kind = painted(`${severity} ${code}`, severity === 'error' ? RED : YELLOW, colour)
  const shown = line === undefined ? undefined : lines?.[line - 1]
  const mark = shown === undefined || line === undefined ? '' : excerpt(shown, line, column)
  return `${painted(place, BOLD, colour)}: ${kind}: ${visible(message)}\n${mark}`
}

function isOfSameFile(a: Diagnostic, b: Diagnostic): boolean {
  return a.line === undefined && b.line === undefined && a.code === b.code && a.file === b.file
}

function remedyOf({ remedy }: Diagnostic): string {
  return `  remedy: ${visible(remedy)}\n`
}

function painted(text: string, code: string, colour: boolean): string {
  return colour ? `${code}${text}${PLAIN}` : text
}

/** Splits each file once, however many findings it has. */
function lineReader(
  source: (file: string) => string | undefined
): (file: string) => readonly string[] | undefined {
  const read = new Map<string, readonly string[] | undefined>()
  return file => {
    if (!read.has(file)) read.set(file, source(file)?.split(/\r?\n/))
    return read.get(file)
  }
}

function annotationsOf(severity: Severity, diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length <= MOST_ANNOTATIONS) return diagnostics.map(annotation)
  const more = diagnostics.length - MOST_ANNOTATIONS + 1
  const told = diagnostics.slice(0, MOST_ANNOTATIONS - 1).map(annotation)
  return [
    ...told,
    `::${severity} title=${more} more::${more} more of this kind, all of them are in the log of this step`
  ]
}

function annotation({ code, severity, message, file, line, column, remedy }: Diagnostic): string {
  const properties = [
    ...(file === COMMAND_LINE.file ? [] : [`file=${commandProperty(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${commandProperty(`${code}: ${RULES[code]}`)}`
  ]
  return `::${severity} ${properties.join(',')}::${commandMessage(`${message}. ${remedy}`)}`
}
