import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Node } from 'yaml'
import { DEEPEST, tooDeep } from './bounds.js'
import type { TextFault } from './bounds.js'
import type { KeyPath, YamlValue } from './values.js'

/** Values in a file after aliases are followed; an alias bomb has billions. */
const MOST_VALUES = 500_000
/** Faults told of one file; nobody reads more. */
const MOST_FAULTS = 100

/**
 * Plain values of a document's nodes. Duplicate keys, aliases without an anchor before them, alias bombs and values
 * nested too deeply are added to the faults.
 */
export function plainValue(root: Node | null, faults: TextFault[]): YamlValue {
  return convert(root, { faults, anchors: new Map(), size: 0 }, 1)
}

/** Offset of a value, or of its key; of the innermost thing that exists when the path leads further. */
export function offsetIn(root: Node | null, path: KeyPath, at: 'key' | 'value'): number {
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

interface Conversion {
  readonly faults: TextFault[]
  readonly anchors: Map<string, { readonly value: YamlValue; readonly size: number }>
  /** Values so far, those behind aliases included. */
  size: number
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
    tell(state, tooDeep(offsetOfNode(node)))
    return null
  }
  if (isSeq<Node>(node)) return node.items.map(item => convert(item, state, depth + 1))
  if (!isMap<Node, Node>(node)) return null
  const map = new Map<string, YamlValue>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value ?? '') : ''
    const converted = convert(value, state, depth + 1)
    if (map.has(name)) tell(state, duplicate(name, offsetOfNode(key)))
    else map.set(name, converted)
  }
  return map
}

function aliased(name: string, offset: number, state: Conversion): YamlValue {
  const anchor = state.anchors.get(name)
  if (anchor === undefined) {
    const message = `The alias *${name} has no anchor &${name} that ends before it`
    tell(state, { code: 'M002', offset, message, remedy: 'Write the value out' })
    return null
  }
  if (state.size + anchor.size > MOST_VALUES) {
    if (state.size <= MOST_VALUES) tell(state, bomb(offset))
    state.size = MOST_VALUES + 1
    return null
  }
  state.size += anchor.size
  return anchor.value
}

function tell(state: Conversion, fault: TextFault): void {
  if (state.faults.length < MOST_FAULTS) state.faults.push(fault)
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

function offsetOfNode(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0
}
