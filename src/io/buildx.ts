import type { Buildx } from '../ports.js'
import { run } from './process.js'

/** The oldest buildx with everything that is used: materials in the metadata file and source policies. */
export const OLDEST_BUILDX = '0.16.0'

/** A daemon that takes longer to say how it is would not build anything either; buildx itself waits 20 s. */
const LOOK_MS = 10_000

/** buildx is missing or too old; the message says which and what to do. */
export class BuildxError extends Error {}

/** Opens the buildx that {@link findBuildx} finds. */
export async function openBuildx(environment: Readonly<Record<string, string | undefined>>): Promise<Buildx> {
  const { version, command } = await findBuildx(environment)
  const [program = 'buildx', ...first] = command
  return {
    version,
    build: (args, options) =>
      run(program, [...first, ...args], {
        ...(options.environment === undefined ? {} : { environment: options.environment }),
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
        ...(options.silence === undefined ? {} : { silence: options.silence }),
        ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
        ...(options.signal === undefined ? {} : { signal: options.signal })
      }),
    look: async builder => {
      const environment = { BUILDX_BUILDER: builder }
      const result = await run(program, [...first, 'inspect'], { environment, timeoutMs: LOOK_MS })
      if (/no builder .* found/.test(result.stderr)) return 'unknown'
      return /^Status:\s+running$/m.test(result.stdout) ? 'running' : 'silent'
    }
  }
}

/**
 * Finds buildx: the program that BASE_IMAGES_BUILDX names, else Docker's plugin, else `buildx` in PATH. `command` is the
 * program with its first arguments. Throws a BuildxError when there is none or it is too old.
 */
export async function findBuildx(
  environment: Readonly<Record<string, string | undefined>>
): Promise<{ readonly version: string; readonly command: readonly string[] }> {
  const named = environment['BASE_IMAGES_BUILDX']
  const candidates = named === undefined || named === '' ? [['docker', 'buildx'], ['buildx']] : [[named]]
  for (const [program = 'buildx', ...first] of candidates) {
    const version = await versionOf(program, first)
    if (version === undefined) continue
    if (isOlder(version, OLDEST_BUILDX)) {
      throw new BuildxError(
        `buildx ${version} is too old: ${OLDEST_BUILDX} or newer is needed; update Docker's buildx plugin`
      )
    }
    return { version, command: [program, ...first] }
  }
  const tried = candidates.map(words => words.join(' ')).join(', ')
  throw new BuildxError(
    `buildx was not found (tried ${tried}): install Docker with its buildx plugin, or name the program in BASE_IMAGES_BUILDX`
  )
}

async function versionOf(program: string, first: readonly string[]): Promise<string | undefined> {
  try {
    const result = await run(program, [...first, 'version'])
    if (result.code !== 0) return undefined
    return /v?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? '0.0.0'
  } catch {
    return undefined
  }
}

function isOlder(version: string, floor: string): boolean {
  const a = version.split('.').map(Number)
  const b = floor.split('.').map(Number)
  const index = [0, 1, 2].find(at => a[at] !== b[at])
  return index !== undefined && (a[index] ?? 0) < (b[index] ?? 0)
}
