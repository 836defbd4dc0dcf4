/**
 * Tests common/ on this machine: `make common-test`. ruff and mypy --strict, then pytest against a real MinIO server, which
 * is built from its pinned Go module when it is not there (some minutes, once).
 *   --lock           resolves common/tests/requirements.txt anew into lock.txt beside it
 *   other words      go to pytest, such as `-k truncated`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildTools } from '../tools/engine/build-tools.mjs'
import { testEnvironment } from './fave/test-environment.mjs'
import { pinsText, versionsOf } from './images/lock-file.mjs'
import { uv } from './images/uv.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const common = join(root, 'common')

const words = process.argv.slice(2)
if (words.includes('--lock')) await writeLock()
else await runTests(words)

/** Checks the modules and runs their tests; the exit code is that of the first that fails. */
async function runTests(pytestWords) {
  const python = join(testEnvironment(root), 'bin', 'python3')
  const { minio } = await buildTools(['minio'])
  // Run by path: a virtual environment that was moved has scripts that name its old place.
  const steps = [
    ['ruff', 'check', '.', '../functions'],
    ['ruff', 'format', '--check', '.', '../functions'],
    ['mypy', '--strict', '--python-version=3.11', '.'],
    // What a function does with packages of the image is seen there.
    ['mypy', '--strict', '--python-version=3.11', '--disable-error-code=import-not-found', '../functions'],
    ['pytest', 'tests', '-c', 'tests/pytest.ini', ...pytestWords]
  ]
  for (const step of steps) {
    console.log(`common: ${step.slice(0, 2).join(' ')}`)
    const { status } = spawnSync(python, ['-m', ...step], {
      cwd: common,
      env: {
        ...process.env,
        MINIO_PROGRAM: minio,
        PYTHONPATH: common,
        MYPYPATH: `${common}:${common}/tests`,
        PYTHONDONTWRITEBYTECODE: '1',
        MYPY_CACHE_DIR: '/dev/null',
        RUFF_NO_CACHE: 'true'
      },
      stdio: ['ignore', 'inherit', 'inherit']
    })
    if (status !== 0) process.exit(status ?? 1)
  }
}

/** The clients are held at what fave-base installs, so that both runs test the same ones. */
async function writeLock() {
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-lock-'))
  try {
    const constraints = join(scratch, 'pins.txt')
    writeFileSync(
      constraints,
      pinsText(versionsOf(readFileSync(join(root, 'images/fave-base/lock.txt'), 'utf8')))
    )
    const resolved = await uv(root, [
      ...['pip', 'compile', 'common/tests/requirements.txt', '--constraint', constraints, '--quiet'],
      ...['--no-header', '--no-annotate', '--generate-hashes', '--python-version=3.11', '--universal']
    ])
    writeFileSync(
      join(common, 'tests/lock.txt'),
      `# Written by \`node scripts/common-test.mjs --lock\`.\n${resolved}`
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
