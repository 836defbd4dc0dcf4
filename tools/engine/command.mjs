import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the program could not be started, 128 when a signal ended it
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program without a shell and collects what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, input?: string}} [options]
 * @returns {Promise<CommandResult>} never rejects: a program that cannot be started has code 127
 */
export const run = (program, args, options = {}) =>
  new Promise(resolve => {
    const child = spawn(program, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe']
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    child.on('error', error => resolve({ code: 127, stdout, stderr: `${program}: ${error.message}` }))
    child.on('close', code => resolve({ code: code ?? 128, stdout, stderr }))
    child.stdin.on('error', () => undefined) // a program may end without reading its input
    child.stdin.end(options.input ?? '')
  })

/**
 * Like `run`, for programs that must succeed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, input?: string}} [options]
 * @returns {Promise<string>} standard output
 * @throws {Error} with the command and the last lines of standard error
 */
export const mustRun = async (program, args, options = {}) => {
  const { code, stdout, stderr } = await run(program, args, options)
  if (code === 0) return stdout
  throw new Error(
    `${[path.basename(program), ...args].join(' ')} ended with code ${code}\n${lastLines(stderr, 20)}`
  )
}

/**
 * Where a program is, also in the folders of administration that a user's PATH may leave out.
 * @param {string} name
 * @param {string} [searchPath] a PATH value
 * @returns {Promise<string | undefined>} absolute path, or undefined when there is none
 */
export const findProgram = async (name, searchPath = pathWithAdministration()) => {
  for (const folder of searchPath.split(path.delimiter)) {
    if (folder === '') continue
    const candidate = path.join(folder, name)
    if (await isExecutable(candidate)) return candidate
  }
  return undefined
}

/**
 * This process's PATH with the `sbin` folders at its end (Debian keeps runc in /usr/sbin).
 * @returns {string}
 */
export const pathWithAdministration = () => {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const missing = ['/usr/local/sbin', '/usr/sbin', '/sbin'].filter(folder => !folders.includes(folder))
  return [...folders, ...missing].join(path.delimiter)
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} the last `count` lines
 */
export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n')

/** @param {string} file */
const isExecutable = async file => {
  try {
    await access(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
