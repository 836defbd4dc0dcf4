import type { BuildResult } from '../build/results.js'
import { countResults } from '../build/results.js'
import { EXIT } from '../commands/outcome.js'
import type { Outcome } from '../commands/outcome.js'
import { status } from '../commands/status.js'
import type { ActionsHost } from '../io/actions-host.js'
import type { Plan } from '../plan/types.js'
import { commentMarker, renderComment } from '../report/comment.js'
import { renderSummary } from '../report/summary.js'
import type { RunReport } from '../report/summary.js'
import { renderRunText } from '../report/text.js'
import type { World } from '../world.js'
import { keepRecord } from './durations.js'
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
  const report: RunReport = { plan, results, ...(release === undefined ? {} : { release }) }
  const note = await comment(host, world, report)
  await host.summary(renderSummary({ ...report, ...(note === undefined ? {} : { note }) }))
  await keepRecord(host, world, plan, results)
  return EXIT.done
}

/** Keeps the comment of the pull request up to date; a sentence for the summary when that is not possible. */
async function comment(host: ActionsHost, world: World, report: RunReport): Promise<string | undefined> {
  const token = optionalText(host.input, 'comment-token')
  const number = pullRequestOf(await host.event())
  if (token === undefined || number === undefined) {
    host.output('comment', '')
    return undefined
  }
  host.mask(token)
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_RUN_ID } = world.environment
  const repository = GITHUB_REPOSITORY ?? ''
  const runUrl = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${GITHUB_RUN_ID ?? ''}`
  const { writeComment } = await import('../io/comment.js')
  const end = await writeComment({
    apiUrl: GITHUB_API_URL ?? 'https://api.github.com',
    token,
    repository,
    number,
    marker: commentMarker(report.plan.manifest),
    body: renderComment(report, runUrl)
  })
  host.output('comment', end.kind)
  if (!('why' in end)) return undefined
  host.log.info(end.why)
  return end.why
}

function pullRequestOf(event: Awaited<ReturnType<ActionsHost['event']>>): number | undefined {
  const { pull_request: pull } = (event?.payload ?? {}) as {
    readonly pull_request?: { readonly number?: unknown }
  }
  return typeof pull?.number === 'number' ? pull.number : undefined
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
