import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { epochAge, isEpoch, isoWeek, laterEpoch } from '../../src/freshness/epoch.js'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const at = (text: string): number => Date.parse(text)

describe('the ISO week', () => {
  // https://en.wikipedia.org/wiki/ISO_week_date, "Examples of contemporary dates around New Year's Day"
  test.each([
    ['1977-01-01T00:00:00Z', '1976-W53'],
    ['1977-12-31T23:59:59Z', '1977-W52'],
    ['1978-01-02T00:00:00Z', '1978-W01'],
    ['1979-12-31T00:00:00Z', '1980-W01'],
    ['1980-12-28T23:59:59Z', '1980-W52'],
    ['1981-12-31T00:00:00Z', '1981-W53'],
    ['1982-01-03T23:59:59Z', '1981-W53'],
    ['2026-11-22T12:00:00Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48']
  ])('of %s is %s', (time, week) => {
    expect(isoWeek(at(time))).toBe(week)
  })

  test('changes every seven days, and a later week is a later text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2999-12-31T00:00:00Z') }), time => {
        expect(isoWeek(time) < isoWeek(time + WEEK_MS)).toBe(true)
        expect(epochAge(isoWeek(time), time)).toBe(0)
        expect(epochAge(isoWeek(time), time + 3 * WEEK_MS)).toBe(3)
      })
    )
  })
})

describe('the epoch that follows', () => {
  test.each([
    [undefined, '2026-W47'],
    ['2026-W46', '2026-W47'],
    ['2026-W47', '2026-W47'],
    ['CVE-2026-1', '2026-W47'],
    ['2026-11-20', '2026-W47']
  ])('%s is this week', (present, next) => {
    expect(laterEpoch(present, '2026-W47')).toBe(next)
  })

  test.each(['2026-W47.2', '2026-W48', '2027-W01'])(
    '%s stays: it is as new, and its images are built',
    epoch => {
      expect(laterEpoch(epoch, '2026-W47')).toBe(epoch)
    }
  )
})

describe('an epoch that somebody names', () => {
  test.each(['2026-W47', '2026-W47.2', 'CVE-2026-1234', 'a'.repeat(64)])('may be %s', text => {
    expect(isEpoch(text)).toBe(true)
  })

  test.each(['', '-x', 'a b', 'a\nb', '$(id)', 'a'.repeat(65), 'ä'])('may not be %j', text => {
    expect(isEpoch(text)).toBe(false)
  })

  test('has an age only when it begins with a week', () => {
    expect(epochAge('2026-W40.2', at('2026-11-22T12:00:00Z'))).toBe(7)
    expect(epochAge('CVE-2026-1', at('2026-11-22T12:00:00Z'))).toBeUndefined()
  })
})
