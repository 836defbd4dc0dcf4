import { countResults } from '../build/results.js'
import type { BuildResult } from '../build/results.js'
import { visible } from '../diagnostics/escape.js'
import { cut, firstLines, someOf } from '../diagnostics/shown.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import { isWork } from '../plan/actions.js'
import { leftOut } from '../plan/platforms.js'
import { isOfRun } from '../plan/run-keys.js'
import type { Plan, PlannedImage, Reason } from '../plan/types.js'
import type { ReleaseResult } from '../release/types.js'
import { humanSize, humanTime, shortDigest } from './amounts.js'
import { comparisonSentence, estimateSentence, planHeadline, resultsHeadline } from './headline.js'
import {
  affectedLines,
  hasManyPlatforms,
  outcomeWords,
  plannedImages,
  stateWords,
  untouchedImages
} from './lines.js'
import { paint, STATE_COLOURS } from './paint.js'
import type { Colour } from './paint.js'
import type { Column } from './table.js'
import { terminalTable } from './table.js'

const NOTHING_CHANGED = 'No input of any image changed, so there is nothing to build.'
const NOTHING_WOULD_CHANGE = 'No input of any image would change, so nothing would be built.'
const NAMES_SHOWN = 20
const REASONS_SHOWN = 5
/** Characters of a reason beside the result of its image. */
const REASON_SHOWN = 60

const ACTION_COLOURS: Readonly<Record<string, Colour>> = {
  build: 'yellow',
  test: 'blue',
  retag: 'blue',
  reuse: 'green'
}

/** The look of a text for a terminal. */
export interface TextStyle {
  /** With ANSI colours. */
  readonly colour?: boolean
  /** In the log of a job, where the next step is not the reader's. */
  readonly inJob?: boolean
  /** What was given on the command line, for the command that comes next. */
  readonly given?: GivenOptions
}

/** A plan for a person at a terminal: what is compared, what is done to which image and why, and what to do next. */
export function renderPlanText(plan: Plan, style: TextStyle = {}): string {
  const images = plannedImages(plan)
  const parts = [visible(comparisonSentence(plan)), sentence(planHeadline(plan))]
  if (images.length === 0) {
    parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE)
    return `${parts.join('\n')}\n`
  }
  const columns: readonly Column[] = [
    { title: 'image' },
    { title: 'action' },
    { title: 'level', align: 'right' },
    { title: 'why' }
  ]
  const table = terminalTable(
    columns,
    images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]),
    (text, column, row) =>
      column === 1 ? paint(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text
  )
  parts.push('', table, '')
  parts.push(...untouchedImages(plan).map(({ title, names }) => `${title}: ${someOf(names, NAMES_SHOWN)}.`))
  parts.push(...platformLines(plan))
  const estimate = estimateSentence(plan)
  if (estimate !== undefined) parts.push(estimate)
  if (plan.simulation !== undefined) parts.push('Nothing was changed, and nothing is built.')
  else if (style.inJob !== true) parts.push(nextStep(plan, style.given ?? {}))
  return `${parts.join('\n')}\n`
}

/** What is already built, or only gets other tags, is for the release. */
function nextStep(plan: Plan, given: GivenOptions): string {
  return plan.images.some(isWork)
    ? `Next: ${visible(suggestedCommand('build', given))}`
    : releaseStep(plan, given)
}

/**
 * The way on to a release, to look at first where it is none of the manifest's registry or not all was built. What has a
 * key of its own run is found again only by the same plan.
 */
function releaseStep(plan: Plan, given: GivenOptions): string {
  const needsPlan = plan.images.some(image => image.action !== 'none' && isOfRun(image))
  if (needsPlan && given.plan === undefined && !plan.head.dirty) {
    const again = suggestedCommand('plan', given, ['--format', 'json'])
    return `Next: to release what has a key of its run, ${visible(again)} > plan.json, then build and release with --plan plan.json`
  }
  const looksFirst = given.registry !== undefined || (given.images ?? []).length > 0
  const command = visible(suggestedCommand('release', given, looksFirst ? ['--dry-run'] : []))
  return plan.head.dirty ? `Next: commit the changes, then ${command}` : `Next: ${command}`
}

/** What a run for some platforms does not build, said so that nobody takes it for done. */
function platformLines(plan: Plan): readonly string[] {
  if (plan.platforms === undefined) return []
  const without = leftOut(plan)
  const rest = without.length === 0 ? '' : `; left out, having none of them: ${someOf(without, NAMES_SHOWN)}`
  return [`Only for ${plan.platforms.join(', ')}${rest}.`]
}

