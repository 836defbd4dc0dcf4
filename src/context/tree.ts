import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Tree, TreeEntry } from './types.js'

/** Whether a path is a regular file: no link, no submodule, and there. */
export function isRegularFile(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry?.mode === '100644' || entry?.mode === '100755'
}

/** Makes a tree of files from path and entry pairs in any order; `links` gives the target text of a symbolic link. */
export function treeOf(
  entries: Iterable<readonly [path: string, entry: TreeEntry]>,
  links: (path: string) => string | undefined
): Tree {
  const files = [...new Map(entries)]
  const paths = files.map(([path]) => path)
  return listedTree(
    paths,
    index => files[index]?.[1],
    files.every(([, { mode }]) => mode !== '120000'),
    links
  )
}

/**
 * Makes a tree of paths that each stand once, in any order, and of what is at each; `plain` when nothing is a symbolic
 * link. Nothing is made for a file before somebody asks for it: a tree may have 200,000, of which a plan looks at few.
 */
export function listedTree(
  listed: readonly string[],
  entryAt: (index: number) => TreeEntry | undefined,
  plain: boolean,
  links: (path: string) => string | undefined
): Tree {
  const { paths, place } = inOrder(listed)
  let next = 0
  // Who walks through a folder asks for one path after the other.
  const indexOf = (path: string): number | undefined => {
    const index = paths[next] === path ? next : lowerBound(paths, path)
    if (paths[index] !== path) return undefined
    next = index + 1
    return index
  }
  const get = (path: string): TreeEntry | undefined => {
    const index = indexOf(path)
    return index === undefined ? undefined : entryAt(place(index))
  }
  return {
    get,
    under: folder => {
      if (folder === '') return paths
      const start = lowerBound(paths, `${folder}/`)
      return paths.slice(start, lowerBound(paths, `${folder}0`, start))
    },
    link: path => (!plain && get(path)?.mode === '120000' ? links(path) : undefined),
    plain
  }
}

/** Paths in order, and where each stood before. A sorted input, as git nearly always gives it, costs one pass. */
function inOrder(listed: readonly string[]): {
  readonly paths: readonly string[]
  readonly place: (index: number) => number
} {
  const isOrdered = listed.every((path, index) => index === 0 || (listed[index - 1] ?? '') < path)
  if (isOrdered) return { paths: listed, place: index => index }
  const places = listed.map((_, index) => index)
  places.sort((a, b) => byCodeUnit(listed[a] ?? '', listed[b] ?? ''))
  return { paths: places.map(place => listed[place] ?? ''), place: index => places[index] ?? 0 }
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
