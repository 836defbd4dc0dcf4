import type { Row } from '../plan/types.js'
import { InputError } from './inputs.js'

/** What one job of a matrix builds: of a row of the plan what the build asks for. */
export type RowInput = Pick<Row, 'images' | 'platform'>

/** Reads the row that a level job was started with: the JSON of one entry of `levels`. */
export function readRow(json: string): RowInput {
  const row = parsed(json)
  if (typeof row !== 'object' || row === null) throw notARow(json)
  const { images, platform } = row as { readonly images?: unknown; readonly platform?: unknown }
  if (typeof platform !== 'string' || !Array.isArray(images) || images.length === 0) throw notARow(json)
  if (!images.every(name => typeof name === 'string')) throw notARow(json)
  return { images, platform }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw notARow(json)
  }
}

function notARow(json: string): InputError {
  return new InputError(
    `input row: expected one row of the output levels as JSON, such as {"id":"a","images":["a"],` +
      `"platform":"linux/amd64"}, found ${JSON.stringify(json.slice(0, 80))}`
  )
}
