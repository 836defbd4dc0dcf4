import type { ImageGraph } from './graph.js'

/** All images below the given ones, without themselves unless one is below another. */
export function descendants(graph: ImageGraph, names: Iterable<string>): ReadonlySet<string> {
  return reach(graph.children, names)
}

/** All images above the given ones, without themselves unless one is above another. */
export function ancestors(graph: ImageGraph, names: Iterable<string>): ReadonlySet<string> {
  return reach(graph.parents, names)
}

function reach(next: (name: string) => readonly string[], names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const neighbour of next(name)) {
      if (!found.has(neighbour)) {
        found.add(neighbour)
        open.push(neighbour)
      }
    }
  }
  return found
}
