import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { EMPTY_LOCK, epochOf, lockEntry } from '../../src/freshness/lock.js'
import type { Lock } from '../../src/freshness/lock.js'
import { readLock } from '../../src/freshness/read-lock.js'

const DIGEST = `sha256:${'1'.repeat(64)}`
const PYTHON = 'docker.io/library/python:3.11-slim-bookworm'
const TEXT = `
version: 1
bases:
  ${PYTHON}:
    linux/amd64:
      digest: ${DIGEST}
      onbuild: []
      env: [PATH=/usr/local/bin:/usr/bin, LANG=C.UTF-8]
epochs:
  python-base:
    epoch: 2026-W47
    reason: CVE-2026-1234
`

/** Reads a lock that must be right. */
function lockOf(text: string): Lock {
  const { lock, diagnostics } = readLock(text, 'images/lock.yaml')
  expect(diagnostics).toEqual([])
  return lock
}

describe('the lock', () => {
  test('gives the digest, triggers and environment of a base on a platform', () => {
    expect(lockEntry(lockOf(TEXT), PYTHON, 'linux/amd64')).toEqual({
      digest: DIGEST,
      onbuild: [],
      env: ['PATH=/usr/local/bin:/usr/bin', 'LANG=C.UTF-8']
    })
  })

  test('has nothing for another platform, another tag or a familiar name', () => {
    const lock = lockOf(TEXT)
    expect(lockEntry(lock, PYTHON, 'linux/arm64')).toBeNull()
    expect(lockEntry(lock, 'docker.io/library/python:3.12', 'linux/amd64')).toBeNull()
    expect(lockEntry(lock, 'python:3.11-slim-bookworm', 'linux/amd64')).toBeNull()
  })

  test('gives the patch epoch of an image, and none for others', () => {
    const lock = lockOf(TEXT)
    expect(epochOf(lock, 'python-base')).toBe('2026-W47')
    expect(epochOf(lock, 'python-web')).toBeNull()
  })

  test('takes no word of JavaScript for an entry', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(lockEntry(lockOf(TEXT), name, 'linux/amd64')).toBeNull()
      expect(lockEntry(lockOf(TEXT), PYTHON, name)).toBeNull()
      expect(epochOf(lockOf(TEXT), name)).toBeNull()
    }
  })

  test.each([
    '',
    '# only a comment\n',
    'version: 1',
    'version: 1\nbases: {}\nepochs: {}',
    'version: 1\nbases:\n'
  ])('may be empty: %j', text => {
    expect(lockOf(text)).toEqual(EMPTY_LOCK)
  })

  const base = (fields: string): string => `version: 1\nbases: { a: { linux/amd64: { ${fields} } } }`
  /** Each with the places (line:column) that are told. */
  const broken: readonly (readonly [string, string, readonly string[], string])[] = [
    ['no YAML', 'version: [1', ['1:12'], 'no YAML'],
    ['a key twice', 'version: 1\nversion: 1', ['2:1'], 'no YAML'],
    ['a list', '- version: 1', ['1:1'], 'a map with `version: 1`'],
    ['no version', 'bases: {}', ['1:1'], 'a map with `version: 1`'],
    ['another version', 'version: 2', ['1:10'], 'a map with `version: 1`'],
    ['an unknown key', 'version: 1\nbasis: {}', ['2:1'], '"basis"'],
    ['bases that are a list', 'version: 1\nbases: []', ['2:8'], '`bases` must map'],
    ['a base without platforms', 'version: 1\nbases: { a: null }', ['2:13'], 'must map'],
    ['a base without a digest', base('onbuild: [], env: []'), ['2:15'], '`digest`'],
    ['a digest that is none', base('digest: latest, onbuild: [], env: []'), ['2:38'], '`digest`'],
    [
      'a short digest',
      base(`digest: "${DIGEST.slice(0, -1)}", onbuild: [], env: []`),
      ['2:38'],
      '64 hex digits'
    ],
    [
      'triggers that are no texts',
      base(`digest: "${DIGEST}", onbuild: [1], env: []`),
      ['2:122'],
      '`onbuild`'
    ],
    [
      'an index that is not true',
      base(`digest: "${DIGEST}", index: 1, onbuild: [], env: []`),
      ['2:120'],
      '`index`'
    ],
    ['no environment', base(`digest: "${DIGEST}", onbuild: []`), ['2:15'], '`env`'],
    [
      'an epoch that is a number',
      'version: 1\nepochs: { a: { epoch: 7, reason: x } }',
      ['2:23'],
      'in quotes'
    ],
    ['an epoch without a reason', 'version: 1\nepochs: { a: { epoch: "7" } }', ['2:11'], '`reason`'],
    [
      'several mistakes',
      'version: 1\nepochs:\n  a: { epoch: 7, reason: x }\n  b: []\n',
      ['3:15', '4:6'],
      'in quotes'
    ],
    ['more than 4 MB', `version: 1 # ${'x'.repeat(4 * 1024 * 1024)}`, [''], 'larger than 4 MB']
  ]
  test.each(broken)(
    '%s: is told with its place, and nothing of the lock is used',
    (_, text, places, message) => {
      const { lock, diagnostics } = readLock(text, 'images/lock.yaml')
      expect(lock).toEqual(EMPTY_LOCK)
      expect(diagnostics.map(({ line, column }) => (line === undefined ? '' : `${line}:${column}`))).toEqual(
        places
      )
      for (const diagnostic of diagnostics) {
        expect(diagnostic).toMatchObject({
          code: 'M010',
          severity: 'error',
          file: 'images/lock.yaml',
          remedy: 'write the file again with `base-images lock --refresh`'
        })
      }
      expect(diagnostics[0]?.message).toContain(message)
    }
  )

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map(value => JSON.stringify(value))
        ),
        text => {
          const { lock, diagnostics } = readLock(text, 'lock.yaml')
          expect(diagnostics.length > 0 || typeof lock.bases === 'object').toBe(true)
        }
      )
    )
  })
})
