import { childOf, labelOf, quoted, wrongKey, wrongType } from './fields.js'
import type { Field, Reader } from './fields.js'
import { nearest } from './names.js'
import { isMapping } from './values.js'

/** Readers of the keys of a closed mapping. */
export type Shape = Readonly<Record<string, Reader<unknown>>>

/** What a closed mapping says; a key that is absent or wrong is undefined. */
export type Values<S extends Shape> = {
  readonly [K in keyof S]?: (S[K] extends Reader<infer T> ? T : never) | undefined
}

/** Makes a reader of mappings that have no other keys; what can be read is returned, whatever else is wrong. */
export function objectOf<S extends Shape>(
  shape: S,
  required: readonly (keyof S & string)[] = []
): Reader<Values<S>> {
  const known = Object.keys(shape)
  return field => {
    const { value } = field
    if (!isMapping(value))
      return wrongType(field, 'a mapping', `lines of the form key: value with ${known.join(', ')}`)
    for (const key of required) if (!value.has(key)) missing(field, key)
    const read: Record<string, unknown> = {}
    let unknown = 0
    for (const [key, child] of value) {
      const reader = Object.hasOwn(shape, key) ? shape[key] : undefined
      if (reader === undefined)
        unknownKey(childOf(field, key, child), key, unknown++ < MOST_GUESSES ? known : [])
      else read[key] = reader(childOf(field, key, child))
    }
    return read as Values<S>
  }
}

/** Unknown keys of one mapping for which the meant one is searched; a file with more is something else altogether. */
const MOST_GUESSES = 20

function unknownKey(field: Field, key: string, known: readonly string[]): void {
  const where = field.path.length === 1 ? 'the manifest' : labelOf(field.path.slice(0, -1))
  const expected = known.length === 0 ? 'a known key' : `one of ${known.join(', ')}`
  const message = `Found the key ${quoted(key)} in ${where}, expected ${expected}`
  const meant = nearest(key, known)
  if (key === '<<')
    wrongKey(
      field,
      'M003',
      message,
      'Merge keys are not read: write the keys out, or use defaults or variants'
    )
  else if (meant !== undefined) wrongKey(field, 'M003', message, `Did you mean ${meant}?`)
  else wrongKey(field, 'M003', message, 'Remove the key')
}

function missing(field: Field, key: string): void {
  const message = `${labelOf(field.path)} has no key ${key}, expected one`
  wrongKey(field, 'M009', message, `Add ${key}:`)
}
