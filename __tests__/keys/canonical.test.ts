import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Json } from '../../src/keys/canonical.js'
import { canonicalJson, sha256 } from '../../src/keys/canonical.js'

/** Any JSON value; -0 is left out since JSON writes it as 0. */
const json = fc.jsonValue({ noUnicodeString: false }).map(value => value as Json)

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Record<string, Json>).reverse()
  return Object.fromEntries(entries.map(([key, each]) => [key, reversed(each)]))
}

describe('canonical JSON', () => {
  test('has no blanks and keys in code-unit order at every depth', () => {
    expect(canonicalJson({ b: [1, { z: null, a: true }], a: 'x', B: 2, '10': 1, '9': 1 })).toBe(
      '{"10":1,"9":1,"B":2,"a":"x","b":[1,{"a":true,"z":null}]}'
    )
  })

  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(json, value => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      })
    )
  })

  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  test('keeps the order of lists', () => {
    expect(canonicalJson(['b', 'a'])).not.toBe(canonicalJson(['a', 'b']))
  })

  test('keeps names apart that differ only in bytes that are no UTF-8', () => {
    expect(canonicalJson('a\udc80')).toBe('"a\\udc80"')
    expect(sha256(canonicalJson('a\udc80'))).not.toBe(sha256(canonicalJson('a\udc81')))
    expect(sha256(canonicalJson('a\udc80'))).not.toBe(sha256(canonicalJson('a\ufffd')))
  })

  test('a key called __proto__ counts like any other', () => {
    const value = JSON.parse('{"__proto__":{"a":1}}') as Json
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1}}')
  })
})

test('SHA-256 of a text and of its bytes are the same, in hex', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256(Buffer.from('abc'))).toBe(sha256('abc'))
})
