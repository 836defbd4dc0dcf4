/** The pinned uv that resolves locks; installed from PyPI once, beside the other tools of this repository. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sharedDir } from '../../tools/engine/paths.mjs'

/** The version of images/tools/requirements.txt; a test holds them equal. */
export const UV_VERSION = '0.13.9'

/**
 * Path of the program; installed when it is not there.
 * @returns {string}
 */
function uvProgram() {
  const folder = join(sharedDir(), `uv-${UV_VERSION}`)
  const program = join(folder, 'bin', 'uv')
  if (existsSync(program)) return program
  // Installed beside and renamed, so that a broken-off or concurrent installation leaves nothing half done.
  const partial = `${folder}.${process.pid}`
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
  execFileSync('python3', ['-m', 'venv', partial], quiet)
  const pip = ['install', '--quiet', '--disable-pip-version-check', `uv==${UV_VERSION}`]
  execFileSync(join(partial, 'bin', 'pip'), pip, quiet)
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true })
  else renameSync(partial, folder)
  return program
}

/**
 * Runs uv in a folder and returns its standard output.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 * @throws {Error} with what uv said, when a package does not exist or two requirements conflict
 */
export async function uv(cwd, args) {
  try {
    const options = { cwd, maxBuffer: 1 << 28 }
    const { stdout } = await promisify(execFile)(uvProgram(), [...args], options)
    return stdout
  } catch (error) {
    throw new Error(`uv ${args.join(' ')}\n${error.stderr ?? error.message}`, { cause: error })
  }
}
