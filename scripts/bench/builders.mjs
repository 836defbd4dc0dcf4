/**
 * `npm run bench:builders`: what a second BuildKit daemon is worth, and what the loss of one costs. A tree of 20 images
 * that only wait, so that no processor is shared, is built on fresh daemons, one image at once on each:
 *   one    by one daemon
 *   two    by two
 *   lost   by two, of which one is killed in the middle
 * Prints times and ratios; exits with 1 when two daemons take more than 0.65 of the time of one, or when the run that lost
 * one does not end well with the digests of the others.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { builderEnvironment, ensureBuilder } from '../../tools/engine/builder.mjs'
import { startBuildkitd, stopBuildkitd } from '../../tools/engine/buildkitd.mjs'
import { startEngine } from '../../tools/engine/engine.mjs'
import { PLATFORM } from '../command-line.mjs'
import { copyProgram } from './program.mjs'

const CLI = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist', 'cli', 'index.js')
const COUNT = 20
const BRANCHING = 3
const SECONDS = 4
const LIMIT = 0.65
const NAMES = Array.from({ length: COUNT }, (_, index) => `i${String(index).padStart(2, '0')}`)

const engine = await startEngine()
const { BASE_IMAGES_REGISTRY: host, BASE_IMAGES_BUILDX: buildx } = engine.env
const scratch = mkdtempSync(join(tmpdir(), 'base-images-builders-'))
try {
  const repository = makeRepository(join(scratch, 'repository'))
  const one = await run(repository, ['a'])
  const two = await run(repository, ['a', 'b'])
  const lost = await run(repository, ['a', 'b'], 'b')
  report(one, two, lost)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** A tree of images that each wait on their own; what they keep does not tell when they were built. */
function makeRepository(folder) {
  copyProgram('/bin/sleep', join(folder, 'images', NAMES[0], 'files'))
  NAMES.forEach((name, index) => {
    const from =
      index === 0
        ? 'scratch AS base\nCOPY --chmod=755 files /'
        : `ghcr.io/acme/${NAMES[Math.floor((index - 1) / BRANCHING)]} AS base`
    // No two wait equally long: what is equal would be done once for all images with the same parent.
    const wait = `FROM base AS wait\nRUN ["/bin/sleep", "${SECONDS + index / 1000}"]`
    const keep = `FROM base\nCOPY --from=wait /bin/sleep /${name}`
    mkdirSync(join(folder, 'images', name), { recursive: true })
    writeFileSync(join(folder, 'images', name, 'Dockerfile'), `FROM ${from}\n${wait}\n${keep}\n`)
  })
  const images = NAMES.map(name => `  ${name}: {}\n`).join('')
  const manifest = `version: 1\nregistry: ghcr.io/acme\ndefaults: { platforms: [${PLATFORM}] }\nimages:\n${images}`
  writeFileSync(join(folder, 'images', 'manifest.yaml'), manifest)
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost']
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'all']
  ])
    execFileSync('git', [...author, ...words], { cwd: folder })
  return folder
}

/** Builds the tree on fresh daemons of these names; `victim` is killed while it works on the second half. */
async function run(repository, names, victim) {
  const place = mkdtempSync(join(scratch, 'run-'))
  const own = { buildx, configDir: join(place, 'buildx'), dockerConfigDir: join(place, 'docker') }
  const daemons = new Map()
  try {
    for (const name of names) {
      const daemon = await startBuildkitd({ dir: join(place, name), mirror: host })
      daemons.set(name, daemon)
      await ensureBuilder({ ...own, name }, daemon.address)
    }
    const env = { ...process.env, ...engine.env, ...builderEnvironment({ ...own, name: names[0] }) }
    const prefix = `${host}/builders-${process.pid}-${Date.now()}`
    const builders = names.flatMap(name => ['--builder', name])
    const args = [
      'build',
      '--head',
      'HEAD',
      '--registry',
      prefix,
      '--jobs',
      '1',
      '--format',
      'json',
      ...builders
    ]
    const start = Date.now()
    const child = spawn(process.execPath, [CLI, ...args], { cwd: repository, env })
    let progress = ''
    let results = ''
    let killed = false
    child.stdout.on('data', text => (results += text))
    child.stderr.on('data', text => {
      progress += text
      if (victim === undefined || killed || progress.split(': built in').length <= COUNT / 2) return
      killed = true
      setTimeout(() => process.kill(daemons.get(victim).pid, 'SIGKILL'), (SECONDS * 1000) / 2)
    })
    const code = await new Promise(resolve => child.on('close', resolve))
    const seconds = (Date.now() - start) / 1000
    if (code !== 0) console.log(progress)
    const ends = results === '' ? [] : JSON.parse(results).results
    const digests = Object.fromEntries(ends.map(end => [end.image, end.digest]))
    const again = names
      .map(name => `${progress.split(`: started on ${name}\n`).length - 1} on ${name}`)
      .join(', ')
    return { code, seconds, digests, places: names.length > 1 ? again : `${COUNT} on ${names[0]}`, killed }
  } finally {
    for (const name of daemons.keys()) await stopBuildkitd(join(place, name))
  }
}

function report(one, two, lost) {
  const lines = { one, two, lost }
  for (const [name, { code, seconds, places }] of Object.entries(lines))
    console.log(`${name.padEnd(5)} ${seconds.toFixed(1).padStart(6)} s  exit ${code}  started: ${places}`)
  const ratio = two.seconds / one.seconds
  const hold = (sentence, isHeld) => {
    console.log(`${isHeld ? 'held    ' : 'NOT HELD'} ${sentence}`)
    if (!isHeld) process.exitCode = 1
  }
  const isWhole = ({ code, digests }) => code === 0 && NAMES.every(name => digests[name] !== undefined)
  hold(
    `two daemons ÷ one: ${ratio.toFixed(2)} (limit ${LIMIT})`,
    isWhole(one) && isWhole(two) && ratio <= LIMIT
  )
  const isSame = isDeepStrictEqual(one.digests, two.digests) && isDeepStrictEqual(one.digests, lost.digests)
  hold(`one of two killed: all ${COUNT} images with the same digests`, lost.killed && isWhole(lost) && isSame)
}
