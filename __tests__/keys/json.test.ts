import { expect, test } from '@jest/globals'
import { isTexts, objectIn } from '../../src/keys/json.js'

test('only an object is read as one', () => {
  expect(objectIn('{"a":1}')).toEqual({ a: 1 })
  expect(['[]', 'null', '1', '"a"', '', '{'].map(objectIn)).toEqual(Array(6).fill(undefined))
})

test('a list of texts holds nothing else', () => {
  expect([['a'], [], ['a', 1], 'a', {}].map(isTexts)).toEqual([true, true, false, false, false])
})
