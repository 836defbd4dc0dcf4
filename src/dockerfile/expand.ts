import { isSpace } from './space.js'
import { replace, trimPrefix, trimSuffix } from './shell-pattern.js'

/** How a word is read. */
export interface ExpandOptions {
  /** The escape character of the Dockerfile: backslash unless a directive says backtick. */
  readonly escape: string
  /** Quotes stay in the text. */
  readonly rawQuotes?: boolean
  /** Escape characters stay in the text. */
  readonly rawEscapes?: boolean
  /** A variable that is not set stays as written. */
  readonly skipUnset?: boolean
}

/** A word with its variables filled in. */
export interface Expansion {
  readonly text: string
  /** The text split at blanks that are not quoted. */
  readonly words: readonly string[]
  /** Names that were looked up and have a value. */
  readonly used: ReadonlySet<string>
  /** Names that were looked up and have none. */
  readonly unset: ReadonlySet<string>
  /** Why the word cannot be expanded; the text is empty then. */
  readonly error?: string
}

/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined

const NOTHING: ReadonlySet<string> = new Set()
const DEEPEST = 500
/** Characters that variables may fill in: sixty lines of ARG, each twice the one before, are more than a machine holds. */
export const LONGEST = 1_048_576

/**
 * Expands variables and removes quotes as BuildKit does in ARG, FROM, ENV, COPY and others (`shell.Lex`): `$X`, `${X}`, the
 * operators `:-` `-` `:+` `+` `:?` `?` `#` `##` `%` `%%` `/` `//`, single and double quotes, escapes.
 */
