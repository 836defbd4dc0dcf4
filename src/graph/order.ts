import type { ImageGraph } from './graph.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'

/** Images in an order in which every parent stands before its children, or the images that cannot be ordered. */
export type Order =
  | {
      readonly kind: 'ordered'
      readonly names: readonly string[]
      readonly level: ReadonlyMap<string, number>
    }
  | { readonly kind: 'cyclic'; readonly cycle: readonly string[] }

/**
 * Orders the graph level by level (Kahn): the level of an image is the length of the longest chain of parents above it,
 * roots are 0; within a level by name. Where that is impossible, one real cycle is returned, starting at its smallest
 * name and following "is built on".
 */
export function orderOf(graph: ImageGraph): Order {
  const open = new Map(graph.names.map(name => [name, graph.parents(name).length]))
  const level = new Map<string, number>()
  const names: string[] = []
  let ready = graph.names.filter(name => open.get(name) === 0)
  for (let depth = 0; ready.length > 0; depth += 1) {
    ready.sort(byCodeUnit)
    const next: string[] = []
    for (const name of ready) {
      level.set(name, depth)
      names.push(name)
      for (const child of graph.children(name)) {
        const left = (open.get(child) ?? 0) - 1
        open.set(child, left)
        if (left === 0) next.push(child)
      }
    }
    ready = next
  }
  if (names.length === graph.names.length) return { kind: 'ordered', names, level }
  return { kind: 'cyclic', cycle: findCycle(graph, new Set(graph.names.filter(name => !level.has(name)))) }
}

/** Every image left over has a left-over parent, so walking parents must come back to where it was. */
function findCycle(graph: ImageGraph, left: ReadonlySet<string>): readonly string[] {
  const seen = new Map<string, number>()
  const path: string[] = []
  let at: string | undefined = [...left].sort(byCodeUnit)[0]
  while (at !== undefined && !seen.has(at)) {
    seen.set(at, path.length)
    path.push(at)
    at = graph.parents(at).find(parent => left.has(parent))
  }
  const cycle = path.slice(at === undefined ? 0 : seen.get(at))
  const smallest = cycle.indexOf([...cycle].sort(byCodeUnit)[0] ?? '')
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)]
}
