import { lastWords } from '../build/last-words.js'
import { PINS } from '../build/pins.js'
import { buildxTries, classifyBuildxError, nextTry } from '../build/retry.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import type { ProcessResult } from '../ports.js'
import type { World } from '../world.js'
import { BuildxError, findBuildx } from './buildx.js'
import { run } from './process.js'

/** Long enough to pull BuildKit. */
const CREATE_MS = 5 * 60_000

/** Docker itself does not run; its socket refuses connections as a registry would. */
const NO_DOCKER = /docker (?:daemon|API)|docker\.sock|error during connect/i
const EXISTS = /existing instance|already exists/
const RUNS = /^Status:\s+running$/m

/**
 * Makes sure that there is a builder that can do what is needed, which the one of the Docker daemon cannot: one of
 * BUILDX_BUILDER stays, else a pinned `docker-container` builder of this name is created and started. Returns the
 * environment that names it. A registry that does not give BuildKit is asked again as for a build; when it stays so,
 * rejects with a UserError. Rejects with a BuildxError when the builder cannot be created for any other reason.
 */
export async function provideBuilder(
  name: string,
  world: Pick<World, 'environment' | 'clock' | 'random' | 'log'>
): Promise<Readonly<Record<string, string>>> {
  if ((world.environment['BUILDX_BUILDER'] ?? '') !== '') return {}
  const { command } = await findBuildx(world.environment)
  let failedAt: number | undefined
  for (let attempt = 1; ; attempt += 1) {
    const result = await start(command, name)
    if (result.code === 0) return { BUILDX_BUILDER: name }
    const said = saidBy(result)
    failedAt ??= world.clock.now()
    const kind = NO_DOCKER.test(said) ? 'final' : classifyBuildxError(result.stderr)
    const made = {
      attempt,
      tries: buildxTries(kind, result.stderr, false),
      spent: world.clock.now() - failedAt
    }
    const delay = result.timedOut ? undefined : nextTry(made, kind, world.random())
    if (delay === undefined) throw kind === 'final' && !result.timedOut ? notCreated(said) : notGiven(said)
    world.log.warn(`the builder did not start (${said}); try ${attempt + 1} in ${Math.round(delay / 1000)} s`)
    await world.clock.sleep(delay)
  }
}

/**
 * Creates the builder, or starts the one of this name: two steps of one job share it, and buildx keeps one whose start
 * failed. Code 0 only when it runs.
 */
async function start(
  [program = 'buildx', ...first]: readonly string[],
  name: string
): Promise<ProcessResult> {
  const create = ['create', '--name', name, '--driver', 'docker-container', '--bootstrap']
  const image = ['--driver-opt', `image=${PINS.buildkit}`]
  const created = await run(program, [...first, ...create, ...image], { timeoutMs: CREATE_MS })
  if (created.code === 0 || !EXISTS.test(lastWords(created.stderr).error)) return created
  const started = await run(program, [...first, 'inspect', '--bootstrap', name], { timeoutMs: CREATE_MS })
  if (started.code !== 0 || RUNS.test(started.stdout)) return started
  // buildx tells of a builder that it could not reach on standard output, as if all were well.
  const error = /^Error:\s+(.*)$/m.exec(started.stdout)?.[1] ?? 'the builder does not run'
  return { ...started, code: 1, stderr: `${started.stderr}\nERROR: ${error}` }
}

function saidBy({ stderr, timedOut }: ProcessResult): string {
  return timedOut ? `it was not ready after ${CREATE_MS / 60_000} minutes` : lastWords(stderr).error
}

function notCreated(said: string): BuildxError {
  return new BuildxError(
    `a builder could not be created (buildx create: ${said}); ` +
      'start Docker, or name a builder of yours in BUILDX_BUILDER'
  )
}

function notGiven(said: string): UserError {
  const message = `builder: ${PINS.buildkit} could not be pulled and started: ${said}`
  const remedy =
    'log in to the registry that it comes from, or name a builder of yours in BUILDX_BUILDER, then run again'
  return new UserError(errorAt('W002', { file: '.' }, message, remedy))
}
