import path from 'node:path'
import { buildTools } from './build-tools.mjs'
import { builderEnvironment, ensureBuilder } from './builder.mjs'
import { findBuildkitd, startBuildkitd, stopBuildkitd } from './buildkitd.mjs'
import { run } from './command.mjs'
import { withLock } from './lock.mjs'
import { defaultBinDir, defaultDataDir, defaultStandInDir } from './paths.mjs'
import { EngineProblem } from './problem.mjs'
import { say, stopwatch } from './progress.mjs'
import { findRegistry, registryAnswers, startRegistry, stopRegistry } from './registry.mjs'
import { provideStandIn } from './standin.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * @typedef {object} EngineOptions
 * @property {string} [name] engines of different names share programs and nothing else; `default` when left out
 * @property {string} [dataDir] images, caches, logs and process files of this engine
 * @property {string} [binDir] built programs
 * @property {string} [standInDir] root file systems of stand-in bases
 * @property {'auto' | 'never'} [standIn] `auto`: provide python:3.11-slim-bookworm when Docker Hub cannot be reached
 *
 * @typedef {object} RunningEngine
 * @property {Record<string, string>} env what a program needs in its environment to use the engine
 * @property {{host: string, pid: number, log: string}} registry
 * @property {{address: string, pid: number, log: string} | undefined} buildkitd undefined when BUILDER names another
 * @property {() => Promise<void>} stop
 */

/**
 * Starts what does not run yet: registry, BuildKit daemon, a builder of its own for buildx, the stand-in base.
 * A daemon that died since the last start is started again. With BUILDER in the environment that builder of the
 * user's serves and no BuildKit daemon is started.
 * @param {EngineOptions} [options]
 * @returns {Promise<RunningEngine>}
 * @throws {EngineProblem} when the machine lacks something a person has to add
 */
export const startEngine = async (options = {}) => {
  const places = placesOf(options)
  const own = process.env.BUILDER || undefined
  await ensureSystemPackages({ programs: own === undefined ? ['flock', 'git', 'runc'] : ['flock', 'git'] })
  const { binDir, dataDir } = places
  await buildTools(await neededTools(own), { binDir })
  return withLock(path.join(dataDir, 'engine.lock'), async () => {
    const elapsed = stopwatch()
    const registry = await startRegistry({ dir: places.registry, binDir })
    const stop = () => stopEngine(options).then(() => undefined)
    if (own !== undefined) {
      say(`registry ${registry.host}; builds go to your builder ${own}`)
      const env = await environmentWithOwnBuilder(own, binDir, registry.host)
      return { env, registry, buildkitd: undefined, stop }
    }
    const buildkitd = await startBuildkitd({ dir: places.buildkitd, mirror: registry.host, binDir })
    await ensureBuilder(places.builder, buildkitd.address)
    const env = embeddedEnvironment(places, registry.host)
    if (options.standIn !== 'never') {
      await provideStandIn({ host: registry.host, env, dir: places.standIn })
    }
    say(`ready in ${elapsed()}: registry ${registry.host}, builder ${places.builder.name}`)
    return { env, registry, buildkitd, stop }
  })
}

/**
 * Stops the daemons; images and caches stay for the next start.
 * @param {EngineOptions} [options]
 * @returns {Promise<{registry: boolean, buildkitd: boolean}>} which of them ran
 */
export const stopEngine = async (options = {}) => {
  const places = placesOf(options)
  return withLock(path.join(places.dataDir, 'engine.lock'), async () => {
    const buildkitd = await stopBuildkitd(places.buildkitd)
    const registry = await stopRegistry(places.registry)
    return { registry, buildkitd }
  })
}

/**
 * @typedef {object} EngineStatus
 * @property {{host: string, pid: number, log: string, answers: boolean} | undefined} registry undefined: not running
 * @property {{address: string, pid: number, log: string, answers: boolean} | undefined} buildkitd
 * @property {string} dataDir
 */

/**
 * What runs now; starts nothing.
 * @param {EngineOptions} [options]
 * @returns {Promise<EngineStatus>}
 */
export const engineStatus = async (options = {}) => {
  const places = placesOf(options)
  const [registry, buildkitd] = await Promise.all([
    findRegistry(places.registry),
    findBuildkitd(places.buildkitd)
  ])
  const answering = registry && { ...registry, answers: await registryAnswers(registry.host) }
  return { registry: answering, buildkitd, dataDir: places.dataDir }
}

/**
 * The environment of an engine that runs.
 * @param {EngineOptions} [options]
 * @returns {Promise<Record<string, string>>}
 * @throws {EngineProblem} when it does not run
 */
export const engineEnvironment = async (options = {}) => {
  const places = placesOf(options)
  const { registry, buildkitd } = await engineStatus(options)
  const own = process.env.BUILDER || undefined
  if (registry?.answers !== true || (own === undefined && buildkitd?.answers !== true)) {
    throw new EngineProblem(
      'The engine is not running. Start it with: make engine (or node tools/engine/cli.mjs start)'
    )
  }
  if (own !== undefined) return environmentWithOwnBuilder(own, places.binDir, registry.host)
  return embeddedEnvironment(places, registry.host)
}

/** @param {EngineOptions} options */
const placesOf = options => {
  const name = options.name ?? 'default'
  const dataDir = path.resolve(options.dataDir ?? defaultDataDir(name))
  const binDir = path.resolve(options.binDir ?? defaultBinDir())
  return {
    dataDir,
    binDir,
    standIn: path.resolve(options.standInDir ?? defaultStandInDir()),
    registry: path.join(dataDir, 'registry'),
    buildkitd: path.join(dataDir, 'buildkitd'),
    builder: {
      name: `base-images-${name}`,
      buildx: path.join(binDir, 'buildx'),
      configDir: path.join(dataDir, 'buildx'),
      dockerConfigDir: path.join(dataDir, 'docker')
    }
  }
}

/**
 * @param {ReturnType<typeof placesOf>} places
 * @param {string} host of the registry
 * @returns {Record<string, string>}
 */
const embeddedEnvironment = (places, host) => ({
  ...builderEnvironment(places.builder),
  BASE_IMAGES_REGISTRY: host,
  // The same mirror as buildkitd's, for who asks what a base is now.
  BASE_IMAGES_MIRRORS: `docker.io=http://${host}`,
  PATH: pathWith(places.binDir)
})

/**
 * The user's builder belongs to the user's Docker and its configuration; our own buildx serves where that Docker has none.
 * @param {string} name
 * @param {string} binDir
 * @param {string} host of the registry
 * @returns {Promise<Record<string, string>>}
 */
const environmentWithOwnBuilder = async (name, binDir, host) => ({
  BUILDX_BUILDER: name,
  ...((await dockerHasBuildx()) ? {} : { BASE_IMAGES_BUILDX: path.join(binDir, 'buildx') }),
  BASE_IMAGES_REGISTRY: host,
  PATH: pathWith(binDir)
})

/**
 * @param {string | undefined} own
 * @returns {Promise<import('./tool-modules.mjs').ToolName[]>}
 */
const neededTools = async own => {
  if (own === undefined) return ['registry', 'buildkitd', 'buildx']
  return (await dockerHasBuildx()) ? ['registry'] : ['registry', 'buildx']
}

const dockerHasBuildx = async () => (await run('docker', ['buildx', 'version'])).code === 0

/** @param {string} binDir */
const pathWith = binDir => {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== binDir)
  return [binDir, ...folders].join(path.delimiter)
}
