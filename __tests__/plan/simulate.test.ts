import { describe, expect, test } from '@jest/globals'
import { treeOf } from '../../src/context/tree.js'
import { changedFiles } from '../../src/plan/changed-files.js'
import { objectBehind, simulatedTree, supposedFiles, supposition } from '../../src/plan/simulate.js'

const blob = (letter: string): string => letter.repeat(40)
const TREE = treeOf(
  [
    ['a.txt', { mode: '100644', blob: blob('a') }],
    ['docs/one.md', { mode: '100755', blob: blob('b') }],
    ['docs/two.md', { mode: '100644', blob: blob('c') }],
    ['link', { mode: '120000', blob: blob('d') }]
  ],
  path => (path === 'link' ? 'a.txt' : undefined)
)

describe('the files of a simulation', () => {
  test('are those that are there, those below a folder, and new ones', () => {
    expect(supposedFiles(TREE, ['docs', 'a.txt', 'new.txt', 'a.txt'])).toEqual({
      changed: ['docs/one.md', 'docs/two.md', 'a.txt'],
      added: ['new.txt']
    })
  })

  test('have another object and the mode that they have; all others are as they are', () => {
    const tree = simulatedTree(TREE, { changed: ['docs/one.md', 'link'], added: ['new.txt'] })
    expect(tree.get('docs/one.md')).toEqual({ mode: '100755', blob: `would change:${blob('b')}` })
    expect(tree.get('new.txt')).toEqual({ mode: '100644', blob: 'would be added:' })
    expect(tree.get('docs/two.md')).toEqual(TREE.get('docs/two.md'))
    expect(tree.get('link')?.mode).toBe('120000')
    expect(tree.link('link')).toBe('a.txt')
    expect(TREE.get('new.txt')).toBeUndefined()
  })

  test('are known by their object, which leads back to the one of now', () => {
    expect([supposition(`would change:${blob('b')}`), supposition('would be added:')]).toEqual([
      'would change',
      'would be added'
    ])
    expect(supposition(blob('b'))).toBeUndefined()
    expect(objectBehind(`would change:${blob('b')}`)).toBe(blob('b'))
    expect(objectBehind('would be added:')).toBe('')
    expect(objectBehind(blob('b'))).toBe(blob('b'))
  })
})

describe('the files that differ between two trees', () => {
  test('are told with what became of them, in order of their paths', () => {
    const after = treeOf(
      [
        ['z.txt', { mode: '100644', blob: blob('e') }],
        ['a.txt', { mode: '100755', blob: blob('a') }],
        ['docs/two.md', { mode: '100644', blob: blob('f') }],
        ['link', { mode: '120000', blob: blob('d') }]
      ],
      () => undefined
    )
    expect(changedFiles(TREE, after)).toEqual(['a.txt', 'docs/one.md', 'docs/two.md', 'z.txt'])
  })

  test('are those of a simulation', () => {
    const supposed = simulatedTree(TREE, { changed: ['a.txt'], added: ['b.txt'] })
    expect(changedFiles(TREE, supposed)).toEqual(['a.txt', 'b.txt'])
  })

  test('are none between a tree and itself', () => {
    expect(changedFiles(TREE, TREE)).toEqual([])
  })
})
