import { describe, expect, test } from '@jest/globals'
import { ignoreMatcher, ignored } from '../../src/context/ignore-match.js'
import { parseIgnore, parsePatterns } from '../../src/context/ignore.js'
import { cpuTime } from '../support/cpu-time.js'

const hides = (patterns: readonly string[], path: string): boolean =>
  ignored(ignoreMatcher(parsePatterns(patterns).patterns), path).ignored

/** Vectors of moby/patternmatcher: pattern, path, whether the path or a parent matches. */
const vectors: readonly (readonly [string, string, boolean])[] = [
  ['**', 'file', true],
  ['**/', 'file', true],
  ['**', 'dir/file', true],
  ['**/', 'dir/file', true],
  ['**/**', 'dir/file', true],
  ['dir/**', 'dir/file', true],
  ['dir/**', 'dir/dir2/file', true],
  ['**/dir', 'dir', true],
  ['**/dir', 'dir/file', true],
  ['**/dir2/*', 'dir/dir2/file', true],
  ['**/dir2/**', 'dir/dir2/dir3/file', true],
  ['**file', 'file', true],
  ['**file', 'dir/file', true],
  ['**/file', 'dir/file', true],
  ['**file', 'dir/dir/file', true],
  ['**/file*', 'dir/dir/file', true],
  ['**/file*', 'dir/dir/file.txt', true],
  ['**/file*txt', 'dir/dir/file.txt', true],
  ['**/file*.txt', 'dir/dir/file.txt', true],
  ['**/file*.txt*', 'dir/dir/file.txt', true],
  ['**/**/*.txt', 'dir/dir/file.txt', true],
  ['**/**/*.txt2', 'dir/dir/file.txt', false],
  ['**/*.txt', 'file.txt', true],
  ['**/**/*.txt', 'file.txt', true],
  ['a**/*.txt', 'a/file.txt', true],
  ['a**/*.txt', 'a/dir/file.txt', true],
  ['a**/*.txt', 'a/dir/dir/file.txt', true],
  ['a/*.txt', 'a/dir/file.txt', false],
  ['a/*.txt', 'a/file.txt', true],
  ['a/*.txt**', 'a/file.txt', true],
  ['a[b-d]e', 'ae', false],
  ['a[b-d]e', 'ace', true],
  ['a[b-d]e', 'aae', false],
  ['a[^b-d]e', 'aze', true],
  ['.*', '.foo', true],
  ['.*', 'foo', false],
  ['abc.def', 'abcdef', false],
  ['abc.def', 'abc.def', true],
  ['abc.def', 'abcZdef', false],
  ['abc?def', 'abcZdef', true],
  ['abc?def', 'abcdef', false],
  ['**/foo/bar', 'foo/bar', true],
  ['**/foo/bar', 'dir/foo/bar', true],
  ['**/foo/bar', 'dir/dir2/foo/bar', true],
  ['abc/**', 'abc', false],
  ['abc/**', 'abc/def', true],
  ['abc/**', 'abc/def/ghi', true],
  ['**/.foo', '.foo', true],
  ['**/.foo', 'bar.foo', false],
  ['a(b)c/def', 'a(b)c/def', true],
  ['a(b)c/def', 'a(b)c/xyz', false],
  ['a.|)$(}+{bc', 'a.|)$(}+{bc', true],
  ['dist/*.whl', 'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl', true],
  ['a\\\\', 'a\\', true],
  ['a\\*b', 'a*b', true],
  ['a*', 'ab/c', true],
  ['a???b', 'a☺b', false],
  ['a?b', 'a☺b', true],
  ['a*b', 'a/b', false],
  ['[a-ζ]*', 'α', true],
  ['^*', 'x', true],
  ['a^', 'a^', true],
  ['*.{js,ts}', 'a.js', false],
  ['*.{js,ts}', 'a.{js,ts}', true],
  ['A', 'a', false]
]

describe('patterns of an ignore file', () => {
  test.each(vectors)('%s hides %s: %s', (pattern, path, expected) => {
    expect(hides([pattern], path)).toBe(expected)
  })

  test.each([
    [['!fileutils.go', '*.go'], 'fileutils.go', true],
    [['*.go', '!fileutils.go'], 'fileutils.go', false],
    [['docs', '!docs/README.md'], 'docs/README.md', false],
    [['docs/', '!docs/README.md'], 'docs/README.md', false],
    [['docs/*', '!docs/README.md'], 'docs/README.md', false],
    [['**', '!util/docker/web'], 'util/docker/web/foo', false],
    [['**', '!util/docker/web', 'util/docker/web/foo'], 'util/docker/web/foo', true],
    [['**', '!dist/*.whl'], 'dist/a+b.whl', false],
    [['docs', '!docs'], 'docs/a', false],
    [['a/b', '!a'], 'a/b', true],
    [['a', '!a/b', 'a'], 'a/b', false]
  ])('%j for %s: %s', (patterns, path, expected) => {
    expect(hides(patterns, path)).toBe(expected)
  })

  test('are one a line, without comments in the first column, blanks, ., .. and leading slashes', () => {
    const { patterns, problems } = parseIgnore('\ufeff# c\n #x\r\n\n  /a/b/ \n! /c/../d\n./e\n/\n')
    expect(problems).toEqual([])
    expect(patterns.map(({ text, exception, line }) => [text, exception, line])).toEqual([
      ['#x', false, 2],
      ['a/b', false, 4],
      ['d', true, 5],
      ['e', false, 6],
      ['/', false, 7]
    ])
  })

  test('that cannot be read or followed are problems with their line', () => {
    const { problems } = parseIgnore('ok\n!\na[\nb\\\nc\\d\nx|y*\nz{2}*\n[*]\na^*\n' + 'l'.repeat(70_000))
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(parseIgnore('!/').problems).toHaveLength(1)
  })

  test('name the pattern and line that decided', () => {
    const matcher = ignoreMatcher(parseIgnore('*.md\n!README.md\n').patterns)
    expect(ignored(matcher, 'a.md')).toEqual({ ignored: true, pattern: '*.md', line: 1 })
    expect(ignored(matcher, 'README.md')).toEqual({ ignored: false, pattern: '!README.md', line: 2 })
    expect(ignored(matcher, 'a.txt')).toEqual({ ignored: false })
  })

  test('by the ten thousand, and wild ones, stay fast', () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `dir${n}/file\n**/name${n}\nlogs${n}/**`).join('\n')
    const matcher = ignoreMatcher(
      parseIgnore(`${text}\n${'*a'.repeat(90)}b\n${'**/a'.repeat(40)}\n`).patterns
    )
    const started = cpuTime()
    for (let n = 0; n < 20_000; n++) ignored(matcher, `src/${n % 100}/${'a'.repeat(100)}${n}`)
    expect(ignored(matcher, 'x/y/name9999').ignored).toBe(true)
    expect(ignored(matcher, 'logs5/x/y').ignored).toBe(true)
    expect(cpuTime() - started).toBeLessThan(5000)
  })
})
