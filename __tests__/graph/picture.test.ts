import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { graphOf } from '../../src/graph/graph.js'
import { dot, mermaid } from '../../src/graph/picture.js'
import { textTree } from '../../src/graph/tree.js'
import { acyclicEdges } from './edges.js'

const DIAMOND = graphOf(
  new Map([
    ['base', []],
    ['web', ['base']],
    ['tools', ['base']],
    ['app', ['web', 'tools']],
    ['alone', []]
  ])
)

describe('the pictures of a graph', () => {
  test('Mermaid has a node an image, an arrow an edge and the colour of each state in use', () => {
    expect(mermaid(DIAMOND, name => (name === 'app' ? 'build' : 'none'))).toBe(
      [
        'flowchart LR',
        '  i0["base"]:::none',
        '  i1["web"]:::none',
        '  i2["tools"]:::none',
        '  i3["app"]:::build',
        '  i4["alone"]:::none',
        '  i0 --> i1',
        '  i0 --> i2',
        '  i2 --> i3',
        '  i1 --> i3',
        '  classDef build fill:#fff3cd,stroke:#b58900,color:#000',
        '  classDef none fill:#f4f4f4,stroke:#999,color:#555',
        ''
      ].join('\n')
    )
  })

  test('a word of the Mermaid language as a name cannot end the picture', () => {
    expect(mermaid(graphOf(new Map([['end', []]])))).toContain('  i0["end"]:::none\n')
  })

  test('DOT has a quoted node an image and an arrow from parent to child', () => {
    expect(dot(DIAMOND)).toBe(
      [
        'digraph images {',
        '  rankdir=LR',
        '  node [shape=box]',
        '  "base"',
        '  "web"',
        '  "tools"',
        '  "app"',
        '  "alone"',
        '  "base" -> "web"',
        '  "base" -> "tools"',
        '  "tools" -> "app"',
        '  "web" -> "app"',
        '}',
        ''
      ].join('\n')
    )
  })

  test('the tree shows an image below each of its parents, and its children once', () => {
    const graph = graphOf(
      new Map([
        ['base', []],
        ['web', ['base']],
        ['tools', ['base']],
        ['app', ['web', 'tools']],
        ['shop', ['app']],
        ['alone', []]
      ])
    )
    expect(textTree(graph, name => (name === 'base' ? '(debian:12)' : ''))).toBe(
      [
        'base  (debian:12)',
        '├── tools',
        '│   └── app',
        '│       └── shop',
        '└── web',
        '    └── app  (see above)',
        'alone',
        ''
      ].join('\n')
    )
  })

  test('an image without children stands below each of its parents, with nothing to look up above', () => {
    expect(textTree(DIAMOND)).toBe(
      ['base', '├── tools', '│   └── app', '└── web', '    └── app', 'alone', ''].join('\n')
    )
  })

  test('no images give an empty tree', () => {
    expect(textTree(graphOf(new Map()))).toBe('')
  })

  test('every image and every edge is in every picture', () => {
    fc.assert(
      fc.property(acyclicEdges(), edges => {
        const graph = graphOf(edges)
        const edgeCount = graph.names.reduce((sum, name) => sum + graph.parents(name).length, 0)
        expect(mermaid(graph).match(/ --> /g)?.length ?? 0).toBe(edgeCount)
        expect(dot(graph).match(/ -> /g)?.length ?? 0).toBe(edgeCount)
        const tree = textTree(graph)
        for (const name of graph.names) expect(tree).toMatch(new RegExp(`(^|[ ])${name}($|  )`, 'm'))
      })
    )
  })
})
