import { childOf, describe, labelOf, quoted, wrong, wrongType } from './fields.js'
import type { Field, Reader } from './fields.js'
import { isList, isMapping, isUnquoted } from './values.js'

/** Characters that no text of a manifest has: control characters other than tab and line feed, halves of pairs. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u

/** Reads a text, which may be empty and have several lines; a number or boolean has to be quoted (M005). */
export const readAnyText: Reader<string> = field => {
  const { value } = field
  if (isUnquoted(value)) return unquoted(field, value.written, typeof value.value)
  if (typeof value !== 'string') return wrongType(field, 'a text', 'a text, in quotes when in doubt')
  if (!FORBIDDEN.test(value)) return value
  const message = `${labelOf(field.path)} is ${quoted(value)}, expected a text without control characters`
  return wrong(field, 'M010', message, 'Remove the control character')
}

/** Reads a text with at least one character. */
export const readText: Reader<string> = field => {
  const text = readAnyText(field)
  if (text !== '') return text
  return wrong(field, 'M010', `${labelOf(field.path)} is an empty text`, 'Write a text, or remove the key')
}

/** Reads `true` or `false`. */
export const readBoolean: Reader<boolean> = field =>
  isUnquoted(field.value) && typeof field.value.value === 'boolean'
    ? field.value.value
    : wrongType(field, 'true or false', 'true or false without quotes')

/** Makes a reader of texts of a form; `expected` ends the sentence "… is x, expected". */
export function textLike(pattern: RegExp, expected: string, remedy: string): Reader<string> {
  return field => {
    const text = readAnyText(field)
    if (text === undefined || pattern.test(text)) return text
    return wrong(field, 'M010', `${labelOf(field.path)} is ${quoted(text)}, expected ${expected}`, remedy)
  }
}

/** Makes a reader of lists; every item is read, so that every problem is told. */
export function listOf<T>(
  item: Reader<T>,
  options: { readonly atLeast?: number } = {}
): Reader<readonly T[]> {
  return field => {
    if (!isList(field.value)) return wrongType(field, 'a list', 'a list such as [a, b]')
    const least = options.atLeast ?? 0
    if (field.value.length < least)
      return wrong(
        field,
        'M010',
        `${labelOf(field.path)} is an empty list`,
        'Write at least one item, or remove the key'
      )
    const items = field.value.map((value, index) => item(childOf(field, index, value)))
    return allOf(items)
  }
}

/** Makes a reader of lists in which no item may be repeated. */
export function setOf(
  item: Reader<string>,
  options: { readonly atLeast?: number } = {}
): Reader<readonly string[]> {
  const read = listOf(item, options)
  return field => {
    const items = read(field)
    const seen = new Set<string>()
    const repeated = items?.findIndex(text => seen.size === seen.add(text).size) ?? -1
    if (items === undefined || repeated < 0) return items
    const place = childOf(field, repeated, null)
    return wrong(place, 'M010', `${quoted(items[repeated] ?? '')} is listed twice`, 'Remove one of the two')
  }
}

/** Makes a reader of mappings with free keys; `checkKey` reports what is wrong with a key. What can be read is returned. */
export function mapOf<T>(
  checkKey: (key: string, field: Field) => boolean,
  item: Reader<T>
): Reader<ReadonlyMap<string, T>> {
  return field => {
    if (!isMapping(field.value)) return wrongType(field, 'a mapping', 'lines of the form key: value')
    const read = new Map<string, T>()
    for (const [key, value] of field.value) {
      const child = childOf(field, key, value)
      const isAllowed = checkKey(key, child)
      const meaning = item(child)
      if (isAllowed && meaning !== undefined) read.set(key, meaning)
    }
    return read
  }
}

function unquoted(field: Field, written: string, type: string): undefined {
  const message = `${labelOf(field.path)} is ${describe(field.value)}, expected a text: YAML reads ${written} as a ${type}`
  return wrong(field, 'M005', message, `Write it in quotes: "${written}"`)
}

function allOf<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every(item => item !== undefined) ? items : undefined
}
