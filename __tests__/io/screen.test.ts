import { expect, test } from '@jest/globals'
import { openScreen } from '../../src/io/screen.js'
import type { Screen } from '../../src/io/screen.js'
import { screenAfter } from '../support/terminal.js'

/** A screen whose terminal can be looked at. */
function open(columns: number): { readonly screen: Screen; readonly seen: () => readonly string[] } {
  let text = ''
  const write = (piece: string): boolean => {
    // As a terminal driver does it.
    text += piece.replaceAll('\n', '\r\n')
    return true
  }
  const screen = openScreen({ write: write as NodeJS.WriteStream['write'], columns, rows: 10 })
  return { screen, seen: () => screenAfter(text, columns).filter(line => line !== '') }
}

test('draws in place, prints above, and leaves only what was printed', () => {
  const { screen, seen } = open(20)
  screen.print('before\n')
  screen.draw(['one', 'two', 'three'])
  expect(seen()).toEqual(['before', 'one', 'two', 'three'])
  screen.draw(['ONE', 'two'])
  expect(seen()).toEqual(['before', 'ONE', 'two'])
  screen.print('a line that is longer than what was drawn\n')
  expect(seen()).toEqual(['before', 'a line that is longe', 'r than what was draw', 'n', 'ONE', 'two'])
  screen.draw([])
  expect(seen()).toEqual(['before', 'a line that is longe', 'r than what was draw', 'n'])
  screen.draw([])
  screen.print('after\n')
  expect(seen().at(-1)).toBe('after')
})

test('what a terminal shows in double width takes one line', () => {
  const { screen, seen } = open(10)
  screen.draw(['0123456789abcde', 'next'])
  screen.draw(['short', 'next'])
  expect(seen()).toEqual(['short', 'next'])
})

test('colours count for no width, and a terminal without a size has the usual one', () => {
  const { screen, seen } = open(10)
  screen.draw(['\u001b[32mgreen\u001b[0m 789', 'next'])
  screen.draw(['x'])
  expect(seen()).toEqual(['x'])
  const blind = openScreen({ write: () => true, columns: 0, rows: 0 })
  expect([blind.columns(), blind.rows()]).toEqual([80, 24])
})
