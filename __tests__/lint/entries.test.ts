import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { originsOf, readEntries, readEntry } from '../../src/lint/entries.js'

const at = { line: 1 }

describe('a requirement', () => {
  test.each([
    ['numpy', 'numpy', '', ''],
    ['Zope.Interface == 6.4', 'zope-interface', '==6.4', ''],
    ['uvicorn[standard, http2]>=0.30,<1', 'uvicorn', '>=0.30,<1', ''],
    ['numpy (>=1.2)', 'numpy', '>=1.2', ''],
    ['numpy==1.0 --hash=sha256:ab --hash=sha256:cd', 'numpy', '==1.0', ''],
    ['tomli==2.0 ; python_version < "3.11"', 'tomli', '==2.0', 'python_version < "3.11"'],
    ['torch==2.5.1+cpu', 'torch', '==2.5.1+cpu', ''],
    ['numpy @ https://example.org/numpy-1.0.whl', 'numpy', undefined, '']
  ])('%j asks for %s', (text, name, versions, marker) => {
    expect(readEntry(text, at)).toMatchObject({ kind: 'package', name, versions, marker })
  })

  test('tells extras from none', () => {
    expect(readEntry('uvicorn[standard]==1', at)).toMatchObject({
      extras: true,
      written: 'uvicorn[standard]==1'
    })
    expect(readEntry('uvicorn[]==1', at)).toMatchObject({ extras: false })
  })

  test.each(['numpy=>1', 'numpy==${VERSION}', '-', '=1.0', 'numpy[x', 'a b', `numpy==${'1.'.repeat(600)}1`])(
    '%j is not understood',
    text => {
      expect(readEntry(text, at)).toMatchObject({ kind: 'unreadable' })
    }
  )

  test.each([
    './wheels/a.whl',
    'https://example.org/a.whl',
    'git+https://example.org/a',
    'a-1.0.tar.gz',
    '-e .'
  ])('%j names no package', text => {
    expect(readEntry(text, at)).toEqual({ kind: 'other', line: 1 })
  })
})

describe('an option', () => {
  test.each([
    ['-r other.txt', { kind: 'file', use: 'requirement', path: 'other.txt' }],
    ['-rother.txt', { kind: 'file', use: 'requirement', path: 'other.txt' }],
    ['--requirement=other.txt', { kind: 'file', use: 'requirement', path: 'other.txt' }],
    ['--constraint "c.txt"', { kind: 'file', use: 'constraint', path: 'c.txt' }],
    ['-i http://x', { kind: 'source', option: '--index-url', value: 'http://x' }],
    ['--extra-index-url=https://x', { kind: 'source', option: '--extra-index-url', value: 'https://x' }],
    ['--pre', { kind: 'other' }]
  ])('%j', (text, entry) => {
    expect(readEntry(text, at)).toMatchObject(entry)
  })
})

test('entries have the line and column of their first word', () => {
  const text = '# pins\n\n  numpy==1.0 \\\n    --hash=sha256:ab\n-r more.txt\n'
  expect(readEntries(text)).toMatchObject([
    { name: 'numpy', line: 3, column: 3 },
    { kind: 'file', line: 5, column: 1 }
  ])
})

test('the file that a lock was resolved from is found in the notes of uv and pip-compile', () => {
  const lock =
    'a==1\n    # via -r services/a/requirements.txt\nb==2\n    # via\n    #   -r services/a/more.in\n    #   a\n'
  expect(originsOf(lock)).toEqual(['services/a/requirements.txt', 'services/a/more.in'])
})

describe('hostile text', () => {
  test('any text gives entries and no exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(readEntries(text).every(({ line }) => line >= 1)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  test.each([
    ['a name', 'a'.repeat(1e6)],
    ['dots', '.-'.repeat(5e5)],
    ['brackets', `a${'['.repeat(1e6)}`],
    ['specifiers', `a>=1${',>=1'.repeat(2e5)}`],
    ['blanks', `a${' '.repeat(1e6)}b`],
    ['continuations', 'a\\\n'.repeat(3e5)],
    ['parentheses', `a (${'('.repeat(1e6)}`],
    ['options', `-${'-a'.repeat(5e5)}`]
  ])('a megabyte of %s is read within a second of processor time', (_, text) => {
    const start = process.cpuUsage()
    readEntries(text)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(1)
  })
})
