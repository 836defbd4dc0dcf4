import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Tree, TreeEntry } from './types.js'

/**
 * Makes a tree of files from path and entry pairs in any order; `links` gives the target text of a symbolic link. Looking up
 * a file is a hash look-up, listing a folder a binary search: 200,000 files are fine.
 */
export function treeOf(
  entries: Iterable<readonly [path: string, entry: TreeEntry]>,
  links: (path: string) => string | undefined
): Tree {
  const files = new Map(entries)
  let plain = true
  for (const { mode } of files.values()) if (mode === '120000') plain = false
  let sorted: readonly string[] | undefined
  const paths = (): readonly string[] => (sorted ??= inOrder([...files.keys()]))
  return {
    get: path => files.get(path),
    under: folder => {
      if (folder === '') return paths()
      const start = lowerBound(paths(), `${folder}/`)
      const end = lowerBound(paths(), `${folder}0`, start)
      return paths().slice(start, end)
    },
    link: path => (!plain && files.get(path)?.mode === '120000' ? links(path) : undefined),
    plain
  }
}

/** A sorted input, as git gives it, costs one pass. */
function inOrder(paths: string[]): readonly string[] {
  const ordered = paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path)
  return ordered ? paths : paths.sort(byCodeUnit)
}

/** Index of the first path that is not before `bound`; `0` is the character after `/`, so `a0` bounds all of `a/`. */
export function lowerBound(paths: readonly string[], bound: string, from = 0): number {
  let low = from
  let high = paths.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((paths[middle] ?? '') < bound) low = middle + 1
    else high = middle
  }
  return low
}
