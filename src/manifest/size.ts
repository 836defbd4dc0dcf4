import { labelOf, quoted, wrong } from './fields.js'
import type { Reader } from './fields.js'
import { readAnyText } from './readers.js'
import { isUnquoted } from './values.js'

/** Bytes of each unit: MB is a million, as registries and disks count, MiB is 2^20. */
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40
}

const SIZE = /^([0-9]{1,9}(?:\.[0-9]{1,3})?) ?(B|[kKMGT]B|[KMGT]iB)$/

/** Bytes of a size with its unit, such as `250MB` or `1.5 GiB`; undefined when it is no size above zero. */
export function parseSize(text: string): number | undefined {
  const [, amount, unit] = SIZE.exec(text) ?? []
  const bytes = Math.floor(Number(amount) * (UNITS[unit ?? ''] ?? NaN))
  return bytes > 0 ? bytes : undefined
}

/** Reads a size into bytes; a number without a unit is no size. */
export const readSize: Reader<number> = field => {
  const text = isUnquoted(field.value) ? field.value.written : readAnyText(field)
  if (text === undefined) return undefined
  const bytes = isUnquoted(field.value) ? undefined : parseSize(text)
  if (bytes !== undefined) return bytes
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a size above zero with a unit`
  return wrong(
    field,
    'M010',
    message,
    'Write a size such as 250MB (millions of bytes) or 250MiB (2^20 bytes)'
  )
}
