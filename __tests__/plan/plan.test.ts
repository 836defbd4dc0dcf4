import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { descendants } from '../../src/graph/closure.js'
import { graphOf } from '../../src/graph/graph.js'
import { makePlan } from '../../src/plan/plan.js'
import { acyclicEdges } from '../graph/edges.js'
import { file } from '../keys/own-inputs.js'
import { actions, base, COMPARISON, OPTIONS, planChange, planned, reasons, snapshot } from './samples.js'
import type { ImageSketch } from './samples.js'

type Sketches = Readonly<Record<string, ImageSketch>>

const CHAIN: Sketches = {
  base: {},
  web: { parents: ['base'] },
  api: { parents: ['web'] },
  tools: {}
}
const CHANGED: ImageSketch = { inputs: { files: new Map([['', [file('images/base/list.txt')]]]) } }
const UNFOLLOWED: ImageSketch = {
  inputs: {
    unfollowed: [
      { file: 'images/base/Dockerfile', line: 3, message: 'an URL without a checksum', remedy: 'add one' }
    ]
  }
}

/** Keys of an image of a plan, by platform. */
const keys = (plan: ReturnType<typeof planChange>, name: string): readonly string[] =>
  Object.values(planned(plan, name).platforms).map(platform => platform.key)

describe('what is affected', () => {
  test('nothing, when nothing changed', () => {
    const plan = planChange(CHAIN, CHAIN)
    expect(actions(plan)).toEqual({})
    expect(plan.images.map(image => image.reasons)).toEqual([[], [], [], []])
    expect(plan.images.map(image => image.platforms['linux/amd64']?.affected)).toEqual([
      false,
      false,
      false,
      false
    ])
  })

  test('an image with a changed file and all its descendants, each with its own cause', () => {
    const plan = planChange(CHAIN, { ...CHAIN, base: CHANGED })
    expect(actions(plan)).toEqual({ base: 'build', web: 'build', api: 'build' })
    expect(reasons(plan, 'base')).toEqual(['images/base/list.txt added'])
    expect(reasons(plan, 'web')).toEqual(['parent base affected'])
    expect(reasons(plan, 'api')).toEqual(['parent web affected'])
  })

  test('direct causes stand before inherited ones', () => {
    const web = { parents: ['base'], inputs: { args: { PORT: '80' } } }
    const plan = planChange(CHAIN, { ...CHAIN, base: CHANGED, web })
    expect(reasons(plan, 'web')).toEqual(['argument PORT changed', 'parent base affected'])
  })

  test('everything, when there is no base; and the plan says so', () => {
    const plan = planChange(undefined, CHAIN)
    expect(Object.keys(actions(plan))).toEqual(['base', 'web', 'api', 'tools'])
    expect(reasons(plan, 'api')).toEqual(['no trustworthy base commit: the commit before the push'])
  })

  test('a new image, but not those that were there', () => {
    const plan = planChange(CHAIN, { ...CHAIN, extra: { parents: ['base'] } })
    expect(actions(plan)).toEqual({ extra: 'build' })
    expect(reasons(plan, 'extra')).toEqual(['new in the manifest'])
  })

  test('an image that cannot be read at the base, with its children', () => {
    const head = snapshot(CHAIN)
    const was = base(CHAIN, { base: 'no Dockerfile' })
    const plan = makePlan(head, was, COMPARISON, OPTIONS, [])
    expect(actions(plan)).toEqual({ base: 'build', web: 'build', api: 'build' })
    expect(reasons(plan, 'base')).toEqual(['cannot be read at the base commit: no Dockerfile'])
    expect(reasons(plan, 'web')).toEqual(['parent base affected'])
  })

  test('a new platform only makes that platform affected', () => {
    const both = { platforms: ['linux/amd64', 'linux/arm64'] }
    const plan = planChange({ base: {} }, { base: both })
    expect(actions(plan)).toEqual({ base: 'build' })
    expect(reasons(plan, 'base')).toEqual(['platform linux/arm64 is new'])
    const platforms = planned(plan, 'base').platforms
    expect(platforms['linux/amd64']?.affected).toBe(false)
    expect(platforms['linux/arm64']?.affected).toBe(true)
  })

  test('not an image that only needs an affected one', () => {
    const sketches = { base: {}, checked: { needs: ['base'] } }
    const plan = planChange(sketches, { ...sketches, base: CHANGED })
    expect(actions(plan)).toEqual({ base: 'build' })
  })

  test('is closed under children, and every affected image has a reason', () => {
    fc.assert(
      fc.property(acyclicEdges(), fc.array(fc.nat()), (edges, picks) => {
        const graph = graphOf(edges)
        const before = Object.fromEntries([...edges].map(([name, parents]) => [name, { parents }]))
        const touched = new Set(picks.map(pick => graph.names[pick % graph.names.length] ?? ''))
        const after = Object.fromEntries(
          [...edges].map(([name, parents]) => [
            name,
            { parents, ...(touched.has(name) ? { inputs: { epoch: 'new' } } : {}) }
          ])
        )
        const plan = planChange(before, after)
        const expected = new Set([...touched, ...descendants(graph, touched)])
        expect(new Set(Object.keys(actions(plan)))).toEqual(expected)
        for (const image of plan.images) expect(image.reasons.length > 0).toBe(expected.has(image.name))
      })
    )
  })

  test('the plan of one commit compared with itself is empty, whatever the order of the manifest', () => {
    fc.assert(
      fc.property(acyclicEdges(), edges => {
        const sketches = Object.fromEntries([...edges].map(([name, parents]) => [name, { parents }]))
        const other = Object.fromEntries(Object.entries(sketches).reverse())
        expect(actions(planChange(sketches, other))).toEqual({})
      })
    )
  })
})

