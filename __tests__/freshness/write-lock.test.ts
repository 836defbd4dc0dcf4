import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Lock } from '../../src/freshness/lock.js'
import { readLock } from '../../src/freshness/read-lock.js'
import { renderLock } from '../../src/freshness/write-lock.js'

const DIGEST = `sha256:${'1'.repeat(64)}`
describe('a lock that is written', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('3.10', 'yes', '~', '# x', 'a: b')
  )
  const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  const lock: fc.Arbitrary<Lock> = fc.record({
    bases: fc.dictionary(
      text,
      fc.dictionary(
        text,
        fc.record(
          {
            digest: digest.map(hex => `sha256:${hex}`),
            index: fc.constant<true>(true),
            onbuild: fc.array(text),
            env: fc.array(text)
          },
          { requiredKeys: ['digest', 'onbuild', 'env'], noNullPrototype: true }
        ),
        { maxKeys: 3, noNullPrototype: true }
      ),
      { maxKeys: 3, noNullPrototype: true }
    ),
    epochs: fc.dictionary(text, fc.record({ epoch: text, reason: text }), {
      maxKeys: 3,
      noNullPrototype: true
    })
  })

  test('is read back as it was, whatever texts it holds', () => {
    fc.assert(
      fc.property(lock, made => {
        const { lock: read, diagnostics } = readLock(renderLock(made), 'images/lock.yaml')
        expect(diagnostics).toEqual([])
        expect(read).toEqual(made)
      }),
      { numRuns: 300 }
    )
  })

  test('has the same bytes in whatever order it was made', () => {
    const one = { digest: DIGEST, onbuild: [], env: ['A=1', 'B=2'] }
    const a: Lock = {
      bases: { x: { 'linux/amd64': one, 'linux/arm64': one }, y: { 'linux/amd64': one } },
      epochs: { p: { epoch: '1', reason: 'r' }, q: { epoch: '2', reason: 'r' } }
    }
    const b: Lock = {
      bases: { y: { 'linux/amd64': one }, x: { 'linux/arm64': one, 'linux/amd64': one } },
      epochs: { q: { reason: 'r', epoch: '2' }, p: { reason: 'r', epoch: '1' } }
    }
    expect(renderLock(a)).toBe(renderLock(b))
  })

  test('is a file that a person can read', () => {
    const made: Lock = {
      bases: {
        'docker.io/library/python:3.11-slim-bookworm': {
          'linux/amd64': { digest: DIGEST, onbuild: [], env: ['LANG=C.UTF-8'] }
        }
      },
      epochs: { 'python-base': { epoch: '2026-W47', reason: 'weekly security updates' } }
    }
    expect(renderLock(made).replace(/^#.*\n/gm, '')).toBe(`version: 1
bases:
  docker.io/library/python:3.11-slim-bookworm:
    linux/amd64:
      digest: ${DIGEST}
      onbuild: []
      env:
        - LANG=C.UTF-8
epochs:
  python-base:
    epoch: 2026-W47
    reason: weekly security updates
`)
    expect(renderLock(made)).toMatch(/^# /)
  })
})
