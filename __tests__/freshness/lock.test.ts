import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { EMPTY_LOCK, epochOf, lockEntry, readLock } from '../../src/freshness/lock.js'
import type { Lock } from '../../src/freshness/lock.js'

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

  const broken: readonly (readonly [string, string, string])[] = [
    ['no YAML', 'version: [1', 'the lock is no YAML'],
    ['a key twice', 'version: 1\nversion: 1', 'the lock is no YAML'],
    ['an alias', 'version: 1\nbases: &a {}\nepochs: *a', 'the lock is no YAML'],
    ['a list', '- version: 1', 'must be a map with `version: 1`'],
    ['no version', 'bases: {}', 'must be a map with `version: 1`'],
    ['another version', 'version: 2', 'must be a map with `version: 1`'],
    ['bases that are a list', 'version: 1\nbases: []', '`bases` must map'],
    ['a base without platforms', 'version: 1\nbases: { a: null }', '`bases` must map'],
    [
      'a base without a digest',
      'version: 1\nbases: { a: { linux/amd64: { onbuild: [], env: [] } } }',
      '`bases` must map'
    ],
    [
      'a digest that is none',
      'version: 1\nbases: { a: { linux/amd64: { digest: latest, onbuild: [], env: [] } } }',
      '`bases` must map'
    ],
    [
      'a short digest',
      `version: 1\nbases: { a: { linux/amd64: { digest: "${DIGEST.slice(0, -1)}", onbuild: [], env: [] } } }`,
      '`bases` must map'
    ],
    [
      'triggers that are no texts',
      `version: 1\nbases: { a: { linux/amd64: { digest: "${DIGEST}", onbuild: [1], env: [] } } }`,
      '`bases` must map'
    ],
    [
      'no environment',
      `version: 1\nbases: { a: { linux/amd64: { digest: "${DIGEST}", onbuild: [] } } }`,
      '`bases` must map'
    ],
    ['an epoch that is a number', 'version: 1\nepochs: { a: { epoch: 7, reason: x } }', '`epochs` must map'],
    ['an epoch without a reason', 'version: 1\nepochs: { a: { epoch: "7" } }', '`epochs` must map'],
    ['more than 4 MB', `version: 1 # ${'x'.repeat(4 * 1024 * 1024)}`, 'larger than 4 MB']
  ]
  test.each(broken)('%s is an error with the file, what was expected and a remedy', (_, text, message) => {
    const { lock, diagnostics } = readLock(text, 'images/lock.yaml')
    expect(lock).toEqual(EMPTY_LOCK)
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({
      code: 'M010',
      severity: 'error',
      file: 'images/lock.yaml',
      remedy: 'write the file again with `base-images lock --refresh`'
    })
    expect(diagnostics[0]?.message).toContain(message)
  })

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
