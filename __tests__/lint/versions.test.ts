import { describe, expect, test } from '@jest/globals'
import { admits, canBothHold, exactVersion } from '../../src/lint/versions.js'

describe('a version and specifiers', () => {
  test.each([
    ['', '1.0', true],
    ['==1.0', '1.0.0', true],
    ['==1.0', '1.0.1', false],
    ['>=0.40', '0.45b0', true],
    ['==4.10.*', '4.10.0.84', true],
    ['>=2,<3', '3.0', false],
    ['~=1.4.2', '1.4.9', true],
    ['==2.5.1', '2.5.1+cpu', true]
  ])('%j admits %s: %s', (versions, version, fits) => {
    expect(admits(versions, version)).toBe(fits)
  })
})

describe('two specifiers', () => {
  test.each([
    ['', '==1.0', true],
    ['==1.0', '==1.0.0', true],
    ['==1.0', '==1.1', false],
    ['>=1.24,<2.0', '==2.1.3', false],
    ['>=2.0', '<2.0', false],
    ['>=2.0', '<=2.0', true],
    ['>1.0', '<1.1', true],
    ['<1.0', '<2.0', true],
    ['~=1.4.2', '>=1.5', false],
    ['==1.*', '!=1.0', true],
    ['>1.0b1', '<1.0', true]
  ])('%j and %j can both hold: %s', (a, b, hold) => {
    expect(canBothHold(a, b)).toBe(hold)
    expect(canBothHold(b, a)).toBe(hold)
  })
})

test('only an exact pin leaves one version', () => {
  expect(['==1.0', '===1.0+x', '==1.*', '>=1', '==1,<2', '', undefined].map(exactVersion)).toEqual([
    '1.0',
    '1.0+x',
    ...Array<undefined>(5).fill(undefined)
  ])
})
