import type { RuleCode } from '../diagnostics/rules.js'

/** Bytes a manifest may have: 4 MB. */
export const LARGEST = 4_000_000
/** Levels of lists and mappings a manifest may have. */
export const DEEPEST = 64

/**
 * Lines and commas, and other characters with a meaning, that a manifest may have. The YAML library needs about a
 * second for so many; an image of ten keys has about twenty lines, so this is room for thousands of images.
 */
const MOST_ENTRIES = 100_000
const MOST_INDICATORS = 400_000

/** A finding about a text that is known by its offset, not by a key. */
export interface TextFault {
  readonly code: RuleCode
  /** UTF-16 units from the start; absent for the whole file. */
  readonly offset?: number
  readonly message: string
  readonly remedy: string
}

/** What a quick look over a text finds: a fault that forbids to parse it, and whether its nesting deserves a second look. */
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
  if (counts.entries > MOST_ENTRIES)
    return refused(
      `The file has ${counts.entries} lines and commas, a manifest has at most ${MOST_ENTRIES}`,
      SPLIT
    )
  if (counts.indicators > MOST_INDICATORS)
    return refused(
      `The file has ${counts.indicators} quotes, brackets and colons, a manifest has at most ${MOST_INDICATORS}`,
      SPLIT
    )
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

function count(text: string): {
  readonly entries: number
  readonly indicators: number
  readonly depth: number
} {
  let entries = 0
  let indicators = 0
  let open = 0
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    switch (text.charAt(index)) {
      case '\n':
      case '\r':
      case ',':
        entries++
        break
      case '[':
      case '{':
        indicators++
        depth = Math.max(depth, ++open)
        break
      case ']':
      case '}':
        indicators++
        open--
        break
      case '"':
      case "'":
      case ':':
      case '&':
      case '*':
      case '!':
        indicators++
        break
    }
  }
  return { entries, indicators, depth }
}
