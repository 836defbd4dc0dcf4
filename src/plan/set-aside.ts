import { ignoreMatcher, ignored } from '../context/ignore-match.js'
import { pinChanges } from '../keys/pin-changes.js'
import type { ChangedFile } from './changed-files.js'
import { lineChanges, shortened } from './line-changes.js'
import type { Line } from './line-changes.js'
import { insideContext, instructionAt, reads } from './readers.js'
import { requirementFiles } from './requirement-files.js'
import type { ImageView } from './view.js'

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
  for (const { path } of changed) {
    // A file that is gone is looked for where it was.
    const view = after.tree.get(path) === undefined ? (before ?? after) : after
    const why = nearWords(path, view, before, after, common)
    if (why === undefined) far.push({ path, why: `${path} is outside of ${contextWords(view)}` })
    else near.push({ path, why })
  }
  return [...near, ...far]
}

function nearWords(
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
  return contextFileWords(path, view, before)
}

function contextFileWords(path: string, view: ImageView, before: ImageView | undefined): string | undefined {
  const { dockerfile } = view.spec
  for (const context of view.contexts.values()) {
    const inside = insideContext(context, path)
    if (inside === undefined) continue
    if (context.ignore !== undefined) {
      const verdict = ignored(ignoreMatcher(context.ignore.file.patterns), inside)
      if (verdict.ignored) {
        const pattern = shortened(verdict.pattern ?? '')
        return `${path} is excluded by ${context.ignore.path}:${verdict.line ?? 1} (${pattern})`
      }
    }
    if (requirementFiles(view).has(path)) return pinWords(path, before, view)
    for (const source of context.sources) {
      if (source.exclude.length === 0) continue
      if (!reads(view, context, { ...source, exclude: [] }, path)) continue
      const { line, text } = instructionAt(view, source.line)
      return `${path} is left out by --exclude of ${dockerfile}:${line} \`${shortened(text)}\``
    }
    return `${path} is in no COPY, ADD or bind mount of ${dockerfile}`
  }
  return undefined
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

/** What changed in a Dockerfile whose image builds the same. */
function dockerfileWords(before: ImageView, after: ImageView): string {
  const { dockerfile } = after.spec
  const at = (line: Line | undefined): string => `${dockerfile}:${line?.line ?? 1}`
  const [reached] = lineChanges(before.listing.reached, after.listing.reached)
  if (reached !== undefined) {
    const { text = '' } = reached.after ?? reached.before ?? {}
    return `${at(reached.after ?? reached.before)} changed in a way that builds the same: \`${shortened(text)}\``
  }
  const [other] = lineChanges(before.listing.others, after.listing.others)
  if (other !== undefined) {
    const { text = '' } = other.after ?? other.before ?? {}
    const place = at(other.after ?? other.before)
    return `${place} \`${shortened(text)}\`: only stages that the target does not reach changed`
  }
  if (before.text(dockerfile) === after.text(dockerfile)) return `${dockerfile}: only its file mode changed`
  const lines = lineChanges(linesOf(before), linesOf(after))
  if (lines.length === 0) return `${dockerfile}: the order of comments and blank lines changed only`
  const place = at(lines[0]?.after ?? lines[0]?.before)
  const texts = lines.flatMap(change => [change.before?.text, change.after?.text])
  if (texts.every(text => text === undefined || text.trim() === ''))
    return `${place} blank lines changed only`
  const isComment = (text: string | undefined): boolean => /^\s*(#|$)/.test(text ?? '')
  return `${place} ${texts.every(isComment) ? 'comment' : 'layout'} changed only`
}

function linesOf(view: ImageView): readonly Line[] {
  const text = view.text(view.spec.dockerfile) ?? ''
  return text.split('\n').map((each, index) => ({ line: index + 1, text: each }))
}
