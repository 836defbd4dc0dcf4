import { describe, expect, test } from '@jest/globals'
import {
  buildxTries,
  classify,
  classifyBuildxError,
  delayBefore,
  MOST_TRIES,
  nextTry,
  parseRetryAfter,
  RETRY_BUDGET_MS,
  triesFor,
  type Failure,
  type RetryClass
} from '../../src/build/retry.js'
import { cpuTime } from '../support/cpu-time.js'

describe('a failed request', () => {
  const cases: readonly (readonly [string, Failure, RetryClass])[] = [
    ['a rate limit that is over in 25 ms', { status: 429, retryAfter: 25 }, 'now'],
    ['a rate limit of 30 s', { status: 429, retryAfter: 30_000 }, 'back-off'],
    ['a rate limit without a time', { status: 429 }, 'back-off'],
    ['a rate limit of an hour', { status: 429, retryAfter: 3_600_000 }, 'final'],
    ['a request time-out', { status: 408 }, 'back-off'],
    ['an internal error', { status: 500 }, 'back-off'],
    ['a bad gateway', { status: 502 }, 'back-off'],
    ['an unavailable service', { status: 503 }, 'back-off'],
    ['a gateway time-out', { status: 504 }, 'back-off'],
    ['what the server cannot do', { status: 501 }, 'final'],
    [
      'an upload that the registry forgot',
      { status: 404, body: '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}' },
      'back-off'
    ],
    ['any other missing thing', { status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN"}]}' }, 'final'],
    ['a refusal', { status: 403 }, 'suspect'],
    ['missing credentials', { status: 401 }, 'final'],
    ['an invalid manifest', { status: 400 }, 'final'],
    ['a body that is too large', { status: 413 }, 'final'],
    ['a connection reset', { code: 'ECONNRESET' }, 'back-off'],
    ['nothing listening', { code: 'ECONNREFUSED' }, 'back-off'],
    ['silence', { code: 'SILENCE' }, 'back-off'],
    ['a body that broke off', { code: 'TRUNCATED' }, 'back-off'],
    ['wrong bytes', { code: 'DIGEST' }, 'back-off'],
    ['a token whose time was over', { code: 'NEW_TOKEN' }, 'back-off'],
    ['an answer that cannot be read', { code: 'GARBLED' }, 'back-off'],
    ['a name that does not exist', { code: 'ENOTFOUND' }, 'final'],
    ['a certificate nobody trusts', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'final']
  ]
  test.each(cases)('%s: %o is %s', (_, failure, kind) => {
    expect(classify(failure)).toBe(kind)
  })

  test('a refusal is tried to the end only where the registry may not mean it', () => {
    expect(triesFor('suspect', { status: 403, body: 'denied' }, false)).toBe(2)
    expect(triesFor('suspect', { status: 403, body: 'denied' }, true)).toBe(MOST_TRIES)
    expect(
      triesFor('suspect', { status: 403, body: 'You have exceeded a secondary rate limit' }, false)
    ).toBe(MOST_TRIES)
    expect(triesFor('final', { status: 401 }, true)).toBe(1)
    expect(triesFor('back-off', { status: 500 }, false)).toBe(MOST_TRIES)
  })
})

describe('the wait', () => {
  test('doubles from 2 s to 60 s and is anything between nothing and that', () => {
    expect([2, 3, 4, 5, 6, 7, 8].map(attempt => delayBefore(attempt, 'back-off', 1))).toEqual([
      2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000
    ])
    expect(delayBefore(4, 'back-off', 0)).toBe(0)
    expect(delayBefore(4, 'back-off', 0.25)).toBe(2000)
  })

  test('ends with the tries, and with the minutes that retries may take', () => {
    const made = { attempt: 2, tries: 5, spent: 0 }
    expect(nextTry(made, 'back-off', 0.5)).toBe(2000)
    expect(nextTry({ ...made, attempt: 5 }, 'back-off', 0.5)).toBeUndefined()
    expect(nextTry({ ...made, spent: RETRY_BUDGET_MS - 2000 }, 'back-off', 0.5)).toBe(2000)
    expect(nextTry({ ...made, spent: RETRY_BUDGET_MS - 1999 }, 'back-off', 0.5)).toBeUndefined()
    expect(nextTry({ ...made, spent: RETRY_BUDGET_MS - 10_000 }, 'back-off', 0, 10_001)).toBeUndefined()
  })

  test('is never shorter than the registry asks for', () => {
    expect(delayBefore(2, 'back-off', 0, 30_000)).toBe(30_000)
    expect(delayBefore(2, 'now', 1, 25)).toBe(25)
  })

  test('that a registry calls a moment is believed once', () => {
    expect([2, 3, 4, 5].map(attempt => delayBefore(attempt, 'now', 1, 0))).toEqual([0, 4000, 8000, 16_000])
  })

  test('is read from seconds and from dates', () => {
    const now = Date.UTC(2026, 10, 22, 10, 0, 0)
    expect(parseRetryAfter('0.025', now)).toBe(25)
    expect(parseRetryAfter('120', now)).toBe(120_000)
    expect(parseRetryAfter('Sun, 22 Nov 2026 10:00:30 GMT', now)).toBe(30_000)
    expect(parseRetryAfter('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0)
    expect(parseRetryAfter('soon', now)).toBeUndefined()
    expect(parseRetryAfter(undefined, now)).toBeUndefined()
  })
})

describe('a failed build', () => {
  test.each<readonly [RetryClass, string]>([
    [
      'final',
      'ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2'
    ],
    [
      'final',
      '#7 1.2 curl: (56) Recv failure: Connection reset by peer\nERROR: failed to build: failed to solve: process "/bin/sh -c curl" did not complete successfully: exit code: 56'
    ],
    ['final', 'ERROR: failed to build: failed to solve: failed to compute cache key: "/missing": not found'],
    [
      'final',
      '#7 0.5 warning: connection reset by peer\nERROR: failed to solve: dockerfile parse error on line 3'
    ],
    [
      'back-off',
      'ERROR: failed to solve: failed to push ghcr.io/a/b: unexpected status from PUT request to https://ghcr.io/v2/a/b/manifests/x: 503 Service Unavailable'
    ],
    [
      'back-off',
      'ERROR: failed to solve: failed to push ghcr.io/a/b: unknown blob: BLOB_UPLOAD_UNKNOWN: blob upload unknown'
    ],
    [
      'back-off',
      'ERROR: failed to solve: Get "https://ghcr.io/v2/": dial tcp 140.82.112.33:443: i/o timeout'
    ],
    [
      'back-off',
      'ERROR: failed to solve: python:3.11: unexpected status from HEAD request to https://registry-1.docker.io/v2/: 429 Too Many Requests'
    ],
    [
      'back-off',
      'ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF'
    ],
    ['back-off', 'ERROR: listing workers for Build: failed to list workers: context deadline exceeded'],
    [
      'suspect',
      'ERROR: failed to solve: failed to push ghcr.io/a/b: denied: permission_denied: write_package'
    ],
    [
      'suspect',
      'ERROR: failed to solve: unexpected status from POST request to https://ghcr.io/v2/a/b/blobs/uploads/: 403 Forbidden'
    ],
    ['back-off', 'ERROR: failed to solve: 403 Forbidden: you have exceeded a secondary rate limit'],
    [
      'back-off',
      'ERROR: failed to build: failed to solve: failed to push ghcr.io/a/b: failed commit on ref "manifest-sha256:0a": got digest sha256:00, expected sha256:0a'
    ],
    [
      'back-off',
      'ERROR: failed to solve: failed to push ghcr.io/a/b: errors:\ndenied: no\ntoomanyrequests: slow down\n'
    ],
    [
      'back-off',
      '#7 0.1 process "x" did not complete successfully\nERROR: failed to solve: failed to push: connection reset by peer'
    ],
    [
      'back-off',
      '#7 0.1 note: source denied by policy\nERROR: failed to solve: failed to push: connection reset by peer'
    ],
    [
      'final',
      '#7 0.1 failed to solve: 503 \nERROR: failed to solve: dockerfile parse error on line 3: unknown instruction'
    ],
    [
      'back-off',
      '#7 ERROR: failed\nERROR: failed to solve: failed to push: unexpected status from POST request to https://a/v2/: 522 : <html>\nERROR: connection timed out\n</html>'
    ],
    [
      'final',
      'ERROR: (helper) connection reset\n#7 0.1 ok\nERROR: failed to solve: dockerfile parse error on line 3'
    ],
    ['final', '#7 0.1 connection reset by peer\n'],
    ['back-off', '#7 0.1 ok\nerror during connect: unexpected EOF\n'],
    ['final', '']
  ])('is %s: %s', (kind, text) => {
    expect(classifyBuildxError(text)).toBe(kind)
  })

  test.each<readonly [RetryClass, string]>([
    ['back-off', '408 Request Timeout'],
    ['back-off', '499 '],
    ['back-off', '500 Internal Server Error'],
    ['back-off', '520 <none>'],
    ['back-off', '522 '],
    ['back-off', '529 Site is overloaded'],
    ['back-off', '404 Not Found'],
    ['final', '501 Not Implemented'],
    ['final', '400 Bad Request'],
    ['final', '401 Unauthorized'],
    ['final', '413 Request Entity Too Large']
  ])('is %s by its answer to an upload, however long the address: %s', (kind, status) => {
    for (const length of [0, 150, 100_000]) {
      const address = `https://registry.example/v2/a/b/blobs/uploads/01a2?_state=${'x'.repeat(length)}`
      const error = `failed to push: unexpected status from PUT request to ${address}: ${status}`
      expect(classifyBuildxError(`ERROR: failed to build: failed to solve: ${error}`)).toBe(kind)
    }
  })

  test('is final when what is missing is no upload', () => {
    const error = 'unexpected status from GET request to https://ghcr.io/v2/a/b/manifests/x: 404 Not Found'
    expect(classifyBuildxError(`ERROR: failed to solve: ${error}`)).toBe('final')
  })

  test('is read in no time, whatever it says', () => {
    const hostile = 'unexpected status from PUT request to '.repeat(5000) + ': '.repeat(50_000)
    const start = cpuTime()
    classifyBuildxError(`ERROR: ${hostile}`)
    expect(cpuTime() - start).toBeLessThan(1000)
  })

  test('is tried again as often as its class deserves', () => {
    const tries = (kind: RetryClass): number => buildxTries(kind, 'ERROR: failed to push a/b: denied', false)
    expect((['final', 'suspect', 'back-off'] as const).map(tries)).toEqual([1, 2, MOST_TRIES])
  })

  test('is tried to the end when a push is refused that was allowed before', () => {
    const solve = 'ERROR: failed to build: failed to solve: '
    const tries = (error: string): number => buildxTries('suspect', `${solve}${error}`, true)
    expect(tries('failed to push ghcr.io/a/b: denied: denied')).toBe(MOST_TRIES)
    expect(tries('ghcr.io/other/base: failed to resolve source metadata: 403 Forbidden')).toBe(2)
    expect(tries('context deadline exceeded')).toBe(2)
    expect(buildxTries('final', `${solve}failed to push a/b: 401 Unauthorized`, true)).toBe(1)
  })
})
