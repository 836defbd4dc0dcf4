import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { overlayTree } from '../../src/context/overlay.js'
import { treeOf } from '../../src/context/tree.js'
import type { TreeEntry } from '../../src/context/types.js'

const file = (blob: string): TreeEntry => ({ mode: '100644', blob })
const link: TreeEntry = { mode: '120000', blob: 'l' }

describe('a tree with some paths changed', () => {
  const below = treeOf(
    [
      ['a/x', file('1')],
      ['a/y', link],
      ['b', file('2')]
    ],
    path => `old ${path}`
  )
  const tree = overlayTree(
    below,
    new Map([
      ['a/x', undefined],
      ['a/n', link],
      ['c/d', file('3')]
    ]),
    path => `new ${path}`
  )

  test('has what was added, lacks what was removed and keeps the rest', () => {
    expect(tree.under('')).toEqual(['a/n', 'a/y', 'b', 'c/d'])
    expect(tree.under('a')).toEqual(['a/n', 'a/y'])
    expect(tree.under('c')).toEqual(['c/d'])
    expect(tree.under('b')).toEqual([])
    expect(['a/x', 'b', 'c/d'].map(path => tree.get(path)?.blob)).toEqual([undefined, '2', '3'])
  })

  test('asks the right side for the target of a link', () => {
    expect(['a/y', 'a/n', 'a/x', 'b'].map(tree.link)).toEqual(['old a/y', 'new a/n', undefined, undefined])
  })

  test('is plain only when neither side has a link', () => {
    const plain = treeOf([['a', file('1')]], () => undefined)
    const nothing = (): undefined => undefined
    expect(tree.plain).toBe(false)
    expect(overlayTree(plain, new Map([['b', file('2')]]), nothing).plain).toBe(true)
    expect(overlayTree(plain, new Map([['b', link]]), nothing).plain).toBe(false)
    expect(overlayTree(below, new Map([['b', file('2')]]), nothing).plain).toBe(false)
  })

  test('is like one that is made anew from all files', () => {
    const path = fc.constantFrom('a', 'b/c', 'b/d', 'b/e/f', 'b.x', 'b0', 'z/é', 'z/\udc80')
    const entry = fc.constantFrom(file('1'), file('2'), link)
    const files = fc.array(fc.tuple(path, entry), { maxLength: 6 })
    const changes = fc.array(fc.tuple(path, fc.option(entry, { nil: undefined })), { maxLength: 6 })
    fc.assert(
      fc.property(files, changes, (start, changed) => {
        const all = new Map(start)
        for (const [where, now] of changed) {
          if (now === undefined) all.delete(where)
          else all.set(where, now)
        }
        const over = overlayTree(
          treeOf(new Map(start), at => at),
          new Map(changed),
          at => at
        )
        const anew = treeOf(all, at => at)
        for (const folder of ['', 'a', 'b', 'b/e', 'z', 'none'])
          expect(over.under(folder)).toEqual(anew.under(folder))
        for (const at of all.keys())
          expect([over.get(at), over.link(at)]).toEqual([anew.get(at), anew.link(at)])
      })
    )
  })
})
