import { byCodeUnit } from '../diagnostics/code-unit.js'
import { visible } from '../diagnostics/escape.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import type { CleanReport, CleanRow } from '../release/clean-types.js'
import { counted, humanSize, shortCommit, shortDigest } from './amounts.js'
import { terminalTable } from './table.js'

const HOUR = 3_600_000
const ROWS_SHOWN = 200

/** What may be deleted, or was, for a person at a terminal; `given` are the options of the command line. */
export function renderCleanText(report: CleanReport, given: GivenOptions = {}): string {
  if (report.state === 'refused') return 'Refused: not everything could be listed; nothing was deleted.\n'
  const rows = report.rows.filter(row => row.state !== 'waits')
  const waiting = report.rows.filter(row => row.state === 'waits')
  const parts = [neededSentence(report)]
  if (rows.length > 0) parts.push('', tableOf(rows, report.now))
  if (rows.length > ROWS_SHOWN) parts.push(`and ${rows.length - ROWS_SHOWN} more; --format json lists all`)
  parts.push('', endSentence(report), ...waitingSentences(report, waiting))
  if (report.state === 'dry run' && report.rows.length > 0) {
    const hours = report.keep / HOUR
    const keep = ['--keep', hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`]
    parts.push(`Next: ${visible(suggestedCommand('clean', given, [...keep, '--apply']))}`)
  }
  return `${parts.join('\n')}\n`
}

function tableOf(rows: readonly CleanRow[], now: number): string {
  return terminalTable(
    [
      { title: 'repository' },
      { title: 'digest' },
      { title: 'tags' },
      { title: 'result' },
      { title: 'unneeded', align: 'right' },
      { title: 'bytes', align: 'right' },
      { title: 'why' }
    ],
    rows
      .slice(0, ROWS_SHOWN)
      .map(row => [
        row.repository,
        shortDigest(row.digest),
        row.tags.map(visible),
        row.state,
        humanAge(now - row.since),
        humanSize(row.bytes),
        visible(row.why)
      ])
  )
}

/** Whose builds are needed, so that nobody deletes what an unnamed branch is made from. */
function neededSentence({ commits }: CleanReport): string {
  const names = commits.map(({ revision, commit }) => `${visible(revision)} (${shortCommit(commit)})`)
  return `Needed: the builds of ${names.join(', ')}, the newest release, and what any other tag leads to.`
}

function endSentence(report: CleanReport): string {
  const of = (state: CleanRow['state']): number => report.rows.filter(row => row.state === state).length
  const freed = humanSize(report.bytes)
  if (report.state === 'dry run') {
    const count = of('may go')
    return count === 0
      ? 'Nothing may be deleted now.'
      : `${counted(count, 'manifest')} with ${freed} may be deleted. Nothing was written.`
  }
  const done =
    of('deleted') === 0
      ? 'Nothing was deleted.'
      : `Deleted ${counted(of('deleted'), 'manifest')} with ${freed}.`
  const undone =
    report.state === 'cancelled'
      ? 'stayed, since it was cancelled; the next one goes on'
      : 'could not be deleted'
  const rest = [
    ...(of('kept') === 0 ? [] : [`${counted(of('kept'), 'manifest')} stayed, being in use again.`]),
    ...(of('not deleted') === 0 ? [] : [`${counted(of('not deleted'), 'manifest')} ${undone}.`])
  ]
  return [done, ...rest].join(' ')
}

function waitingSentences({ now, keep, state }: CleanReport, rows: readonly CleanRow[]): readonly string[] {
  if (rows.length === 0) return []
  const first = new Date(Math.max(now, Math.min(...rows.map(row => row.since)) + keep))
    .toISOString()
    .slice(0, 10)
  const why = [...new Set(rows.map(row => row.why))].sort(byCodeUnit).slice(0, 3).map(visible).join('; ')
  const count = rows.length === 1 ? '1 more manifest is' : `${rows.length} more manifests are`
  const unnoted = state === 'dry run' && rows.some(row => row.since === now)
  const from = unnoted
    ? 'the time counts from the first `clean --apply` that sees them'
    : `the first may go on ${first}`
  return [`${count} not needed (${why}) and kept for ${humanAge(keep)}: ${from}.`]
}

/** Days, or hours below two days. */
function humanAge(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR)
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`
}
