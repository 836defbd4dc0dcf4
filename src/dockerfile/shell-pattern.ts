type Token =
  { readonly kind: 'text'; readonly char: string } | { readonly kind: 'any' } | { readonly kind: 'star' }

/** A pattern of `${name#pattern}` that cannot be read. */
export interface PatternError {
  readonly error: string
}

/**
 * Reads the patterns of `#`, `##`, `%`, `%%` and `/` of a variable: `*` and `?` (neither matches a line feed), `\` before
 * these and itself, and before `}` and `/`, where it is dropped (BuildKit, `shell.convertShellPatternToRegex`).
 */
function tokensOf(pattern: readonly string[]): readonly Token[] | PatternError {
  const tokens: Token[] = []
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? ''
    if (char === '*') tokens.push({ kind: 'star' })
    else if (char === '?') tokens.push({ kind: 'any' })
    else if (char !== '\\') tokens.push({ kind: 'text', char })
    else {
      const next = pattern[at + 1] ?? ''
      if (next === '}' || next === '/') continue
      if (next !== '*' && next !== '?' && next !== '\\') return { error: `invalid escape '\\${next}'` }
      tokens.push({ kind: 'text', char: next })
      at++
    }
  }
  return tokens
}

/** Where a match that starts at `from` ends: the longest, or the shortest; undefined when there is none. */
function matchAt(
  tokens: readonly Token[],
  text: readonly string[],
  from: number,
  longest: boolean
): number | undefined {
  let states = closure(tokens, new Set([0]))
  let found: number | undefined
  for (let at = from; ; at++) {
    if (states.has(tokens.length)) {
      found = at
      if (!longest) return found
    }
    const char = text[at]
    if (char === undefined || states.size === 0) return found
    const next = new Set<number>()
    for (const state of states) {
      const token = tokens[state]
      if (token === undefined) continue
      if (token.kind === 'text' ? token.char === char : char !== '\n')
        next.add(token.kind === 'star' ? state : state + 1)
    }
    states = closure(tokens, next)
  }
}

function closure(tokens: readonly Token[], states: Set<number>): Set<number> {
  for (const state of states) if (tokens[state]?.kind === 'star') states.add(state + 1)
  return states
}

/** `${name#pattern}` (shortest) and `${name##pattern}` (longest). */
export function trimPrefix(pattern: string, value: string, longest: boolean): string | PatternError {
  return cutStart([...pattern], [...value], longest)
}

/** `${name%pattern}` (shortest) and `${name%%pattern}` (longest). */
export function trimSuffix(pattern: string, value: string, longest: boolean): string | PatternError {
  const rest = cutStart(reversePattern([...pattern]), [...value].reverse(), longest)
  return typeof rest === 'string' ? [...rest].reverse().join('') : rest
}

function cutStart(
  pattern: readonly string[],
  value: readonly string[],
  longest: boolean
): string | PatternError {
  const tokens = tokensOf(pattern)
  if ('error' in tokens) return tokens
  return value.slice(matchAt(tokens, value, 0, longest) ?? 0).join('')
}

/** An escape stays in front of what it escapes. */
function reversePattern(pattern: readonly string[]): readonly string[] {
  const groups: string[][] = []
  for (let at = 0; at < pattern.length; at++) {
    const escapes = pattern[at] === '\\' && at + 1 < pattern.length
    groups.push(pattern.slice(at, at + (escapes ? 2 : 1)))
    if (escapes) at++
  }
  return groups.reverse().flat()
}

/** `${name/pattern/replacement}`: the longest match at the first place, and with `all` every further one. */
export function replace(
  pattern: string,
  replacement: string,
  value: string,
  all: boolean
): string | PatternError {
  const tokens = tokensOf([...pattern])
  if ('error' in tokens) return tokens
  const text = [...value]
  if (text.length * text.length * tokens.length > 50_000_000)
    return { error: 'value and pattern are too long' }
  let result = ''
  let copied = 0
  for (let at = 0; at <= text.length;) {
    const end = matchAt(tokens, text, at, true)
    if (end === undefined) {
      at++
      continue
    }
    result += text.slice(copied, at).join('')
    if (!all) return result + replacement + text.slice(end).join('')
    if (end > copied || at === 0) result += template(replacement, text.slice(at, end).join(''))
    copied = end
    at = Math.max(end, at + 1)
  }
  return result + text.slice(copied).join('')
}

/** `$0` is the match, `$$` a dollar, any other `$name` nothing: Go's `Regexp.Expand`, which only `//` goes through. */
function template(replacement: string, match: string): string {
  return replacement.replace(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (dollar: string, bare?: string, braced?: string) => {
      if (dollar === '$$') return '$'
      return /^0+$/.test(bare ?? braced ?? '') ? match : ''
    }
  )
}
