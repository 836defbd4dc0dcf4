import { cleanPath, joinPath, parentOf } from '../context/paths.js'
import { isRegularFile } from '../context/tree.js'
import type { Tree } from '../context/types.js'

/** A file or folder of the repository at a place in the container, by COPY, ADD or a bind mount. */
export interface Put {
  /** Absolute path in the container. */
  readonly to: string
  /** Path from the repository root. */
  readonly from: string
}

/** A path as a command in a working folder of the container means it, absolute. */
export function inContainer(workdir: string, path: string): string {
  return cleanPath(path.startsWith('/') ? path : `${workdir}/${path}`)
}

/** The file of the repository that a container has at an absolute path; undefined when it comes from somewhere else. */
export function findFile(puts: readonly Put[], tree: Tree, path: string): string | undefined {
  for (const { to, from } of puts) {
    const folder = to === '/' ? '' : to
    const found =
      path === to ? from : path.startsWith(`${folder}/`) ? joinPath(from, path.slice(folder.length + 1)) : ''
    if (isFile(tree, found)) return found
  }
  return undefined
}

/** A file that another file of the repository names, from the root or from where it stands itself. */
export function findNamed(tree: Tree, name: string, by: string): string | undefined {
  const beside = cleanPath(joinPath(parentOf(by), name))
  return [cleanPath(name), beside].find(path => isFile(tree, path))
}

function isFile(tree: Tree, path: string): boolean {
  return isRegularFile(tree.get(path))
}
