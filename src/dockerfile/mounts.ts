import type { Instruction } from './types.js'

/** A `--mount` of RUN: its fields in order, keys in lower case. */
export interface Mount {
  readonly fields: readonly (readonly [key: string, value: string])[]
  /** Text of `from=`, the last one; absent when there is none or it is empty. */
  readonly from?: string
}

const known = new WeakMap<Instruction, readonly (Mount | undefined)[]>()

/** The mounts of a RUN, the same objects at every call; undefined in place of one that cannot be read. */
export function mountsOf(instruction: Instruction): readonly (Mount | undefined)[] {
  if (instruction.keyword !== 'RUN' || instruction.flags.length === 0) return []
  const mounts = known.get(instruction) ?? readMounts(instruction)
  known.set(instruction, mounts)
  return mounts
}

function readMounts(instruction: Instruction): readonly (Mount | undefined)[] {
  return instruction.flags
    .filter(flag => flag.name === 'mount')
    .map(flag => (flag.value === undefined ? undefined : readMount(flag.value)))
}

function readMount(text: string): Mount | undefined {
  const fields = csvFields(text)
  if (fields === undefined) return undefined
  const pairs = fields.map(field => {
    const equals = field.indexOf('=')
    return equals < 0
      ? ([field.toLowerCase(), ''] as const)
      : ([field.slice(0, equals).toLowerCase(), field.slice(equals + 1)] as const)
  })
  const from = pairs.findLast(([key]) => key === 'from')?.[1] ?? ''
  return from === '' ? { fields: pairs } : { fields: pairs, from }
}

/** One line of CSV: a field may be quoted, `""` is a quote in it. Undefined when a quote is out of place (go-csvvalue). */
export function csvFields(line: string): readonly string[] | undefined {
  if (line === '') return undefined
  const fields: string[] = []
  for (let at = 0; ; at++) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at)
      const field = line.slice(at, comma < 0 ? undefined : comma)
      if (field.includes('"')) return undefined
      fields.push(field)
      if (comma < 0) return fields
      at = comma
      continue
    }
    let field = ''
    for (at++; ; at++) {
      const quote = line.indexOf('"', at)
      if (quote < 0) return undefined
      field += line.slice(at, quote)
      at = quote + 1
      if (line[at] !== '"') break
      field += '"'
    }
    fields.push(field)
    if (at >= line.length) return fields
    if (line[at] !== ',') return undefined
  }
}
