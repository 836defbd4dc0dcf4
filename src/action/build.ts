import { join } from 'node:path'
import type { BuildResult } from '../build/results.js'
import { countResults } from '../build/results.js'
import { build } from '../commands/build.js'
import { EXIT } from '../commands/outcome.js'
import type { World } from '../world.js'
import type { ActionsHost } from '../io/actions-host.js'
import { resultsHeadline } from '../report/headline.js'
import { renderResultsText } from '../report/text.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { optionalText, strictBoolean } from './inputs.js'
import { unpackPlan } from './transport.js'
import { readRow } from './row.js'

/** The action that builds one row of the plan, or all of it when no row is given; red when anything failed or is blocked. */
export async function buildAction(host: ActionsHost, world: World): Promise<Ending> {
  const plan = unpackPlan(host.input('plan'))
  const row = optionalText(host.input, 'row')
  const registry = optionalText(host.input, 'registry')
  const outcome = await build(world, {
    plan,
    publish: strictBoolean(host.input, 'publish'),
    ...(row === undefined ? {} : readRow(row)),
    ...(registry === undefined ? {} : { registry })
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  const results = outcome.value
  host.annotate(outcome.warnings)
  host.annotate(results.flatMap(result => result.diagnostics))
  host.log.info(renderResultsText(results, { plan }))
  host.output('digests', JSON.stringify(digestsOf(results)))
  host.output('counts', JSON.stringify(countResults(results)))
  host.output('results-file', await writeResults(world, results))
  const done = results.every(result => result.state === 'built' || result.state === 'reused')
  if (!done) host.log.error(resultsHeadline(results))
  return done ? EXIT.done : EXIT.failed
}

/** Digests by image and platform; images that have none are left out. */
function digestsOf(
  results: readonly BuildResult[]
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const digests: Record<string, Record<string, string>> = {}
  for (const { image, platform, digest } of results) {
    if (digest !== undefined) digests[image] = { ...digests[image], [platform]: digest }
  }
  return digests
}

/** For a report in the same job: results of many images are too long for an input. */
async function writeResults(world: World, results: readonly BuildResult[]): Promise<string> {
  const folder = world.environment['RUNNER_TEMP'] ?? ''
  if (folder === '') return ''
  const path = join(folder, 'base-images', 'results.json')
  await world.files.write(path, JSON.stringify(results))
  return path
}
