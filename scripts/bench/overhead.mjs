/**
 * `npm run bench:overhead [rounds]`: what `base-images build` costs beside one `buildx bake` of the same seven images in
 * three levels, in one run: each on a fresh BuildKit of its own, pushed to one repository of a registry of its own, with
 * the same layer cache in the registry, the same compression, without attestations and smoke tests. Each round has content
 * that no cache knows. What is measured:
 *   cold      nothing is there yet, BuildKit has not pulled the base
 *   nothing   the same again
 *   leaf      a file of one image without children changed
 *   root      a file of the image that all stand on changed, BuildKit has the base
 *   work      cold and root where every image has 5 s of work to do (3 rounds)
 *   scratch   cold and root of images without a base: all that is left is what each tool adds
 * Prints medians and ratios; exits with 1 when a ratio is above its limit. Cold without a base has none: seven starts of
 * buildx in place of one take longer there than the builds themselves.
 */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEngine } from '../../tools/engine/engine.mjs'
import { PLATFORM } from '../command-line.mjs'
import { copyProgram } from './program.mjs'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const ROUNDS = Number(process.argv[2] ?? 7)
const WORK_ROUNDS = Math.min(3, ROUNDS)
const WORK_SECONDS = 5
const LIMITS = {
  cold: 1.2,
  nothing: 0.5,
  leaf: 1.1,
  root: 2.5,
  'work: cold': 1.2,
  'work: root': 1.1,
  'scratch: root': 2.5
}
const BASE = 'python:3.11-slim-bookworm'
const PARENT = { a: 'root', b: 'root', a1: 'a', a2: 'a', b1: 'b', b2: 'b' }
const IMAGES = ['root', ...Object.keys(PARENT)]
const TREES = {
  based: { prefix: '', steps: ['cold', 'nothing', 'leaf', 'root'] },
  works: { prefix: 'work: ', steps: ['cold', 'root'] },
  scratch: { prefix: 'scratch: ', steps: ['cold', 'root'] }
}

// Daemons of their own: one that has kept the builds of weeks takes longer for each request.
const scratch = mkdtempSync(join(tmpdir(), 'base-images-overhead-'))
const engines = []
for (const kind of ['bake', 'build']) {
  engines.push({ kind, ...(await startEngine({ name: kind, dataDir: join(scratch, `engine-${kind}`) })) })
}
for (const engine of engines) keepBase(engine)
const times = new Map()

try {
  for (let round = 0; round < ROUNDS; round += 1) await oneRound(round, 'based')
  for (let round = 0; round < ROUNDS; round += 1) await oneRound(round, 'scratch')
  for (let round = 0; round < WORK_ROUNDS; round += 1) await oneRound(round, 'works')
  report()
} finally {
  for (const engine of engines) await engine.stop()
  rmSync(scratch, { recursive: true, force: true })
}

/** Both sides go through the same changes, each in a repository of its own, in turn who is first. */
async function oneRound(round, tree) {
  const nonce = `${process.pid}-${Date.now()}-${round}`
  const sides = engines.map(engine => makeSide(engine, nonce, tree))
  for (const { engine } of sides) forget(engine)
  if (round % 2 === 1) sides.reverse()
  for (const step of TREES[tree].steps) {
    for (const side of sides) {
      if (step === 'leaf') change(side, 'b2', nonce)
      if (step === 'root') change(side, 'root', nonce)
      const took = await timed(side)
      const name = `${TREES[tree].prefix}${step}`
      times.set(name, [...(times.get(name) ?? []), { kind: side.kind, took }])
    }
  }
  for (const { folder } of sides) rmSync(folder, { recursive: true, force: true })
}

/** Puts the base into the engine's own registry, so that no network is measured. */
function keepBase(engine) {
  const name = `${registryOf(engine)}/base`
  buildx(
    engine,
    ['build', '--provenance=false', `--output=type=image,name=${name},push=true`, '-'],
    `FROM ${BASE}\n`
  )
}

function forget(engine) {
  buildx(engine, ['prune', '--all', '--force'])
}

function registryOf({ env }) {
  return env.BASE_IMAGES_REGISTRY
}

function environmentOf({ env }) {
  const environment = { ...process.env, ...env, BUILDX_NO_DEFAULT_ATTESTATIONS: '1' }
  // It adds tens of milliseconds to every start of Node and nothing to ours.
  delete environment.NODE_EXTRA_CA_CERTS
  return environment
}

