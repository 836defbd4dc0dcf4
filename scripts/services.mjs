/**
 * The services of services/: built on their bases by the product's own graph, and started as a cluster would.
 *
 *   node scripts/services.mjs build NAME…      `make docker-build-service SERVICE=discord`
 *   node scripts/services.mjs base [NAME…]     `make docker-build-base`: the images that services stand on
 *   node scripts/services.mjs test [NAME…]     `make services-test`: builds, starts each in a container of the engine's
 *                                              BuildKit without network, and waits for the health check of its image
 *   node scripts/services.mjs sizes [NAME…]    `make services-sizes`: writes installed.txt beside the Dockerfiles of these,
 *                                              with the installed size of every package, for `base-images lint`
 *
 * Builds land in the staging repository of `make images` (--prefix NAME as there), so what that built is not built again.
 * Nothing is released.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'
import { PLATFORM, baseImages } from './command-line.mjs'
import { stagedManifest } from './images/staged.mjs'
import { installedList } from './services/sizes.mjs'
import { startedHealthy } from './services/start.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { prefix: { type: 'string', default: 'images' } }
})
const [verb = '', ...words] = positionals
const engine = await startEngine()
const env = { ...process.env, ...engine.env, GITHUB_REPOSITORY: 'base-images/images' }
const registry = `${engine.env.BASE_IMAGES_REGISTRY}/${values.prefix}`
const staging = `${registry}/images-build`

const { images } = JSON.parse(await baseImages(ROOT, env, ['graph', '--format', 'json']))
const services = images.filter(({ dockerfile }) => dockerfile.startsWith('services/'))

try {
  if (verb === 'build') print(await build(named(services, words, [])))
  else if (verb === 'base') print(await build(named(bases(), words, bases())))
  else if (verb === 'sizes') await writeSizes(named(bases().filter(hasLock), words, bases().filter(hasLock)))
  else if (verb === 'test') await test(named(services, words, services))
  else throw new Error(`expected build, base, test or sizes, found ${JSON.stringify(verb)}`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The images that are asked for by name; `all` when none is. */
function named(known, names, all) {
  const asked = names.flatMap(name => name.split(',')).filter(name => name !== '')
  const unknown = asked.find(name => !known.some(image => image.name === name))
  const there = known.map(({ name }) => name).join(', ')
  if (unknown !== undefined) throw new Error(`${JSON.stringify(unknown)} is none of ${there}`)
  if (asked.length === 0 && all.length === 0) throw new Error(`say which: SERVICE=name, one of ${there}`)
  return asked.length === 0 ? all : known.filter(({ name }) => asked.includes(name))
}

/** Every image below a service. */
function bases() {
  const byName = new Map(images.map(image => [image.name, image]))
  const below = name => (byName.get(name)?.parents ?? []).flatMap(parent => [...below(parent), parent])
  const found = new Set(services.flatMap(({ name }) => below(name)))
  return images.filter(({ name }) => found.has(name))
}

/** Builds images, and what of their parents is missing, and returns where each is. */
async function build(wanted) {
  const named = wanted.flatMap(({ name }) => ['--image', name])
  const asked = [...named, '--platform', PLATFORM, '--registry', registry, '--format', 'json']
  const plan = JSON.parse(await baseImages(ROOT, env, ['plan', ...asked]))
  await baseImages(ROOT, env, ['build', ...asked])
  return Promise.all(
    wanted.map(image =>
      staged(
        image,
        plan.images.find(({ name }) => name === image.name)
      )
    )
  )
}

/** The image as staging has it: by its key, which the plan names. */
async function staged({ name, parents }, { platforms }) {
  const [platform, { key }] = Object.entries(platforms)[0]
  const tag = `${name}-${platform.replaceAll('/', '-')}-in-${key.slice(0, 40)}`
  const { digest, manifest } = await stagedManifest(staging, tag)
  const size = manifest.layers.reduce((sum, layer) => sum + layer.size, manifest.config.size)
  return { name, parents, digest, size, config: manifest.config.digest, layers: manifest.layers }
}

/** Starts each service and tells how it went; fails when one did not become healthy. */
async function test(wanted) {
  const failed = []
  for (const image of await build(wanted)) {
    const started = await startedHealthy({ staging, image, buildx: env.BASE_IMAGES_BUILDX, env })
    if (started.kind === 'failed') failed.push(image.name)
    const how = started.kind === 'healthy' ? `healthy after ${started.seconds} s` : `FAILED\n${started.log}`
    process.stdout.write(`${line(image)}  ${how}\n`)
  }
  if (failed.length > 0) throw new Error(`not healthy: ${failed.join(', ')}`)
  process.stdout.write(`${wanted.length} services start and answer their health check\n`)
}

/** Writes what is in images beside their Dockerfiles. */
async function writeSizes(wanted) {
  for (const image of await build(wanted)) {
    const reference = `${staging}@${image.digest}`
    const list = await installedList({ reference, buildx: env.BASE_IMAGES_BUILDX, env })
    const { dockerfile } = images.find(({ name }) => name === image.name)
    const file = join(dirname(dockerfile), 'installed.txt')
    writeFileSync(
      join(ROOT, file),
      `# What is in the image, with installed sizes. Written by \`make services-sizes\`.\n${list}`
    )
    process.stdout.write(`wrote ${file}\n`)
  }
}

/** Whether an image installs packages of its own and has an interpreter that can list them. */
function hasLock({ dockerfile }) {
  const last = [...readFileSync(join(ROOT, dockerfile), 'utf8').matchAll(/^FROM\s+(\S+)/gm)].at(-1)?.[1]
  return last !== 'scratch' && existsSync(join(ROOT, dirname(dockerfile), 'lock.txt'))
}

function print(built) {
  for (const image of built) process.stdout.write(`${line(image)}  ${staging}@${image.digest}\n`)
}

function line({ name, parents, size }) {
  return `${name.padEnd(14)} on ${(parents.join(', ') || 'an external base').padEnd(20)} ${(size / 1e6).toFixed(1).padStart(8)} MB`
}
