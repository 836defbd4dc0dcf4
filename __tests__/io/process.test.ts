import { expect, test } from '@jest/globals'
import { run } from '../../src/io/process.js'

const say = (every: string, times: number): string =>
  `for i in $(seq ${times}); do echo word >&2; sleep ${every}; done`

test('a process that says nothing for too long is ended, with what it said before', async () => {
  // What is said takes longer than the silence, and on a busy machine no pause of it does.
  const silence = { ms: 1500, works: () => false }
  const result = await run('/bin/sh', ['-c', `${say('0.3', 6)}; sleep 86464`], { silence })
  expect(result).toMatchObject({ code: null, timedOut: false, wentSilent: true })
  expect(result.stderr).toBe('word\n'.repeat(6))
})

test('one that works without a word is left alone, until its work is over', async () => {
  let asked = 0
  const silence = {
    ms: 100,
    works: () => {
      asked += 1
      return asked < 4
    }
  }
  const result = await run('/bin/sh', ['-c', 'sleep 86464'], { silence })
  expect(result.wentSilent).toBe(true)
  expect(asked).toBe(4)
})

test('one that ends in time was not silent', async () => {
  const result = await run('/bin/sh', ['-c', say('0.1', 4)], { silence: { ms: 2000, works: () => false } })
  expect(result).toEqual({ code: 0, stdout: '', stderr: 'word\n'.repeat(4), timedOut: false })
})
