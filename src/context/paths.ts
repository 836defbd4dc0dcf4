import { posix } from 'node:path'

/** Go's `filepath.Clean`: no `.`, no double or trailing slash, `..` worked in; `.` for the empty path. */
export function cleanPath(path: string): string {
  const normal = posix.normalize(path)
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal
}

/** A path as seen from a root that nothing leaves: `..` stops there. Without a leading slash; `''` is the root. */
export function insideRoot(path: string): string {
  return cleanPath(`/${path}`).slice(1)
}

/** Joins a folder (`''` is the root) and a path. */
export function joinPath(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`
}

/** The folder a path is in; `''` at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
