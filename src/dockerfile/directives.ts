import { trimNewline, trimStart } from './space.js'

/** A directive line such as `# escape=` at the head of a Dockerfile; the name is in lower case. */
export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check'
  readonly value: string
}

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.*)$/

/** Reads one line as a directive; undefined for any other line, which ends the directives. */
export function readDirective(line: string, comment = '#'): Directive | undefined {
  if (!line.startsWith(comment)) return undefined
  const match = DIRECTIVE.exec(trimStart(line.slice(comment.length)))
  const value = cutBlanks(match?.[2] ?? '')
  const name = match?.[1]?.toLowerCase()
  if (value === '' || (name !== 'syntax' && name !== 'escape' && name !== 'check')) return undefined
  return { name, value }
}

function cutBlanks(text: string): string {
  let end = text.length
  while (end > 0 && '\t\n\f\r '.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/**
 * Frontend and checks that a Dockerfile asks for. Read apart from the instructions, by other rules (BuildKit,
 * `parser.DetectSyntax`): a `#!` line is skipped, blanks before `#` are not allowed, and the frontend may also stand in
 * `// syntax=` or in a JSON file.
 */
export function detectDirectives(text: string): { readonly syntax?: string; readonly check?: string } {
  const body = withoutShebang(text)
  const found = leading(body, '#')
  const syntax = found.get('syntax') ?? leading(body, '//').get('syntax') ?? jsonSyntax(body)
  const check = found.get('check')
  return { ...(syntax === undefined ? {} : { syntax }), ...(check === undefined ? {} : { check }) }
}

function withoutShebang(text: string): string {
  if (!text.startsWith('#!')) return text
  const end = text.indexOf('\n')
  return end < 0 ? '' : text.slice(end + 1)
}

function leading(text: string, comment: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    const directive = readDirective(trimNewline(text.slice(start, end < 0 ? undefined : end)), comment)
    if (directive === undefined || found.has(directive.name)) break
    found.set(directive.name, directive.value)
    start = end < 0 ? text.length : end + 1
  }
  return found
}

function jsonSyntax(text: string): string | undefined {
  if (!trimStart(text).startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const syntax = typeof value === 'object' && value !== null && 'syntax' in value ? value.syntax : undefined
    return typeof syntax === 'string' ? syntax : undefined
  } catch {
    return undefined
  }
}
