import { validRange } from '@renovatebot/pep440'
import { logicalLines, normalisedName } from '../keys/requirements.js'
import type { RequirementUse } from '../keys/requirements.js'

/** A place inside of one file, from 1. */
export interface At {
  readonly line: number
  readonly column?: number
}

/** One package as a line of a requirements file, or a word of a command, asks for it. */
export interface Asked extends At {
  readonly kind: 'package'
  /** Normalised (PEP 503). */
  readonly name: string
  /** Name, extras and versions as written, such as `uvicorn[standard]>=0.30`. */
  readonly written: string
  readonly extras: boolean
  /** Version specifiers (PEP 440); `''` for any version, undefined where an address stands in their place. */
  readonly versions: string | undefined
  /** Environment marker (PEP 508) without its semicolon; `''` without one. */
  readonly marker: string
}

/** What a line of a requirements or constraints file says, as far as the lint cares. */
export type Entry =
  | Asked
  /** `-r` and `-c`: another file, as written. */
  | (At & { readonly kind: 'file'; readonly use: RequirementUse; readonly path: string })
  /** An option that says where packages come from; `value` is `''` for one without. */
  | (At & { readonly kind: 'source'; readonly option: string; readonly value: string })
  /** An address, a path or an option that names no package. */
  | (At & { readonly kind: 'other' })
  | (At & { readonly kind: 'unreadable'; readonly text: string })

/** A larger file is no list of packages. */
const LARGEST = 4_000_000

/** Reads a requirements or constraints file (pip, "Requirements File Format"); one entry a logical line. */
export function readEntries(text: string): readonly Entry[] {
  if (text.length > LARGEST) {
    return [{ kind: 'unreadable', text: `a file of more than ${String(LARGEST)} characters`, line: 1 }]
  }
  return logicalLines(text).map(({ text: line, ...at }) => readEntry(line, at))
}

/** Reads one logical line, or one word of `pip install`. */
export function readEntry(text: string, at: At): Entry {
  if (text.startsWith('-')) return readOption(text, at)
  // Options of one requirement: hashes and settings of its build.
  const [requirement = ''] = text.split(/ (?=--)/, 1)
  const named = readPackage(requirement, at)
  if (named?.versions === undefined && named !== undefined) return named
  if (/^[./~]|^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^file:|\.(?:whl|zip|tar\.gz)$/.test(requirement)) {
    return { kind: 'other', ...at }
  }
  return named ?? { kind: 'unreadable', text, ...at }
}

/** Longer ones are no versions of a person's or a resolver's. */
const MOST_SPECIFIER = 1000

function readPackage(text: string, at: At): Asked | undefined {
  const name = /^[A-Za-z0-9._-]+/.exec(text)?.[0] ?? ''
  if (!/^[A-Za-z0-9]/.test(name) || !/[A-Za-z0-9]$/.test(name)) return undefined
  const rest = text.slice(name.length).trimStart()
  const bracket = rest.startsWith('[') ? rest.indexOf(']') : -1
  if (rest.startsWith('[') && bracket < 0) return undefined
  const extras = rest.slice(0, bracket + 1)
  const after = rest.slice(bracket + 1).trim()
  const found = {
    kind: 'package',
    name: normalisedName(name),
    extras: /[^[\]\s]/.test(extras),
    ...at
  } as const
  if (after.startsWith('@')) {
    const marker = / ;(.*)$/.exec(after)?.[1] ?? ''
    return { ...found, written: `${name}${extras} ${after}`, versions: undefined, marker: marker.trim() }
  }
  const [before = '', ...markers] = after.split(';')
  const versions = before.replace(/^\s*\((.*)\)\s*$/, '$1').replace(/\s/g, '')
  if (versions.length > MOST_SPECIFIER) return undefined
  if (versions !== '' && !validRange(versions)) return undefined
  return { ...found, written: `${name}${extras}${versions}`, versions, marker: markers.join(';').trim() }
}

const OPTION = /^(--?[A-Za-z][A-Za-z-]*?)(?:(?:\s*=\s*|\s+)(.*))?$/
const SOURCES: Readonly<Record<string, string>> = { '-i': '--index-url', '-f': '--find-links' }

function readOption(text: string, at: At): Entry {
  // `-rfile` is one word.
  const short = /^(-[rcif])(?=[^\s=-])(.*)$/.exec(text)
  const [, option = '', value = ''] = short ?? OPTION.exec(text) ?? []
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (option === '') return { kind: 'unreadable', text, ...at }
  if (/^(?:-r|--requirements?)$/.test(option)) return { kind: 'file', use: 'requirement', path: bare, ...at }
  if (/^(?:-c|--constraints?)$/.test(option)) return { kind: 'file', use: 'constraint', path: bare, ...at }
  const source = SOURCES[option] ?? option
  return SOURCE_OPTIONS.has(source)
    ? { kind: 'source', option: source, value: bare, ...at }
    : { kind: 'other', ...at }
}

/** Options of pip and uv that decide where packages come from and whether that is checked. */
export const SOURCE_OPTIONS: ReadonlySet<string> = new Set([
  '--index-url',
  '--default-index',
  '--index',
  '--extra-index-url',
  '--find-links',
  '--trusted-host',
  '--allow-insecure-host',
  '--index-strategy'
])

/** The files that a resolver (uv, pip-compile) notes as the origin of the lines of a lock: `# via -r FILE`. */
export function originsOf(text: string): readonly string[] {
  const found = text.matchAll(/^[ \t]*#(?:[ \t]+via)?[ \t]+-r[ \t]+(\S+)[ \t]*$/gm)
  return [...new Set([...found].map(([, path = '']) => path))]
}
