import { readClass } from './glob-class.js'

/** How one pattern is matched against a path. */
export type PathTest =
  | { readonly kind: 'exact'; readonly path: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'suffix'; readonly suffix: string }
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly needle: string }

/** One element of a pattern: a character, a set, `*`, a double star before more, a double star at the end. */
type Step = string | ((char: string) => boolean) | typeof STAR | typeof FOLDERS | typeof REST

const STAR = 1
const FOLDERS = 2
const REST = 3
const MOST_WILDCARDS = 100

/**
 * Reads one cleaned pattern as moby/patternmatcher does (`Pattern.compile`): a plain path, `x/**`, a double star before a
 * plain text, or any other. A reason when it is refused, or goes beyond what is followed here: `|`, `{2}`, text between
 * brackets and a letter after `\` reach Go's regular expressions unescaped and have a meaning of their own there.
 */
export function readPattern(pattern: string): PathTest | { readonly refused: string } {
  const chars = [...pattern]
  const steps: Step[] = []
  let kind: PathTest['kind'] = 'exact'
  let wildcards = 0
  let anchored = false
  for (let at = 0; at < chars.length;) {
    const start = at
    const char = chars[at++] ?? ''
    if (char === '*' && chars[at] === '*') {
      at++
      if (chars[at] === '/') at++
      const ends = at >= chars.length
      steps.push(ends ? REST : FOLDERS)
      kind = start === 0 ? 'suffix' : ends && kind === 'exact' ? 'prefix' : 'steps'
      wildcards++
    } else if (char === '*' || char === '?') {
      steps.push(char === '*' ? STAR : other => other !== '/')
      kind = 'steps'
      wildcards++
    } else if (char === '[') {
      const read = readClass(chars, start)
      if (read === undefined) return { refused: 'syntax error in pattern' }
      const inside = chars.slice(start + 1, read.end - 1).join('')
      if (/[*?[&~]|\\[0-9A-Za-z\u0080-\u{10ffff}]/u.test(inside)) {
        return { refused: 'brackets that hold * ? [ or an escaped letter' }
      }
      steps.push(read.test)
      at = read.end
      kind = 'steps'
    } else if (char === '\\') {
      const literal = chars[at++]
      if (literal === undefined) return { refused: 'syntax error in pattern' }
      if (/[0-9A-Za-z\u0080-\u{10ffff}]/u.test(literal)) return { refused: 'escaped letter or digit' }
      steps.push(literal)
      kind = 'steps'
    } else {
      // In a regular expression a bare ^ is an anchor, which says nothing at the start.
      if (char !== '^') steps.push(char)
      else if (start > 0) anchored = true
      if (char === ']') kind = 'steps'
    }
  }
  if (kind === 'exact') return { kind, path: pattern }
  if (kind === 'prefix') return { kind, prefix: pattern.slice(0, -2) }
  if (kind === 'suffix') return { kind, suffix: pattern.slice(2) }
  if (anchored) return { refused: '^ beside wildcards' }
  if (/\||\{\d+(?:,\d*)?\}/.test(pattern)) return { refused: '| or {n} beside wildcards' }
  if (wildcards > MOST_WILDCARDS) return { refused: `more than ${MOST_WILDCARDS} wildcards` }
  return { kind, steps, needle: longestText(steps) }
}

/** A text that every matching path holds: a cheap test before the full one. */
function longestText(steps: readonly Step[]): string {
  let longest = ''
  let run = ''
  for (const step of steps) {
    run = typeof step === 'string' ? run + step : ''
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** Whether a pattern matches exactly this path, its parents aside. */
export function matchesPath(test: PathTest, path: string): boolean {
  if (test.kind === 'exact') return path === test.path
  if (test.kind === 'prefix') return path.startsWith(test.prefix)
  if (test.kind === 'suffix') {
    return path.endsWith(test.suffix) || (test.suffix.startsWith('/') && path === test.suffix.slice(1))
  }
  return path.includes(test.needle) && matchSteps(test.steps, path)
}

/**
 * Matches a whole path against steps by keeping all positions at once, so no pattern is slow. Position 2n is before step n;
 * 2n + 1 is inside FOLDERS, where a slash must come before the next step.
 */
function matchSteps(steps: readonly Step[], path: string): boolean {
  const seen = new Int32Array(2 * steps.length + 2).fill(-1)
  let round = 0
  let now: number[] = []
  let next: number[] = []
  const stay = (position: number): void => {
    if (seen[position] === round) return
    seen[position] = round
    next.push(position)
  }
  const enter = (from: number): void => {
    for (let at = from; ; at++) {
      const step = steps[at]
      if (seen[2 * at] === round) return
      seen[2 * at] = round
      if (step === FOLDERS) stay(2 * at + 1)
      else next.push(2 * at)
      if (step !== STAR && step !== FOLDERS && step !== REST) return
    }
  }
  enter(0)
  for (const char of path) {
    round++
    const before = now
    now = next
    next = before
    next.length = 0
    for (const position of now) {
      const at = position >> 1
      const step = steps[at]
      if (step === STAR) {
        if (char !== '/') enter(at)
      } else if (step === FOLDERS) {
        if (char === '\n') continue
        if (char === '/') enter(at + 1)
        stay(position)
      } else if (step === REST) {
        if (char !== '\n') enter(at)
      } else if (typeof step === 'string' ? step === char : step?.(char) === true) enter(at + 1)
    }
    if (next.length === 0) return false
  }
  return seen[2 * steps.length] === round
}
