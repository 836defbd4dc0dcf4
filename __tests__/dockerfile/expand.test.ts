import { describe, expect, test } from '@jest/globals'
import { expand } from '../../src/dockerfile/expand.js'
import { cpuTime } from '../support/cpu-time.js'

const values: Readonly<Record<string, string>> = { A: 'a', E: '', P: 'a/b.tar.gz', W: 'x y' }
const text = (word: string, escape = '\\'): string => {
  const { text: result, error } = expand(word, name => values[name], { escape })
  return error === undefined ? result : `error: ${error}`
}

test('many variables side by side are not too deep', () => {
  expect(text('${U:-x}'.repeat(600))).toBe('x'.repeat(600))
  expect(text(`${'${U:-'.repeat(600)}x${'}'.repeat(600)}`)).toBe('error: variables are nested too deep')
})

test('what is not set stays as written when that is asked for, and what is set does not', () => {
  const kept = (word: string): string =>
    expand(word, name => values[name], { escape: '\\', skipUnset: true }).text
  expect(kept('$U ${U} ${U:-d} ${U+d} ${U#x} ${U/a/b}')).toBe('$U ${U} ${U:-d} ${U+d} ${U#x} ${U/a/b}')
  expect(kept('$A ${A} ${A:-d} ${A+d} ${E:-d} ${P#*/} ${A/a/b}')).toBe('a a a d d b.tar.gz b')
})

describe('a word', () => {
  test.each([
    ['plain', 'plain'],
    ['$A', 'a'],
    ['${A}b', 'ab'],
    ['$Ab', ''],
    ['x$U', 'x'],
    ['\\$A', '$A'],
    ["'$A'", '$A'],
    ['"$A"', 'a'],
    ['"a\\"b"', 'a"b'],
    ['"a\\nb"', 'a\\nb'],
    ['a\\b', 'ab'],
    ['$', '$'],
    ['a$', 'a$'],
    ['$1', ''],
    ['${U:-d}', 'd'],
    ['${E:-d}', 'd'],
    ['${E-d}', ''],
    ['${U-d}', 'd'],
    ['${A:-d}', 'a'],
    ['${A:+d}', 'd'],
    ['${E:+d}', ''],
    ['${E+d}', 'd'],
    ['${U+d}', ''],
    ['${U:-${A}x}', 'ax'],
    ['${U:-"q r"}', 'q r'],
    ['${A:?gone}', 'a'],
    ['${P#*/}', 'b.tar.gz'],
    ['${P##*.}', 'gz'],
    ['${P%.*}', 'a/b.tar'],
    ['${P%%.*}', 'a/b'],
    ['${P#?}', '/b.tar.gz'],
    ['${P%x}', 'a/b.tar.gz'],
    ['${P/a/z}', 'z/b.tar.gz'],
    ['${P//a/z}', 'z/b.tzr.gz'],
    ['${P//\\//-}', 'a-b.tar.gz'],
    ['${P/./-}', 'a/b-tar.gz'],
    ['${A//x/y}', 'a'],
    ['a${U}b$A', 'aba']
  ])('%s becomes %s', (word, expected) => {
    expect(text(word)).toBe(expected)
  })

  test.each([
    ['${', "no matching '}'"],
    ['${}', 'bad substitution'],
    ['${:x}', 'bad substitution'],
    ['${A', 'unsupported modifier'],
    ['${A:-', 'no matching }'],
    ['${A:#x}', 'unsupported modifier (:#)'],
    ['${A^}', 'unsupported modifier (^)'],
    ['${U:?}', 'U: is not allowed to be unset'],
    ['${E:?}', 'E: is not allowed to be empty'],
    ['${U?gone}', 'U: gone'],
    ["'a", 'single quote'],
    ['"a', 'double quote'],
    ['${P#\\a}', 'invalid escape']
  ])('%s is an error', (word, expected) => {
    expect(text(word)).toContain(expected)
    expect(text(word)).toMatch(/^error: /)
  })

  test('follows the escape character of the Dockerfile', () => {
    expect(text('`$A C:\\dir', '`')).toBe('$A C:\\dir')
  })

  test('tells which names it used and which have no value', () => {
    const { used, unset } = expand('$A${U:-$V}${A:+$A}', name => values[name], { escape: '\\' })
    expect([[...used], [...unset].sort()]).toEqual([['A'], ['U', 'V']])
  })

  test('is split at blanks that no quote holds', () => {
    const { words } = expand('a "b c" $W d\\ e', name => values[name], { escape: '\\' })
    expect(words).toEqual(['a', 'b c', 'x', 'y', 'd e'])
  })

  test('nested without end or with many stars is answered fast', () => {
    const started = cpuTime()
    expect(text('${U:-'.repeat(100_000))).toContain('nested too deep')
    const long = expand(`\${L##${'*a'.repeat(200)}b}`, () => 'a'.repeat(5000), { escape: '\\' })
    expect(long.text).toHaveLength(5000)
    expect(expand(`\${L//${'*a'.repeat(200)}b/x}`, () => 'a'.repeat(5000), { escape: '\\' }).error).toContain(
      'too long'
    )
    expect(cpuTime() - started).toBeLessThan(4000)
  })
})