function buildx(engine, args, input = '') {
  const env = environmentOf(engine)
  execFileSync(env.BASE_IMAGES_BUILDX, args, { env, input, stdio: ['pipe', 'ignore', 'pipe'] })
}

/** A repository with the seven images for one of the two tools, with content of its own. */
function makeSide(engine, nonce, tree) {
  const { kind } = engine
  const folder = join(scratch, `${kind}-${nonce}`)
  const prefix = `${registryOf(engine)}/overhead-${nonce}`
  const works = tree === 'works'
  for (const name of IMAGES) {
    const place = join(folder, 'images', name)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, `${name}.txt`), `${kind} ${nonce}\n`)
    const root = tree === 'based' ? `${registryOf(engine)}/base` : 'scratch'
    const from = PARENT[name] === undefined ? root : `ghcr.io/acme/${PARENT[name]}`
    const lines = [`FROM ${from}`, `COPY ${name}.txt /`]
    if (works && name === 'root') {
      copyProgram('/bin/sleep', join(place, 'files'))
      lines.splice(1, 0, 'COPY --chmod=755 files /')
    }
    if (works) lines.push(`RUN ["/bin/sleep", "${WORK_SECONDS}"]`)
    writeFileSync(join(place, 'Dockerfile'), `${lines.join('\n')}\n`)
  }
  const names = IMAGES.map(name => `  ${name}: {}\n`).join('')
  const manifest = `version: 1\nregistry: ghcr.io/acme\ndefaults: { platforms: [${PLATFORM}] }\nimages:\n${names}`
  writeFileSync(join(folder, 'images', 'manifest.yaml'), manifest)
  writeFileSync(join(folder, 'docker-bake.json'), JSON.stringify(bakeFile(prefix)))
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'all')
  return { engine, kind, folder, prefix }
}

function bakeFile(prefix) {
  const cache = name => `type=registry,ref=${prefix}/cache:${name}-${PLATFORM.replace('/', '-')}`
  const target = Object.fromEntries(
    IMAGES.map(name => [
      name,
      {
        context: `images/${name}`,
        ...(PARENT[name] === undefined
          ? {}
          : { contexts: { [`ghcr.io/acme/${PARENT[name]}`]: `target:${PARENT[name]}` } }),
        platforms: [PLATFORM],
        tags: [`${prefix}/build:${name}`],
        output: ['type=image,push=true,oci-mediatypes=true,compression=zstd'],
        'cache-from': [cache(name)],
        'cache-to': [
          `${cache(name)},mode=max,compression=zstd,image-manifest=true,oci-mediatypes=true,ignore-error=true`
        ]
      }
    ])
  )
  return { group: { default: { targets: IMAGES } }, target }
}

function change({ folder }, name, nonce) {
  writeFileSync(join(folder, 'images', name, `${name}.txt`), `changed ${folder} ${nonce}\n`)
  git(folder, 'commit', '--quiet', '--all', '--message', 'change')
}

function git(folder, ...args) {
  execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: folder })
}

function timed({ engine, kind, folder, prefix }) {
  const env = environmentOf(engine)
  const [program, args] =
    kind === 'bake'
      ? [env.BASE_IMAGES_BUILDX, ['bake', '--progress=plain']]
      : [process.execPath, [CLI, 'build', '--registry', prefix]]
  const start = process.hrtime.bigint()
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, maxBuffer: 1 << 26 }
    execFile(program, args, options, (error, stdout, stderr) => {
      const took = Number(process.hrtime.bigint() - start) / 1e6
      if (error === null) resolve(took)
      else reject(new Error(`${kind} failed:\n${stdout}${stderr}`))
    })
  })
}

function report() {
  console.log(`${ROUNDS} rounds (${WORK_ROUNDS} with work), base ${BASE}, medians in ms`)
  console.log(
    `${'step'.padEnd(14)}${['bake', 'build', 'ratio', 'limit'].map(each => each.padStart(9)).join('')}`
  )
  for (const [step, all] of times) {
    const bake = median(all.filter(({ kind }) => kind === 'bake').map(({ took }) => took))
    const build = median(all.filter(({ kind }) => kind === 'build').map(({ took }) => took))
    const ratio = build / bake
    const limit = LIMITS[step]
    const cells = [bake.toFixed(0), build.toFixed(0), ratio.toFixed(2), limit?.toFixed(1) ?? '']
    const held = limit === undefined || ratio <= limit
    console.log(
      `${step.padEnd(14)}${cells.map(cell => cell.padStart(9)).join('')}${held ? '' : '  not held'}`
    )
    if (!held) process.exitCode = 1
  }
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
