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
      // In a regular expression a bare ^ is an anchor: nothing at the start, never true elsewhere.
      if (char !== '^') steps.push(char)
      else if (start > 0) steps.push(() => false)
      if (char === ']') kind = 'steps'
    }
  }
  if (kind === 'exact') return { kind, path: pattern }
  if (kind === 'prefix') return { kind, prefix: pattern.slice(0, -2) }
  if (kind === 'suffix') return { kind, suffix: pattern.slice(2) }
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

/** Matches a whole path against steps by keeping all positions at once, so no pattern is slow. */
function matchSteps(steps: readonly Step[], path: string): boolean {
  let states = new Set<number>()
  enter(steps, 0, states)
  for (const char of path) {
    const next = new Set<number>()
    for (const state of states) advance(steps, state, char, next)
    if (next.size === 0) return false
    states = next
  }
  return states.has(steps.length)
}

/** Positions are numbers of steps; a negative one is inside FOLDERS, where a slash must come before the next step. */
function enter(steps: readonly Step[], from: number, states: Set<number>): void {
  for (let state = from; ; state++) {
    const step = steps[state]
    states.add(step === FOLDERS ? -1 - state : state)
    if (step !== STAR && step !== FOLDERS && step !== REST) return
  }
}

function advance(steps: readonly Step[], state: number, char: string, next: Set<number>): void {
  if (state < 0) {
    if (char === '\n') return
    next.add(state)
    if (char === '/') enter(steps, -state, next)
    return
  }
  const step = steps[state]
  if (step === STAR) {
    if (char !== '/') enter(steps, state, next)
  } else if (step === REST) {
    if (char !== '\n') enter(steps, state, next)
  } else if (typeof step === 'string' ? step === char : typeof step === 'function' && step(char)) {
    enter(steps, state + 1, next)
  }
}
