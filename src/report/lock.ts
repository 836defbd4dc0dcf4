import { visible } from '../diagnostics/escape.js'
import { someOf } from '../diagnostics/shown.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import type { LockCheck } from '../freshness/check.js'
import type { BaseChange, Refresh } from '../freshness/refresh.js'
import { contextNameOf } from '../manifest/reference.js'
import { counted, shortDigest } from './amounts.js'
import { markdownCode, markdownText } from './escape.js'
import { markdownTable, terminalTable } from './table.js'

const IMAGES_SHOWN = 5

/** A refresh as it is told. */
export interface ToldRefresh extends Omit<Refresh, 'lock'> {
  readonly file: string
  readonly state: 'written' | 'dry run' | 'unchanged' | 'failed'
}

/** One sentence: what moved. */
export function refreshHeadline(refresh: ToldRefresh): string {
  if (refresh.state === 'failed') return 'No base could be asked, so nothing was written.'
  if (!refresh.changed) return 'Nothing moved.'
  const count = (state: BaseChange['state']): number =>
    refresh.bases.filter(base => base.state === state).length
  const told = [
    [count('moved'), 'moved'],
    [count('new'), 'new in the lock'],
    [count('gone'), 'no longer taken']
  ] as const
  const bases = told.flatMap(([number, what]) => (number === 0 ? [] : [`${counted(number, 'base')} ${what}`]))
  const epochs = epochsOf(refresh).map(
    ([epoch, images]) => `patch epoch ${epoch} for ${counted(images.length, 'image')}`
  )
  const removed = endedEpochs(refresh)
  const ended = removed.length === 0 ? [] : [`${counted(removed.length, 'patch epoch')} removed`]
  const parts = [...bases, ...epochs, ...ended]
  return parts.length === 0 ? 'The lock is written anew.' : `${parts.join(', ')}.`
}

/** A refresh for a person at a terminal: every base with its digests, the epochs, and what to do next. */
export function renderRefreshText(
  refresh: ToldRefresh,
  options: { readonly inJob?: boolean; readonly given?: GivenOptions; readonly epoch?: string } = {}
): string {
  const lines = [refreshHeadline(refresh)]
  if (refresh.bases.length > 0) {
    const columns = ['base', 'platform', 'digest', 'images affected'].map(title => ({ title }))
    const rows = refresh.bases.map(base => [
      visible(nameOf(base.reference)),
      base.platform,
      digests(base),
      affectedNow(base)
    ])
    lines.push('', terminalTable(columns, rows))
  }
  for (const [epoch, images] of epochsOf(refresh))
    lines.push('', `Patch epoch ${epoch}: ${images.join(', ')}`)
  if (options.inJob !== true) lines.push('', visible(nextStep(refresh, options.given ?? {}, options.epoch)))
  return `${lines.join('\n')}\n`
}

