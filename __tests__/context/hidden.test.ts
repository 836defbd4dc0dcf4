import { describe, expect, test } from '@jest/globals'
import { canBeHidden, ignoreText } from '../../src/context/hidden.js'
import { ignored, ignoreMatcher } from '../../src/context/ignore-match.js'
import { parseIgnore } from '../../src/context/ignore.js'
import { contextInputs } from '../../src/context/inputs.js'
import { treeOf } from '../../src/context/tree.js'
import type { InputFile, TreeEntry } from '../../src/context/types.js'

/** Links by path with their targets; everything else is a file. */
function read(
  paths: readonly string[],
  links: Readonly<Record<string, string>>,
  pattern: string
): readonly InputFile[] {
  const entries = [...paths, ...Object.keys(links)].map((path): [string, TreeEntry] => [
    path,
    { mode: Object.hasOwn(links, path) ? '120000' : '100644', blob: path }
  ])
  const tree = treeOf(entries, path => links[path])
  const ignore = parseIgnore('*.lnk\n')
  return contextInputs(tree, {
    root: '',
    ignore,
    sources: [{ kind: 'copy', pattern, exclude: [], parents: false, line: 1 }]
  }).files
}

describe('an ignored link that a wildcard in the middle of a pattern matches', () => {
  test('is an input that is hidden, and its target is none', () => {
    const files = read(['app/here', 'note'], { 'away.lnk': 'note' }, '*/h*')
    expect(files).toEqual([
      { path: 'app/here', contextPath: 'app/here', mode: '100644', blob: 'app/here' },
      { path: 'away.lnk', contextPath: 'away.lnk', mode: '120000', blob: 'away.lnk', hidden: true }
    ])
  })

  test.each([
    [
      'does not count where the wildcard ends the pattern',
      ['app/here'],
      { 'away.lnk': 'x' },
      'a*',
      ['app/here']
    ],
    [
      'does not count where the wildcard does not match',
      ['app/here'],
      { 'away.lnk': 'x' },
      'ap*/h*',
      ['app/here']
    ],
    ['is no file that is ignored', ['app/here', 'file.lnk'], {}, '*/h*', ['app/here']],
    [
      'does not count with a name that no line can hold',
      ['app/here'],
      { 'a\n.lnk': 'x' },
      '*/h*',
      ['app/here']
    ]
  ])('%s', (_, paths, links: Readonly<Record<string, string>>, pattern, expected) => {
    expect(read(paths, links, pattern).map(({ path }) => path)).toEqual(expected)
  })
})

describe('the ignore file of a build context', () => {
  const names = ['!a', '#b', 'c*d', 'e[f]', 'g\\h', 'i?j', 'k l', '.m', '-n/o$p']

  test.each(names)('hides exactly the link %s', name => {
    const hidden: InputFile = { path: name, contextPath: name, mode: '120000', blob: '1', hidden: true }
    const seen: InputFile = { path: 'seen', contextPath: 'seen', mode: '100644', blob: '2' }
    const matcher = ignoreMatcher(parseIgnore(ignoreText([hidden, seen])).patterns)
    const others = [...names, 'cxd', 'ef', 'ixj', 'seen', 'a', 'b'].filter(other => other !== name)
    expect(ignored(matcher, name).ignored).toBe(true)
    expect(others.filter(other => ignored(matcher, other).ignored)).toEqual([])
  })

  test('hides nothing where nothing is hidden', () => {
    expect(ignoreText([])).toBe('# the build context holds exactly what may be read\n')
  })

  test.each([' a', 'a ', 'a\nb', 'ä', ''])('cannot hold a line for %j', name => {
    expect(canBeHidden(name)).toBe(false)
  })
})
