import type { RuleCode } from '../diagnostics/rules.js'

/** Bytes a manifest may have: 4 MB. */
export const LARGEST = 4_000_000
/** Levels of lists and mappings a manifest may have. */
export const DEEPEST = 64

/**
 * What a manifest may have of lines and commas, of quotes, brackets and colons, and of `&`, `*` and `!`. The YAML library
 * takes one to three seconds for so many, whatever they mean; 5,000 images of ten keys have about half of it.
 */
const MOST_ENTRIES = 100_000
const MOST_INDICATORS = 200_000
const MOST_MARKS = 20_000
/** Brackets that may be closed without having been opened: some may stand in quotes or comments. */
const MOST_UNOPENED = 1000

/** A finding about a text that is known by its offset, not by a key. */
export interface TextFault {
  readonly code: RuleCode
  /** UTF-16 units from the start; absent for the whole file. */
  readonly offset?: number
  readonly message: string
  readonly remedy: string
}

/**
 * What a quick look over a text finds: a fault that forbids to parse it, and whether its nesting deserves a second
 * look.
 */
export interface Outline {
  readonly fault?: TextFault
  /** More brackets are open than may be; some of them may stand in quotes or comments. */
  readonly suspicious: boolean
}

const SPLIT = 'Split what is long into files of the repository, or into two manifests'

/** Looks over a text in one cheap pass: the library takes seconds on 100,000 nested brackets, this takes none. */
export function outline(text: string): Outline {
  const bytes = Buffer.byteLength(text)
  if (bytes > LARGEST) return refused(`The file has ${bytes} bytes, a manifest has at most ${LARGEST}`, SPLIT)
  const counts = count(text)
  for (const [found, most, what] of [
    [counts.entries, MOST_ENTRIES, 'lines and commas'],
    [counts.indicators, MOST_INDICATORS, 'quotes, brackets and colons'],
    [counts.marks, MOST_MARKS, 'characters & * !'],
    [counts.unopened, MOST_UNOPENED, 'brackets that are closed but not opened']
  ] as const)
    if (found > most) return refused(`The file has ${found} ${what}, a manifest has at most ${most}`, SPLIT)
  const run = COMPACT_NESTING.exec(text)
  if (run !== null) return { fault: tooDeep(run.index), suspicious: false }
  return { suspicious: counts.depth > DEEPEST }
}

/** The finding about a list or mapping inside of too many others. */
export function tooDeep(offset: number): TextFault {
  return {
    code: 'M014',
    offset,
    message: `Lists and mappings are nested deeper than ${DEEPEST} levels, a manifest needs less than 10`,
    remedy: 'Remove the nesting; a text with brackets is written in quotes'
  }
}

/** `- - - …`: lists in lists in one line. */
const COMPACT_NESTING = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${DEEPEST + 1}}`, 'm')

function refused(message: string, remedy: string): Outline {
  return { fault: { code: 'M014', message, remedy }, suspicious: false }
}

interface Counts {
  readonly entries: number
  readonly indicators: number
  readonly marks: number
  /** The most brackets that are open at one place. */
  readonly depth: number
  readonly unopened: number
}

function count(text: string): Counts {
  const counts = { entries: 0, indicators: 0, marks: 0, depth: 0, unopened: 0 }
  let open = 0
  for (let index = 0; index < text.length; index++) {
    switch (text.charAt(index)) {
      case '\n':
      case '\r':
      case ',':
        counts.entries++
        break
      case '[':
      case '{':
        counts.indicators++
        counts.depth = Math.max(counts.depth, ++open)
        break
      case ']':
      case '}':
        counts.indicators++
        counts.unopened = Math.max(counts.unopened, -(--open))
        break
      case '"':
      case "'":
      case ':':
        counts.indicators++
        break
      case '&':
      case '*':
      case '!':
        counts.marks++
        break
    }
  }
  return counts
}
