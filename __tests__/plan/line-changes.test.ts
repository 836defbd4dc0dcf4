import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lineChanges, shortened } from '../../src/plan/line-changes.js'
import type { Line } from '../../src/plan/line-changes.js'

const lines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text, index) => ({ line: index + 1, text }))

/** Changes as `before|after` with line numbers. */
function shown(before: readonly string[], after: readonly string[]): readonly string[] {
  const side = (line: Line | undefined): string => (line === undefined ? '' : `${line.line}${line.text}`)
  return lineChanges(lines(...before), lines(...after)).map(
    change => `${side(change.before)}|${side(change.after)}`
  )
}

test('a line that is another one now is told with both sides', () => {
  expect(shown(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual(['2b|2x'])
})

test('lines that come and go are told alone', () => {
  expect(shown(['a', 'c'], ['a', 'b', 'c'])).toEqual(['|2b'])
  expect(shown(['a', 'b', 'c'], ['a', 'c'])).toEqual(['2b|'])
})

test('of lines that stand several times the new one is told', () => {
  expect(shown(['a', 'b', 'a'], ['a', 'b', 'a', 'a'])).toEqual(['|4a'])
})

test('lines in another order are no change', () => {
  expect(shown(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual([])
})

test('there is a change exactly when one side has a line more often', () => {
  const some = fc.array(fc.constantFrom<string>('a', 'b', 'c'))
  fc.assert(
    fc.property(some, some, (before, after) => {
      const changes = lineChanges(lines(...before), lines(...after))
      const gone = changes.flatMap(change => change.before?.text ?? [])
      const come = changes.flatMap(change => change.after?.text ?? [])
      const kept = [...before]
      for (const text of gone) kept.splice(kept.indexOf(text), 1)
      expect([...kept, ...come].sort()).toEqual([...after].sort())
      expect(gone.filter(text => come.includes(text))).toEqual([])
    })
  )
})

test('a long text is cut, on one line, between characters', () => {
  expect(shortened('a\n  b')).toBe('a b')
  expect([...shortened('😀'.repeat(200))]).toHaveLength(100)
  expect(shortened('😀'.repeat(200)).endsWith('😀…')).toBe(true)
})
