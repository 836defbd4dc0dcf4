/** The Python of the tests of common/: the clients at the versions of fave-base, pytest, mypy and ruff, from a lock. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sharedDir } from '../../tools/engine/paths.mjs'

const LOCK = 'common/tests/lock.txt'

/**
 * The folder of a virtual environment with exactly what the lock says; made when it is not there.
 * @param {string} root of the repository
 * @returns {string} absolute path
 * @throws {Error} when python3 is older than 3.11, or a package cannot be installed
 */
export function testEnvironment(root) {
  const version = execFileSync('python3', ['-c', 'import sys; print(*sys.version_info[:2], sep=".")'], {
    encoding: 'utf8'
  }).trim()
  if (Number(version.split('.')[1]) < 11) throw new Error(`python3 is ${version}; the modules need 3.11`)
  const hash = createHash('sha256')
    .update(`${version}\n`)
    .update(readFileSync(join(root, LOCK)))
  const folder = join(sharedDir(), `common-tests-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(folder)) return folder
  // Installed beside and renamed, so that a broken-off installation leaves nothing half done.
  const partial = `${folder}.${process.pid}`
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
  execFileSync('python3', ['-m', 'venv', partial], quiet)
  const words = ['install', '--disable-pip-version-check', '--quiet', '--require-hashes', '--no-deps']
  execFileSync(join(partial, 'bin', 'python3'), ['-m', 'pip', ...words, '-r', join(root, LOCK)], quiet)
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true })
  else renameSync(partial, folder)
  return folder
}
