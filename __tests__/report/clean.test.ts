import { describe, expect, test } from '@jest/globals'
import type { CleanReport, CleanRow } from '../../src/release/clean-types.js'
import { renderCleanText } from '../../src/report/clean.js'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-22T12:00:00Z')

const row = (state: CleanRow['state'], days: number): CleanRow => ({
  repository: 'ghcr.io/acme/images-build',
  digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
  tags: ['web-linux-amd64-in-1', 'web-linux-amd64-by-2'],
  why: 'an older build of web',
  since: NOW - days * DAY,
  bytes: 1_500_000,
  state
})

const report = (state: CleanReport['state'], rows: readonly CleanRow[]): CleanReport => ({
  state,
  commits: [
    { revision: 'HEAD', commit: 'a'.repeat(40) },
    { revision: 'refs/remotes/origin/main', commit: 'b'.repeat(40) }
  ],
  now: NOW,
  keep: 30 * DAY,
  rows,
  bytes: 1_500_000 * rows.filter(each => each.state === 'may go' || each.state === 'deleted').length,
  diagnostics: []
})

describe('what a person reads of a cleaning', () => {
  test('a dry run: a table, what it frees, what waits and until when, and what to do next', () => {
    expect(renderCleanText(report('dry run', [row('may go', 40), row('waits', 20)]))).toBe(
      [
        'Needed: the builds of HEAD (aaaaaaa), refs/remotes/origin/main (bbbbbbb), the newest release, and what any other tag leads to.',
        '',
        'REPOSITORY                 DIGEST        TAGS                  RESULT  UNNEEDED   BYTES  WHY',
        'ghcr.io/acme/images-build  0123456789ab  web-linux-amd64-in-1  may go   40 days  1.5 MB  an older build of web',
        '                                         web-linux-amd64-by-2',
        '',
        '1 manifest with 1.5 MB may be deleted. Nothing was written.',
        '1 more manifest is not needed (an older build of web) and kept for 30 days: the first may go on 2026-12-02.',
        'Next: base-images clean --keep 30d --apply',
        ''
      ].join('\n')
    )
  })

  test('the next step cleans the same repositories, and keeps what was to be kept', () => {
    const given = { registry: 'localhost:5000/try', head: 'main', also: ['v1', 'v 2'], images: ['web'] }
    const text = renderCleanText({ ...report('dry run', [row('may go', 40)]), keep: DAY / 2 }, given)
    expect(text).toContain(
      "\nNext: base-images clean --head main --registry localhost:5000/try --also v1 --also 'v 2' --keep 12h --apply\n"
    )
  })

  test('a first dry run says from when the time counts', () => {
    const text = renderCleanText(report('dry run', [row('waits', 0)]))
    expect(text).toContain('Nothing may be deleted now.')
    expect(text).toContain('the time counts from the first `clean --apply` that sees them')
  })

  test('nothing to do has no next step', () => {
    const text = renderCleanText(report('dry run', []))
    expect(text).toContain('Nothing may be deleted now.')
    expect(text).not.toContain('Next:')
  })

  test('what was deleted, what stayed and what failed are counted', () => {
    const rows = [row('deleted', 31), row('deleted', 31), row('kept', 31), row('not deleted', 31)]
    expect(renderCleanText(report('stopped', rows))).toContain(
      'Deleted 2 manifests with 3.0 MB. 1 manifest stayed, being in use again. 1 manifest could not be deleted.'
    )
  })

  test('a refusal says that nothing was deleted', () => {
    expect(renderCleanText(report('refused', []))).toBe(
      'Refused: not everything could be listed; nothing was deleted.\n'
    )
  })

  test('a tag of somebody else cannot write to the terminal', () => {
    const text = renderCleanText(report('dry run', [{ ...row('may go', 40), tags: ['a\u001b[2Jb'] }]))
    expect(text).not.toContain('\u001b')
  })
})
