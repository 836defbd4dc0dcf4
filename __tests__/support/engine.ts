import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of this repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The platform of this machine: what needs a RUN can only be built for it. */
export const PLATFORM = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64'

/** The base of images that need a shell; where Docker Hub cannot be reached the engine has a stand-in of that name. */
export const PYTHON = 'python:3.11-slim-bookworm'

/** The engine that all integration tests share. */
export interface Engine {
  /** Host of its registry, such as `127.0.0.1:41234`. */
  readonly host: string
  readonly environment: Readonly<Record<string, string>>
}

let engine: Engine | undefined

/**
 * The default engine, started when it does not run, with its environment taken over into this process: commands that
 * are called here use it. Throws with the engine's own message when it cannot start.
 */
export function useEngine(): Engine {
  if (engine !== undefined) return engine
  return takeEngine(environmentOf() ?? startedEnvironment())
}

/** A registry prefix that nobody else uses: `host/t-<16 hex>`. */
export function ownPrefix(host: string = useEngine().host): string {
  return `${host}/t-${randomBytes(8).toString('hex')}`
}

/** Takes this environment of a running engine in place of the default engine's, for the rest of this process. */
export function takeEngine(environment: Readonly<Record<string, string>>): Engine {
  Object.assign(process.env, environment)
  engine = { host: environment['BASE_IMAGES_REGISTRY'] ?? '', environment }
  return engine
}

const CLI = join(ROOT, 'tools', 'engine', 'cli.mjs')

function environmentOf(): Record<string, string> | undefined {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [CLI, 'env', '--json'], { encoding: 'utf8', stdio: 'pipe' })
    )
  } catch {
    return undefined
  }
}

function startedEnvironment(): Record<string, string> {
  execFileSync(process.execPath, [CLI, 'start'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const environment = environmentOf()
  if (environment === undefined) throw new Error('The engine was started and does not run.')
  return environment
}
