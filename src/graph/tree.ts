import type { ImageGraph } from './graph.js'

/** The graph as an indented tree for a terminal; an image with several parents stands below each, its children once. */
export function textTree(graph: ImageGraph, note: (name: string) => string = () => ''): string {
  const lines: string[] = []
  const shown = new Set<string>()
  for (const root of graph.names.filter(name => graph.parents(name).length === 0)) show(root, '', '')
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`

  function show(name: string, lead: string, below: string): void {
    const again = shown.has(name) && graph.children(name).length > 0
    const words = [name, note(name), again ? '(see above)' : ''].filter(word => word !== '')
    lines.push(`${lead}${words.join('  ')}`)
    if (shown.has(name)) return
    shown.add(name)
    const children = graph.children(name)
    children.forEach((child, index) => {
      const last = index === children.length - 1
      show(child, `${below}${last ? '└── ' : '├── '}`, `${below}${last ? '    ' : '│   '}`)
    })
  }
}
