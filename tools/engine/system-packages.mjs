import { findProgram, lastLines, run } from './command.mjs'
import { EngineProblem } from './problem.mjs'
import { say } from './progress.mjs'

/**
 * Programs that come from the system, and the Debian package of each.
 * @type {Readonly<Record<string, string>>}
 */
const packageOf = {
  flock: 'util-linux',
  git: 'git',
  mmdebstrap: 'mmdebstrap',
  runc: 'runc',
  tar: 'tar',
  xz: 'xz-utils'
}

/**
 * Makes sure that the system's programs are there: installs what is missing when this user may,
 * otherwise says in one message what is missing and how to install it.
 * @param {{programs?: readonly string[], searchPath?: string, asRoot?: readonly string[] | undefined | null}} [options]
 *   `programs` that are needed, all known ones when left out; `searchPath` a PATH value;
 *   `asRoot` the words that make a command run as root, null when nothing does, found out when left out
 * @throws {EngineProblem}
 */
export const ensureSystemPackages = async (options = {}) => {
  const { programs = Object.keys(packageOf), searchPath } = options
  const missing = await missingPrograms(programs, searchPath)
  if (missing.length === 0) return
  const packages = [...new Set(missing.map(name => packageOf[name] ?? name))].sort()
  const install = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  const missingPart = `Missing: ${missing.join(', ')}.`
  const asRoot = options.asRoot === undefined ? await wordsForRoot() : options.asRoot
  if (asRoot === null) {
    throw new EngineProblem(`${missingPart} Install with: sudo sh -c '${install}'`)
  }
  if ((await findProgram('apt-get')) === undefined) {
    throw new EngineProblem(
      `${missingPart} This system has no apt-get; install the counterparts of: ${packages.join(' ')}`
    )
  }
  say(`installing ${packages.join(' ')} from the system's packages`)
  const [program = 'sh', ...words] = [...asRoot, 'sh', '-c', install]
  const { code, stderr } = await run(program, words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  })
  if (code === 0 && (await missingPrograms(missing)).length === 0) return
  throw new EngineProblem(`${missingPart} This failed: ${install}\n${lastLines(stderr, 10)}`)
}

/**
 * @param {readonly string[]} programs
 * @param {string} [searchPath]
 * @returns {Promise<string[]>}
 */
const missingPrograms = async (programs, searchPath) => {
  const found = await Promise.all(programs.map(name => findProgram(name, searchPath)))
  return programs.filter((_, index) => found[index] === undefined)
}

/** @returns {Promise<readonly string[] | null>} what to put before a command so that root runs it; null when nothing does */
const wordsForRoot = async () => {
  if (process.getuid?.() === 0) return []
  const { code } = await run('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : null
}
