import { byCodeUnit } from '../diagnostics/code-unit.js'

/** Who is built on whom. Names are in the order of the manifest; every edge points from a child to a parent. */
export interface ImageGraph {
  readonly names: readonly string[]
  /** Direct parents of an image, sorted. */
  readonly parents: (name: string) => readonly string[]
  /** Direct children of an image, sorted. */
  readonly children: (name: string) => readonly string[]
}

const NONE: readonly string[] = []

/**
 * Builds the graph from the parents of each image. Parents that are no image of the map are left out; duplicates count
 * once.
 */
export function graphOf(parents: ReadonlyMap<string, Iterable<string>>): ImageGraph {
  const up = new Map<string, readonly string[]>()
  const down = new Map<string, string[]>()
  for (const [name, of] of parents) {
    const known = [...new Set(of)].filter(parent => parents.has(parent)).sort(byCodeUnit)
    up.set(name, known)
    for (const parent of known) {
      const children = down.get(parent)
      if (children === undefined) down.set(parent, [name])
      else children.push(name)
    }
  }
  for (const children of down.values()) children.sort(byCodeUnit)
  return {
    names: [...parents.keys()],
    parents: name => up.get(name) ?? NONE,
    children: name => down.get(name) ?? NONE
  }
}
