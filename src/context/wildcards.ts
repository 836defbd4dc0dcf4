import { follow, type FolderView } from './folder-view.js'
import { goMatcher, hasWildcard } from './glob.js'
import { joinPath } from './paths.js'

/**
 * The files and folders of a context that a pattern with wildcards matches (fsutil, `ResolveWildcards`): links are followed
 * in the part before the first wildcard, not in the part after it, and below a folder that matches nothing is looked for.
 * Undefined when the folder before the first wildcard does not exist. A broken pattern matches nothing.
 */
export function wildcardMatches(
  view: FolderView,
  pattern: string,
  onLink: (path: string) => void
): readonly string[] | undefined {
  const parts = pattern.split('/')
  const first = parts.findIndex(hasWildcard)
  const { path: base, links } = follow(view, parts.slice(0, first).join('/'))
  links.forEach(onLink)
  if (view.file(base) !== undefined) return []
  if (!view.hasFolder(base)) return undefined
  const matches = goMatcher(parts.slice(first).join('/'))
  if (matches === undefined) return []
  // Only brackets can match a slash; without them the pattern says how deep to look.
  const deepest = pattern.includes('[') ? Infinity : parts.length - first
  const found: string[] = []
  const walk = (folder: string, relative: string, depth: number): void => {
    for (const name of view.names(folder)) {
      const isFolder = name.endsWith('/')
      const child = isFolder ? name.slice(0, -1) : name
      const path = joinPath(folder, child)
      const below = joinPath(relative, child)
      if (matches(below)) {
        if (isFolder ? view.hasFolder(path) : view.file(path) !== undefined) found.push(path)
      } else if (isFolder && depth < deepest) walk(path, below, depth + 1)
    }
  }
  walk(base, '', 1)
  return found
}
