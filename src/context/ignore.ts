import { trim } from '../dockerfile/space.js'
import { cleanPath } from './paths.js'
import { readPattern, type PathTest } from './ignore-pattern.js'

/** A pattern of an ignore file or of `--exclude`. */
export interface IgnorePattern {
  /** Cleaned, without the leading `!`. */
  readonly text: string
  /** A leading `!`: what it matches is not ignored. */
  readonly exception: boolean
  /** Line in the ignore file, from 1; the position in the list for other patterns. */
  readonly line: number
  readonly test: PathTest
}

/** A pattern that cannot be read or followed. */
export interface IgnoreProblem {
  readonly line: number
  readonly message: string
  readonly remedy: string
}

/** The patterns of an ignore file. With problems, which files are ignored is not known. */
export interface IgnoreFile {
  readonly patterns: readonly IgnorePattern[]
  readonly problems: readonly IgnoreProblem[]
}

const LONGEST_LINE = 65_535

/**
 * Reads a `.dockerignore` (moby/patternmatcher, `ignorefile.ReadAll`): `#` only in the first column is a comment, blanks
 * around a pattern and after `!` are cut, paths are cleaned, a leading slash is dropped.
 */
export function parseIgnore(text: string): IgnoreFile {
  const patterns: IgnorePattern[] = []
  const problems: IgnoreProblem[] = []
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  body.split('\n').forEach((raw, index) => {
    const line = index + 1
    if (raw.length * 3 > LONGEST_LINE && Buffer.byteLength(raw) > LONGEST_LINE) {
      problems.push({ line, message: 'the line is longer than 64 KiB', remedy: 'shorten the pattern' })
      return
    }
    if (raw.startsWith('#')) return
    const written = trim(raw)
    if (written !== '') addPattern(normalised(written), line, patterns, problems)
  })
  return { patterns, problems }
}

/** Reads the patterns of `--exclude` and `--parents`, which are not changed before they are cleaned. */
export function parsePatterns(texts: readonly string[]): IgnoreFile {
  const patterns: IgnorePattern[] = []
  const problems: IgnoreProblem[] = []
  texts.forEach((text, index) => {
    if (trim(text) !== '') addPattern(trim(text), index + 1, patterns, problems)
  })
  return { patterns, problems }
}

/** Paths are from the root of the context, with and without a leading slash. */
function normalised(written: string): string {
  const exception = written.startsWith('!')
  const pattern = exception ? trim(written.slice(1)) : written
  const cleaned = pattern === '' ? '' : cleanPath(pattern)
  const relative = cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned
  return exception ? `!${relative}` : relative
}

function addPattern(
  written: string,
  line: number,
  patterns: IgnorePattern[],
  problems: IgnoreProblem[]
): void {
  const cleaned = cleanPath(written)
  const exception = cleaned.startsWith('!')
  const text = exception ? cleaned.slice(1) : cleaned
  const test = text === '' ? { refused: 'a bare !' } : readPattern(text)
  if ('refused' in test) {
    const message = `the pattern ${JSON.stringify(written)} cannot be used: ${test.refused}`
    problems.push({ line, message, remedy: 'correct the pattern or write it more simply' })
  } else patterns.push({ text, exception, line, test })
}
