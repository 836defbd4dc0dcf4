import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { run } from './command.mjs'

/**
 * Removes what the builds of a daemon that is gone left behind: containers that still run and mounts.
 * A daemon that panicked has no chance to do so itself.
 * @param {string} root BuildKit's root folder; only what lies below it is touched
 * @param {string | undefined} runc path of runc; without it there can be no containers
 */
export const removeLeftovers = async (root, runc) => {
  if (runc !== undefined) {
    for (const id of await containersBelow(root, runc)) await run(runc, ['delete', '--force', id])
  }
  for (const target of await mountsBelow(root)) await run('umount', ['--lazy', target])
}

/**
 * @param {string} root
 * @param {string} runc
 * @returns {Promise<string[]>} ids of the containers whose bundle lies below `root`
 */
const containersBelow = async (root, runc) => {
  const { code, stdout } = await run(runc, ['list', '--format', 'json'])
  if (code !== 0) return []
  const containers = /** @type {{id: string, bundle: string}[] | null} */ (JSON.parse(stdout))
  return (containers ?? []).filter(({ bundle }) => isBelow(root, bundle)).map(({ id }) => id)
}

/**
 * @param {string} root
 * @returns {Promise<string[]>} mount points below `root`, the deepest first
 */
const mountsBelow = async root => {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).trimEnd().split('\n')
  return lines
    .map(line => unescape(line.split(' ')[4] ?? ''))
    .filter(target => isBelow(root, target))
    .reverse()
}

/**
 * Undoes the octal escapes of blanks and such in mountinfo (proc(5)).
 * @param {string} text
 */
const unescape = text =>
  text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(parseInt(digits, 8)))

/**
 * @param {string} root
 * @param {string} candidate
 */
const isBelow = (root, candidate) => candidate.startsWith(root + path.sep)
