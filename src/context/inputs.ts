import { byCodeUnit } from '../diagnostics/code-unit.js'
import { folderView, follow, type FolderView } from './folder-view.js'
import { hasWildcard } from './glob.js'
import { ignoreMatcher, type IgnoreMatcher } from './ignore-match.js'
import { parsePatterns, type IgnoreFile } from './ignore.js'
import { insideRoot, joinPath, parentOf } from './paths.js'
import { wildcardMatches } from './wildcards.js'
import type { FileSource, InputFile, Tree } from './types.js'

/** A source that nothing in the context matches. */
export interface UnmatchedSource extends FileSource {
  /** It holds wildcards: BuildKit copies nothing then and goes on, while a plain path stops the build. */
  readonly optional: boolean
  /** The pattern and line of the ignore file that hide what is there. */
  readonly ignoredBy?: { readonly pattern: string; readonly line: number }
}

/** Something in the context that cannot be followed or materialised. */
export interface InputProblem {
  /** Line of the source in the Dockerfile. */
  readonly line: number
  readonly message: string
  readonly remedy: string
}

/** What instructions can read from one build context. */
export interface ContextInputs {
  /** In order of path, each once. */
  readonly files: readonly InputFile[]
  /** Folders, from the repository root, that BuildKit sees although no file in them is an input. */
  readonly folders: readonly string[]
  readonly unmatched: readonly UnmatchedSource[]
  readonly problems: readonly InputProblem[]
}

/** A folder of the repository as a build context, and what is read from it. */
export interface ContextRequest {
  /** From the repository root; `''` is the root. */
  readonly root: string
  /** The ignore file in force; the same object for the same file, so that what was matched is remembered. */
  readonly ignore?: IgnoreFile | IgnoreMatcher | undefined
  readonly sources: readonly FileSource[]
}

/**
 * Finds the files that COPY, ADD and bind mounts can read: plain paths and folders, Go globs, `--parents`, `--exclude`. A
 * symbolic link that a source names is followed inside the context, and link and target both count; one met inside a copied
 * folder is copied as it is (BuildKit: fsutil/copy, `solver/llbsolver/file`).
 */
export function contextInputs(tree: Tree, { root, ignore, sources }: ContextRequest): ContextInputs {
  const view = folderView(tree, root, matcherOf(ignore))
  const found = new Found(view)
  const problems = ignore !== undefined && 'problems' in ignore ? ignore.problems : []
  for (const { line, message, remedy } of problems) {
    found.problems.push({ line: 1, message: `line ${line} of the ignore file: ${message}`, remedy })
  }
  const unmatched: UnmatchedSource[] = []
  for (const source of sources) {
    const missing = source.parents ? readParents(view, source, found) : readSource(view, source, found)
    if (missing !== undefined) unmatched.push(missing)
  }
  return { files: found.files(), folders: found.folders(), unmatched, problems: found.problems }
}

const matchers = new WeakMap<IgnoreFile, IgnoreMatcher>()
const NOTHING = ignoreMatcher([])

/** Patterns are made ready once, and verdicts about folders kept, for all images that share an ignore file. */
function matcherOf(ignore: IgnoreFile | IgnoreMatcher | undefined): IgnoreMatcher {
  if (ignore === undefined) return NOTHING
  if ('judge' in ignore) return ignore
  const known = matchers.get(ignore) ?? ignoreMatcher(ignore.patterns)
  matchers.set(ignore, known)
  return known
}

function readSource(view: FolderView, source: FileSource, found: Found): UnmatchedSource | undefined {
  const path = insideRoot(source.pattern)
  const paths =
    source.kind === 'bind' || !hasWildcard(path) ? [path] : wildcardMatches(view, path, found.link)
  if (paths === undefined) return missing(view, source, path, false)
  if (paths.length === 0) return missing(view, source, path, true)
  const absent = paths.filter(match => !takePath(view, match, source, found))
  return absent[0] === undefined ? undefined : missing(view, source, absent[0], false)
}

/** Takes a file or a folder with all below it; false when there is none. */
function takePath(view: FolderView, path: string, source: FileSource, found: Found): boolean {
  const { path: end, links, endless } = follow(view, path)
  links.forEach(found.link)
  if (endless) {
    const message = `the symbolic link ${view.absolute(path)} leads to itself`
    found.problems.push({ line: source.line, message, remedy: 'point the link to a file' })
    return true
  }
  const entry = view.file(end)
  if (entry !== undefined) {
    found.take(end, source)
    return true
  }
  if (!view.hasFolder(end)) return false
  found.takeBelow(end, source, undefined)
  return true
}

/** `--parents` with an optional `/./`: a pattern of the ignore kind for all that is below the folder before it. */
function readParents(view: FolderView, source: FileSource, found: Found): UnmatchedSource | undefined {
  const pivot = source.pattern.indexOf('/./')
  const before = insideRoot(pivot < 0 ? '' : source.pattern.slice(0, pivot))
  const pattern = insideRoot(pivot < 0 ? source.pattern : source.pattern.slice(pivot + 3))
  const { patterns, problems } = parsePatterns([pattern])
  for (const { message, remedy } of problems) found.problems.push({ line: source.line, message, remedy })
  const include = ignoreMatcher(patterns)
  const starts = hasWildcard(before) ? (wildcardMatches(view, before, found.link) ?? []) : [before]
  let optional = hasWildcard(before) || hasWildcard(pattern)
  let taken = 0
  for (const start of starts) {
    const { path, links } = follow(view, start)
    links.forEach(found.link)
    if (!view.hasFolder(path) && view.file(path) === undefined) optional = false
    taken += found.takeBelow(path, source, pattern === '' ? undefined : include)
  }
  return taken > 0 ? undefined : missing(view, source, joinPath(before, pattern), optional)
}

