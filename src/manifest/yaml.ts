import { Lexer, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Document, Node, ParsedNode, YAMLError } from 'yaml'
import { DEEPEST, outline, tooDeep } from './bounds.js'
import type { TextFault } from './bounds.js'

/** A scalar that YAML reads as something else than text: `3.10` is the number 3.1, so what was written is kept. */
export interface Unquoted {
  readonly written: string
  readonly value: number | boolean
}

/** A mapping; a Map, so that a key such as `__proto__` is a key like any other. */
export type YamlMap = ReadonlyMap<string, YamlValue>

/** A value of a YAML file: text, nothing, a number or boolean as written, a list or a mapping. */
export type YamlValue = string | null | Unquoted | readonly YamlValue[] | YamlMap

/** Keys and list indexes from the root of the file to a value. */
export type KeyPath = readonly (string | number)[]

/** A YAML file as read. */
export interface YamlFile {
  /** Undefined when the text is not YAML; faults tell why. */
  readonly value: YamlValue | undefined
  readonly faults: readonly TextFault[]
  /** Offset of a value, or of its key; of the innermost thing that exists when the path leads further. */
  readonly offsetOf: (path: KeyPath, at: 'key' | 'value') => number
}

/** More faults of one file than a person reads: the first syntax error usually brings about the others. */
const MOST_SYNTAX_FAULTS = 10
/** Values in a file after aliases are followed; an alias bomb has billions. */
const MOST_VALUES = 500_000

/**
 * Reads a YAML 1.2 text (core schema, no merge keys) into plain values. Refused, with the offset: syntax errors,
 * duplicate keys, unknown tags, several documents, bombs of aliases or nesting. The library keeps offsets of nodes
 * anyhow, so lines and columns are worked out from them only when something has to be told.
 */
export function readYaml(text: string): YamlFile {
  const look = outline(text)
  const fault = look.fault ?? (look.suspicious ? nestingFault(text) : undefined)
  if (fault !== undefined) return unreadable([fault])
  let document: Document.Parsed
  try {
    document = parseDocument(text, OPTIONS)
  } catch (error) {
    // The library recurses into nested collections; nothing else is known to throw.
    if (error instanceof RangeError) return unreadable([tooDeep(0)])
    throw error
  }
  const errors = [...document.errors, ...document.warnings]
  if (errors.length > 0) return unreadable(errors.slice(0, MOST_SYNTAX_FAULTS).map(syntaxFault))
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
  logLevel: 'silent'
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

interface Conversion {
  readonly faults: TextFault[]
  readonly anchors: Map<string, { readonly value: YamlValue; readonly size: number }>
  /** Values so far, those behind aliases included. */
  size: number
}

function plainValue(root: ParsedNode | null, faults: TextFault[]): YamlValue {
  return convert(root, { faults, anchors: new Map(), size: 0 }, 1)
}

function convert(node: Node | null | undefined, state: Conversion, depth: number): YamlValue {
  if (node === null || node === undefined) return null
  if (isAlias(node)) return aliased(node.source, offsetOfNode(node), state)
  const before = state.size++
  const value = convertContent(node, state, depth)
  const anchor = 'anchor' in node ? node.anchor : undefined
  if (anchor !== undefined) state.anchors.set(anchor, { value, size: state.size - before })
  return value
}

function convertContent(node: Node, state: Conversion, depth: number): YamlValue {
  if (isScalar(node)) return scalar(node.value, node.source)
  if (depth > DEEPEST) {
    state.faults.push(tooDeep(offsetOfNode(node)))
    return null
  }
  if (isSeq<Node>(node)) return node.items.map(item => convert(item, state, depth + 1))
  if (!isMap<Node, Node>(node)) return null
  const map = new Map<string, YamlValue>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value ?? '') : ''
    const converted = convert(value, state, depth + 1)
    if (map.has(name)) state.faults.push(duplicate(name, offsetOfNode(key)))
    else map.set(name, converted)
  }
  return map
}

function aliased(name: string, offset: number, state: Conversion): YamlValue {
  const anchor = state.anchors.get(name)
  if (anchor === undefined) {
    const message = `The alias *${name} has no anchor &${name} that ends before it`
    state.faults.push({ code: 'M002', offset, message, remedy: 'Write the value out' })
    return null
  }
  if (state.size + anchor.size > MOST_VALUES) {
    if (state.size <= MOST_VALUES) state.faults.push(bomb(offset))
    state.size = MOST_VALUES + 1
    return null
  }
  state.size += anchor.size
  return anchor.value
}

function bomb(offset: number): TextFault {
  const message = `Aliases multiply the file to more than ${MOST_VALUES} values`
  return { code: 'M014', offset, message, remedy: 'Write the values out instead of using aliases of aliases' }
}

function duplicate(name: string, offset: number): TextFault {
  const message = `The key ${JSON.stringify(name)} is written twice in one mapping, expected once`
  return { code: 'M006', offset, message, remedy: 'Remove one of the two, or join what they say' }
}

function scalar(value: unknown, source: string | undefined): YamlValue {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean')
    return { written: source ?? String(value), value }
  return null
}

function offsetIn(root: Node | null, path: KeyPath, at: 'key' | 'value'): number {
  let node = root
  let offset = offsetOfNode(root)
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1
    if (isMap<Node, Node>(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === step)
      if (pair === undefined) return offset
      offset = offsetOfNode(isLast && at === 'value' ? (pair.value ?? pair.key) : pair.key)
      node = pair.value
    } else if (isSeq<Node>(node) && typeof step === 'number') {
      node = node.items[step] ?? null
      offset = offsetOfNode(node)
    } else return offset
  }
  return offset
}

function offsetOfNode(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0
}
