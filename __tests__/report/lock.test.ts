import { describe, expect, test } from '@jest/globals'
import type { LockCheck } from '../../src/freshness/check.js'
import {
  refreshMessage,
  renderCheckText,
  renderRefreshMarkdown,
  renderRefreshText
} from '../../src/report/lock.js'
import type { ToldRefresh } from '../../src/report/lock.js'
import { golden } from './golden.js'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`
const PYTHON = 'docker.io/library/python:3.11-slim-bookworm'

const REFRESH: ToldRefresh = {
  file: 'images/lock.yaml',
  state: 'written',
  changed: true,
  bases: [
    {
      reference: PYTHON,
      platform: 'linux/amd64',
      state: 'moved',
      before: digest('1'),
      now: digest('2'),
      images: ['python-base', 'python-web', 'a', 'b', 'c', 'd', 'e']
    },
    {
      reference: PYTHON,
      platform: 'linux/arm64',
      state: 'new',
      before: null,
      now: digest('3'),
      images: ['python-base']
    },
    {
      reference: 'ghcr.io/x/y:1',
      platform: 'linux/amd64',
      state: 'unchanged',
      before: digest('4'),
      now: digest('4'),
      images: ['z']
    },
    {
      reference: 'quay.io/x/y:1',
      platform: 'linux/amd64',
      state: 'failed',
      before: digest('5'),
      now: digest('5'),
      images: ['z'],
      reason: 'it does not answer'
    },
    {
      reference: 'quay.io/x/old:1',
      platform: 'linux/amd64',
      state: 'gone',
      before: digest('6'),
      now: null,
      images: []
    }
  ],
  epochs: [
    { image: 'gone-image', before: '2026-W40', now: null },
    { image: 'python-base', before: '2026-W46', now: '2026-W47' },
    { image: 'tools', before: null, now: '2026-W47' }
  ]
}

const CHECK: LockCheck = {
  file: 'images/lock.yaml',
  exists: true,
  locked: [{ reference: PYTHON, platform: 'linux/amd64', digest: digest('1'), images: ['python-base'] }],
  missing: [{ reference: PYTHON, platform: 'linux/arm64', digest: null, images: ['python-base', 'tools'] }],
  unused: [{ reference: 'quay.io/x/old:1', platform: 'linux/amd64', digest: digest('6') }],
  pinned: [`ghcr.io/x/y:1@${digest('7')}`],
  epochs: [
    { image: 'python-base', epoch: '2026-W40', reason: 'weekly security updates', weeks: 7 },
    { image: 'tools', epoch: 'CVE-2026-1', reason: 'by hand', weeks: null },
    { image: 'web', epoch: '2026-W47', reason: 'weekly security updates', weeks: 0 }
  ],
  withoutEpoch: ['fave-base']
}

describe('a refresh', () => {
  test.each([
    ['lock-refresh.txt', () => renderRefreshText(REFRESH)],
    ['lock-summary.txt', () => renderRefreshMarkdown(REFRESH)],
    ['lock-message.txt', () => refreshMessage(REFRESH)],
    ['lock-check.txt', () => renderCheckText(CHECK)]
  ])('reads as in golden/%s', (name, render) => {
    expect(render()).toBe(golden(name, render()))
  })

  test('of nothing says that there is nothing to do', () => {
    const text = renderRefreshText({ ...REFRESH, state: 'unchanged', changed: false, bases: [], epochs: [] })
    expect(text).toBe('Nothing moved.\n\nNothing to do.\n')
  })

  test('of which a base could not be asked does not say that nothing is to do', () => {
    const bases = REFRESH.bases.filter(({ state }) => state === 'failed')
    const text = renderRefreshText({ ...REFRESH, state: 'unchanged', changed: false, bases, epochs: [] })
    expect(text).toMatch(/^Nothing moved\.\n/)
    expect(text).toContain('(not refreshed)')
    expect(text).toMatch(/\nNext: look at the warnings, then base-images lock --refresh\n$/)
  })

  test('that could not ask any base says so, and does not say that something moved', () => {
    const text = renderRefreshText({ ...REFRESH, state: 'failed', changed: false, epochs: [] })
    expect(text).toMatch(/^No base could be asked, so nothing was written\.\n/)
    expect(text).toContain('Next: look at the warnings')
  })

  test('repeats in its next step what was given', () => {
    const given = { manifest: 'm.yaml', images: ['web'] }
    const next = (state: 'written' | 'dry run'): string =>
      renderRefreshText({ ...REFRESH, state }, { given, epoch: 'CVE 1' })
    expect(next('written')).toContain('Next: base-images plan --manifest m.yaml --image web says')
    expect(next('dry run')).toContain("Next: base-images lock --manifest m.yaml --refresh --epoch 'CVE 1'\n")
    expect(renderCheckText(CHECK, given)).toContain('Next: base-images lock --manifest m.yaml --refresh\n')
  })

  test('cannot break out of its table', () => {
    const hostile = 'ghcr.io/x/y:1|<img src=x>`\n::error::'
    const [row = ''] = renderRefreshMarkdown({
      ...REFRESH,
      bases: [{ ...REFRESH.bases[0]!, reference: hostile }]
    })
      .split('\n')
      .filter(line => line.includes('ghcr'))
    expect(row).not.toMatch(/<img|y:1\|/)
  })
})

describe('a lock without faults', () => {
  test('has nothing to do', () => {
    const text = renderCheckText({ ...CHECK, missing: [], unused: [], withoutEpoch: [] })
    expect(text).toMatch(/^images\/lock\.yaml: 1 base locked\.\n/)
    expect(text).toContain('Nothing to do.')
  })

  test('that does not exist is told first', () => {
    expect(renderCheckText({ ...CHECK, exists: false, locked: [] })).toMatch(
      /^There is no images\/lock\.yaml\.\n/
    )
  })
})
