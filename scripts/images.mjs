/**
 * Builds every image of images/manifest.yaml, tests it, measures it and releases all of them to the local registry:
 * `make images`. One family at a time and one image after the other, because the large ones fill a disk together.
 *
 *   --family NAME   only this family (audio, fave, ml, gpu), several times for several; nothing is released then
 *   --image NAME    only this image and what of its parents is missing, several times for several; nothing is released
 *   --no-measure    do not measure cached builds and memory
 *   --write         put the table into docs/images.md
 *
 * What was built and measured before is not built again: after a failure, run the same command. Measurements are kept in
 * build/images.json, by the digest that they belong to.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { startEngine } from '../tools/engine/engine.mjs'
import { sharedDir } from '../tools/engine/paths.mjs'
import { PLATFORM, baseImages } from './command-line.mjs'
import { FAMILIES, membersOf } from './images/families.mjs'
import { memoryAtStart } from './images/measure.mjs'
import { namedPackages } from './images/named.mjs'
import { imagesOf } from './images/parents.mjs'
import { bytesOf, freeBytes, gigabytes, makeRoom, prune } from './images/room.mjs'
import { replaceSection } from './images/section.mjs'
import { stagedManifest } from './images/staged.mjs'
import { metricsTable } from './images/table.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PAGE = join(ROOT, 'docs/images.md')
const STATE = join(ROOT, 'build/images.json')
const several = { type: 'string', multiple: true, default: [] }
const yes = { type: 'boolean', default: false }
const options = {
  family: several,
  image: several,
  'no-measure': yes,
  write: yes,
  prefix: { type: 'string', default: 'images' }
}
const { values } = parseArgs({ options })

const say = text => process.stderr.write(`${text}\n`)
const engine = await startEngine()
// The repository's name gives the name of staging, wherever the clone is.
const env = { ...process.env, ...engine.env, GITHUB_REPOSITORY: 'base-images/images' }
const buildx = engine.env.BASE_IMAGES_BUILDX
const registry = `${engine.env.BASE_IMAGES_REGISTRY}/${values.prefix}`
const staging = `${registry}/images-build`
const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
const scratch = await mkdtemp(join(tmpdir(), 'base-images-all-'))
const state = existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : {}

try {
  const { images } = JSON.parse(await baseImages(ROOT, env, ['graph', '--head', head, '--format', 'json']))
  const manifest = parse(readFileSync(join(ROOT, 'images/manifest.yaml'), 'utf8'))
  const wanted = FAMILIES.filter(family => values.family.length === 0 || values.family.includes(family))
  for (const [at, family] of wanted.entries()) {
    const members = membersOf(images, family).filter(
      ({ name }) => values.image.length === 0 || values.image.includes(name)
    )
    if (members.length === 0) continue
    say(`\n== ${family}: ${members.map(({ name }) => name).join(', ')}; ${await freeText()}`)
    for (const { name } of members) await one(name, manifest)
    if (values.image.length === 0 && at < wanted.length - 1) await prune(buildx, env)
  }
  const table = metricsTable(
    images.filter(({ name }) => state[name] !== undefined).map(({ name }) => ({ name, ...state[name] }))
  )
  process.stdout.write(`\n${table}`)
  if (values.write) writeFileSync(PAGE, replaceSection(readFileSync(PAGE, 'utf8'), 'sizes', table))
  if (values.family.length === 0 && values.image.length === 0) await release()
} catch (error) {
  say(`\n${error.message}\nWhat is finished stays finished: the same command goes on from here.`)
  process.exitCode = 1
} finally {
  await rm(scratch, { recursive: true, force: true })
}

/** Builds and measures one image, unless its digest was measured before. */
async function one(name, manifest) {
  const result = await build(name, [], entryOf(manifest, name))
  const known = state[name]?.digest === result.digest ? state[name] : {}
  const cold = result.state === 'built' ? result.milliseconds : undefined
  keep(name, { ...known, digest: result.digest, size: result.size, ...(cold === undefined ? {} : { cold }) })
  say(
    `${name}: ${result.state} in ${(result.milliseconds / 1000).toFixed(1)} s, ${(result.size / 1e6).toFixed(1)} MB`
  )
  if (values['no-measure']) return
  if (known.cached === undefined) {
    const again = await build(name, ['--rebuild'])
    keep(name, { ...state[name], cached: again.milliseconds })
  }
  if (known.memory === undefined) keep(name, { ...state[name], memory: await memory(name, manifest) })
}