/** What is known beside the results of a build. */
export interface ResultsContext extends TextStyle {
  /** For the reason of each image. */
  readonly plan?: Plan
  /** As `given`, for a command that goes on with the same plan; as `given` itself when absent. */
  readonly goesOn?: GivenOptions
}

/** The results of a build for a person at a terminal: image, why, result, digest, compressed size and time. */
export function renderResultsText(results: readonly BuildResult[], context: ResultsContext = {}): string {
  const { plan } = context
  const planned = new Map(plan?.images.map(image => [image.name, image]))
  const many = plan !== undefined && hasManyPlatforms(plan)
  const columns: readonly Column[] = [
    { title: 'image' },
    { title: 'why' },
    { title: 'result' },
    { title: 'digest' },
    { title: 'size', align: 'right' },
    { title: 'time', align: 'right' }
  ]
  const rows = results.map(result => {
    const image = planned.get(result.image)
    const why = image?.reasons[0]?.text ?? ''
    const more = (image?.reasons.length ?? 0) - 1
    return [
      many ? `${result.image} (${result.platform})` : result.image,
      cut(`${visible(why)}${more > 0 ? ` (${more} more)` : ''}`, REASON_SHOWN),
      endOf(result, image),
      result.digest === undefined ? '' : shortDigest(result.digest),
      result.size === undefined ? '' : humanSize(result.size),
      result.milliseconds === 0 ? '' : humanTime(result.milliseconds)
    ]
  })
  const table = terminalTable(columns, rows, (text, column, row) =>
    column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text
  )
  const headline = `${sentence(resultsHeadline(results))}\n${afterResults(results, context)}`
  return rows.length === 0 ? headline : `${table}\n\n${headline}`
}

/** How an image ended; of one that was there already, what was done all the same. */
function endOf(result: BuildResult, image: PlannedImage | undefined): string {
  const words = stateWords(result)
  if (result.state !== 'reused') return words
  if (image?.action === 'test') return 'reused, tested'
  return image !== undefined && isOfRun(image) ? 'reused: same content' : words
}

function afterResults(results: readonly BuildResult[], context: ResultsContext): string {
  const { plan, given = {}, goesOn = given, inJob } = context
  if (inJob === true) return ''
  const { failed, blocked, cancelled } = countResults(results)
  if (failed + blocked + cancelled === 0) return plan === undefined ? '' : `${releaseStep(plan, goesOn)}\n`
  const broken = toRepair(results)
  const first = failed > 0 ? 'see to what is told above, then ' : ''
  return broken.length > 0
    ? `Next: repair ${someOf(broken, NAMES_SHOWN)}, then ${afterRepair(plan, given)}.\n`
    : `Next: ${first}${repetition(plan, goesOn)}; what is finished is not built again.\n`
}

/** Images whose build, guard or test failed: neither the machine, the network nor the registry. */
function toRepair(results: readonly BuildResult[]): readonly string[] {
  const own = results.filter(
    ({ state, diagnostics }) => state === 'failed' && diagnostics.some(({ code }) => code.startsWith('B'))
  )
  return [...new Set(own.map(({ image }) => image))]
}

/** A plan is of the commit before the repair, and a key of its run is of that plan. */
function afterRepair(plan: Plan | undefined, given: GivenOptions): string {
  const again = given.plan === undefined ? 'run the same command again' : 'plan anew and build that'
  const but = plan?.images.some(isOfRun) === true ? ' but for what has a key of its run' : ''
  return `${again}; what is finished is not built again${but}`
}

/** What has a key of its run is found again only by the same plan. */
function repetition(plan: Plan | undefined, goesOn: GivenOptions): string {
  return plan?.images.some(isOfRun) === true && goesOn.plan !== undefined
    ? visible(suggestedCommand('build', goesOn))
    : 'run the same command again'
}

/** A plan and how it ended, for a job log. */
export function renderRunText(
  plan: Plan,
  results: readonly BuildResult[],
  release: ReleaseResult | undefined
): string {
  const lines = affectedLines(plan, results, release)
  const rows = lines.map(line => [
    line.image.name,
    line.platform,
    line.image.action,
    outcomeWords(line),
    line.result?.digest === undefined ? '' : shortDigest(line.result.digest)
  ])
  const columns = [
    { title: 'image' },
    { title: 'platform' },
    { title: 'action' },
    { title: 'result' },
    { title: 'digest' }
  ]
  return [
    visible(comparisonSentence(plan)),
    ...(rows.length === 0 ? ['Nothing to do.'] : [terminalTable(columns, rows)]),
    ''
  ].join('\n')
}

function reasonLines(reasons: readonly Reason[]): readonly string[] {
  return firstLines(
    reasons.map(({ text }) => visible(text)),
    REASONS_SHOWN
  )
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
