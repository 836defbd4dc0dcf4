import { ignored, type Ignored, type IgnoreMatcher } from './ignore-match.js'
import { insideRoot, joinPath, parentOf } from './paths.js'
import { lowerBound } from './tree.js'
import { canBeHidden } from './hidden.js'
import type { Tree, TreeEntry } from './types.js'

/**
 * A build context as BuildKit sees it: what is below the root and not ignored. Paths are from the context root; `''` is the
 * root itself.
 */
export interface FolderView {
  /** Path from the repository root. */
  readonly absolute: (path: string) => string
  /** A file that is not ignored; `full` is its path from the repository root, where it is at hand. */
  readonly file: (path: string, full?: string) => TreeEntry | undefined
  /** Whether a file or folder is there, ignored or not. */
  readonly exists: (path: string) => boolean
  /** Whether a folder exists: not ignored itself, or with a file in it that is not. */
  readonly hasFolder: (path: string) => boolean
  /** Paths from the repository root of all files below a folder, ignored ones too, in order. */
  readonly allBelow: (folder: string) => readonly string[]
  /** Length of what paths from the repository root have in front of those from the context root. */
  readonly cut: number
  /** Names in a folder, ignored ones too, in order; those of folders end in a slash. */
  readonly names: (folder: string) => Iterable<string>
  /** Whether a path is ignored, and by which pattern. */
  readonly verdict: (path: string) => Ignored
  readonly isIgnored: (path: string) => boolean
  /** Whether BuildKit reads the content of a file that is not ignored (`IgnoreMatcher.opens`). */
  readonly opens: (path: string) => boolean
  /** No symbolic link needs to be looked for. */
  readonly plain: boolean
  /** The target text of a symbolic link that is not ignored. */
  readonly link: (path: string) => string | undefined
  /** A symbolic link that is ignored, with a name that a line of an ignore file can hold. */
  readonly hiddenLink: (path: string) => TreeEntry | undefined
}

/** Looks at a folder of a tree through an ignore file. */
export function folderView(tree: Tree, root: string, ignore: IgnoreMatcher): FolderView {
  const absolute = (path: string): string => joinPath(root, path)
  const cut = root === '' ? 0 : root.length + 1
  const isIgnored = (path: string): boolean => ignore.judge(path).ignored
  const file = (path: string, full = absolute(path)): TreeEntry | undefined => {
    const entry = tree.get(full)
    return entry === undefined || isIgnored(path) ? undefined : entry
  }
  return {
    absolute,
    file,
    exists: path => tree.get(absolute(path)) !== undefined || tree.under(absolute(path)).length > 0,
    hasFolder: path => {
      if (path === '') return true
      const below = tree.under(absolute(path))
      return below.length > 0 && (!isIgnored(path) || below.some(found => !isIgnored(found.slice(cut))))
    },
    allBelow: folder => tree.under(absolute(folder)),
    cut,
    names: folder => names(tree.under(absolute(folder)), absolute(folder)),
    verdict: path => ignored(ignore, path),
    isIgnored,
    opens: ignore.opens,
    plain: tree.plain === true,
    link: path => (file(path) === undefined ? undefined : tree.link(absolute(path))),
    hiddenLink: path => {
      if (tree.link(absolute(path)) === undefined || !isIgnored(path) || !canBeHidden(path)) return undefined
      return tree.get(absolute(path))
    }
  }
}

/** Steps over the contents of subfolders by binary search: what is below one stands together in a sorted list. */
function* names(paths: readonly string[], folder: string): Generator<string> {
  const cut = folder === '' ? 0 : folder.length + 1
  for (let at = 0; at < paths.length;) {
    const path = paths[at] ?? ''
    const slash = path.indexOf('/', cut)
    if (slash < 0) {
      yield path.slice(cut)
      at++
      continue
    }
    yield path.slice(cut, slash + 1)
    at = lowerBound(paths, `${path.slice(0, slash)}0`, at)
  }
}

/** A path with its symbolic links followed. */
export interface Followed {
  /** Where it ends, whether something is there or not. */
  readonly path: string
  /** The links on the way, in order. */
  readonly links: readonly string[]
  /** More than 255 links: BuildKit gives up. */
  readonly endless: boolean
}

const MOST_LINKS = 255

/**
 * Follows symbolic links in every part of a path; absolute targets start at the context root, which `..` does not leave
 * (containerd/continuity, `fs.RootPath`).
 */
export function follow(view: FolderView, path: string): Followed {
  if (view.plain) return { path: insideRoot(path), links: [], endless: false }
  const links: string[] = []
  const ahead = path.split('/').reverse()
  let current = ''
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      current = parentOf(current)
      continue
    }
    const next = joinPath(current, part)
    const target = view.link(next)
    if (target === undefined) {
      current = next
      continue
    }
    if (links.length >= MOST_LINKS) return { path: next, links: [...new Set(links)], endless: true }
    links.push(next)
    if (target.startsWith('/')) current = ''
    ahead.push(...target.split('/').reverse())
  }
  return { path: current, links: [...new Set(links)], endless: false }
}
