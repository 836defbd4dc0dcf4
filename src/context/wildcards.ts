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
  linksBeside(view, base, parts.slice(first)).forEach(onLink)
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

/**
 * Links that a wildcard in the middle of a pattern matches, ignored or not. Where there is one, BuildKit's client sends all
 * that this part matches, else only what the whole pattern matches, without the targets of links there; so they decide
 * whether a build finds what it asks for (fsutil, `FollowLinks`, which knows nothing of the ignore file).
 */
function linksBeside(
  view: FolderView,
  folder: string,
  [part = '', ...rest]: readonly string[]
): readonly string[] {
  const matches = rest.length === 0 ? undefined : goMatcher(part)
  if (matches === undefined) return []
  const names = [...view.names(folder)].filter(name => !name.endsWith('/') && matches(name))
  return names
    .map(name => joinPath(folder, name))
    .filter(path => view.link(path) !== undefined || view.hiddenLink(path) !== undefined)
}
