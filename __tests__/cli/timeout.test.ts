import { describe, expect, test } from '@jest/globals'
import { readOptions } from '../../src/cli/options.js'

describe('the time limit of a build', () => {
  test('is none when nothing is said', () => {
    expect(readOptions('build', []).timeoutMs).toBeUndefined()
  })

  test.each([
    ['45s', 45_000],
    ['90m', 5_400_000],
    ['500h', 1_800_000_000]
  ])('--timeout %s', (text, timeoutMs) => {
    expect(readOptions('build', ['--timeout', text])).toMatchObject({ timeoutMs })
  })

  test.each(['', '0m', '90', 'm', '-1h', '1.5h', '2 h', '1d', '501h'])('--timeout=%s is refused', text => {
    expect(() => readOptions('build', [`--timeout=${text}`])).toThrow('is no time from 1s to 500h')
  })

  test.each(['plan', 'release'])('%s has none', command => {
    expect(() => readOptions(command, ['--timeout', '1h'])).toThrow('is no option')
  })
})
