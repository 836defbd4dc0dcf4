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

/** Whether a value is a number or boolean. */
export function isUnquoted(value: YamlValue): value is Unquoted {
  return typeof value === 'object' && value !== null && 'written' in value
}

/** Whether a value is a mapping. */
export function isMapping(value: YamlValue): value is YamlMap {
  return value instanceof Map
}

/** Whether a value is a list. */
export function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value)
}
