/**
 * Looks for security mistakes in workflows and actions with zizmor, in its pedantic persona and without network. Installs
 * the pinned version from PyPI once, beside the other tools of the tests. Arguments are handed on.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedDir } from '../tools/engine/paths.mjs'

const VERSION = '1.32.0'
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The program; installed when it is not there. */
function zizmor() {
  const folder = join(sharedDir(), `zizmor-${VERSION}`)
  const program = join(folder, 'bin', 'zizmor')
  if (existsSync(program)) return program
  // Installed beside and renamed, so that a broken-off or concurrent installation leaves nothing half done.
  const partial = `${folder}.${process.pid}`
  const pip = [join(partial, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check']]
  execFileSync('python3', ['-m', 'venv', partial], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync(pip[0], [...pip[1], `zizmor==${VERSION}`], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true })
  else renameSync(partial, folder)
  return program
}

const targets = process.argv.length > 2 ? process.argv.slice(2) : ['.github', 'action.yml', 'actions']
const result = spawnSync(zizmor(), ['--offline', '--pedantic', '--no-progress', '--quiet', ...targets], {
  cwd: ROOT,
  stdio: 'inherit'
})
process.exitCode = result.status ?? 1
