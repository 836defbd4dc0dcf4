import { dockerfileWords } from './dockerfile-words.js'
import { judgeOf } from './judge.js'
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
 * Says for each changed path why it does not affect an image: those that have something to do with it first, those
 * outside of its build contexts last.
 */
export function setAside(
  changed: readonly string[],
  before: ImageView | undefined,
  after: ImageView,
  common: CommonFiles
): readonly SetAside[] {
  const near: SetAside[] = []
  const far: SetAside[] = []
  const judges = new Map(
    [after, ...(before === undefined ? [] : [before])].map(view => [view, judgeOf(view)])
  )
  for (const path of changed) {
    // A file that is gone is looked for where it was.
    const view = after.tree.get(path) === undefined ? (before ?? after) : after
    const why = recipeWords(path, view, before, after, common) ?? judges.get(view)?.(path, before)
    if (why === undefined) far.push({ path, why: outsideWords(path, view) })
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

/** Of a file that is in no build context of an image. */
export function outsideWords(path: string, { contexts }: ImageView): string {
  return `${path} is outside of ${contextWords(contexts)}`
}

function contextWords(contexts: ImageView['contexts']): string {
  const roots = [...contexts.values()].map(({ root }) => (root === '' ? '.' : root))
  return roots.length === 1
    ? `the build context ${roots.join()}`
    : `the build contexts ${[...new Set(roots)].join(', ')}`
}
