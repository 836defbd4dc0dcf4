import { readFileSync, writeFileSync } from 'node:fs'

/**
 * What the file `golden/<name>` holds, for comparison with what was rendered. With `UPDATE_GOLDEN=1` the file is written
 * instead, to be looked at and committed.
 */
export function golden(name: string, rendered: string): string {
  const path = new URL(`golden/${name}`, `file://${import.meta.dirname}/`)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, rendered)
  return readFileSync(path, 'utf8')
}