export function expand(text: string, lookup: Lookup, options: ExpandOptions): Expansion {
  if (!/[$'"<\s\u0085\ufeff\\`]/.test(text)) {
    return { text, words: text === '' ? [] : [text], used: NOTHING, unset: NOTHING }
  }
  return lexer(text, lookup, options)
}

class Unexpandable extends Error {}

function lexer(source: string, lookup: Lookup, options: ExpandOptions): Expansion {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  const used = new Set<string>()
  const unset = new Set<string>()
  let at = 0
  let depth = 0
  let filled = 0
  /** Shared by nested calls, as in the original: a nested operator drops the word begun outside. */
  let word = ''

  function stopOn(stop: string | undefined, rawEscapes: boolean): { text: string; words: string[] } {
    if (++depth > DEEPEST) throw new Unexpandable('variables are nested too deep')
    let result = ''
    const words: string[] = []
    let inWord = false
    word = ''
    const addRaw = (part: string): void => {
      word += part
      inWord = true
    }
    const add = (part: string): void => {
      for (const char of part) {
        if (!isSpace(char)) addRaw(char)
        else if (inWord && word !== '') {
          words.push(word)
          word = ''
          inWord = false
        }
      }
    }
    for (;;) {
      const char = text[at]
      if (char === undefined) {
        if (stop === undefined) break
        throw new Unexpandable(`there is no matching ${stop}`)
      }
      if (char === stop) {
        at++
        break
      }
      let part: string
      if (char === '$') add((part = dollar()))
      else if (char === '<') addRaw((part = heredocStart()))
      else if (char === "'") addRaw((part = singleQuoted()))
      else if (char === '"') addRaw((part = doubleQuoted(rawEscapes)))
      else if (char === options.escape) {
        part = rawEscapes ? char : ''
        const escaped = at + 1 < text.length ? String.fromCodePoint(text.codePointAt(at + 1) ?? 0) : ''
        at += 1 + escaped.length
        if (part + escaped !== '') addRaw(part + escaped)
        part += escaped
      } else {
        at++
        add((part = char))
      }
      result += part
    }
    if (word !== '') words.push(word)
    word = ''
    depth--
    return { text: result, words }
  }

  function singleQuoted(): string {
    const end = text.indexOf("'", at + 1)
    if (end < 0) throw new Unexpandable('there is no matching single quote')
    const quoted = options.rawQuotes === true ? text.slice(at, end + 1) : text.slice(at + 1, end)
    at = end + 1
    return quoted
  }

  function doubleQuoted(rawEscapes: boolean): string {
    let result = options.rawQuotes === true ? '"' : ''
    at++
    for (;;) {
      const char = text[at]
      if (char === undefined) throw new Unexpandable('there is no matching double quote')
      if (char === '"') {
        at++
        return options.rawQuotes === true ? `${result}"` : result
      }
      if (char === '$') {
        result += dollar()
        continue
      }
      at++
      if (char !== options.escape) {
        result += char
        continue
      }
      if (rawEscapes) result += char
      const next = text[at]
      if (next === undefined) continue
      if (next === '"' || next === '$' || next === options.escape) {
        result += next
        at++
      } else result += char
    }
  }

  /** `<<` and the blanks after it belong to the word that follows. */
  function heredocStart(): string {
    at++
    if (text[at] !== '<') return '<'
    const start = ++at
    while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++
    return `<<${text.slice(start, at)}`
  }

  function find(name: string): string | undefined {
    const value = lookup(name)
    ;(value === undefined ? unset : used).add(name)
    filled += value?.length ?? 0
    if (filled > LONGEST) throw new Unexpandable('it grows beyond 1 MiB')
    return value
  }

  function name(): string {
    const found = /(?:\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/uy
    found.lastIndex = at
    const match = found.exec(text)?.[0] ?? ''
    at += match.length
    return match
  }

  function dollar(): string {
    at++
    if (text[at] !== '{') {
      const variable = name()
      if (variable === '') return '$'
      return find(variable) ?? (options.skipUnset === true ? `$${variable}` : '')
    }
    at++
    const first = text[at]
    if (first === undefined) throw new Unexpandable("there is no matching '}'")
    if (first === '{' || first === '}' || first === ':') throw new Unexpandable('bad substitution')
    return operator(name())
  }

  function operator(variable: string): string {
    let sign = text[at++] ?? ''
    if (sign === '}') return find(variable) ?? (options.skipUnset === true ? `\${${variable}}` : '')
    if (sign === '/') return substitution(variable)
    const colon = sign === ':'
    if (colon) sign = text[at++] ?? ''
    const raw = sign === '#' || sign === '%'
    const written = colon ? `:${sign}` : sign
    if (!['+', '-', '?', '#', '%'].includes(sign) || (colon && raw)) {
      throw new Unexpandable(`unsupported modifier (${written}) in substitution`)
    }
    const { text: argument } = stopOn('}', raw)
    const value = find(variable)
    if (value === undefined && options.skipUnset === true) return `\${${variable}${written}${argument}}`
    const missing = value === undefined || (colon && value === '')
    if (sign === '-') return missing ? argument : value
    if (sign === '+') return missing ? '' : argument
    if (sign === '?') {
      if (!missing) return value
      const state = value === undefined ? 'unset' : 'empty'
      throw new Unexpandable(`${variable}: ${argument === '' ? `is not allowed to be ${state}` : argument}`)
    }
    const longest = argument.startsWith(sign)
    const pattern = longest ? argument.slice(1) : argument
    const cut = sign === '#' ? trimPrefix : trimSuffix
    return checked(cut(pattern, value ?? '', longest), pattern)
  }

  function substitution(variable: string): string {
    const all = text[at] === '/'
    if (all) at++
    const pattern = stopOn('/', true).text
    const replacement = stopOn('}', true).text
    const value = find(variable)
    if (value === undefined && options.skipUnset === true) return `\${${variable}/${pattern}/${replacement}}`
    return checked(replace(pattern, replacement, value ?? '', all), pattern)
  }

  function checked(result: string | { readonly error: string }, pattern: string): string {
    if (typeof result === 'string') return result
    throw new Unexpandable(`invalid pattern (${pattern}) in substitution: ${result.error}`)
  }

  try {
    return { ...stopOn(undefined, options.rawEscapes === true), used, unset }
  } catch (error) {
    if (!(error instanceof Unexpandable)) throw error
    return { text: '', words: [], used, unset, error: error.message }
  }
}
