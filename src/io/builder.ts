import { PINS } from '../build/pins.js'
import { BuildxError, findBuildx } from './buildx.js'
import { run } from './process.js'

/** Long enough to pull BuildKit. */
const CREATE_MS = 5 * 60_000

/**
 * Makes sure that there is a builder that can do what is needed, which the one of the Docker daemon cannot: one of BUILDX_BUILDER stays, else a
 * pinned `docker-container` builder of this name is created and started. Returns the environment that names it.
 * Rejects with a BuildxError when it cannot be created.
 */
export async function provideBuilder(
  name: string,
  environment: Readonly<Record<string, string | undefined>>
): Promise<Readonly<Record<string, string>>> {
  if ((environment['BUILDX_BUILDER'] ?? '') !== '') return {}
  const { command } = await findBuildx(environment)
  const [program = 'buildx', ...first] = command
  const create = ['create', '--name', name, '--driver', 'docker-container', '--bootstrap']
  const result = await run(program, [...first, ...create, '--driver-opt', `image=${PINS.buildkit}`], {
    timeoutMs: CREATE_MS
  })
  // Two steps of one job share the builder of the first.
  if (result.code === 0 || /existing instance|already exists/.test(result.stderr))
    return { BUILDX_BUILDER: name }
  throw new BuildxError(
    `a builder could not be created (buildx create: ${result.stderr.trim().split('\n').at(-1) ?? ''}); ` +
      'start Docker, or name a builder of yours in BUILDX_BUILDER'
  )
}
