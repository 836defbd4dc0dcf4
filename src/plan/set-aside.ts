import { ignoreMatcher, ignored } from '../context/ignore-match.js'
import { pinChanges } from '../keys/pin-changes.js'
import type { ListedInstruction } from '../dockerfile/listing.js'
import type { ChangedFile } from './changed-files.js'
import { dockerfileWords } from './dockerfile-words.js'
import { shortened } from './line-changes.js'
import { filesRead, insideContext, instructionAt } from './readers.js'
import { requirementFiles } from './requirement-files.js'
import type { ContextView, ImageView } from './view.js'

/** A file that changed without affecting an image, and why it does not count for it. */
export interface SetAside {
  readonly path: string
  /** The whole sentence, path and all. */
  readonly why: string
}

/** What says how every image is built. */
export interface CommonFiles {
  readonly manifest: string
  readonly lock: string
}

/**
 * Says for each changed file why it does not affect an image: those that have something to do with it first, those
 * outside of its build contexts last.
 */
export function setAside(
  changed: readonly ChangedFile[],
  before: ImageView | undefined,
  after: ImageView,
  common: CommonFiles
): readonly SetAside[] {
  const near: SetAside[] = []
  const far: SetAside[] = []
  const judges = new Map(
    [after, ...(before === undefined ? [] : [before])].map(view => [view, judgeOf(view)])
  )
  for (const { path } of changed) {
    // A file that is gone is looked for where it was.
    const view = after.tree.get(path) === undefined ? (before ?? after) : after
    const why = recipeWords(path, view, before, after, common) ?? judges.get(view)?.(path, before)
    if (why === undefined) far.push({ path, why: `${path} is outside of ${contextWords(view)}` })
    else near.push({ path, why })
  }
  return [...near, ...far]
}

/** About a file that says how images are built. */
function recipeWords(
  path: string,
  view: ImageView,
  before: ImageView | undefined,
  after: ImageView,
  common: CommonFiles
): string | undefined {
  const { name, dockerfile } = after.spec
  if (path === dockerfile) return before === undefined ? undefined : dockerfileWords(before, after)
  if (path === common.manifest) return `${path}: nothing that it says about how ${name} is built changed`
  if (path === common.lock) return `${path}: no entry changed that ${name} is built with`
  for (const context of view.contexts.values()) {
    if (context.ignore?.path === path) return `${path} hides the same of what ${name} reads as before`
  }
  return undefined
}

/** Says why a file of a build context does not count; undefined for a file that is in none. */
type Judge = (path: string, before: ImageView | undefined) => string | undefined

/** Makes patterns ready and finds what `--exclude` leaves out once for all files. */
function judgeOf(view: ImageView): Judge {
  const { dockerfile } = view.spec
  const requirements = requirementFiles(view)
  const contexts = [...view.contexts.values()].map(context => ({
    context,
    matcher: ignoreMatcher(context.ignore?.file.patterns ?? []),
    leftOut: leftOutIn(view, context)
  }))
  return (path, before) => {
    for (const { context, matcher, leftOut } of contexts) {
      const inside = insideContext(context, path)
      if (inside === undefined) continue
      const { ignored: hidden, pattern = '', line = 1 } = ignored(matcher, inside)
      if (hidden)
        return `${path} is excluded by ${context.ignore?.path ?? ''}:${line} (${shortened(pattern)})`
      if (requirements.has(path)) return pinWords(path, before, view)
      const by = leftOut.get(path)
      if (by === undefined) return `${path} is in no COPY, ADD or bind mount of ${dockerfile}`
      return `${path} is left out by --exclude of ${dockerfile}:${by.line} \`${shortened(by.text)}\``
    }
    return undefined
  }
}

/** Files that an instruction would read without its `--exclude`. */
function leftOutIn(view: ImageView, context: ContextView): ReadonlyMap<string, ListedInstruction> {
  const leftOut = new Map<string, ListedInstruction>()
  for (const source of context.sources) {
    if (source.exclude.length === 0) continue
    const instruction = instructionAt(view, source.line)
    for (const path of filesRead(view, context, { ...source, exclude: [] })) leftOut.set(path, instruction)
  }
  return leftOut
}

/** A requirements file that is only mounted: what changed in it concerns no package that is installed. */
function pinWords(path: string, before: ImageView | undefined, after: ImageView): string {
  const changes = pinChanges(before?.text(path) ?? '', after.text(path) ?? '')
  if (changes.length === 0) return `${path}: comments or the order of its lines changed only`
  const rest = changes.length - PINS_SHOWN
  const shown = `${changes
    .slice(0, PINS_SHOWN)
    .map(({ text }) => text)
    .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const verb = changes.length === 1 ? 'is' : 'are'
  return `${path}: ${shown} ${verb} not installed here, says ${after.spec.installed ?? 'the manifest'}`
}

const PINS_SHOWN = 5

function contextWords({ contexts }: ImageView): string {
  const roots = [...contexts.values()].map(({ root }) => (root === '' ? '.' : root))
  return roots.length === 1
    ? `the build context ${roots.join()}`
    : `the build contexts ${[...new Set(roots)].join(', ')}`
}
