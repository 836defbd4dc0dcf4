import { readFile } from 'node:fs/promises'

/**
 * A process that cannot be mistaken for a later one with the same number.
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} started boot of the machine and clock tick of the process's start
 */

/**
 * @param {number} pid
 * @returns {Promise<ProcessIdentity | undefined>} undefined when no such process runs (a zombie does not run)
 */
export const identify = async pid => {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    ])
    // The second field, the name, may hold blanks and brackets; fields 3 (state) and 22 (start) follow its last bracket (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return { pid, started: `${boot.trim()}/${fields[19]}` }
  } catch {
    return undefined
  }
}

/**
 * Whether that very process still runs.
 * @param {ProcessIdentity} identity
 * @returns {Promise<boolean>}
 */
export const isRunning = async identity => (await identify(identity.pid))?.started === identity.started

/**
 * Ends a process: politely, and by force when it has not gone in time.
 * @param {ProcessIdentity} identity
 * @param {number} patience milliseconds between asking and forcing
 */
export const endProcess = async (identity, patience) => {
  if (!(await isRunning(identity))) return
  signal(identity.pid, 'SIGTERM')
  if (await hasGone(identity, patience)) return
  signal(identity.pid, 'SIGKILL')
  await hasGone(identity, 5000)
}

/**
 * @param {ProcessIdentity} identity
 * @param {number} patience milliseconds
 * @returns {Promise<boolean>} whether it went in time
 */
const hasGone = async (identity, patience) => {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) {
    if (!(await isRunning(identity))) return true
  }
  return false
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
const signal = (pid, name) => {
  try {
    process.kill(pid, name)
  } catch {
    // It went in between: what was wanted.
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
