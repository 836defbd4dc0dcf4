import type { InputFile } from './types.js'

/** Whether a line of an ignore file can stand for exactly this path: no line breaks, no blanks at its ends. */
export function canBeHidden(path: string): boolean {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(path)
}

/**
 * The ignore file of a build context that holds exactly what may be read: it leaves out the links that are only looked at.
 * The slash in front keeps `#` at the start of a name from having a meaning; it is cut off before `!` is looked for
 * (moby/patternmatcher, `ignorefile.ReadAll` and `New`).
 */
export function ignoreText(files: readonly InputFile[]): string {
  const lines = files.flatMap(({ hidden, contextPath }) =>
    hidden === true ? `/${contextPath.replace(/^!|[*?[\\]/g, '\\$&')}` : []
  )
  return `${['# the build context holds exactly what may be read', ...lines].join('\n')}\n`
}
