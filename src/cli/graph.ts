import { graph } from '../commands/graph.js'
import type { GraphView } from '../commands/graph.js'
import { EXIT } from '../commands/outcome.js'
import { dot, mermaid } from '../graph/picture.js'
import { textTree } from '../graph/tree.js'
import type { Invocation } from './run.js'

/** `base-images graph`. */
export async function graphFace({ world, options, terminal, tell }: Invocation): Promise<number> {
  const { manifest, head } = options
  const outcome = await graph(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(head === undefined ? {} : { head })
  })
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  if (outcome.warnings.length > 0) tell(outcome.warnings)
  terminal.out(render(outcome.value, options.format))
  return EXIT.done
}

function render(view: GraphView, format: string): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ images: view.images }, undefined, 2)}\n`
    case 'mermaid':
      return mermaid(view.graph)
    case 'dot':
      return dot(view.graph)
    default: {
      const bases = new Map(view.images.map(image => [image.name, image.externalBases]))
      return textTree(view.graph, name => (bases.get(name) ?? []).map(base => `(${base})`).join(' '))
    }
  }
}
