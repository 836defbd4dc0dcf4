import { describe, expect, test } from '@jest/globals'
import { goMatcher, hasWildcard } from '../../src/context/glob.js'
import { matchesPath, readPattern } from '../../src/context/ignore-pattern.js'
import { cpuTime } from '../support/cpu-time.js'

/** Go's own vectors for filepath.Match, and what Dockerfiles hold. */
const matching: readonly (readonly [string, string, boolean])[] = [
  ['abc', 'abc', true],
  ['*', 'abc', true],
  ['*c', 'abc', true],
  ['a*', 'a', true],
  ['a*', 'ab/c', false],
  ['a*/b', 'abc/b', true],
  ['a*/b', 'a/c/b', false],
  ['a*b*c*d*e*/f', 'axbxcxdxexxx/f', true],
  ['a*b*c*d*e*/f', 'axbxcxdxe/xxx/f', false],
  ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false],
  ['a*b?c*x', 'abxbbxdbxebxczzx', true],
  ['a*b?c*x', 'abxbbxdbxebxczzy', false],
  ['ab[c]', 'abc', true],
  ['ab[b-d]', 'abc', true],
  ['ab[e-g]', 'abc', false],
  ['ab[^c]', 'abc', false],
  ['ab[^e-g]', 'abc', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'ab', false],
  ['a?b', 'a☺b', true],
  ['a[^a]b', 'a☺b', true],
  ['a???b', 'a☺b', false],
  ['[a-ζ]*', 'α', true],
  ['*[a-ζ]', 'A', false],
  ['a?b', 'a/b', false],
  ['a*b', 'a/b', false],
  ['[\\]a]', ']', true],
  ['[\\-]', '-', true],
  ['[x\\-]', 'z', false],
  ['[\\-x]', 'x', true],
  ['*x', 'xxx', true],
  ['a[^b]c', 'a/c', true],
  ['[^a]', '^', true],
  ['[^a]', '[', true],
  ['[a^]', '^', true],
  ['[!a]', '!', true],
  ['[!a]', 'b', false],
  ['**', 'a/b', false],
  ['?', '😀', true],
  ['*.txt', '.txt', true]
]

describe('Go globs', () => {
  test.each(matching)('%s against %s is %s', (pattern, text, expected) => {
    expect(goMatcher(pattern)?.(text)).toBe(expected)
  })

  test.each(['[]a]', '[-]', '[x-]', '[-x]', '\\', '[a-b-c]', '[', '[^', '[^bc', 'a[', 'a\\', '[a'])(
    '%s is refused',
    pattern => {
      expect(goMatcher(pattern)).toBeUndefined()
    }
  )

  test('take no longer for many stars', () => {
    const started = cpuTime()
    expect(goMatcher(`${'a*'.repeat(1000)}b`)?.('a'.repeat(4000))).toBe(false)
    expect(cpuTime() - started).toBeLessThan(2000)
  })

  test('are told from plain paths', () => {
    expect(['a*', 'a?', 'a[', '\\a*'].map(hasWildcard)).toEqual([true, true, true, true])
    expect(['a', 'a\\*', 'a]', '\\', 'a\\\\'].map(hasWildcard)).toEqual([false, false, false, false, false])
  })
})

describe('patterns with double stars', () => {
  test.each([
    ['**/*.py', 'a/b/c.py', true],
    ['**/*.py', 'c.py', true],
    ['generated/**', 'generated/a/b', true],
    ['generated/**', 'generated', false],
    ['src/*.ts', 'src/a/b.ts', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true]
  ])('%s against %s is %s', (pattern, path, expected) => {
    const read = readPattern(pattern)
    expect('refused' in read ? undefined : matchesPath(read, path)).toBe(expected)
  })

  test('are refused when they are broken', () => {
    expect(readPattern('[')).toEqual({ refused: 'syntax error in pattern' })
  })
})
