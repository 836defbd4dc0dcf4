import { isSpace, trim, trimStart } from './space.js'
import type { Flag, Instruction } from './types.js'

const BLANKS = /[\t\v\f\r ]+/

/** Keyword, flags and the rest of a joined line. */
export interface SplitLine {
  /** As written. */
  readonly keyword: string
  readonly flags: readonly Flag[]
  /** Blanks at both ends cut. */
  readonly rest: string
  /** A flag has characters that BuildKit reads byte by byte. */
  readonly doubtful: boolean
}

/** Splits a joined line into keyword, `--flags` and rest (BuildKit, `parser.splitCommand`). */
export function splitLine(line: string, escape: string): SplitLine {
  const text = trim(line)
  const blank = BLANKS.exec(text)
  if (blank === null) return { keyword: text, flags: [], rest: '', doubtful: false }
  const keyword = text.slice(0, blank.index)
  const { words, end, doubtful } = readFlags(text, blank.index + blank[0].length, escape)
  return { keyword, flags: words.map(toFlag), rest: trim(text.slice(end)), doubtful }
}

function toFlag(word: string): Flag {
  const equals = word.indexOf('=')
  return equals < 0 ? { name: word.slice(2) } : { name: word.slice(2, equals), value: word.slice(equals + 1) }
}

function readFlags(
  text: string,
  start: number,
  escape: string
): { readonly words: readonly string[]; readonly end: number; readonly doubtful: boolean } {
  const words: string[] = []
  let doubtful = false
  let at = start
  for (;;) {
    while (at < text.length && '\t\n\v\f\r '.includes(text.charAt(at))) at++
    if (!text.startsWith('--', at)) return { words, end: at, doubtful }
    let word = ''
    let quote = ''
    for (; at < text.length; at++) {
      let char = text.charAt(at)
      if (char > '\u007f') doubtful = true
      if (quote === '' && isSpace(char)) break
      if (quote === '' ? char === "'" || char === '"' : char === quote) {
        quote = quote === '' ? char : ''
        continue
      }
      if (char === escape) {
        if (at + 1 === text.length) continue
        char = text.charAt(++at)
      }
      word += char
    }
    if (word === '--') return { words, end: at, doubtful }
    words.push(word)
  }
}

/** Words between blanks; quotes and escapes have no meaning (BuildKit, `parseStringsWhitespaceDelimited`). */
export function blankWords(rest: string): readonly string[] {
  return rest === '' ? [] : rest.split(BLANKS)
}

/** The words of an instruction: those of its JSON form, else those between blanks. */
export function wordsOf(instruction: Instruction): readonly string[] {
  return instruction.json ?? blankWords(instruction.rest)
}

/** Words of ARG and ENV: quotes and escapes keep blanks inside and stay in the word (BuildKit, `parseWords`). */
export function quotedWords(rest: string, escape: string): readonly string[] {
  const words: string[] = []
  let at = 0
  for (;;) {
    while (at < rest.length && isSpace(rest.charAt(at))) at++
    if (at >= rest.length) return words
    let word = ''
    let quote = ''
    for (; at < rest.length; at++) {
      const char = rest.charAt(at)
      if (quote === '' && isSpace(char)) break
      if (char === escape && quote !== "'") {
        if (at + 1 >= rest.length) continue
        word += char + rest.charAt(++at)
        continue
      }
      if (quote === '' ? char === "'" || char === '"' : char === quote) quote = quote === '' ? char : ''
      word += char
    }
    if (word !== '') words.push(word)
  }
}

/** Names and values of ENV and LABEL; the old form `ENV name value` too. Undefined when BuildKit refuses the text. */
export function pairs(rest: string, escape: string): readonly (readonly [string, string])[] | undefined {
  const words = quotedWords(rest, escape)
  const first = words[0]
  if (first === undefined) return undefined
  if (!first.includes('=')) {
    const blank = BLANKS.exec(rest)
    return blank === null
      ? undefined
      : [[rest.slice(0, blank.index), rest.slice(blank.index + blank[0].length)]]
  }
  if (words.some(word => word.indexOf('=') < 1)) return undefined
  return words.map(word => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const)
}

/** The JSON form `["a", "b"]`: its words, `mixed` when it holds anything but texts, undefined when it is no JSON list. */
export function jsonWords(rest: string): readonly string[] | 'mixed' | undefined {
  if (!trimStart(rest).startsWith('[')) return undefined
  let value: unknown
  try {
    value = JSON.parse(rest)
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  if (value.every(item => typeof item === 'string')) return value
  // A number that is too large is no JSON for Go.
  return value.some(item => item === Infinity || item === -Infinity) ? undefined : 'mixed'
}
