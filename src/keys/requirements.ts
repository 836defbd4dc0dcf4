/** How pip is told to read a file: `-c` narrows versions, `-r` installs what stands in it. */
export type RequirementUse = 'constraint' | 'requirement'

/** A line of a requirements file, continuations joined and comments dropped. */
export interface RequirementLine {
  /** Normalised name (PEP 503) of the one package that the line is about; absent where it says something else. */
  readonly name?: string
  /** Versions as written, such as `==2.1.3`; absent without a name. */
  readonly versions?: string
  /** Environment marker with its semicolon; `''` without one. */
  readonly marker?: string
  /** The whole line, blanks folded. */
  readonly text: string
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?'
const VERSION = '(?:===?|~=|!=|<=?|>=?)\\s*[A-Za-z0-9.*+!_-]+'
const PACKAGE = new RegExp(
  `^(${NAME})\\s*(?:\\[[A-Za-z0-9._, -]*\\])?\\s*(${VERSION}(?:\\s*,\\s*${VERSION})*)\\s*(;[^#$]*?)?(?:\\s+--hash[= ]\\S+)*$`
)
const AT_ADDRESS = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*@\\s*\\S+`)
/** Options of a lock that say where packages come from, not which. */
const SOURCES =
  /^(?:-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host|--no-binary|--only-binary)\b/
/** `pip freeze` leaves out what installs packages; it counts wherever it is pinned. */
const UNLISTED = ['pip', 'setuptools', 'wheel', 'distribute']

/**
 * Reads a requirements or constraints file (pip, "Requirements File Format"). A line that is more than one package with
 * versions, extras, marker and hashes has no name.
 */
export function readRequirements(text: string): readonly RequirementLine[] {
  return logicalLines(text).map(({ text: line }) => {
    const [, name, versions, marker = ''] = PACKAGE.exec(line) ?? []
    if (name === undefined || versions === undefined) return { text: line }
    return { name: normalisedName(name), versions: versions.replace(/\s/g, ''), marker, text: line }
  })
}

/**
 * Names of the packages of a lock in the form of `pip freeze` or `uv pip compile`; undefined when a line of it cannot be
 * understood or none names a package, since what is installed is not known then.
 */
export function readInstalled(text: string): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (const line of readRequirements(text)) {
    const name = line.name ?? atAddress(line.text)
    if (name !== undefined) names.add(name)
    else if (!SOURCES.test(line.text)) return undefined
  }
  if (names.size === 0) return undefined
  for (const name of UNLISTED) names.add(name)
  return names
}

/**
 * The lines of a file that can change what pip installs where only these packages can be. Of a constraints file, that is
 * what is about one of them; of a requirements file also what has no marker, since pip would install it. What is not
 * understood always counts.
 */
export function countingLines(
  text: string,
  use: RequirementUse,
  installed: ReadonlySet<string>
): readonly string[] {
  return readRequirements(text).flatMap(line => {
    const { name, marker } = line
    if (name === undefined || installed.has(name)) return [line.text]
    if (use === 'constraint') return []
    return [marker === '' ? line.text : `${name} ${marker ?? ''}`]
  })
}

function atAddress(line: string): string | undefined {
  const name = AT_ADDRESS.exec(line)?.[1]
  return name === undefined ? undefined : normalisedName(name)
}

/** A package name as PEP 503 compares it: `Foo.Bar_baz` is `foo-bar-baz`. */
export function normalisedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** A logical line with the place, from 1, where its first word begins. */
export interface LogicalLine {
  readonly line: number
  readonly column: number
  /** Continuations joined, comment dropped, blanks folded. */
  readonly text: string
}

/**
 * The lines of a file as pip reads them: a backslash at the end joins the next one, `#` at the start or after a blank
 * begins a comment.
 */
export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = []
  let open: { text: string; line: number; column: number } | undefined
  const close = (): void => {
    const folded = (open?.text ?? '')
      .replace(/(?:^|\s)#.*$/, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (open !== undefined && folded !== '') lines.push({ ...open, text: folded })
    open = undefined
  }
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const comment = /^\s*#/.test(raw)
      if (!comment) {
        // Reading `open.text` here would put the pieces together again at every continuation.
        if (open === undefined || open.column === 0) {
          open = { text: open?.text ?? '', line: index + 1, column: firstWord(raw) }
        }
        open.text += raw.replace(/\\$/, '')
      }
      if (!raw.endsWith('\\') || comment) close()
    })
  close()
  return lines
}

/** Column, from 1, of the first word of a line; 0 without one. */
function firstWord(raw: string): number {
  return raw.search(/[^\s\\]/) + 1
}
