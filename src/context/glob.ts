import { readClass } from './glob-class.js'

/**
 * Makes a test of texts by Go's `filepath.Match` on Unix: `*` and `?` stop at `/`, `[a-z]` and `[^a]` do not, `\` escapes,
 * and the whole text must match. Undefined for a broken pattern, which is refused even where a text differs before its
 * fault.
 */
export function goMatcher(pattern: string): ((text: string) => boolean) | undefined {
  const parts = partsOf(pattern)
  return parts === undefined ? undefined : text => matchParts(parts, text)
}

/** Whether a path holds a character that makes it a pattern (fsutil, `containsWildcards`). */
export function hasWildcard(path: string): boolean {
  return /^(?:[^\\*?[]|\\[^])*[*?[]/.test(path)
}

/** One element of a pattern: a star, or a test of one character. */
type Part = 'star' | ((char: string) => boolean)

/** Takes a pattern apart; undefined when it is refused. */
function partsOf(pattern: string): readonly Part[] | undefined {
  const chars = [...pattern]
  const parts: Part[] = []
  for (let at = 0; at < chars.length;) {
    const char = chars[at] ?? ''
    if (char === '[') {
      const read = readClass(chars, at)
      if (read === undefined) return undefined
      parts.push(read.test)
      at = read.end
      continue
    }
    if (char === '*') parts.push('star')
    else if (char === '?') parts.push(other => other !== '/')
    else {
      const literal = char === '\\' ? chars[++at] : char
      if (literal === undefined) return undefined
      parts.push(other => other === literal)
    }
    at++
  }
  return parts
}

/** Linear in text times pattern: after a mismatch only the last star is tried again, one character further. */
function matchParts(parts: readonly Part[], text: string): boolean {
  const chars = isPlain(text) ? text : [...text]
  let part = 0
  let at = 0
  let star = -1
  let starAt = 0
  while (at < chars.length) {
    const current = parts[part]
    const char = chars[at] ?? ''
    if (current === 'star') {
      star = part++
      starAt = at
    } else if (current?.(char) === true) {
      part++
      at++
    } else if (star >= 0 && chars[starAt] !== '/') {
      part = star + 1
      at = ++starAt
    } else return false
  }
  while (parts[part] === 'star') part++
  return part === parts.length
}

/** Without characters outside of the basic plane a text can be indexed as it is. */
function isPlain(text: string): boolean {
  return !/[\ud800-\udbff]/.test(text)
}
