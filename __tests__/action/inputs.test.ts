import { expect, test } from '@jest/globals'
import { nameList, optionalMinutes, optionalText, strictBoolean } from '../../src/action/inputs.js'
import { readRow } from '../../src/action/row.js'

const giving = (value: string) => (): string => value

test.each([
  ['true', true],
  ['false', false],
  ['', false]
])('the switch %j is %j', (text, value) => {
  expect(strictBoolean(giving(text), 'dry-run')).toBe(value)
})

test.each(['True', 'yes', '1', 'on', 'no', 'fasle'])(
  'the switch %j is an error that names the input',
  text => {
    expect(() => strictBoolean(giving(text), 'dry-run')).toThrow(
      `input dry-run: expected true or false, found "${text}"`
    )
  }
)

test('names are separated by commas, spaces or lines', () => {
  expect(nameList(giving(' a, b\n\nc  d,'), 'images')).toEqual(['a', 'b', 'c', 'd'])
  expect(nameList(giving(' , \n'), 'images')).toBeUndefined()
})

test('an empty text was not given', () => {
  expect(optionalText(giving(''), 'base')).toBeUndefined()
  expect(optionalText(giving('main'), 'base')).toBe('main')
})

test.each([
  ['', undefined],
  ['120', 120],
  ['0.5', 0.5]
])('the time %j is %j minutes', (text, minutes) => {
  expect(optionalMinutes(giving(text), 'timeout-minutes')).toBe(minutes)
})

test.each(['0', '-1', '2h', '1e3', '.', '1.', 'Infinity'])('the time %j is an error', text => {
  expect(() => optionalMinutes(giving(text), 'timeout-minutes')).toThrow(
    `input timeout-minutes: expected minutes, found "${text}"`
  )
})

test('a row gives its images and its platform', () => {
  const json = '{"id":"0-a","images":["a","b"],"platform":"linux/amd64","runner":"ubuntu-24.04"}'
  expect(readRow(json)).toEqual({ images: ['a', 'b'], platform: 'linux/amd64' })
})

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"images":[],"platform":"p"}',
  '{"images":[1],"platform":"p"}',
  '{"images":["a"]}',
  '{'
])('a row is not %j', json => {
  expect(() => readRow(json)).toThrow(/^input row: expected one row of the output levels as JSON/)
})