/** The same for a job summary. */
export function renderRefreshMarkdown(refresh: ToldRefresh): string {
  const lines = ['## Weekly security updates', '', markdownText(refreshHeadline(refresh))]
  if (refresh.bases.length > 0) {
    const columns = ['base', 'platform', 'digest', 'images affected'].map(title => ({ title }))
    const rows = refresh.bases.map(base => [
      markdownCode(nameOf(base.reference)),
      markdownCode(base.platform),
      markdownText(digests(base)),
      markdownText(affectedNow(base))
    ])
    lines.push('', markdownTable(columns, rows))
  }
  for (const [epoch, images] of epochsOf(refresh)) {
    lines.push('', `Patch epoch ${markdownCode(epoch)}: ${images.map(markdownCode).join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

/** The message of the commit that takes a refresh in: what moved, one line each. */
export function refreshMessage(refresh: ToldRefresh): string {
  const moved = refresh.bases.filter(base => base.state !== 'unchanged' && base.state !== 'failed')
  const bases = moved.map(base => `- ${nameOf(base.reference)} ${base.platform}: ${digests(base)}`)
  const epochs = epochsOf(refresh).map(([epoch, images]) => `- patch epoch ${epoch}: ${images.join(', ')}`)
  const ended = endedEpochs(refresh).map(image => `- ${image}: its patch epoch is removed with it`)
  const lines = [...bases, ...epochs, ...ended].join('\n')
  return `Take in security updates\n\n${refreshHeadline(refresh)}\n\n${lines}\n`
}

/** A lock held against the manifest, for a person at a terminal; `given` are the options of the command line. */
export function renderCheckText(check: LockCheck, given: GivenOptions = {}): string {
  const lines = [checkHeadline(check)]
  const told: readonly (readonly [string, readonly string[]])[] = [
    [
      'Without an entry, so a push takes what the tag means then:',
      check.missing.map(
        base => `${nameOf(base.reference)} ${base.platform} (${someOf(base.images, IMAGES_SHOWN)})`
      )
    ],
    [
      'Entries that no image takes:',
      check.unused.map(base => `${nameOf(base.reference)} ${base.platform} ${shortDigest(base.digest)}`)
    ],
    [
      'Locked:',
      check.locked.map(base => `${nameOf(base.reference)} ${base.platform} ${shortDigest(base.digest ?? '')}`)
    ],
    ['Pinned by digest in the Dockerfile:', check.pinned.map(nameOf)],
    ['Patch epochs:', check.epochs.map(({ image, epoch, weeks }) => `${image} ${epoch}${ageOf(weeks)}`)],
    ['With ARG PATCH_EPOCH and without an epoch:', check.withoutEpoch]
  ]
  for (const [title, entries] of told) {
    if (entries.length > 0) lines.push('', title, ...entries.map(entry => `  ${visible(entry)}`))
  }
  const isComplete = check.missing.length + check.unused.length + check.withoutEpoch.length === 0
  lines.push('', isComplete ? 'Nothing to do.' : `Next: ${visible(refreshCommand(given))}`)
  return `${lines.join('\n')}\n`
}

function checkHeadline(check: LockCheck): string {
  if (!check.exists) return `There is no ${check.file}.`
  const { locked, missing, unused } = check
  const parts = [`${counted(locked.length, 'base')} locked`]
  if (missing.length > 0) parts.push(`${missing.length} without an entry`)
  if (unused.length > 0) parts.push(`${counted(unused.length, 'entry').replace(/entrys$/, 'entries')} unused`)
  return `${check.file}: ${parts.join(', ')}.`
}

function ageOf(weeks: number | null): string {
  if (weeks === null) return ''
  return weeks <= 0 ? ' (this week)' : ` (${counted(weeks, 'week')} old)`
}

/** Some base was not asked, so it is not known whether there is something to do. */
function afterWarnings(given: GivenOptions, epoch: string | undefined): string {
  return `Next: look at the warnings, then ${refreshCommand(given, epoch)}`
}

function nextStep(
  { state, file, bases }: ToldRefresh,
  given: GivenOptions,
  epoch: string | undefined
): string {
  switch (state) {
    case 'written':
      return (
        `Next: ${suggestedCommand('plan', given)} says what is built; ` +
        `commit ${file} to take it in, revert the commit to go back.`
      )
    case 'dry run':
      return `Nothing was written. Next: ${refreshCommand(given, epoch)}`
    case 'unchanged':
      return bases.some(base => base.state === 'failed') ? afterWarnings(given, epoch) : 'Nothing to do.'
    case 'failed':
      return afterWarnings(given, epoch)
  }
}

function refreshCommand(given: GivenOptions, epoch?: string): string {
  return suggestedCommand('lock', given, ['--refresh', ...(epoch === undefined ? [] : ['--epoch', epoch])])
}

function digests({ state, before, now }: BaseChange): string {
  const was = before === null ? 'none' : shortDigest(before)
  switch (state) {
    case 'new':
    case 'moved':
      return `${was} → ${shortDigest(now ?? '')}`
    case 'unchanged':
      return `${was} (unchanged)`
    case 'failed':
      return `${was} (not refreshed)`
    case 'gone':
      return `${was} → no entry`
  }
}

/** Images by their new epoch. */
function epochsOf(refresh: ToldRefresh): readonly (readonly [string, readonly string[]])[] {
  const byEpoch = new Map<string, string[]>()
  for (const { image, now } of refresh.epochs) {
    if (now !== null) byEpoch.set(now, [...(byEpoch.get(now) ?? []), image])
  }
  return [...byEpoch]
}

/** Images that the manifest no longer has and that had an epoch. */
function endedEpochs(refresh: ToldRefresh): readonly string[] {
  return refresh.epochs.filter(({ now }) => now === null).map(({ image }) => image)
}

/** What a base affects by what became of it now; empty when it did not move. */
function affectedNow({ state, images }: BaseChange): string {
  return state === 'new' || state === 'moved' ? someOf(images, IMAGES_SHOWN) : ''
}

function nameOf(reference: string): string {
  return contextNameOf(reference) ?? reference
}