describe('what builds nothing', () => {
  test('a changed tag list tags again', () => {
    const plan = planChange(CHAIN, { ...CHAIN, base: { publication: { tags: ['latest', '2'] } } })
    expect(actions(plan)).toEqual({ base: 'retag' })
    expect(reasons(plan, 'base')).toEqual(['tags (2 added) changed'])
  })

  test('a changed smoke test tests the existing digest again', () => {
    const plan = planChange(CHAIN, { ...CHAIN, base: { test: { exec: ['true'] } } })
    expect(actions(plan)).toEqual({ base: 'test' })
    expect(reasons(plan, 'base')).toEqual(['smoke test changed'])
  })

  test('of both the test counts, since releasing tags anyway; both are told', () => {
    const both = { test: { exec: ['true'] }, publication: { tags: ['2'] } }
    const plan = planChange(CHAIN, { ...CHAIN, base: both })
    expect(actions(plan)).toEqual({ base: 'test' })
    expect(reasons(plan, 'base')).toEqual(['smoke test changed', 'tags (2 added, latest removed) changed'])
  })

  test('beside a changed input it is built', () => {
    const plan = planChange(CHAIN, { ...CHAIN, base: { ...CHANGED, test: { exec: ['true'] } } })
    expect(actions(plan)).toMatchObject({ base: 'build', web: 'build' })
    expect(reasons(plan, 'base')).toEqual(['images/base/list.txt added', 'smoke test changed'])
  })
})

