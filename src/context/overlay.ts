import { byCodeUnit } from '../diagnostics/code-unit.js'
import { treeOf } from './tree.js'
import type { Tree, TreeEntry } from './types.js'

/** What a path was in the other tree; undefined where it did not exist. */
export type Overlay = ReadonlyMap<string, TreeEntry | undefined>

/**
 * A tree that is like another but for some paths: two commits share nearly everything, so the second one costs what
 * differs. `links` gives the targets of symbolic links among the paths that differ.
 */
export function overlayTree(tree: Tree, overlay: Overlay, links: (path: string) => string | undefined): Tree {
  const own = treeOf(
    [...overlay].flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry] as const])),
    links
  )
  return {
    get: path => (overlay.has(path) ? overlay.get(path) : tree.get(path)),
    under: folder => {
      const below = tree.under(folder)
      const start = folder === '' ? '' : `${folder}/`
      const touched = [...overlay.keys()].filter(path => path.startsWith(start))
      if (touched.length === 0) return below
      return [...below.filter(path => !overlay.has(path)), ...own.under(folder)].sort(byCodeUnit)
    },
    link: path => (overlay.has(path) ? own.link(path) : tree.link(path)),
    plain: tree.plain === true && own.plain === true
  }
}
