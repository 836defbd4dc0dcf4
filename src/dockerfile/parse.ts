import { detectDirectives, readDirective } from './directives.js'
import { heredocsOf } from './heredoc.js'
import { checkForm } from './forms.js'
import { firstVisible, trimNewline, trimStart } from './space.js'
import { jsonWords, splitLine } from './words.js'
import type { Heredoc, Instruction, ParsedDockerfile, Problem } from './types.js'

const LONGEST_LINE = 65_535
const WITH_HEREDOCS = new Set(['RUN', 'COPY', 'ADD'])
const WITH_JSON = new Set(['RUN', 'COPY', 'ADD', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME'])

/** The physical lines of a text, one after the other. */
interface Lines {
  /** The next line with its line feed; undefined at the end. */
  readonly next: () => string | undefined
  /** Number of the line that `next` gave, from 1. */
  readonly number: () => number
}

/**
 * Reads a Dockerfile as BuildKit does (`parser.Parse`), without expanding anything. What BuildKit refuses, and what this
 * reader cannot follow, is a problem with its line; the rest is still read.
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const problems: Problem[] = []
  const lines = linesOf(body, problems)
  const head = new Head(problems)
  const instructions: Instruction[] = []
  for (let raw = lines.next(); raw !== undefined; raw = lines.next()) {
    const line = lines.number()
    const joined = joinLines(raw, lines, head)
    if (joined === undefined) continue
    const instruction = readInstruction(joined, line, head.escape, problems)
    const heredocs = readHeredocs(instruction, joined, lines, problems)
    const firstLine = trimNewline(raw)
    const whole = heredocs.length === 0 ? instruction : withHeredocs(instruction, heredocs)
    instructions.push({ ...whole, firstLine })
  }
  if (instructions.length === 0) {
    problems.push({
      line: 1,
      message: 'the Dockerfile has no instructions',
      remedy: 'write at least a FROM instruction'
    })
  }
  checkForm(instructions, head.escape, problems)
  const directives = { ...detectDirectives(body), escape: head.escape }
  return { directives, instructions, problems: problems.sort((a, b) => a.line - b.line) }
}

function linesOf(text: string, problems: Problem[]): Lines {
  const lossy = text.includes('\ufffd')
  let start = 0
  let number = 0
  const next = (): string | undefined => {
    if (start >= text.length) return undefined
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed + 1
    const line = text.slice(start, end)
    start = end
    number++
    if (line.length * 3 > LONGEST_LINE && Buffer.byteLength(line) > LONGEST_LINE) {
      const message = 'the line is longer than 64 KiB, which BuildKit refuses'
      problems.push({ line: number, message, remedy: 'break the line' })
      // Nothing is built from it, and a line of megabytes would be taken apart for nothing.
      return line.slice(0, LONGEST_LINE)
    }
    if (lossy && line.includes('\ufffd')) {
      const message = 'the line holds bytes that are no UTF-8'
      problems.push({ line: number, message, remedy: 'save the Dockerfile as UTF-8' })
    }
    return line
  }
  return { next, number: () => number }
}

/** The directives among the first comment lines, as far as they change how the rest is read. */
class Head {
  escape = '\\'
  private open = true
  private readonly seen = new Set<string>()

  constructor(private readonly problems: Problem[]) {}

  read(line: string, number: number): void {
    if (!this.open) return
    const directive = readDirective(line)
    this.open = directive !== undefined
    if (directive === undefined) return
    const { name, value } = directive
    if (this.seen.has(name)) {
      const message = `the directive ${name} stands twice`
      this.problems.push({ line: number, message, remedy: 'keep one of them' })
    } else if (name === 'escape' && value !== '\\' && value !== '`') {
      const message = `the escape character is ${value}, expected \\ or \``
      this.problems.push({ line: number, message, remedy: 'write # escape=` or drop the directive' })
    } else if (name === 'escape') this.escape = value
    this.seen.add(name)
  }
}

/** Joins a line with those it continues on; undefined for comments and blank lines. */
function joinLines(raw: string, lines: Lines, head: Head): string | undefined {
  const first = trimStart(trimNewline(raw))
  head.read(first, lines.number())
  const { text, continues } = cutContinuation(first.startsWith('#') ? '' : first, head.escape)
  if (!continues) return text === '' ? undefined : text
  const parts = [text]
  for (let next = lines.next(); next !== undefined; next = lines.next()) {
    const line = trimNewline(next)
    const start = line.charAt(firstVisible(line))
    if (start === '' || start === '#') continue
    const cut = cutContinuation(line, head.escape)
    parts.push(cut.text)
    if (!cut.continues) break
  }
  return parts.join('')
}

/** A line goes on when it ends in the escape character and blanks, and no further escape character stands before it. */
function cutContinuation(
  line: string,
  escape: string
): { readonly text: string; readonly continues: boolean } {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  const continues = line[end - 1] === escape && line[end - 2] !== escape
  return { text: continues ? line.slice(0, end - 1) : line, continues }
}

function readInstruction(joined: string, line: number, escape: string, problems: Problem[]): Instruction {
  const { keyword: written, flags, rest, doubtful } = splitLine(joined, escape)
  const keyword = keywordOf(written)
  if (doubtful) {
    const message = `a flag of ${keyword} holds characters outside of ASCII, which BuildKit reads byte by byte`
    problems.push({ line, message, remedy: 'use ASCII in flags' })
  }
  const json = WITH_JSON.has(keyword) ? jsonWords(rest) : undefined
  const test = keyword === 'HEALTHCHECK' ? jsonWords(rest.replace(/^\S+/, '').trim()) : undefined
  if (json === 'mixed' || test === 'mixed') {
    problems.push({
      line,
      message: `the JSON form of ${keyword} holds more than texts`,
      remedy: 'quote every item'
    })
  }
  const words = json === undefined || json === 'mixed' ? {} : { json }
  const carries = keyword === 'ONBUILD' && rest !== ''
  const trigger = carries
    ? { trigger: { ...readInstruction(rest, line, escape, problems), source: rest } }
    : {}
  return { keyword, flags, rest, ...words, heredocs: [], line, ...trigger }
}

/**
 * In upper case where Go's lower case gives ASCII: JavaScript makes other letters ASCII (`ſ`, `ı`) and leaves the
 * Kelvin sign.
 */
function keywordOf(written: string): string {
  if (/^[a-z]*$/i.test(written)) return written.toUpperCase()
  const plain = written.replaceAll('\u212a', 'K').replaceAll('\u0130', 'I')
  return /^[a-z]*$/i.test(plain) ? plain.toUpperCase() : written
}

function readHeredocs(
  instruction: Instruction,
  joined: string,
  lines: Lines,
  problems: Problem[]
): Heredoc[] {
  const carrier = instruction.trigger ?? instruction
  if (!WITH_HEREDOCS.has(carrier.keyword) || carrier.json !== undefined) return []
  return heredocsOf(joined).map(word => {
    const body: string[] = []
    for (let line = lines.next(); line !== undefined; line = lines.next()) {
      const text = trimNewline(line)
      if ((word.chomp ? text.replace(/^\t+/, '') : text) === word.name) {
        return { name: word.name, body: body.join(''), expand: word.expand, chomp: word.chomp }
      }
      body.push(line)
    }
    const message = `the here-document ${word.name} does not end`
    problems.push({ line: instruction.line, message, remedy: `end it with a line that is ${word.name}` })
    return { name: word.name, body: body.join(''), expand: word.expand, chomp: word.chomp }
  })
}

function withHeredocs(instruction: Instruction, heredocs: readonly Heredoc[]): Instruction {
  const { trigger } = instruction
  return trigger === undefined
    ? { ...instruction, heredocs }
    : { ...instruction, trigger: { ...trigger, heredocs } }
}
