import { describe, expect, test } from '@jest/globals'
import { treeOf } from '../../src/context/tree.js'
import type { TreeEntry } from '../../src/context/types.js'

const file: TreeEntry = { mode: '100644', blob: 'b' }
const link: TreeEntry = { mode: '120000', blob: 'l' }

describe('a tree', () => {
  const tree = treeOf(
    [
      ['b', file],
      ['a/z', file],
      ['a-b/x', file],
      ['a/b/c', file],
      ['a.txt', file],
      ['a0', file],
      ['a/link', link]
    ],
    path => `target of ${path}`
  )

  test('lists all files in code-unit order whatever the order they came in', () => {
    expect(tree.under('')).toEqual(['a-b/x', 'a.txt', 'a/b/c', 'a/link', 'a/z', 'a0', 'b'])
  })

  test('lists what is below a folder and not its neighbours of a similar name', () => {
    expect(tree.under('a')).toEqual(['a/b/c', 'a/link', 'a/z'])
    expect(tree.under('a/b')).toEqual(['a/b/c'])
    expect(tree.under('b')).toEqual([])
    expect(tree.under('none')).toEqual([])
  })

  test('knows the entry of a file and nothing of a folder', () => {
    expect(tree.get('a/z')).toBe(file)
    expect(tree.get('a')).toBeUndefined()
  })

  test('gives the target of symbolic links only', () => {
    expect(tree.link('a/link')).toBe('target of a/link')
    expect(tree.link('a/z')).toBeUndefined()
    expect(tree.link('none')).toBeUndefined()
  })
})
