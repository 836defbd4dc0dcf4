// Makes the bundles that people run: TypeScript to JavaScript (build/), then everything a door needs into one folder.
//   dist/index.js      the actions: exports run(face)
//   dist/cli/index.js  the command line
// Not minified, no source map, no cache: equal sources give equal bytes, and a reader of dist/ can read it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ncc from '@vercel/ncc'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** A door of the product: the compiled file, the folder of its bundle below the output, and its first line. */
const DOORS = [
  { entry: 'action.js', folder: '.', first: '' },
  { entry: 'cli.js', folder: 'cli', first: '#!/usr/bin/env node\n' }
]

/** Compiles and bundles into `out`, which is replaced. */
export async function bundle(out) {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  // Module names in the bundle follow from this folder, so it is always the same one.
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--sourceMap', 'false'], {
    cwd: ROOT,
    stdio: 'inherit'
  })
  await rm(out, { recursive: true, force: true })
  for (const door of DOORS) await bundleDoor(out, door)
  await writeFile(join(out, 'package.json'), '{ "type": "module" }\n')
}

async function bundleDoor(out, { entry, folder, first }) {
  const input = join(ROOT, 'build', entry)
  if (!existsSync(input)) throw new Error(`src/${entry.replace('.js', '.ts')} does not exist`)
  const { code, assets } = await ncc(input, {
    cache: false,
    esm: true,
    minify: false,
    sourceMap: false,
    target: 'es2023',
    license: 'LICENSES.txt',
    quiet: true
  })
  const into = join(out, folder)
  const script = code.replace(/^#!.*\n/, '')
  const files = new Map([['index.js', first + script]])
  for (const [name, { source }] of Object.entries(assets)) {
    if (name !== 'package.json') files.set(name, source.toString())
  }
  const build = buildOf(files)
  for (const [name, text] of files) {
    const mode = name === 'index.js' && first !== '' ? 0o755 : 0o644
    await write(join(into, name), text.replace(BUILD, build), mode)
  }
}

/** The place in src/io/build-id.ts that names the bundle. */
const BUILD = '@@build@@'

/** Equal for equal bundles, and for no others. */
function buildOf(files) {
  const hash = createHash('sha256')
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\n${text}\n`)
  return hash.digest('hex')
}

async function write(path, content, mode) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await chmod(path, mode)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(ROOT)
  await bundle(join(ROOT, 'dist'))
}
