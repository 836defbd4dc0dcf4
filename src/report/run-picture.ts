import type { BuildResult, BuildState } from '../build/results.js'
import { graphOf } from '../graph/graph.js'
import type { NodeState } from '../graph/picture.js'
import { mermaid } from '../graph/picture.js'
import type { Plan } from '../plan/types.js'

/** Mermaid draws at most this many edges (its `maxEdges`), and a picture of more images tells nobody anything. */
const MOST_EDGES = 500
const MOST_IMAGES = 120

const LOOKS: Readonly<Record<BuildState, NodeState>> = {
  built: 'done',
  reused: 'reuse',
  failed: 'failed',
  blocked: 'blocked',
  cancelled: 'blocked'
}

/** The graph of a run as a Mermaid picture coloured by state; without what is not affected when it is too large. */
export function runPicture(plan: Plan, results: readonly BuildResult[]): readonly string[] {
  const all = plan.images.map(image => image.name)
  const affected = plan.images.filter(image => image.action !== 'none').map(image => image.name)
  if (affected.length === 0) return []
  for (const names of [all, affected]) {
    const graph = graphOf(parentsAmong(plan, new Set(names)))
    const edges = names.reduce((sum, name) => sum + graph.parents(name).length, 0)
    if (names.length > MOST_IMAGES || edges > MOST_EDGES) continue
    return [`\`\`\`mermaid\n${mermaid(graph, looks(plan, results))}\`\`\``]
  }
  return []
}

function parentsAmong(plan: Plan, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    plan.images.filter(image => names.has(image.name)).map(image => [image.name, image.parents] as const)
  )
}

/** An image on several platforms looks like the worst of them. */
function looks(plan: Plan, results: readonly BuildResult[]): (name: string) => NodeState {
  const order: readonly BuildState[] = ['reused', 'built', 'cancelled', 'blocked', 'failed']
  const worst = new Map<string, BuildState>()
  for (const result of results) {
    const before = worst.get(result.image)
    if (before === undefined || order.indexOf(result.state) > order.indexOf(before)) {
      worst.set(result.image, result.state)
    }
  }
  const planned = new Map(plan.images.map(image => [image.name, image.action]))
  return name => {
    const state = worst.get(name)
    return state === undefined ? (planned.get(name) ?? 'none') : LOOKS[state]
  }
}
