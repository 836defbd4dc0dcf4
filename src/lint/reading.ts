import type { Tree } from '../context/types.js'
import { parentOf } from '../context/paths.js'
import { cut } from '../diagnostics/shown.js'
import type { RequirementUse } from '../keys/requirements.js'
import type { Asked, At, Entry } from './entries.js'
import type { Install } from './installs.js'
import { findFile, findNamed, inContainer } from './places.js'

/** A package as a line of a file asks for it. */
export interface AskedIn extends Asked {
  /** Path from the repository root; the Dockerfile for a word of the command itself. */
  readonly file: string
  /** Stands in the file that a lock was resolved from, and is not read by the install itself. */
  readonly origin: boolean
}

/** Where an install takes packages from. */
export interface SourceIn extends At {
  readonly file: string
  readonly option: string
  readonly value: string
}

/** A line that is not understood, or a file that is not found. */
export interface Unread extends At {
  readonly file: string
  readonly message: string
}

/** Everything that one install reads, all files of it taken together. */
export interface Reading {
  readonly install: Install
  readonly requirements: readonly AskedIn[]
  readonly constraints: readonly AskedIn[]
  readonly sources: readonly SourceIn[]
  readonly unread: readonly Unread[]
  /** Files whose text has to be fetched first; the reading is complete when there is none. */
  readonly wanted: readonly string[]
}

/** A requirements or constraints file, read; the same for every install that reads it. */
export interface RequirementFile {
  readonly entries: readonly Entry[]
  /** Files that a resolver notes as its origin, as written. */
  readonly origins: readonly string[]
}

/** The files of the repository, and those of them that are read already. */
export interface KnownFiles {
  readonly tree: Tree
  readonly file: (path: string) => RequirementFile | undefined
}

/** A file to read: where it is in the repository and in the container, and which files led to it. */
interface Open {
  readonly path: string
  readonly at: string | undefined
  readonly use: RequirementUse
  readonly origin: boolean
  readonly by: readonly string[]
}

/** A chain of files that name one another is not followed further. */
const DEEPEST = 50
/** Characters shown of what is not understood. */
const LONGEST_SHOWN = 80
/** An install reads no more files than this. */
const MOST_FILES = 1000

/** Reads what an install of a Dockerfile installs: its words, its files, and the files that these name. */
export function readInstall(install: Install, dockerfile: string, { tree, file }: KnownFiles): Reading {
  const requirements: AskedIn[] = []
  const constraints: AskedIn[] = []
  const sources: SourceIn[] = []
  const unread: Unread[] = []
  const wanted: string[] = []
  const seen = new Set<string>()
  const queue: Open[] = []

  const take = (entry: Entry, place: string, open?: Open): void => {
    const { line, column } = entry
    const at = { file: place, line, ...(column === undefined ? {} : { column }) }
    if (entry.kind === 'package') {
      const into = open?.use === 'constraint' ? constraints : requirements
      into.push({ ...entry, file: place, origin: open?.origin ?? false })
    } else if (entry.kind === 'source') {
      sources.push({ ...at, option: entry.option, value: entry.value })
    } else if (entry.kind === 'unreadable') {
      unread.push({
        ...at,
        message: `${JSON.stringify(cut(entry.text, LONGEST_SHOWN))} is no requirement that is understood`
      })
    } else if (entry.kind === 'file' && open !== undefined) {
      follow(entry, at, open)
    }
  }
  const follow = (entry: Entry & { kind: 'file' }, at: At & { file: string }, open: Open): void => {
    const container = open.at === undefined ? undefined : inContainer(parentOf(open.at) || '/', entry.path)
    const found = container === undefined ? undefined : findFile(install.puts, tree, container)
    const path = found ?? findNamed(tree, entry.path, open.path)
    const name = JSON.stringify(cut(entry.path, LONGEST_SHOWN))
    if (path === undefined) unread.push({ ...at, message: `${name} is no file of the repository` })
    else if (open.by.includes(path)) unread.push({ ...at, message: `${name} leads back to this file` })
    else if (open.by.length >= DEEPEST) unread.push({ ...at, message: `${name} is nested too deep` })
    else queue.push({ path, at: container, use: entry.use, origin: open.origin, by: [...open.by, path] })
  }

  for (const word of install.words) take(word, dockerfile)
  for (const { use, written, at } of install.files) {
    const path = findFile(install.puts, tree, at)
    const place = { file: dockerfile, line: install.line }
    if (path === undefined)
      unread.push({
        ...place,
        message: `${JSON.stringify(cut(written, LONGEST_SHOWN))} is no file of the repository`
      })
    else queue.push({ path, at, use, origin: false, by: [path] })
  }
  for (let open = queue.shift(); open !== undefined && seen.size < MOST_FILES; open = queue.shift()) {
    const id = `${open.use} ${String(open.origin)} ${open.path}`
    if (seen.has(id)) continue
    seen.add(id)
    const known = file(open.path)
    if (known === undefined) {
      wanted.push(open.path)
      continue
    }
    for (const entry of known.entries) take(entry, open.path, open)
    if (open.use === 'constraint') continue
    for (const name of known.origins) {
      const path = findNamed(tree, name, open.path)
      if (path === undefined || open.by.includes(path)) continue
      queue.push({ path, at: undefined, use: 'requirement', origin: true, by: [...open.by, path] })
    }
  }
  return { install, requirements, constraints, sources, unread, wanted }
}
