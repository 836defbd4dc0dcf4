import { EXIT } from '../commands/outcome.js'
import { plan } from '../commands/plan.js'
import { readingWhatItMay } from '../commands/readable.js'
import type { World } from '../world.js'
import type { ActionsHost } from '../io/actions-host.js'
import { withJobs } from '../plan/strategy.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import { renderPlanText } from '../report/text.js'
import { pastPace } from './durations.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { nameList, optionalText, strictBoolean } from './inputs.js'
import { choice, readJobs, readPlatforms } from './jobs.js'
import { logIn } from './machine.js'
import { planOutputs } from './plan-outputs.js'

/** The action that plans: compares two commits and gives the plan and the matrices of the level jobs as outputs. */
export async function planAction(host: ActionsHost, world: World): Promise<Ending> {
  await logIn(host, world)
  const jobs = readJobs(host.input)
  const unreadable = choice(host.input, 'unreadable-registry', ['fail', 'build'])
  const optional = {
    manifest: optionalText(host.input, 'manifest'),
    base: optionalText(host.input, 'base'),
    head: optionalText(host.input, 'head'),
    images: nameList(host.input, 'images'),
    registry: optionalText(host.input, 'registry'),
    platforms: readPlatforms(host.input),
    event: await host.event(),
    run: runOf(world.environment)
  }
  const pace = await pastPace(host, world, optional.manifest ?? DEFAULT_MANIFEST)
  const outcome = await plan(unreadable === 'fail' ? world : withReadable(world), {
    ...withoutUndefined({ ...optional, pace }),
    all: strictBoolean(host.input, 'all'),
    rebuild: strictBoolean(host.input, 'rebuild')
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  const planned = withJobs(outcome.value, jobs)
  host.annotate(planned.warnings)
  host.log.info(renderPlanText(planned, { inJob: true }))
  for (const [name, value] of Object.entries(planOutputs(planned))) host.output(name, value)
  return EXIT.done
}

function withReadable(world: World): World {
  return { ...world, registry: async () => readingWhatItMay(await world.registry(), world.log) }
}

/** Identifies the run; an attempt that runs again must find what the one before built, so attempts do not count. */
function runOf(environment: World['environment']): string | undefined {
  const run = environment['GITHUB_RUN_ID'] ?? ''
  return run === '' ? undefined : run
}

/** The given values alone: an optional property that is there is never undefined. */
function withoutUndefined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