describe('what was asked for', () => {
  test('--image selects exactly these, changed or not, and nothing else', () => {
    const plan = planChange(CHAIN, { ...CHAIN, base: CHANGED }, { images: ['tools', 'web'] })
    expect(actions(plan)).toEqual({ tools: 'build', web: 'build' })
    expect(reasons(plan, 'tools')).toEqual(['asked for by --image'])
    expect(reasons(plan, 'web')).toEqual(['asked for by --image', 'parent base affected'])
    expect(reasons(plan, 'base')).toEqual([])
  })

  test('--image leaves the key as it is: what is there already can be taken', () => {
    const plan = planChange(CHAIN, CHAIN, { images: ['tools'] })
    expect(keys(plan, 'tools')).toEqual(keys(planChange(CHAIN, CHAIN), 'tools'))
    expect(planned(plan, 'tools').platforms['linux/amd64']).not.toHaveProperty('salt')
  })

  test('--all selects every image', () => {
    const plan = planChange(CHAIN, CHAIN, { all: true })
    expect(Object.keys(actions(plan))).toEqual(['base', 'web', 'api', 'tools'])
    expect(reasons(plan, 'api')).toEqual(['asked for by --all'])
    expect(keys(plan, 'api')).toEqual(keys(planChange(CHAIN, CHAIN), 'api'))
  })

  test('--rebuild salts every key with the run', () => {
    const plan = planChange(CHAIN, CHAIN, { rebuild: true })
    expect(Object.keys(actions(plan))).toEqual(['base', 'web', 'api', 'tools'])
    expect(reasons(plan, 'tools')).toEqual(['asked for by --rebuild'])
    const other = planChange(CHAIN, CHAIN, { rebuild: true, run: '8' })
    for (const name of Object.keys(CHAIN)) {
      const own = planned(plan, name).platforms['linux/amd64']
      expect(own).toMatchObject({ salt: 'run 7', affected: true })
      expect(keys(other, name)).not.toEqual(keys(plan, name))
      expect(keys(planChange(CHAIN, CHAIN), name)).not.toEqual(keys(plan, name))
    }
  })

  test('--image with --rebuild salts the image; what is built on it follows by its key', () => {
    const plan = planChange(CHAIN, CHAIN, { rebuild: true, images: ['web'] })
    expect(actions(plan)).toEqual({ web: 'build', api: 'build' })
    expect(reasons(plan, 'web')).toEqual(['a rebuild was asked for by --image'])
    expect(reasons(plan, 'api')).toEqual(['parent web affected'])
    expect(planned(plan, 'web').platforms['linux/amd64']?.salt).toBe('run 7')
    expect(planned(plan, 'api').platforms['linux/amd64']).not.toHaveProperty('salt')
    expect(keys(plan, 'base')).toEqual(keys(planChange(CHAIN, CHAIN), 'base'))
  })
})

describe('what cannot be followed', () => {
  test('is always affected with its descendants, with place and remedy', () => {
    const sketches = { ...CHAIN, base: UNFOLLOWED }
    const plan = planChange(sketches, sketches)
    expect(actions(plan)).toEqual({ base: 'build', web: 'build', api: 'build' })
    expect(reasons(plan, 'base')).toEqual(['images/base/Dockerfile:3: an URL without a checksum; add one'])
    expect(reasons(plan, 'api')).toEqual(['parent web affected'])
  })

  test('has keys that no other run has, down to the last descendant', () => {
    const sketches = { ...CHAIN, base: UNFOLLOWED }
    const one = planChange(sketches, sketches, { run: '1' })
    const two = planChange(sketches, sketches, { run: '2' })
    for (const name of ['base', 'web', 'api']) expect(keys(one, name)).not.toEqual(keys(two, name))
    expect(keys(one, 'tools')).toEqual(keys(two, 'tools'))
  })

  test('names the place before any other reason, and once for all platforms', () => {
    const platforms = ['linux/amd64', 'linux/arm64']
    const plan = planChange(
      { base: { platforms } },
      { base: { platforms, inputs: { ...UNFOLLOWED.inputs, args: { A: '1' } } } }
    )
    expect(reasons(plan, 'base')).toEqual([
      'images/base/Dockerfile:3: an URL without a checksum; add one',
      'argument A changed'
    ])
  })
})

describe('the plan tells of every image', () => {
  test('parents, children, level, bases and how many files can change it', () => {
    const bases = ['debian:12', 'alpine:3'].map(contextName => ({
      reference: `docker.io/library/${contextName}`,
      contextName,
      lock: null,
      frontend: false
    }))
    const plan = planChange(CHAIN, {
      ...CHAIN,
      web: {
        parents: ['base'],
        inputs: {
          externals: bases,
          files: new Map([
            ['', [file('a'), file('b')]],
            ['assets', [file('b'), file('c')]]
          ]),
          extra: [file('c'), file('d')]
        }
      }
    })
    expect(planned(plan, 'web')).toMatchObject({
      parents: ['base'],
      children: ['api'],
      level: 1,
      externalBases: ['docker.io/library/alpine:3', 'docker.io/library/debian:12'],
      inputs: 4
    })
  })
})
