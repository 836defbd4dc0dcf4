/**
 * Resolves what every image installs and writes it down: `make images-lock`.
 *
 * 1. Each family is resolved as one set, which gives its constraints (constraints.txt, images/fave-base/constraints.txt):
 *    a package has one version wherever it appears in a family.
 * 2. Each image is resolved under these and under what the images below it have, with the hash of every file: lock.txt
 *    beside its Dockerfile, without the packages it inherits.
 *
 * Versions that are written down already stay unless a requirement forbids them; UPGRADE=1 moves all, UPGRADE=name one.
 *   --check   writes nothing and fails when a file is not what the requirements give
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entriesOf, pinsText, versionsOf } from './images/lock-file.mjs'
import { ancestors, constraintsOf, imagesOf, lockedImages } from './images/parents.mjs'
import { uv } from './images/uv.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CPU_INDEX = 'https://download.pytorch.org/whl/cpu'
/** Debian 12 has glibc 2.36; wheels for it are the ones that the images can run. */
const PLATFORMS = { 'linux/amd64': 'x86_64-manylinux_2_36', 'linux/arm64': 'aarch64-manylinux_2_36' }

const HEAD_OF_CONSTRAINTS = `# Exact versions of everything that the images of a family install, direct and transitive. Written by \`make
# images-lock\` from the requirements.txt of the images; no extras, no ranges, no addresses.
`
const HEAD_OF_LOCK = `# What this image installs on top of its parent, resolved and with the hash of every file. Written by \`make images-lock\`.
`

const upgrade = upgradeArguments(process.env.UPGRADE ?? '')
const check = process.argv.includes('--check')
const scratch = mkdtempSync(join(tmpdir(), 'base-images-lock-'))
const stale = []
try {
  const images = imagesOf(ROOT)
  const locked = lockedImages(ROOT, images)
  for (const constraints of new Set(locked.map(image => constraintsOf(ROOT, images, image)))) {
    const members = locked.filter(image => constraintsOf(ROOT, images, image) === constraints)
    await writeConstraints(constraints, members)
  }
  for (const image of locked) await writeLock(images, image)
  for (const image of locked) await writeCpuLock(images, image)
} catch (error) {
  console.error(`${error.message}\nNothing that was not resolved was written.`)
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (stale.length > 0) {
  console.error(`Not what the requirements give: ${stale.join(', ')}. Run: make images-lock`)
  process.exitCode = 1
}

/** Resolves a family as one set. Services do not shape it. */
async function writeConstraints(path, members) {
  const sources = members
    .filter(image => !isService(image))
    .map(({ folder }) => join(folder, 'requirements.txt'))
  const found = await compile(sources, path, ['linux/amd64'], [])
  keep(path, HEAD_OF_CONSTRAINTS + found)
}

/** Resolves one image under its family's constraints and what it inherits. */
async function writeLock(images, image) {
  const inherited = new Map()
  for (const { folder } of ancestors(images, image.name)) {
    for (const [name, version] of versionsOf(read(join(folder, 'lock.txt')))) inherited.set(name, version)
  }
  const pins = join(scratch, 'inherited.txt')
  writeFileSync(pins, pinsText(inherited))
  const path = join(image.folder, 'lock.txt')
  // A leaf is held by what it inherits only: a page framework may need another version of a package that just a sibling has.
  const family = isService(image) ? [] : ['--constraint', constraintsOf(ROOT, images, image)]
  const under = [...family, '--constraint', pins]
  const sources = [join(image.folder, 'requirements.txt')]
  const all = await compile(sources, path, image.platforms, ['--generate-hashes', '--no-annotate', ...under])
  // pip is in every virtual environment, in the version of the interpreter's release, which suits whoever only wants one.
  const own = [...entriesOf(all)].filter(([name]) => !inherited.has(name) && name !== 'pip')
  keep(path, HEAD_OF_LOCK + own.map(([, lines]) => lines).join(''))
}

function isService({ folder }) {
  return folder.startsWith('services/')
}

/** PyTorch's builds for processors have names of their own (+cpu) and are only on PyTorch's own index. */
async function writeCpuLock(images, image) {
  const path = join(image.folder, 'lock-cpu.txt')
  if (!existsSync(join(ROOT, path))) return
  if (!(await answers(`${CPU_INDEX}/torch/`))) {
    console.error(`${CPU_INDEX} cannot be reached: ${path} stays as it is`)
    return
  }
  const sources = [join(image.folder, 'requirements.txt')]
  const under = ['--constraint', constraintsOf(ROOT, images, image), '--torch-backend', 'cpu']
  const all = await compile(sources, path, image.platforms, ['--generate-hashes', '--no-annotate', ...under])
  const inherited = versionsOf(
    ancestors(images, image.name)
      .map(({ folder }) => read(join(folder, 'lock.txt')))
      .join('')
  )
  const own = [...entriesOf(all)].filter(([name]) => !inherited.has(name))
  keep(path, HEAD_OF_LOCK + own.map(([, lines]) => lines).join(''))
}

/** What uv resolves, the same for every platform; versions of the existing file are preferred. */
async function compile(sources, path, platforms, options) {
  const results = []
  for (const platform of platforms) {
    const output = join(scratch, `${platform.replace('/', '-')}.txt`)
    writeFileSync(output, read(path))
    await uv(ROOT, [
      'pip',
      'compile',
      ...sources,
      '--quiet',
      '--no-header',
      '--python-version=3.11',
      `--python-platform=${PLATFORMS[platform] ?? platform}`,
      `--output-file=${output}`,
      ...upgrade,
      ...options
    ])
    results.push(readFileSync(output, 'utf8'))
  }
  const different = results.find(text => pinsText(versionsOf(text)) !== pinsText(versionsOf(results[0])))
  if (different !== undefined) {
    throw new Error(`${path}: ${platforms.join(' and ')} need different packages; one lock cannot hold both`)
  }
  return results[0]
}

/** Writes a file when it differs; with --check, remembers that it does. */
function keep(path, text) {
  if (read(path) === text) return
  if (check) stale.push(path)
  else writeFileSync(join(ROOT, path), text)
  if (!check) console.error(`wrote ${path}`)
}

function read(path) {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : ''
}

function upgradeArguments(wanted) {
  if (wanted === '') return []
  if (wanted === '1') return ['--upgrade']
  return wanted.split(/[\s,]+/).map(name => `--upgrade-package=${name}`)
}

async function answers(address) {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}
