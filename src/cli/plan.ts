import { EXIT } from '../commands/outcome.js'
import { plan } from '../commands/plan.js'
import type { PlanRequest } from '../commands/plan.js'
import { renderPlanText } from '../report/text.js'
import type { CliOptions } from './options.js'
import type { Invocation } from './run.js'
import { simulationOf } from './simulation.js'

/** `base-images plan`. */
export async function planFace({ world, options, given, terminal, tell }: Invocation): Promise<number> {
  const outcome = await plan(world, planRequest(options))
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  if (outcome.warnings.length > 0) tell(outcome.warnings)
  const { value } = outcome
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify(value, undefined, 2)}\n`
      : renderPlanText(value, { colour: terminal.colour, given })
  )
  return EXIT.done
}

/** The request that the options of the command line make. */
export function planRequest(options: CliOptions): PlanRequest {
  const { manifest, base, head, registry, platforms } = options
  const simulation = simulationOf(options)
  return {
    ...(manifest === undefined ? {} : { manifest }),
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    ...(registry === undefined ? {} : { registry }),
    ...(platforms === undefined ? {} : { platforms }),
    ...(simulation === undefined ? {} : { simulation }),
    images: options.images,
    all: options.all,
    rebuild: options.rebuild
  }
}
