import { describe, expect, test } from '@jest/globals'
import { placeFinder } from '../../src/manifest/lines.js'
import { nearest } from '../../src/manifest/names.js'
import { parseSize } from '../../src/manifest/size.js'
import { expandTags } from '../../src/manifest/tags.js'

describe('parseSize', () => {
  test.each([
    ['250MB', 250_000_000],
    ['250MiB', 262_144_000],
    ['1.5 GiB', 1_610_612_736],
    ['1kB', 1000],
    ['1KB', 1000],
    ['1KiB', 1024],
    ['2TB', 2_000_000_000_000],
    ['7B', 7],
    ['0MB', undefined],
    ['0.0001B', undefined],
    ['-1MB', undefined],
    ['MB', undefined],
    ['250', undefined],
    ['1e3MB', undefined],
    ['250 mb', undefined]
  ])('reads %s as %p bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })
})

describe('expandTags', () => {
  const values = { date: '2026-11-22', commit: '0123456789abcdef0123456789abcdef01234567' }

  test('fills the day and the first twelve digits of the commit, every time they occur', () => {
    expect(expandTags(['latest', '{date}-{commit}', '{date}.{date}'], values)).toEqual([
      'latest',
      '2026-11-22-0123456789ab',
      '2026-11-22.2026-11-22'
    ])
  })

  test('lists tags that become equal once', () => {
    expect(expandTags(['{date}', '2026-11-22'], values)).toEqual(['2026-11-22'])
  })
})

describe('nearest', () => {
  test.each([
    ['tagret', 'target'],
    ['Tags', 'tags'],
    ['imgaes', 'images'],
    ['tag', 'tags'],
    ['x', undefined],
    ['publication', undefined],
    ['size_budget', 'size-budget']
  ])('takes %s for %p', (name, meant) => {
    expect(nearest(name, ['tags', 'target', 'images', 'size-budget', 'publish'])).toBe(meant)
  })
})

describe('placeFinder', () => {
  test('counts lines and columns from 1', () => {
    const placeOf = placeFinder('ab\n\ncd')
    expect([0, 2, 3, 4, 5, 6].map(placeOf)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
      { line: 3, column: 3 }
    ])
  })
})
