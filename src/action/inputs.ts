/** An input that cannot be read; the message says which one, what was found and what is expected. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** Reads an input; empty when it was not given. */
export type ReadInput = (name: string) => string

/** A text that may be left out. */
export function optionalText(read: ReadInput, name: string): string | undefined {
  const text = read(name)
  return text === '' ? undefined : text
}

/** `true` or `false` and nothing else: `yes`, `1` or `True` are errors, so that a typing error never publishes. */
export function strictBoolean(read: ReadInput, name: string): boolean {
  const text = read(name)
  if (text === 'true') return true
  if (text === 'false' || text === '') return false
  throw new InputError(`input ${name}: expected true or false, found ${JSON.stringify(text.slice(0, 80))}`)
}

/** A number of minutes; undefined when none is given. */
export function optionalMinutes(read: ReadInput, name: string): number | undefined {
  const text = optionalText(read, name)
  if (text === undefined) return undefined
  const minutes = Number(text)
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(text) && minutes > 0) return minutes
  throw new InputError(`input ${name}: expected minutes, found ${JSON.stringify(text.slice(0, 80))}`)
}

/** Names separated by commas, spaces or line breaks; undefined when none is given. */
export function nameList(read: ReadInput, name: string): readonly string[] | undefined {
  const names = read(name)
    .split(/[\s,]+/)
    .filter(part => part !== '')
  return names.length === 0 ? undefined : names
}
