import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import type { Buildx, Git, Log, Registry } from '../ports.js'
import type { Waiting, World } from '../world.js'
import { BUILD } from './build-id.js'
import { openBuildx } from './buildx.js'
import { openFiles } from './files.js'
import { openGit } from './git.js'
import { buildsHere } from './parallelism.js'

/** Opens the real world for a command that was started in a folder. What is slow to load waits until it is asked for. */
export function openWorld(options: {
  readonly log: Log
  readonly folder?: string
  /** Token that git may show to the server of the run (`GITHUB_SERVER_URL`); empty for none. */
  readonly gitToken?: string
  /** Aborts when the run is cancelled; never when absent. */
  readonly signal?: AbortSignal
}): World {
  const environment = process.env
  const folder = options.folder ?? process.cwd()
  const server = environment['GITHUB_SERVER_URL'] ?? ''
  const signal = options.signal ?? new AbortController().signal
  let git: Promise<Git | undefined> | undefined
  let buildx: Promise<Buildx> | undefined
  return {
    folder,
    environment,
    log: options.log,
    signal,
    files: openFiles(),
    random: Math.random,
    ...(BUILD === undefined ? {} : { build: BUILD }),
    parallelism: buildsHere(),
    git: () => (git ??= openGit(folder, { access: { token: options.gitToken ?? '', server } })),
    buildx: () => (buildx ??= openBuildx(environment)),
    ...waitingUntil(signal, environment, options.log),
    limited: ms => {
      const over = AbortSignal.timeout(Math.ceil(ms))
      return { over, ...waitingUntil(AbortSignal.any([signal, over]), environment, options.log) }
    }
  }
}

/** The clock and the registries of a run that ends when the signal aborts. */
function waitingUntil(signal: AbortSignal, environment: World['environment'], log: Log): Waiting {
  // Every request and wait listens; Node 20 warns of more than ten.
  setMaxListeners(0, signal)
  const clock = {
    now: () => Date.now(),
    sleep: (ms: number) => wait(ms, undefined, { signal })
  }
  let registry: Promise<Registry> | undefined
  return { clock, registry: () => (registry ??= loadRegistry(environment, clock, signal, log)) }
}

async function loadRegistry(
  environment: World['environment'],
  clock: World['clock'],
  signal: AbortSignal,
  log: Log
): Promise<Registry> {
  const [{ openRegistry }, { dockerCredentials }, { parseMirrors }] = await Promise.all([
    import('./registry.js'),
    import('./docker-config.js'),
    import('./registry-endpoint.js')
  ])
  const parsed = parseMirrors(environment['BASE_IMAGES_MIRRORS'] ?? '')
  if (parsed.kind !== 'mirrors') {
    const remedy = 'write host=URL pairs, such as docker.io=http://127.0.0.1:5000'
    throw new UserError(errorAt('E004', { file: '.' }, `BASE_IMAGES_MIRRORS: ${parsed.message}`, remedy))
  }
  return openRegistry({
    clock,
    signal,
    log,
    credentials: dockerCredentials({ environment, log }),
    mirrors: parsed.mirrors
  })
}