/** Memory at start in bytes; null for an image that is nothing but files, undefined where it cannot be measured yet. */
async function memory(name, manifest) {
  if (entryOf(manifest, name).test === undefined) return null
  if (state.tools === undefined) {
    say(`${name}: memory is not measured before tools, which has uv, is built`)
    return undefined
  }
  return memoryAtStart({
    image: `${staging}@${state[name].digest}`,
    uv: `${staging}@${state.tools.digest}`,
    modules: namedPackages(ROOT, imagesOf(ROOT), name),
    buildx,
    env
  })
}

/** Plans and builds one image by the command line and returns its result; with its entry, after a look at the disk. */
async function build(name, planOptions, entry) {
  const about = ['--head', head, '--platform', PLATFORM, '--registry', registry, '--format', 'json']
  const text = await baseImages(ROOT, env, ['plan', '--image', name, ...planOptions, ...about])
  const plan = JSON.parse(text).images.find(each => each.name === name)
  if (plan.action === 'reuse') return standing(name, plan)
  if (entry !== undefined) {
    await makeRoom({ name, budget: bytesOf(entry['size-budget']), folder: sharedDir(), buildx, env })
  }
  const file = join(scratch, `${name}.json`)
  writeFileSync(file, text)
  const few = planOptions.length === 0 ? [] : ['--image', name]
  const args = ['build', '--plan', file, ...few, '--registry', registry, '--format', 'json', '--jobs', '1']
  const results = await baseImages(ROOT, env, args)
  const result = JSON.parse(results).results.find(each => each.image === name)
  if (result?.digest === undefined) throw new Error(`${name} was not built:\n${results}`)
  return result
}

/** An image that staging has already, as a result: built and tested by an earlier run. */
async function standing(name, plan) {
  const { key } = plan.platforms[PLATFORM]
  const tag = `${name}-${PLATFORM.replaceAll('/', '-')}-in-${key.slice(0, 40)}`
  const { digest, manifest } = await stagedManifest(staging, tag)
  const size = manifest.layers.reduce((sum, layer) => sum + layer.size, manifest.config.size)
  return { state: 'reused', digest, size, milliseconds: 0 }
}

/** Makes what is public equal to the commit: all images or none. */
async function release() {
  // Tags of an earlier run may carry a commit that is no ancestor of this one.
  const args = [
    '--head',
    head,
    '--platform',
    PLATFORM,
    '--registry',
    registry,
    '--allow-rewind',
    '--format',
    'json'
  ]
  const released = JSON.parse(await baseImages(ROOT, env, ['release', ...args]))
  say(`\n${released.state}: ${released.images.length} images in ${registry}`)
}

/** The entry of an image or a variant. */
function entryOf({ images }, name) {
  if (images[name] !== undefined) return images[name] ?? {}
  for (const [of, image] of Object.entries(images)) {
    const variant = image?.variants?.[name.slice(of.length + 1)]
    if (name.startsWith(`${of}-`) && variant !== undefined) return { ...image, ...variant }
  }
  return {}
}

function keep(name, measured) {
  state[name] = measured
  mkdirSync(dirname(STATE), { recursive: true })
  writeFileSync(STATE, `${JSON.stringify(state, undefined, 2)}\n`)
}

async function freeText() {
  return `${gigabytes(await freeBytes(sharedDir()))} free`
}
