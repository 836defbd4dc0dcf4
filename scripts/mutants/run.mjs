import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSource } from './workspace.mjs'

/** Longest time of a test run, as a multiple of the time without a mutant, and at least so many ms. */
const PATIENCE = 6
const LEAST_MS = 20_000

/**
 * How a mutant ended: `killed` by a failing test, `late` by the time limit (which counts as killed), or `survived`.
 * @typedef {'killed' | 'late' | 'survived'} Ending
 */

/** The tests that a mutant of a room has to pass: those of its room, and, when it passes, the golden cases. */
const suitesOf = (room, golden) => [
  `__tests__/${room}/`,
  // Its tables stand in the documentation.
  ...(room === 'changes' ? ['__tests__/docs/events.test.js'] : []),
  ...(golden ? ['__tests__/golden.test.js'] : [])
]

/**
 * Runs the tests without a mutant and takes their times, in ms by suite. Throws when one fails.
 * @returns {Promise<ReadonlyMap<string, number>>}
 */
export async function timesWithout(folder, rooms, golden) {
  const times = new Map()
  for (const suite of new Set(rooms.flatMap(room => suitesOf(room, golden)))) {
    const start = Date.now()
    const { code, text } = await jest(folder, suite, 600_000)
    if (code !== 0) throw new Error(`${suite} fails without a mutant:\n${text}`)
    times.set(suite, Date.now() - start)
  }
  return times
}

/**
 * Puts a mutant into the workspace, runs its tests and takes it out again.
 * @returns {Promise<Ending>}
 */
export async function tryMutant(folder, mutant, times, golden) {
  const original = readFileSync(join(folder, mutant.file), 'utf8')
  writeSource(folder, mutant.file, original.slice(0, mutant.start) + mutant.text + original.slice(mutant.end))
  try {
    for (const suite of suitesOf(mutant.room, golden)) {
      const limit = Math.max(LEAST_MS, PATIENCE * (times.get(suite) ?? 0))
      const { code } = await jest(folder, suite, limit)
      if (code !== 0) return code === undefined ? 'late' : 'killed'
    }
    return 'survived'
  } finally {
    writeSource(folder, mutant.file, original)
  }
}

/** Tests of speed take most of the time of a room, and a mutant that hangs is late without them. */
const NOT_OF_SPEED = '^(?!.*(?:five seconds|take no longer|of 5 MB|a second)).*$'

/** Runs jest on one suite; the code is undefined when the time was over. */
function jest(folder, suite, limitMs) {
  const program = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
  const options = ['--bail', '--runInBand', '--ci', '--silent', '-t', NOT_OF_SPEED, suite]
  return new Promise((resolve, reject) => {
    // In a group of its own: a mutant that hangs may have started git.
    const child = spawn(process.execPath, [...program, ...options], { cwd: folder, detached: true })
    let text = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      process.kill(-child.pid, 'SIGKILL')
    }, limitMs)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (text += data))
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(timer)
      resolve(late ? { text } : { code: code ?? 1, text })
    })
  })
}
