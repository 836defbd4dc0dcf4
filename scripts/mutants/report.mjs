import { readFileSync } from 'node:fs'
import { ROOMS } from './sample.mjs'

/** Of the mutants that can be told apart, so many have to be killed. */
const WANTED = 0.9

/**
 * Mutants that do the same as the code, with the reason; found again by file, operator, the whole line and what becomes of it.
 * @returns {readonly { file: string, operator: string, within: string, after: string, why: string }[]}
 */
export function readEquivalents(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Why a mutant cannot be told from the code; undefined when nobody said. */
export function reasonOf(mutant, equivalents) {
  return equivalents.find(
    ({ file, operator, within, after }) =>
      file === mutant.file &&
      operator === mutant.operator &&
      within === mutant.within &&
      after === mutant.after
  )?.why
}

/**
 * Prints figures by room and every survivor; true when enough are killed.
 * @param {readonly { mutant: import('./sample.mjs').Mutant, ending: import('./run.mjs').Ending }[]} tried
 */
export function report(tried, equivalents) {
  const survivors = tried.filter(({ ending }) => ending === 'survived').map(({ mutant }) => mutant)
  const explained = survivors.filter(mutant => reasonOf(mutant, equivalents) !== undefined)
  const open = survivors.filter(mutant => !explained.includes(mutant))
  for (const [title, mutants] of [
    ['survivors that are equivalent', explained],
    ['survivors', open]
  ]) {
    if (mutants.length > 0) console.log(`\n${title}:`)
    for (const mutant of mutants) console.log(lineOf(mutant, reasonOf(mutant, equivalents)))
  }
  console.log(
    `\n${row(['room', 'mutants', 'killed', 'late', 'survived', 'equivalent', 'killed of those that differ'])}`
  )
  for (const room of [...ROOMS, 'all'])
    console.log(
      figures(
        room,
        tried.filter(({ mutant }) => room === 'all' || mutant.room === room),
        explained
      )
    )
  return open.length <= (1 - WANTED) * (tried.length - explained.length)
}

function lineOf({ file, line, operator, before, after, within }, why) {
  const reason = why === undefined ? '' : `\n    because ${why}`
  return `  ${file}:${line} ${operator}: ${before} → ${after}\n    in ${within}${reason}`
}

function figures(room, tried, explained) {
  const count = ending => tried.filter(each => each.ending === ending).length
  const equivalent = tried.filter(({ mutant }) => explained.includes(mutant)).length
  const dead = count('killed') + count('late')
  const share = ((100 * dead) / Math.max(1, tried.length - equivalent)).toFixed(1)
  return row([
    room,
    tried.length,
    count('killed'),
    count('late'),
    count('survived'),
    equivalent,
    `${share} %`
  ])
}

function row(cells) {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(11) : String(cell).padStart(11))).join('')
}
