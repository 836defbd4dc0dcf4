import { describe, expect, test } from '@jest/globals'
import { readOptions } from '../../src/cli/options.js'

const HOUR = 3_600_000

describe('the options of clean', () => {
  test('keep for 30 days and delete nothing when nothing is said', () => {
    expect(readOptions('clean', [])).toMatchObject({ keep: 720 * HOUR, apply: false, also: [] })
  })

  test.each([
    ['0d', 0],
    ['12h', 12 * HOUR],
    ['90d', 2160 * HOUR]
  ])('--keep %s', (text, keep) => {
    expect(readOptions('clean', ['--keep', text, '--apply'])).toMatchObject({ keep, apply: true })
  })

  test.each(['', '30', 'd', '-1d', '1.5d', '30 d', '30m', '100000d'])('--keep=%s is refused', text => {
    expect(() => readOptions('clean', [`--keep=${text}`])).toThrow('is no time')
  })

  test('--also may be given several times, or several with commas', () => {
    expect(readOptions('clean', ['--also', 'a,b', '--also', 'c']).also).toEqual(['a', 'b', 'c'])
  })

  test.each(['plan', 'build', 'release'])('%s deletes nothing', command => {
    expect(() => readOptions(command, ['--apply'])).toThrow('is no option')
  })
})
