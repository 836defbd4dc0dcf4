import { EXIT } from '../commands/outcome.js'
import { plan } from '../commands/plan.js'
import type { World } from '../world.js'
import type { ActionsHost } from '../io/actions-host.js'
import { renderPlanText } from '../report/text.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { nameList, optionalText, strictBoolean } from './inputs.js'
import { planOutputs } from './plan-outputs.js'

/** The action that plans: compares two commits and gives the plan and the matrices of the level jobs as outputs. */
export async function planAction(host: ActionsHost, world: World): Promise<Ending> {
  const optional = {
    manifest: optionalText(host.input, 'manifest'),
    base: optionalText(host.input, 'base'),
    head: optionalText(host.input, 'head'),
    images: nameList(host.input, 'images'),
    registry: optionalText(host.input, 'registry'),
    event: await host.event(),
    run: runOf(world.environment)
  }
  const outcome = await plan(world, {
    ...withoutUndefined(optional),
    all: strictBoolean(host.input, 'all'),
    rebuild: strictBoolean(host.input, 'rebuild')
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  host.annotate(outcome.warnings)
  host.log.info(renderPlanText(outcome.value, { inJob: true }))
  for (const [name, value] of Object.entries(planOutputs(outcome.value))) host.output(name, value)
  return EXIT.done
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
