import { paceOf } from '../build/durations.js'
import { build } from '../commands/build.js'
import type { BuildRequest } from '../commands/build.js'
import { EXIT, exitOfBuild } from '../commands/outcome.js'
import type { Outcome } from '../commands/outcome.js'
import { OWN_REGISTRY } from '../commands/opened.js'
import { keepDurations, ownDurations } from '../commands/own-durations.js'
import { planWithSides } from '../commands/plan.js'
import { isCutShort } from '../commands/trouble.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import { withRows } from '../plan/rows.js'
import type { Plan } from '../plan/types.js'
import { renderResultsText } from '../report/text.js'
import { keepRunPlan } from './kept-plan.js'
import { showLive } from './live.js'
import type { CliOptions } from './options.js'
import { planRequest } from './plan.js'
import { readPlan } from './read-plan.js'
import type { Invocation } from './run.js'

/** `base-images build`. */
export async function buildFace({ world, options, given, terminal, tell }: Invocation): Promise<number> {
  // It starts beside the plan, which takes as long. What is wrong with it is told when there is something to build.
  world.buildx().catch(() => undefined)
  const begun = world.clock.now()
  const planned = await plannedInTime(world, options)
  if (planned.kind !== 'done') {
    tell(planned.diagnostics)
    return planned.kind === 'late' ? EXIT.failed : EXIT.invalid
  }
  if (planned.warnings.length > 0) tell(planned.warnings)
  const earlier = await ownDurations(world)
  const pace = paceOf(earlier)
  const { screen, errColour: colour } = terminal
  const live =
    screen === undefined ? undefined : showLive(screen, world.clock, { colour, signal: world.signal })
  const outcome = await build(world, {
    ...planned.value,
    registry: options.registry ?? OWN_REGISTRY,
    ...pickedOf(options, planned.value.plan),
    ...(options.platforms === undefined ? {} : { platforms: options.platforms }),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.timeoutMs === undefined
      ? {}
      : { timeoutMs: Math.max(options.timeoutMs - (world.clock.now() - begun), 1) }),
    builders: options.builders,
    ...(pace === undefined ? {} : { pace }),
    publish: true,
    ...(live === undefined ? {} : { tell: live.tell })
  }).finally(() => live?.close())
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  const results = outcome.value
  await keepDurations(world, earlier, planned.value.plan, results)
  const kept = options.plan === undefined ? await keepRunPlan(world, planned.value.plan) : undefined
  const goesOn = kept === undefined ? given : nextOf(given, kept)
  tell(results.flatMap(result => result.diagnostics))
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify({ results, ...(kept === undefined ? {} : { plan: kept }) }, undefined, 2)}\n`
      : renderResultsText(results, { plan: planned.value.plan, colour: terminal.colour, given, goesOn })
  )
  return exitOfBuild(results)
}

/** As {@link plannedOrRead}, unless the time of the run is over while a registry is asked. */
async function plannedInTime(
  world: Invocation['world'],
  options: CliOptions
): Promise<Outcome<PlannedOrRead> | { readonly kind: 'late'; readonly diagnostics: readonly Diagnostic[] }> {
  if (options.timeoutMs === undefined) return plannedOrRead(world, options)
  const { over, ...waiting } = world.limited(options.timeoutMs)
  try {
    return await plannedOrRead({ ...world, ...waiting }, options)
  } catch (error) {
    if (!over.aborted || !isCutShort(error)) throw error
    const message = `the time of this run is over; the last was: ${error.message}`
    const remedy = 'run again when that answers, or give the run more time (`--timeout`)'
    return { kind: 'late', diagnostics: [errorAt('W007', COMMAND_LINE, message, remedy)] }
  }
}

/** The images of a plan that was read which are picked: those that are named, or every one. */
function pickedOf({ plan, images, all }: CliOptions, read: Plan): Pick<BuildRequest, 'images'> {
  if (plan === undefined) return {}
  if (images.length > 0) return { images }
  return all ? { images: read.images.map(image => image.name) } : {}
}

/** What a command that goes on from a kept plan repeats: the plan stands for the commit and the selection. */
function nextOf({ registry, platforms }: GivenOptions, plan: string): GivenOptions {
  return {
    plan,
    ...(registry === undefined ? {} : { registry }),
    ...(platforms === undefined ? {} : { platforms })
  }
}

/** A plan, and what it was made of unless it was read. */
export type PlannedOrRead = Pick<BuildRequest, 'plan' | 'snapshot'>

/** The plan of `--plan`, or a new one that knows what the registry has. */
export async function plannedOrRead(
  world: Invocation['world'],
  options: CliOptions
): Promise<Outcome<PlannedOrRead>> {
  if (options.plan !== undefined) {
    const read = await readPlan(world, options.plan)
    return read.kind === 'invalid' ? read : { ...read, value: { plan: read.value } }
  }
  const request = planRequest(options)
  const made = await planWithSides(world, { ...request, registry: request.registry ?? OWN_REGISTRY })
  if (made.kind === 'invalid') return made
  const { plan, sides } = made.value
  return { ...made, value: { plan: withRows(plan, sides.head.manifest), snapshot: sides.head } }
}
