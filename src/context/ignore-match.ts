import { matchesPath } from './ignore-pattern.js'
import { parentOf } from './paths.js'
import type { IgnorePattern } from './ignore.js'

/** Whether a path is ignored, and by which pattern in which line of the ignore file. */
export interface Ignored {
  readonly ignored: boolean
  readonly pattern?: string
  readonly line?: number
}

/** Patterns made ready to match many paths. What it learns about folders it keeps. */
export interface IgnoreMatcher {
  readonly patterns: readonly IgnorePattern[]
  /** The verdict about a path, which may be a file or a folder. */
  readonly judge: (path: string) => Verdict
  /**
   * Whether BuildKit also reads the content of a file that its walk keeps. It asks the patterns in another way then
   * (moby/patternmatcher, `MatchesOrParentMatches`), and what it may not open arrives empty: after `a`, `!a/b`, `./a`.
   */
  readonly opens: (path: string) => boolean
}

/** Which patterns matched a path or, for it, one of its parents, and what came of it. */
export interface Verdict {
  readonly ignored: boolean
  /** Number of the pattern that decided; -1 when none matched. */
  readonly by: number
  readonly matched: readonly number[]
}

const OPEN: Verdict = { ignored: false, by: -1, matched: [] }

/** Whether a path below the context root is ignored. */
export function ignored(matcher: IgnoreMatcher, path: string): Ignored {
  const { ignored: hidden, by } = matcher.judge(path)
  const pattern = matcher.patterns[by]
  if (pattern === undefined) return { ignored: false }
  return { ignored: hidden, pattern: `${pattern.exception ? '!' : ''}${pattern.text}`, line: pattern.line }
}

/**
 * Makes a matcher with the rules by which BuildKit walks a context (moby/patternmatcher, `MatchesUsingParentResults`):
 * patterns in order, the last one that matches wins, one that matched a parent folder matches everything below it, and
 * each is asked only when it could change the outcome.
 */
export function ignoreMatcher(patterns: readonly IgnorePattern[]): IgnoreMatcher {
  const index = indexOf(patterns)
  const exceptions = patterns.some(pattern => pattern.exception)
  const folders = new Map<string, Verdict>([['', OPEN]])
  const judgeFolder = (folder: string): Verdict => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const verdict = judge(folder)
    folders.set(folder, verdict)
    return verdict
  }
  const judge = (path: string): Verdict => {
    const parent = judgeFolder(parentOf(path))
    if (parent.ignored && !exceptions) return parent
    return decide(patterns, index, parent, path)
  }
  const firstException = patterns.findIndex(pattern => pattern.exception)
  // Only a pattern after an exception is asked differently.
  const twofold = exceptions && patterns.slice(firstException).some(pattern => !pattern.exception)
  return {
    patterns,
    judge: patterns.length === 0 ? () => OPEN : judge,
    opens: twofold ? path => opens(patterns, path) : () => true
  }
}

function opens(patterns: readonly IgnorePattern[], path: string): boolean {
  const paths = [path]
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) paths.push(at)
  let hidden = false
  for (const { exception, test } of patterns) {
    if (exception === hidden && paths.some(each => matchesPath(test, each))) hidden = !exception
  }
  return !hidden
}

/** Numbers of patterns by what they match; those with wildcards are tried one by one. */
interface Index {
  readonly exact: ReadonlyMap<string, readonly number[]>
  /** `x/**` by `x`. */
  readonly below: ReadonlyMap<string, readonly number[]>
  /** `**` + `/x` by `x`. */
  readonly tails: ReadonlyMap<string, readonly number[]>
  readonly others: readonly number[]
}

function indexOf(patterns: readonly IgnorePattern[]): Index {
  const exact = new Map<string, number[]>()
  const below = new Map<string, number[]>()
  const tails = new Map<string, number[]>()
  const others: number[] = []
  const add = (map: Map<string, number[]>, key: string, number: number): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [number])
    else list.push(number)
  }
  patterns.forEach(({ test }, number) => {
    if (test.kind === 'exact') add(exact, test.path, number)
    else if (test.kind === 'prefix' && test.prefix.endsWith('/')) add(below, test.prefix.slice(0, -1), number)
    else if (test.kind === 'suffix' && test.suffix.startsWith('/')) add(tails, test.suffix.slice(1), number)
    else others.push(number)
  })
  return { exact, below, tails, others }
}

/** Numbers of indexed patterns that match the path itself. */
function certain({ exact, below, tails }: Index, path: string): number[] {
  const found = [...(exact.get(path) ?? [])]
  if (tails.size > 0) found.push(...(tails.get(path) ?? []))
  if (tails.size + below.size === 0) return found
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (tails.size > 0) found.push(...(tails.get(path.slice(slash + 1)) ?? []))
    if (below.size > 0) found.push(...(below.get(path.slice(0, slash)) ?? []))
  }
  return found
}

function decide(patterns: readonly IgnorePattern[], index: Index, parent: Verdict, path: string): Verdict {
  const direct = new Set(certain(index, path))
  const inherited = new Set(parent.matched)
  const likely = [...new Set([...direct, ...inherited])].sort((a, b) => a - b)
  const matched: number[] = []
  let hidden = false
  let by = -1
  const ask = (number: number, known: boolean): void => {
    const pattern = patterns[number]
    if (pattern === undefined) return
    if (!inherited.has(number)) {
      if (pattern.exception !== hidden) return
      if (!known && !matchesPath(pattern.test, path)) return
    }
    matched.push(number)
    if (hidden === pattern.exception || by < 0) by = number
    hidden = !pattern.exception
  }
  let next = 0
  for (const number of index.others) {
    while ((likely[next] ?? Infinity) < number) {
      const before = likely[next++] ?? 0
      ask(before, direct.has(before))
    }
    if (likely[next] === number) next++
    ask(number, false)
  }
  for (; next < likely.length; next++) {
    const number = likely[next] ?? 0
    ask(number, direct.has(number))
  }
  return { ignored: hidden, by, matched }
}
