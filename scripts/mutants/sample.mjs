import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editsOf } from './operators.mjs'

/** The rooms whose mutants are made: what decides between affected and not. */
export const ROOMS = ['dockerfile', 'context', 'graph', 'keys', 'changes']

/** Every room gets at least so many mutants of a sample. */
const FEWEST = 20

/**
 * A mutant: one edit of one file. `rank` follows from file, operator and source text alone, so that a small change of the
 * code leaves most of a sample as it was.
 * @typedef {{ room: string, file: string, line: number, operator: string, start: number, end: number, text: string,
 *   before: string, after: string, within: string, rank: string }} Mutant
 */

/**
 * All mutants of the rooms under `root/src`.
 * @returns {readonly Mutant[]}
 */
export function allMutants(root) {
  return ROOMS.flatMap(room =>
    readdirSync(join(root, 'src', room))
      .filter(name => name.endsWith('.ts'))
      .sort()
      .flatMap(name => mutantsOf(root, room, `src/${room}/${name}`))
  )
}

function mutantsOf(root, room, file) {
  const source = readFileSync(join(root, file), 'utf8')
  const seen = new Map()
  return editsOf(source).map(({ operator, start, end, text }) => {
    const before = source.slice(start, end)
    const lineStart = source.lastIndexOf('\n', start - 1) + 1
    const lineEnd = source.indexOf('\n', end)
    const whole = source.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
    const changed =
      source.slice(lineStart, start) + text + source.slice(end, lineEnd < 0 ? undefined : lineEnd)
    const name = JSON.stringify([file, operator, whole.trim(), changed.trim()])
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    const rank = createHash('sha256').update(`${name}#${times}`).digest('hex')
    const line = source.slice(0, start).split('\n').length
    const within = oneLine(whole)
    return {
      room,
      file,
      line,
      operator,
      start,
      end,
      text,
      before: oneLine(before),
      after: oneLine(text),
      within,
      rank
    }
  })
}

const oneLine = text => text.trim().replace(/\s+/g, ' ')

/**
 * Chooses `count` mutants: rooms by their share, none below the fewest, each room's by lowest rank; in order of rooms, files
 * and lines.
 * @param {readonly Mutant[]} mutants
 */
export function sample(mutants, count) {
  const chosen = ROOMS.flatMap(room => {
    const own = mutants.filter(mutant => mutant.room === room)
    const share = Math.max(FEWEST, Math.round((count * own.length) / mutants.length))
    return [...own].sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, share)
  })
  const kept = new Set(chosen)
  return mutants.filter(mutant => kept.has(mutant))
}