function missing(view: FolderView, source: FileSource, path: string, optional: boolean): UnmatchedSource {
  const { ignored, pattern, line } = !view.exists(path) ? { ignored: false } : view.verdict(path)
  if (!ignored || pattern === undefined || line === undefined) return { ...source, optional }
  return { ...source, optional, ignoredBy: { pattern, line } }
}

/** Collects inputs, each once. */
class Found {
  readonly problems: InputProblem[] = []
  private readonly taken = new Map<string, InputFile>()
  private readonly seen = new Map<string, number>()
  private readonly bare = new Set<string>()
  private unopened = false

  constructor(private readonly view: FolderView) {}

  /** A link on the way to a source. */
  readonly link = (path: string): void => {
    this.add(path)
  }

  take(path: string, source: FileSource, full?: string): void {
    const file = this.add(path, full)
    if (file?.mode !== '120000' && !this.view.opens(path)) this.tellUnopened(path, source)
    if (file?.mode !== '160000') return
    const message = `${file.path} is a submodule, whose files are not in this repository`
    this.problems.push({
      line: source.line,
      message,
      remedy: 'copy the files into the repository or do not COPY them'
    })
  }

  private tellUnopened(path: string, { line }: FileSource): void {
    if (this.unopened) return
    this.unopened = true
    const message = `the ignore file hides ${path} and does not: BuildKit copies it empty`
    this.problems.push({
      line,
      message,
      remedy: 'put the patterns that start with ! last in the ignore file'
    })
  }

  /** Takes all files below a folder, less `--exclude`; gives 0 when neither files nor empty folders are there. */
  takeBelow(folder: string, source: FileSource, include: IgnoreMatcher | undefined): number {
    const id = JSON.stringify([
      folder,
      source.exclude,
      source.parents,
      include?.patterns.map(({ text }) => text)
    ])
    const before = this.seen.get(id)
    if (before !== undefined) return before
    const exclude = this.excludes(source)
    const cut = folder === '' ? 0 : folder.length + 1
    let count = 0
    for (const full of this.view.allBelow(folder)) {
      const path = full.slice(this.view.cut)
      const relative = path.slice(cut)
      if (include !== undefined && !include.judge(relative).ignored) continue
      const excluded = (at: string): boolean => exclude?.judge(at.slice(cut)).ignored === true
      if (this.view.isIgnored(path) || excluded(path)) count += this.noteFolder(path, folder, excluded)
      else {
        this.take(path, source, full)
        if (include !== undefined || exclude !== undefined) this.takeTarget(path, relative, source)
        count++
      }
    }
    this.seen.set(id, count)
    return count
  }

  files(): readonly InputFile[] {
    return [...this.taken.values()].sort((a, b) => byCodeUnit(a.path, b.path))
  }

  folders(): readonly string[] {
    if (this.bare.size === 0) return []
    const full = new Set<string>()
    for (const path of [...this.taken.keys(), ...this.bare]) {
      for (let at = parentOf(path); at !== '' && !full.has(at); at = parentOf(at)) full.add(at)
    }
    return [...this.bare]
      .filter(path => !full.has(path))
      .map(this.view.absolute)
      .sort()
  }

  private add(path: string, full = this.view.absolute(path)): InputFile | undefined {
    const known = this.taken.get(path)
    if (known !== undefined) return known
    const entry = this.view.file(path, full)
    if (entry === undefined) return this.addHidden(path, full)
    const file = { path: full, contextPath: path, mode: entry.mode, blob: entry.blob }
    this.taken.set(path, file)
    return file
  }

  private addHidden(path: string, full: string): undefined {
    const entry = this.view.hiddenLink(path)
    if (entry === undefined) return
    const file = { path: full, contextPath: path, mode: entry.mode, blob: entry.blob }
    this.taken.set(path, { ...file, hidden: true })
  }

  private excludes(source: FileSource): IgnoreMatcher | undefined {
    if (source.exclude.length === 0) return undefined
    const { patterns, problems } = parsePatterns(source.exclude)
    for (const { message, remedy } of problems) this.problems.push({ line: source.line, message, remedy })
    return ignoreMatcher(patterns)
  }

  /**
   * With patterns BuildKit's checksum follows the links right below the folder: a target that is not there fails the build,
   * although the link is copied as a link (`cache/contenthash`, `includedPaths`).
   */
  private takeTarget(path: string, relative: string, source: FileSource): void {
    if (relative.includes('/') || this.view.link(path) === undefined) return
    const { path: end, links } = follow(this.view, path)
    links.forEach(this.link)
    if (this.view.file(end) !== undefined) this.take(end, source)
    // Of a folder it is enough that it is there.
    else if (end !== '' && this.view.hasFolder(end)) this.bare.add(end)
  }

  /**
   * The innermost folder around an ignored or excluded file that is neither itself is in the context, perhaps empty, and is
   * copied. With a file that is not ignored all folders around it are in the context, ignored or not.
   */
  private noteFolder(path: string, stop: string, excluded: (path: string) => boolean): number {
    const isSent = !this.view.isIgnored(path)
    for (let at = parentOf(path); at !== '' && at.length >= stop.length; at = parentOf(at)) {
      if (at !== stop && excluded(at)) continue
      if (!isSent && !this.bare.has(at) && this.view.isIgnored(at)) continue
      this.bare.add(at)
      return 1
    }
    return 0
  }
}
