import type { BuildResult } from '../build/results.js'
import { firstLines } from '../diagnostics/shown.js'
import type { Plan } from '../plan/types.js'
import type { ReleaseResult } from '../release/types.js'
import { humanSize, humanTime, shortDigest } from './amounts.js'
import { markdownCode, markdownText } from './escape.js'
import { comparisonSentence, estimateSentence, planHeadline, resultsHeadline } from './headline.js'
import type { ReportLine } from './lines.js'
import { affectedLines, hasManyPlatforms, outcomeWords, untouchedImages } from './lines.js'
import { runPicture } from './run-picture.js'
import { problemLines, releaseLines } from './sections.js'
import type { Column } from './table.js'
import { markdownTable } from './table.js'

/** What a run knows when it reports. */
export interface RunReport {
  readonly plan: Plan
  readonly results: readonly BuildResult[]
  /** Absent when nothing was to be released. */
  readonly release?: ReleaseResult
  /** A sentence for the end, such as that no comment could be written. */
  readonly note?: string
}

/** How much a report tells; each step tells less than the one before. */
export interface Detail {
  readonly picture: boolean
  readonly reasons: number
  readonly untouched: boolean
  readonly problems: number
  readonly lines: number
}

const STEPS: readonly Detail[] = [
  { picture: true, reasons: 20, untouched: true, problems: 100, lines: Infinity },
  { picture: false, reasons: 3, untouched: true, problems: 50, lines: Infinity },
  { picture: false, reasons: 1, untouched: false, problems: 20, lines: 2000 },
  { picture: false, reasons: 1, untouched: false, problems: 10, lines: 200 },
  { picture: false, reasons: 0, untouched: false, problems: 0, lines: 0 }
]

/** The sizes of a comment, which is read more often and has less room. */
export const COMMENT_SIZES: readonly Detail[] = [
  { picture: true, reasons: 5, untouched: true, problems: 20, lines: 100 },
  { picture: false, reasons: 1, untouched: false, problems: 10, lines: 50 },
  { picture: false, reasons: 0, untouched: false, problems: 0, lines: 0 }
]

/**
 * What GitHub takes as the summary of a step is 1024 KiB (docs.github.com, "Adding a job summary"); a bigger one is
 * dropped whole. The rest of the space is left for other writers of the same step.
 */
export const SUMMARY_BYTES = 1_000_000

/**
 * The report of a run in GitHub Markdown, at most `limit` bytes: the most detailed of its sizes that fits. All text that
 * comes from the repository is escaped.
 */
export function renderSummary(report: RunReport, limit = SUMMARY_BYTES): string {
  return renderSized(report, STEPS, limit)
}

/** The first of the sizes that fits, the smallest when none does. */
export function renderSized(report: RunReport, sizes: readonly Detail[], limit: number): string {
  let text = ''
  for (const detail of sizes) {
    text = render(report, detail)
    if (new TextEncoder().encode(text).length <= limit) break
  }
  return text
}

function render(report: RunReport, detail: Detail): string {
  const { plan, results } = report
  const lines = affectedLines(plan, results, report.release)
  return [
    `## Images: ${headline(report)}`,
    markdownText(comparisonSentence(plan)),
    ...[estimateSentence(plan)].filter(text => text !== undefined),
    ...(plan.images.every(({ action }) => action === 'none')
      ? ['No input of any image changed: nothing was built.']
      : []),
    ...affectedTable(plan, lines, detail),
    ...problemLines(results, plan.warnings, report.release?.diagnostics ?? [], detail.problems),
    ...releaseLines(report.release, detail.lines),
    ...untouchedFold(plan, detail),
    ...(detail.picture ? runPicture(plan, results) : []),
    ...(report.note === undefined ? [] : [markdownText(report.note)])
  ]
    .join('\n\n')
    .concat('\n')
}

function headline(report: RunReport): string {
  const planned = planHeadline(report.plan)
  return report.results.length === 0 ? planned : `${planned}; ${resultsHeadline(report.results)}`
}

function affectedTable(plan: Plan, lines: readonly ReportLine[], detail: Detail): readonly string[] {
  // Those that need a person come first when not all can be shown.
  const shown = lines.length <= detail.lines ? lines : [...lines].sort(worstFirst).slice(0, detail.lines)
  const rest = lines.length - shown.length
  const note = rest > 0 ? [`${rest} more are not shown, because a summary may not be larger.`] : []
  if (shown.length === 0) return note
  const many = hasManyPlatforms(plan)
  const columns: readonly Column[] = [
    { title: 'Image' },
    ...(many ? [{ title: 'Platform' }] : []),
    { title: 'Why' },
    { title: 'Level', align: 'right' },
    { title: 'Parents' },
    { title: 'Action' },
    { title: 'Result' },
    { title: 'Digest' },
    { title: 'Size', align: 'right' },
    { title: 'Time', align: 'right' }
  ]
  const rows = shown.map(line => [
    markdownCode(line.image.name),
    ...(many ? [markdownCode(line.platform)] : []),
    reasons(line, detail.reasons),
    String(line.image.level),
    line.image.parents.map(markdownCode).join(', '),
    line.image.action,
    `${MARKS[line.result?.state ?? 'none']}${markdownText(outcomeWords(line))}`,
    line.result?.digest === undefined ? '' : markdownCode(shortDigest(line.result.digest)),
    line.result?.size === undefined ? '' : humanSize(line.result.size),
    line.result === undefined || line.result.milliseconds === 0 ? '' : humanTime(line.result.milliseconds)
  ])
  return [markdownTable(columns, rows), ...note]
}

const MARKS: Readonly<Record<BuildResult['state'] | 'none', string>> = {
  built: '✅ ',
  reused: '♻️ ',
  failed: '❌ ',
  blocked: '⛔ ',
  cancelled: '⚪ ',
  none: ''
}

const SEVERITY: readonly (BuildResult['state'] | undefined)[] = [
  'failed',
  'blocked',
  'cancelled',
  undefined,
  'built',
  'reused'
]

function worstFirst(a: ReportLine, b: ReportLine): number {
  return SEVERITY.indexOf(a.result?.state) - SEVERITY.indexOf(b.result?.state)
}

function reasons(line: ReportLine, shown: number): string {
  const texts = line.image.reasons.map(reason => markdownText(reason.text))
  return firstLines(texts, shown).join('<br>')
}

function untouchedFold(plan: Plan, detail: Detail): readonly string[] {
  return untouchedImages(plan).map(({ title, names }) =>
    detail.untouched
      ? `<details><summary>${title}: ${names.length}</summary>\n\n${names.map(markdownCode).join(', ')}\n\n</details>`
      : `${title}: ${names.length}.`
  )
}
