import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ancestors, descendants } from '../../src/graph/closure.js'
import { byCodeUnit } from '../../src/diagnostics/code-unit.js'
import { graphOf } from '../../src/graph/graph.js'
import { orderOf } from '../../src/graph/order.js'
import { anyEdges, acyclicEdges } from './edges.js'

describe('the graph', () => {
  test('keeps the order of the manifest, sorts neighbours, drops duplicates and strangers', () => {
    const graph = graphOf(
      new Map([
        ['web', ['base', 'base', 'debian']],
        ['base', []],
        ['api', ['web', 'base']]
      ])
    )
    expect(graph.names).toEqual(['web', 'base', 'api'])
    expect(graph.parents('web')).toEqual(['base'])
    expect(graph.parents('api')).toEqual(['base', 'web'])
    expect(graph.children('base')).toEqual(['api', 'web'])
    expect(graph.children('api')).toEqual([])
    expect(graph.parents('unheard of')).toEqual([])
  })

  test('sorts by code unit, not as a locale would', () => {
    expect(['ä', 'b', 'B', 'a', '10', '9'].sort(byCodeUnit)).toEqual(['10', '9', 'B', 'a', 'b', 'ä'])
  })

  test('an edge upwards is an edge downwards', () => {
    fc.assert(
      fc.property(anyEdges(), edges => {
        const graph = graphOf(edges)
        for (const name of graph.names) {
          for (const parent of graph.parents(name)) expect(graph.children(parent)).toContain(name)
          for (const child of graph.children(name)) expect(graph.parents(child)).toContain(name)
        }
      })
    )
  })
})

describe('the order', () => {
  test('has every parent before its children, each image once, in one level above its lowest parent', () => {
    fc.assert(
      fc.property(acyclicEdges(), edges => {
        const graph = graphOf(edges)
        const order = orderOf(graph)
        if (order.kind !== 'ordered') throw new Error(`a cycle was reported: ${order.cycle.join()}`)
        expect([...order.names].sort()).toEqual([...graph.names].sort())
        for (const [index, name] of order.names.entries()) {
          const above = graph.parents(name).map(parent => order.level.get(parent) ?? NaN)
          expect(order.level.get(name)).toBe(above.length === 0 ? 0 : Math.max(...above) + 1)
          for (const parent of graph.parents(name)) expect(order.names.indexOf(parent)).toBeLessThan(index)
        }
      })
    )
  })

  test('does not depend on the order of the manifest', () => {
    const shuffled = acyclicEdges().chain(edges =>
      fc
        .shuffledSubarray([...edges], { minLength: edges.size, maxLength: edges.size })
        .map(entries => [edges, new Map(entries)] as const)
    )
    fc.assert(
      fc.property(shuffled, ([edges, other]) => {
        const order = orderOf(graphOf(edges))
        const same = orderOf(graphOf(other))
        expect(order.kind === 'ordered' && order.names).toEqual(same.kind === 'ordered' && same.names)
      })
    )
  })

  test('an image that takes itself is a cycle of one', () => {
    expect(orderOf(graphOf(new Map([['a', ['a']]])))).toEqual({ kind: 'cyclic', cycle: ['a'] })
  })

  test('a cycle is told from its smallest name on, along "is built on", without what only hangs on it', () => {
    const edges = new Map([
      ['hangs-on', ['m']],
      ['m', ['z']],
      ['z', ['b', 'root']],
      ['b', ['m']],
      ['root', []]
    ])
    expect(orderOf(graphOf(edges))).toEqual({ kind: 'cyclic', cycle: ['b', 'm', 'z'] })
  })

  test('what is reported as a cycle is one', () => {
    fc.assert(
      fc.property(anyEdges(), edges => {
        const graph = graphOf(edges)
        const order = orderOf(graph)
        const onCycle = graph.names.filter(name => descendants(graph, [name]).has(name))
        if (order.kind === 'ordered') {
          expect(onCycle).toEqual([])
          return
        }
        const { cycle } = order
        expect(new Set(cycle).size).toBe(cycle.length)
        expect(cycle[0]).toBe([...cycle].sort(byCodeUnit)[0])
        for (const [index, name] of cycle.entries()) {
          expect(graph.parents(name)).toContain(cycle[(index + 1) % cycle.length])
        }
      })
    )
  })

  test('a chain of 20,000 images needs no deep stack', () => {
    const edges = new Map(
      Array.from({ length: 20_000 }, (_, at) => [`i${at}`, at === 0 ? [] : [`i${at - 1}`]] as const)
    )
    const order = orderOf(graphOf(edges))
    expect(order.kind === 'ordered' && order.level.get('i19999')).toBe(19_999)
    expect(descendants(graphOf(edges), ['i0']).size).toBe(19_999)
  })
})

describe('what is below and above', () => {
  test('of a diamond counts every image once and leaves the image itself out', () => {
    const graph = graphOf(
      new Map([
        ['top', []],
        ['left', ['top']],
        ['right', ['top']],
        ['bottom', ['left', 'right']],
        ['aside', []]
      ])
    )
    expect([...descendants(graph, ['top'])].sort()).toEqual(['bottom', 'left', 'right'])
    expect([...descendants(graph, ['left', 'aside'])].sort()).toEqual(['bottom'])
    expect([...ancestors(graph, ['bottom'])].sort()).toEqual(['left', 'right', 'top'])
    expect([...descendants(graph, [])]).toEqual([])
  })

  test('is closed: a child of something below is below, and below is the reverse of above', () => {
    fc.assert(
      fc.property(acyclicEdges(), fc.nat(), (edges, pick) => {
        const graph = graphOf(edges)
        const start = graph.names[pick % graph.names.length] ?? ''
        const below = descendants(graph, [start])
        expect(below.has(start)).toBe(false)
        for (const name of [start, ...below]) {
          for (const child of graph.children(name)) expect(below.has(child)).toBe(true)
        }
        for (const name of graph.names) expect(ancestors(graph, [name]).has(start)).toBe(below.has(name))
      })
    )
  })
})
