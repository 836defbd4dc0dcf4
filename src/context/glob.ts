/** A test of one text against a pattern; `error` says why the pattern is refused. */
export type GlobResult =
  { readonly matches: boolean; readonly error?: undefined } | { readonly error: string }

const BAD: GlobResult = { error: 'syntax error in pattern' }

/**
 * Go's `filepath.Match` on Unix: `*` and `?` stop at `/`, `[a-z]` and `[^a]` do not, `\` escapes, and the whole text must
 * match. A broken pattern is refused even when the text differs before its fault.
 */
export function matchGlob(pattern: string, text: string): GlobResult {
  const parts = partsOf(pattern)
  return parts === undefined ? BAD : { matches: matchParts(parts, text) }
}

/** Makes a test of many texts against one pattern; undefined when the pattern is refused. */
export function globMatcher(pattern: string): ((text: string) => boolean) | undefined {
  const parts = partsOf(pattern)
  return parts === undefined ? undefined : text => matchParts(parts, text)
}

/** Whether a path holds a character that makes it a pattern (fsutil, `containsWildcards`). */
export function hasWildcard(path: string): boolean {
  return /^(?:[^\\*?[]|\\[^])*[*?[]/.test(path)
}

/** One element of a pattern: a star, or a test of one character. */
export type Part = 'star' | ((char: string) => boolean)

/** Takes a pattern apart; undefined when it is refused. */
export function partsOf(pattern: string): readonly Part[] | undefined {
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

/** Reads `[…]` from `start`; undefined when it is broken: empty, without end, or with a bare `-` or `]` as a bound. */
export function readClass(
  chars: readonly string[],
  start: number
): { readonly test: (char: string) => boolean; readonly end: number } | undefined {
  let at = start + 1
  const negated = chars[at] === '^'
  if (negated) at++
  const ranges: (readonly [low: number, high: number])[] = []
  const bound = (): number | undefined => {
    let char = chars[at]
    if (char === undefined || char === '-' || char === ']') return undefined
    if (char === '\\') char = chars[++at]
    at++
    // The class must go on after a bound.
    return char === undefined || at >= chars.length ? undefined : char.codePointAt(0)
  }
  while (chars[at] !== ']' || ranges.length === 0) {
    const low = bound()
    if (low === undefined) return undefined
    let high: number | undefined = low
    if (chars[at] === '-') {
      at++
      high = bound()
    }
    if (high === undefined) return undefined
    ranges.push([low, high])
  }
  const test = (char: string): boolean => {
    const code = char.codePointAt(0) ?? -1
    return ranges.some(([low, high]) => low <= code && code <= high) !== negated
  }
  return { test, end: at + 1 }
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
