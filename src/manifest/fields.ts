import type { Severity } from '../diagnostics/diagnostic.js'
import type { RuleCode } from '../diagnostics/rules.js'
import { isMapping, isUnquoted } from './values.js'
import type { KeyPath, YamlValue } from './values.js'

/** Something wrong with a value, known by its keys; line and column are worked out when it is told. */
export interface Problem {
  readonly code: RuleCode
  readonly severity: Severity
  readonly path: KeyPath
  readonly at: 'key' | 'value'
  readonly message: string
  readonly remedy: string
}

/** Reports an error between images. */
export type Tell = (problem: Omit<Problem, 'severity'>) => void

/** A value of the manifest with its keys and the place where problems are told. */
export interface Field {
  readonly value: YamlValue
  readonly path: KeyPath
  readonly report: (problem: Problem) => void
}

/** Reads a value into what it means; undefined when it is wrong, and then a problem was reported. */
export type Reader<T> = (field: Field) => T | undefined

/** Reports an error at the value of a field and returns undefined. */
export function wrong(field: Field, code: RuleCode, message: string, remedy: string): undefined {
  field.report({ code, severity: 'error', path: field.path, at: 'value', message, remedy })
  return undefined
}

/** Reports an error at the key of a field and returns undefined. */
export function wrongKey(field: Field, code: RuleCode, message: string, remedy: string): undefined {
  field.report({ code, severity: 'error', path: field.path, at: 'key', message, remedy })
  return undefined
}

/** Reports M004: what was found, what was expected. */
export function wrongType(field: Field, expected: string, example: string): undefined {
  const message = `${labelOf(field.path)} is ${describe(field.value)}, expected ${expected}`
  return wrong(field, 'M004', message, `Write ${example}`)
}

/** The child of a field. */
export function childOf(field: Field, step: string | number, value: YamlValue): Field {
  return { value, path: [...field.path, step], report: field.report }
}

/** The keys to a value as a person writes them: `images.python-base.tags[1]`. */
export function labelOf(path: KeyPath): string {
  if (path.length === 0) return 'The manifest'
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${shown(step)}`))
    .join('')
}

/** Names a value in a sentence. */
export function describe(value: YamlValue): string {
  if (value === null) return 'empty'
  if (typeof value === 'string') return `the text ${quoted(value)}`
  if (isMapping(value)) return 'a mapping'
  if (isUnquoted(value)) return `the ${typeof value.value} ${shown(value.written)}`
  return 'a list'
}

/** A text in quotes, control characters escaped, long ones cut. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)
}

const LONGEST_SHOWN = 60

function shown(text: string): string {
  return /^[\w./-]{1,60}$/.test(text) ? text : quoted(text)
}
