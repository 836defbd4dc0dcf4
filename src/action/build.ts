import { join } from 'node:path'
import type { BuildResult } from '../build/results.js'
import { countResults } from '../build/results.js'
import { build } from '../commands/build.js'
import { EXIT, exitOfBuild } from '../commands/outcome.js'
import type { World } from '../world.js'
import type { ActionsHost } from '../io/actions-host.js'
import { resultsHeadline } from '../report/headline.js'
import { renderResultsText } from '../report/text.js'
import { keepRow } from './durations.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { optionalMinutes, optionalText, strictBoolean } from './inputs.js'
import { choice } from './jobs.js'
import { logIn, prepareBuilds, scratchFolder } from './machine.js'
import { packResults, unpackPlan } from './transport.js'
import { readRow } from './row.js'

/**
 * The action that builds one row of the plan, or all of it when no row is given; red when anything failed or is
 * blocked.
 */
export async function buildAction(host: ActionsHost, world: World): Promise<Ending> {
  const plan = unpackPlan(host.input('plan'))
  await logIn(host, world)
  await prepareBuilds(host, world)
  const given = optionalText(host.input, 'row')
  const row = given === undefined ? undefined : readRow(given)
  const publish = strictBoolean(host.input, 'publish')
  const store = choice(host.input, 'store', ['registry', 'folder'])
  const registry = optionalText(host.input, 'registry')
  const minutes = optionalMinutes(host.input, 'timeout-minutes')
  const outcome = await build(world, {
    plan,
    publish,
    ...(store === 'registry' ? {} : { folder: join(scratchFolder(world), 'store') }),
    ...(minutes === undefined ? {} : { timeoutMs: ownTime(minutes) }),
    ...row,
    ...(registry === undefined ? {} : { registry })
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  const results = outcome.value
  host.annotate(outcome.warnings)
  host.annotate(results.flatMap(result => result.diagnostics))
  host.log.info(renderResultsText(results, { plan, inJob: true }))
  host.output('digests', JSON.stringify(digestsOf(results)))
  host.output('built-on', JSON.stringify(parentsOf(results)))
  host.output('counts', JSON.stringify(countResults(results)))
  host.output('results', packResults(results))
  host.output('results-file', await writeResults(world, results))
  if (publish && row !== undefined) await keepRow(host, world, row, results)
  const ending = exitOfBuild(results)
  if (ending !== EXIT.done) host.log.error(resultsHeadline(results))
  return ending
}

/** A timer of Node is no longer than 2^31 ms; a job on a runner of one's own may be. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Milliseconds that builds may take in a job of so many minutes. A job that GitHub ends says nothing of what hung; so we
 * end before, with time for what came before us and for the report.
 */
function ownTime(minutes: number): number {
  return Math.min(Math.max(minutes - 5, minutes / 2) * 60_000, LONGEST_MS)
}

type ByPlatform<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/** Digests by image and platform; images that have none are left out. */
function digestsOf(results: readonly BuildResult[]): ByPlatform<string> {
  return byPlatform(results, result => result.digest)
}

/** Digests of the parents by image and platform, of the images that have a digest themselves. */
function parentsOf(results: readonly BuildResult[]): ByPlatform<BuildResult['parents']> {
  return byPlatform(results, result => (result.digest === undefined ? undefined : result.parents))
}

function byPlatform<T>(
  results: readonly BuildResult[],
  valueOf: (result: BuildResult) => T | undefined
): ByPlatform<T> {
  const values: Record<string, Record<string, T>> = {}
  for (const result of results) {
    const value = valueOf(result)
    if (value !== undefined) values[result.image] = { ...values[result.image], [result.platform]: value }
  }
  return values
}

/** For a report in the same job: results of many images are too long for an input. */
async function writeResults(world: World, results: readonly BuildResult[]): Promise<string> {
  const path = join(scratchFolder(world), 'results.json')
  await world.files.write(path, JSON.stringify(results))
  return path
}
