import type { ImageGraph } from './graph.js'

/** The look of an image in a picture of the graph. */
export type NodeState = 'build' | 'test' | 'retag' | 'reuse' | 'none' | 'done' | 'failed' | 'blocked'

const COLOURS: Readonly<Record<NodeState, string>> = {
  build: 'fill:#fff3cd,stroke:#b58900,color:#000',
  test: 'fill:#e2e3ff,stroke:#6c71c4,color:#000',
  retag: 'fill:#e2e3ff,stroke:#6c71c4,color:#000',
  reuse: 'fill:#d1ecf1,stroke:#268bd2,color:#000',
  none: 'fill:#f4f4f4,stroke:#999,color:#555',
  done: 'fill:#d4edda,stroke:#2e7d32,color:#000',
  failed: 'fill:#f8d7da,stroke:#c62828,color:#000',
  blocked: 'fill:#fbe5d6,stroke:#d35400,color:#000'
}

/** The graph as a Mermaid flowchart, parents on the left; `state` colours an image. */
export function mermaid(graph: ImageGraph, state: (name: string) => NodeState = () => 'none'): string {
  const ids = new Map(graph.names.map((name, index) => [name, `i${index}`]))
  const lines = ['flowchart LR']
  const used = new Set<NodeState>()
  for (const name of graph.names) {
    used.add(state(name))
    lines.push(`  ${ids.get(name)}["${name}"]:::${state(name)}`)
  }
  for (const name of graph.names) {
    for (const parent of graph.parents(name)) lines.push(`  ${ids.get(parent)} --> ${ids.get(name)}`)
  }
  for (const look of [...used].sort()) lines.push(`  classDef ${look} ${COLOURS[look]}`)
  return `${lines.join('\n')}\n`
}

/** The graph in Graphviz's DOT language, parents on the left. */
export function dot(graph: ImageGraph): string {
  const lines = ['digraph images {', '  rankdir=LR', '  node [shape=box]']
  for (const name of graph.names) lines.push(`  "${name}"`)
  for (const name of graph.names) {
    for (const parent of graph.parents(name)) lines.push(`  "${parent}" -> "${name}"`)
  }
  return `${[...lines, '}'].join('\n')}\n`
}
