import { describe, expect, test } from '@jest/globals'
import type { WantedBase } from '../../src/freshness/bases.js'
import { EMPTY_LOCK } from '../../src/freshness/lock.js'
import type { Lock, LockedBase } from '../../src/freshness/lock.js'
import { refreshLock } from '../../src/freshness/refresh.js'
import type { EpochOrder, Upstream } from '../../src/freshness/refresh.js'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`
const entry = (digit: string): LockedBase => ({ digest: digest(digit), onbuild: [], env: ['A=1'] })
const wanted = (reference: string, platform = 'linux/amd64'): WantedBase => ({
  reference,
  platform,
  whole: false,
  frontend: false,
  takers: ['web'],
  affected: ['web', 'api']
})
const answers =
  (given: Readonly<Record<string, LockedBase>>): ((base: WantedBase) => Upstream) =>
  ({ reference, platform }) => {
    const base = given[`${reference} ${platform}`]
    return base === undefined ? { kind: 'failed', reason: 'gone away' } : { kind: 'found', base }
  }
const order = (given: Partial<EpochOrder> = {}): EpochOrder => ({
  images: ['web', 'api'],
  declaring: ['web'],
  week: '2026-W47',
  ...given
})

const OLD: Lock = {
  bases: { 'r/a:1': { 'linux/amd64': entry('1') }, 'r/old:1': { 'linux/amd64': entry('9') } },
  epochs: {
    web: { epoch: '2026-W46', reason: 'weekly security updates' },
    api: { epoch: 'CVE-2026-1', reason: 'by hand' },
    removed: { epoch: '2026-W40', reason: 'weekly security updates' }
  }
}

describe('a refresh', () => {
  const made = refreshLock(
    OLD,
    [wanted('r/a:1'), wanted('r/b:1')],
    answers({ 'r/a:1 linux/amd64': entry('2'), 'r/b:1 linux/amd64': entry('3') }),
    order()
  )

  test('takes in what moved and what is new, and drops what no image takes', () => {
    expect(made.lock.bases).toEqual({
      'r/a:1': { 'linux/amd64': entry('2') },
      'r/b:1': { 'linux/amd64': entry('3') }
    })
    expect(made.bases.map(({ reference, state, before, now }) => [reference, state, before, now])).toEqual([
      ['r/a:1', 'moved', digest('1'), digest('2')],
      ['r/b:1', 'new', null, digest('3')],
      ['r/old:1', 'gone', digest('9'), null]
    ])
    expect(made.changed).toBe(true)
  })

  test('names the images that a moved base affects', () => {
    expect(made.bases[0]?.images).toEqual(['web', 'api'])
  })

  test('gives the epoch to images that declare the argument, keeps what is by hand, drops removed images', () => {
    expect(made.lock.epochs).toEqual({
      web: { epoch: '2026-W47', reason: 'weekly security updates' },
      api: { epoch: 'CVE-2026-1', reason: 'by hand' }
    })
    expect(made.epochs).toEqual([
      { image: 'removed', before: '2026-W40', now: null },
      { image: 'web', before: '2026-W46', now: '2026-W47' }
    ])
  })

  test('again with the same answers changes nothing', () => {
    const again = refreshLock(
      made.lock,
      [wanted('r/a:1'), wanted('r/b:1')],
      answers({ 'r/a:1 linux/amd64': entry('2'), 'r/b:1 linux/amd64': entry('3') }),
      order()
    )
    expect(again.changed).toBe(false)
    expect(again.lock).toEqual(made.lock)
    expect(again.epochs).toEqual([])
    expect(again.bases.map(base => base.state)).toEqual(['unchanged', 'unchanged'])
  })
})

describe('a base that cannot be asked', () => {
  const made = refreshLock(OLD, [wanted('r/a:1'), wanted('r/b:1')], answers({}), order())

  test('keeps its entry, or stays without one', () => {
    expect(made.lock.bases).toEqual({ 'r/a:1': { 'linux/amd64': entry('1') } })
    expect(made.bases.filter(base => base.state === 'failed').map(base => base.reason)).toEqual([
      'gone away',
      'gone away'
    ])
  })
})

describe('a base with other variables or triggers under the same digest', () => {
  test('counts as moved', () => {
    const changed: LockedBase = { ...entry('1'), onbuild: ['COPY . /app'] }
    const made = refreshLock(OLD, [wanted('r/a:1')], answers({ 'r/a:1 linux/amd64': changed }), order())
    expect(made.bases[0]?.state).toBe('moved')
    expect(made.lock.bases['r/a:1']?.['linux/amd64']).toEqual(changed)
  })
})

describe('an epoch that is asked for', () => {
  test('is set even when it is not later, with its reason', () => {
    const made = refreshLock(EMPTY_LOCK, [], answers({}), order({ asked: '2026-W01' }))
    expect(made.lock.epochs).toEqual({
      web: { epoch: '2026-W01', reason: 'security updates asked for by --epoch' }
    })
  })
})
