import { expand } from './expand.js'

/** The word that opens a here-document, such as `<<-"EOF"`. */
export interface HeredocWord {
  readonly name: string
  /** False when the word is quoted. */
  readonly expand: boolean
  /** `<<-`: tabs at the start of lines are dropped. */
  readonly chomp: boolean
}

const HEREDOC = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/
const nothing = (): undefined => undefined

/** Reads one word as the start of a here-document; undefined when it is none (BuildKit, `parser.ParseHeredoc`). */
export function heredocWord(word: string): HeredocWord | undefined {
  const match = HEREDOC.exec(word)
  const rest = match?.[2] ?? ''
  if (rest === '') return undefined
  const plain = expand(rest, nothing, { escape: '\\', skipUnset: true })
  const name = plain.words[0]
  if (plain.error !== undefined || name === undefined || plain.words.length !== 1) return undefined
  const raw = expand(rest, nothing, { escape: '\\', skipUnset: true, rawQuotes: true })
  return { name, expand: quotes(name) === quotes(raw.words[0] ?? ''), chomp: match?.[1] === '-' }
}

function quotes(text: string): number {
  return text.split(/['"]/).length - 1
}

/** The here-documents that a joined line opens, in order. A line that is no shell text opens none. */
export function heredocsOf(line: string): readonly HeredocWord[] {
  if (!line.includes('<<')) return []
  const options = { escape: '\\', rawQuotes: true, rawEscapes: true, skipUnset: true }
  return expand(line, nothing, options).words.flatMap(word => heredocWord(word) ?? [])
}
