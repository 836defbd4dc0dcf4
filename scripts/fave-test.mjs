/**
 * Builds the FAVE family and tests it from within: `make fave-test`.
 *
 * 1. fave-base, its variant webrtcvad and the sample function are built, smoke-tested and staged by base-images itself.
 * 2. The tests of common/ run inside of fave-base, against the modules and clients that are installed there.
 * 3. The sample function's tests run inside of its image, with payloads, a real MinIO and real pictures.
 * Containers run as the image's user, on a read-only root, without a network, under a memory limit.
 *   --registry=HOST/PREFIX   stage there; default: `fave` in the engine's registry
 *   --inside=IMAGE           run the tests of that image only, fave-base or fave-sample
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { buildTools } from '../tools/engine/build-tools.mjs'
import { startEngine } from '../tools/engine/engine.mjs'
import { runContainer, unpackImage } from './fave/container.mjs'
import { testEnvironment } from './fave/test-environment.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const IMAGES = ['fave-base', 'fave-base-webrtcvad', 'fave-sample']
/** What OpenFaaS would give a function; 100 MB objects have to pass with it. */
const MEMORY_BYTES = 1 << 30
const SHARED = ['conftest.py', 'faulty_line.py', 'pytest.ini', 'storage_server.py']

/** pytest is not in the image: it comes last on the path, so that all that is installed there is taken from there. */
const PYTEST = `
import sys
sys.path.append("/tests/packages")
import boto3, storage_helper
assert storage_helper.__file__.startswith("/opt/fave_common/"), storage_helper.__file__
assert boto3.__file__.startswith("/opt/venv/"), boto3.__file__
import pytest
sys.exit(pytest.main(["/tests/run", "-c", "/tests/run/pytest.ini"]))
`

const engine = await startEngine()
const environment = { ...process.env, ...engine.env }
const { minio } = await buildTools(['minio'])
const packages = sitePackages(testEnvironment(root))
const prefix = option('registry') ?? `${engine.env.BASE_IMAGES_REGISTRY}/fave`
const only = option('inside')

const digests = await build()
const common = join(root, 'common/tests')
const suites = [
  ['fave-base', readdirSync(common).map(name => join(common, name))],
  [
    'fave-sample',
    [...SHARED.map(name => join(common, name)), join(root, 'functions/sample/tests/test_handler.py')]
  ]
]
for (const [image, files] of suites) if (only === undefined || only === image) await testInside(image, files)

/** The value of `--name=value` on the command line. */
function option(name) {
  return process.argv.find(word => word.startsWith(`--${name}=`))?.slice(name.length + 3)
}

/** Builds what is not staged yet; image → reference of its platform's manifest. */
async function build() {
  const cli = join(root, 'dist/cli/index.js')
  const asked = IMAGES.flatMap(name => ['--image', name])
  const words = ['build', ...asked, '--registry', prefix, '--format', 'json']
  const building = spawn(process.execPath, [cli, ...words], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  // What went wrong was said on standard error.
  const [printed, [code]] = await Promise.all([text(building.stdout), once(building, 'close')])
  if (code !== 0) process.exit(code ?? 1)
  const { results } = JSON.parse(printed)
  for (const { image, state, size, milliseconds } of results)
    console.log(
      `${image}: ${state}, ${(size / 1e6).toFixed(0)} MB compressed, ${(milliseconds / 1000).toFixed(0)} s`
    )
  return new Map(results.map(({ image, digest }) => [image, `${prefix}/${basename(root)}-build@${digest}`]))
}

/** Runs test files inside an image. */
async function testInside(image, files) {
  console.log(`${image}: tests inside of the image, with ${MEMORY_BYTES >> 20} MiB of memory`)
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-fave-'))
  try {
    const tests = join(scratch, 'tests')
    mkdirSync(tests)
    for (const file of files.filter(name => /\.(py|ini)$/.test(name)))
      cpSync(file, join(tests, basename(file)))
    // On disk: files of a memory file system would count against the limit.
    const temporary = join(scratch, 'tmp')
    mkdirSync(temporary)
    chmodSync(temporary, 0o1777)
    chmodSync(scratch, 0o755)
    const reference = digests.get(image)
    if (reference === undefined) throw new Error(`${image} was not built`)
    const unpacked = await unpackImage(reference, join(scratch, 'image'), environment)
    const { code, stdout, stderr } = await runContainer(unpacked, scratch, {
      command: ['python3', '-c', PYTEST],
      environment: { MINIO_PROGRAM: '/tests/minio', FAVE_MEMORY_LIMIT: String(MEMORY_BYTES) },
      mounts: [
        { source: tests, target: '/tests/run' },
        { source: packages, target: '/tests/packages' },
        { source: minio, target: '/tests/minio' },
        { source: temporary, target: '/tmp', writable: true }
      ],
      memoryBytes: MEMORY_BYTES,
      network: 'none'
    })
    process.stdout.write(stdout)
    process.stderr.write(stderr)
    if (code !== 0) throw new Error(`${image}: the tests inside of the image ended with code ${code}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The packages of a virtual environment. */
function sitePackages(folder) {
  const lib = join(folder, 'lib')
  return join(lib, readdirSync(lib)[0] ?? '', 'site-packages')
}
