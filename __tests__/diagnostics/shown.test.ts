import { expect, test } from '@jest/globals'
import { cut, firstLines, someOf } from '../../src/diagnostics/shown.js'

test('names beyond the first few are counted', () => {
  expect(someOf([], 2)).toBe('')
  expect(someOf(['a', 'b'], 2)).toBe('a, b')
  expect(someOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
  expect(someOf(['a', 'b', 'c'], 2, '; ')).toBe('a; b and 1 more')
})

test('lines beyond the first few are counted in a line of their own', () => {
  expect(firstLines(['a', 'b'], 2)).toEqual(['a', 'b'])
  expect(firstLines(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'and 1 more'])
  expect(firstLines(['a'], 0)).toEqual(['and 1 more'])
})

test('a cut text has as many characters as there is room for, and no half of one', () => {
  expect(cut('abc', 3)).toBe('abc')
  expect(cut('abcd', 3)).toBe('ab…')
  expect(cut('😀😀😀', 2)).toBe('😀…')
  expect(cut('ab', 0)).toBe('…')
})
