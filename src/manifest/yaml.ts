import { Lexer, parseDocument } from 'yaml'
import type { YAMLError } from 'yaml'
import { DEEPEST, outline, tooDeep } from './bounds.js'
import type { TextFault } from './bounds.js'
import { offsetIn, plainValue } from './nodes.js'
import type { KeyPath, YamlValue } from './values.js'

/** A YAML file as read. */
export interface YamlFile {
  /** Undefined when the text is not YAML; faults tell why. */
  readonly value: YamlValue | undefined
  readonly faults: readonly TextFault[]
  /** Offset of a value, or of its key; of the innermost thing that exists when the path leads further. */
  readonly offsetOf: (path: KeyPath, at: 'key' | 'value') => number
}

/** More faults of one file than a person reads. */
const MOST_SYNTAX_FAULTS = 10

/** Errors that stand for themselves; what else is wrong with the syntax mostly follows from the first fault. */
const OF_THEIR_OWN: ReadonlySet<string> = new Set(['TAB_AS_INDENT', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS'])

function causes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const own = errors.filter(({ code }) => OF_THEIR_OWN.has(code))
  if (own.some(({ code }) => code === 'TAB_AS_INDENT')) return own
  const first = errors.find(({ code }) => !OF_THEIR_OWN.has(code))
  return first === undefined ? own : [...own, first].sort((a, b) => a.pos[0] - b.pos[0])
}

/**
 * Reads a YAML 1.2 text (core schema, no merge keys) into plain values. Refused, with the offset: syntax errors,
 * duplicate keys, unknown tags, several documents, bombs of aliases or nesting. The library keeps offsets of nodes
 * anyhow, so lines and columns are worked out from them only when something has to be told.
 */
export function readYaml(text: string): YamlFile {
  const look = outline(text)
  const fault = look.fault ?? (look.suspicious ? nestingFault(text) : undefined)
  if (fault !== undefined) return unreadable([fault])
  const document = parseDocument(text, OPTIONS)
  const errors = [...document.errors, ...document.warnings]
  if (errors.length > 0) return unreadable(causes(errors).slice(0, MOST_SYNTAX_FAULTS).map(syntaxFault))
  const faults: TextFault[] = []
  const value = plainValue(document.contents, faults)
  return { value, faults, offsetOf: (path, at) => offsetIn(document.contents, path, at) }
}

/** Keys are checked for duplicates here, because the library compares each with each. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
  // Anything quieter also hides a second document.
  logLevel: 'error'
} as const

function unreadable(faults: readonly TextFault[]): YamlFile {
  return { value: undefined, faults, offsetOf: () => 0 }
}

/** Where brackets nest too deeply, those in quotes and comments not counted. */
function nestingFault(text: string): TextFault | undefined {
  let depth = 0
  let offset = 0
  let isScalarNext = false
  for (const token of new Lexer().lex(text)) {
    if (!isScalarNext && (token === '[' || token === '{') && ++depth > DEEPEST) return tooDeep(offset)
    if (!isScalarNext && (token === ']' || token === '}')) depth--
    isScalarNext = token === SCALAR_FOLLOWS
    if (!MARKERS.has(token)) offset += token.length
  }
  return undefined
}

/** Tokens that the library's lexer puts between the pieces of the text: byte order mark, document, end of flow, scalar. */
const SCALAR_FOLLOWS = '\u001f'
const MARKERS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS])

function syntaxFault(error: YAMLError): TextFault {
  if (error.code === 'RESOURCE_EXHAUSTION') return tooDeep(error.pos[0])
  const told = SYNTAX[error.code]
  const message = told?.message ?? `The file is not valid YAML: ${error.message}`
  const remedy =
    told?.remedy ?? 'Repair the syntax at this place; often an indentation, a quote or a bracket is wrong'
  return { code: 'M002', offset: error.pos[0], message, remedy }
}

const SYNTAX: Readonly<Partial<Record<string, { readonly message: string; readonly remedy: string }>>> = {
  MULTIPLE_DOCS: {
    message: 'The file has more than one YAML document, expected exactly one',
    remedy: 'Remove the line --- and what belongs to the second document'
  },
  TAB_AS_INDENT: {
    message: 'A line is indented with a tab, YAML wants spaces',
    remedy: 'Replace the tab by spaces'
  },
  NON_STRING_KEY: { message: 'A key is not a text', remedy: 'Write the key as a plain or quoted text' },
  TAG_RESOLVE_FAILED: { message: 'A tag (!name) is not known here', remedy: 'Remove the tag' }
}
