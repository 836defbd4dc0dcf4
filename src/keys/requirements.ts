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
  return logicalLines(text).map(line => {
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

/** PEP 503. */
function normalisedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** A backslash at the end joins the next line; a comment starts at `#` in the first column or after a blank. */
function logicalLines(text: string): readonly string[] {
  const lines: string[] = []
  let open = ''
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const comment = /^\s*#/.test(raw)
    const joined = comment ? open : `${open}${raw.replace(/\\$/, '')}`
    if (raw.endsWith('\\') && !comment) {
      open = joined
      continue
    }
    lines.push(joined)
    open = ''
  }
  lines.push(open)
  return lines
    .map(line =>
      line
        .replace(/(?:^|\s)#.*$/, '')
        .replace(/\s+/g, ' ')
        .trim()
    )
    .filter(line => line !== '')
}
