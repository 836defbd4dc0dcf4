import { treeOf } from '../context/tree.js'
import type { Tree, TreeEntry } from '../context/types.js'
import type { OwnInputs } from '../keys/inputs.js'
import type { ImageInputs, Snapshot } from './snapshot.js'

/** What is supposed: paths from the repository root that would change, normalised references of bases that would move. */
export interface Simulation {
  readonly paths: readonly string[]
  readonly bases: readonly string[]
}

/** What a path of a simulation comes to in a tree. */
export interface SupposedFiles {
  /** Files that are there, those below a folder each by itself. */
  readonly changed: readonly string[]
  /** Paths with nothing at them. */
  readonly added: readonly string[]
}

/** In place of the object id of a content that nobody knows; what stands before the colon is for the reason. */
const CHANGED = 'would change'
const ADDED = 'would be added'

/** Sorts paths of a simulation: what is there would change, what is not would be added. */
export function supposedFiles(tree: Tree, paths: readonly string[]): SupposedFiles {
  const changed = new Set<string>()
  const added = new Set<string>()
  for (const path of paths) {
    const below = tree.get(path) === undefined ? tree.under(path) : [path]
    for (const file of below) changed.add(file)
    if (below.length === 0) added.add(path)
  }
  return { changed: [...changed], added: [...added] }
}

/** The tree in which these files have a content that nobody knows. */
export function simulatedTree(tree: Tree, { changed, added }: SupposedFiles): Tree {
  const entries = new Map<string, TreeEntry>()
  for (const path of tree.under('')) {
    const entry = tree.get(path)
    if (entry !== undefined) entries.set(path, entry)
  }
  for (const path of changed) {
    const entry = entries.get(path)
    if (entry !== undefined) entries.set(path, { ...entry, blob: `${CHANGED}:${entry.blob}` })
  }
  for (const path of added) entries.set(path, { mode: '100644', blob: `${ADDED}:` })
  return treeOf(entries, path => tree.link(path))
}

/** What a content that nobody knows says of its file: `would change`; undefined for an object of git. */
export function supposition(blob: string): string | undefined {
  return [CHANGED, ADDED].find(word => blob.startsWith(`${word}:`))
}

/** The object that a content that nobody knows stands for: that of now, `''` for a file that is not there. */
export function objectBehind(blob: string): string {
  const word = supposition(blob)
  return word === undefined ? blob : blob.slice(word.length + 1)
}

/**
 * The snapshot in which files that say how an image is built (Dockerfile, ignore file, manifest) would change, by image.
 * What would stand in them is not known, so each counts as an input of its own.
 */
export function withSupposedRecipes(
  snapshot: Snapshot,
  recipes: ReadonlyMap<string, SupposedFiles>
): Snapshot {
  return mapInputs(snapshot, (image, inputs) => {
    const recipe = recipes.get(image.spec.name)
    if (recipe === undefined) return inputs
    const extra = [
      ...recipe.changed.map(path => [path, CHANGED] as const),
      ...recipe.added.map(path => [path, ADDED] as const)
    ].map(([path, word]) => ({
      path,
      contextPath: path,
      mode: '100644' as const,
      blob: `${word}:`
    }))
    return { ...inputs, extra: [...inputs.extra, ...extra] }
  })
}

/** The snapshot in which external bases would have another digest. */
export function withMovedBases(snapshot: Snapshot, references: readonly string[]): Snapshot {
  const moved = new Set(references)
  return mapInputs(snapshot, (_, inputs) => ({
    ...inputs,
    externals: inputs.externals.map(external =>
      moved.has(external.reference) ? { ...external, lock: MOVED } : external
    )
  }))
}

const MOVED = 'would move'

/** Whether the lock entry of a base is that of a simulation. */
export function isSupposedMove(lock: unknown): boolean {
  return lock === MOVED
}

function mapInputs(
  snapshot: Snapshot,
  change: (image: ImageInputs, inputs: OwnInputs) => OwnInputs
): Snapshot {
  const images = [...snapshot.images].map(([name, image]) => {
    const platforms = [...image.platforms].map(
      ([platform, inputs]) => [platform, change(image, inputs)] as const
    )
    return [name, { ...image, platforms: new Map(platforms) }] as const
  })
  return { ...snapshot, images: new Map(images) }
}
