import type { BuildResult } from '../build/results.js'
import { countResults } from '../build/results.js'
import { EXIT } from '../commands/outcome.js'
import type { Outcome } from '../commands/outcome.js'
import { status } from '../commands/status.js'
import type { ActionsHost } from '../io/actions-host.js'
import type { Plan } from '../plan/types.js'
import { renderSummary } from '../report/summary.js'
import { renderRunText } from '../report/text.js'
import type { World } from '../world.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { InputError, optionalText } from './inputs.js'
import { logIn } from './machine.js'
import { unpackPlan, unpackRelease, unpackResults } from './transport.js'

/** The action that writes the job summary. It tells, and fails only when it cannot. */
export async function reportAction(host: ActionsHost, world: World): Promise<Ending> {
  await logIn(host, world)
  const plan = unpackPlan(host.input('plan'))
  const packed = optionalText(host.input, 'release')
  const release = packed === undefined ? undefined : unpackRelease(packed)
  const outcome = await resultsOf(host, world, plan)
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  const results = outcome.value
  host.log.info(renderRunText(plan, results, release))
  host.output('counts', JSON.stringify(countResults(results)))
  await host.summary(renderSummary({ plan, results, ...(release === undefined ? {} : { release }) }))
  return EXIT.done
}

/** Results of a build in the same job, or what staging tells: digests never travel between jobs. */
async function resultsOf(
  host: ActionsHost,
  world: World,
  plan: Plan
): Promise<Outcome<readonly BuildResult[]>> {
  const packed = optionalText(host.input, 'results')
  if (packed !== undefined) return { kind: 'done', value: unpackResults(packed), warnings: [] }
  const path = optionalText(host.input, 'results-file')
  if (path !== undefined) {
    const text = await world.files.read(path)
    if (text === undefined) throw new InputError(`input results-file: ${path} does not exist`)
    return { kind: 'done', value: JSON.parse(text) as readonly BuildResult[], warnings: [] }
  }
  const registry = optionalText(host.input, 'registry')
  return status(world, { plan, ...(registry === undefined ? {} : { registry }) })
}
