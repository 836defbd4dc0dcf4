import { posix } from 'node:path'
import { labelOf, quoted, wrong } from './fields.js'
import type { Field, Reader } from './fields.js'
import { readText } from './readers.js'

/** Reads a path from the repository root; `.` is the root and becomes `''`. Never leaves the repository. */
export const readFolder: Reader<string> = field => {
  const text = readText(field)
  if (text === undefined || !staysInside(field, text)) return undefined
  const path = posix.normalize(text).replace(/\/$/, '')
  return path === '.' ? '' : path
}

/** Reads the path of a file from the repository root. */
export const readFile: Reader<string> = field => {
  const path = readFolder(field)
  const isFolder = path === '' || (typeof field.value === 'string' && field.value.endsWith('/'))
  if (path === undefined || !isFolder) return path
  const message = `${labelOf(field.path)} is ${quoted(String(field.value))}, expected a file`
  return wrong(field, 'M010', message, 'Name the file, not its folder')
}

/** Reads a glob of files from the repository root. */
export const readGlob: Reader<string> = field => {
  const text = readText(field)
  if (text === undefined || !staysInside(field, text)) return undefined
  return posix.normalize(text)
}

function staysInside(field: Field, path: string): boolean {
  const fault = faultOf(path)
  if (fault === undefined) return true
  const message = `${labelOf(field.path)} is ${quoted(path)}, ${fault}, expected a path from the repository root`
  wrong(
    field,
    'M007',
    message,
    'Write the path from the repository root with / between folders and without ..'
  )
  return false
}

function faultOf(path: string): string | undefined {
  if (/^[/~]/.test(path) || /^[A-Za-z]:/.test(path)) return 'an absolute path'
  if (path.includes('\\')) return 'a path with a backslash'
  if (/[\n\t]/.test(path)) return 'a path of several lines'
  if (path.split('/').includes('..')) return 'a path with ..'
  return undefined
}
