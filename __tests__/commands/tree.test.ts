import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { actionsOf, codesOf, digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PLATFORM } from '../support/engine.js'
import { configOf, manifestOf, publicDigest, pull, tagsOf, viewOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

/** root → web → app, root → tools. */
const FILES: Files = {
  'images/manifest.yaml': manifest({ root: [], web: [], tools: [], app: [] }),
  'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/root/root.txt': 'root 1\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY web.txt /\n',
  'images/web/web.txt': 'web 1\n',
  'images/tools/Dockerfile': 'FROM ghcr.io/acme/root:latest\nCOPY tools.txt /\n',
  'images/tools/tools.txt': 'tools 1\n',
  'images/app/Dockerfile': 'FROM ghcr.io/acme/web\nCOPY app.txt /\n',
  'images/app/app.txt': 'app 1\n',
  'README.md': 'read me\n'
}
const PARENT = { web: 'root', tools: 'root', app: 'web' } as const
const IMAGES = ['root', 'web', 'tools', 'app'] as const

afterAll(disposeRepositories)

describe('a tree of images', () => {
  let bench: Bench
  let first: Run
  beforeAll(async () => {
    bench = makeBench(FILES)
    first = await bench.run()
  })

  const layersOf = async (digest: string): Promise<readonly string[]> =>
    (await manifestOf(bench.staging, digest))?.document.layers?.map(layer => layer.digest) ?? []

  test('is built whole the first time', () => {
    expect(actionsOf(first.plan)).toEqual({ root: 'build', web: 'build', tools: 'build', app: 'build' })
    expect(statesOf(first.results)).toEqual({ root: 'built', web: 'built', tools: 'built', app: 'built' })
    expect(codesOf(first.results)).toEqual([])
    expect(first.released.state).toBe('released')
  })

  test.each(Object.entries(PARENT))(
    '%s stands on the digest of %s: label, materials and layers',
    async (child, parent) => {
      const digest = digestOf(first.results, child)
      const below = digestOf(first.results, parent)
      const labels = (await configOf(bench.staging, digest)).config?.Labels
      expect(labels?.['org.opencontainers.image.base.digest']).toBe(below)
      expect(bench.builds.find(each => each.image === child)?.materials).toEqual([below])
      expect(first.results.find(each => each.image === child)?.parents).toEqual({ [parent]: below })
      const parentLayers = await layersOf(below)
      expect(parentLayers.length).toBeGreaterThan(0)
      expect((await layersOf(digest)).slice(0, parentLayers.length)).toEqual(parentLayers)
    }
  )

  test.each(IMAGES)('%s is public with the digest that lies in staging, and can be pulled', async image => {
    const digest = digestOf(first.results, image)
    expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(digest)
    const index = first.released.images.find(each => each.name === image)?.digest ?? ''
    expect(await pull(bench.published(image), index)).toContain(digest)
    expect(await pull(bench.staging, digest)).toContain(digest)
  })

  test.each(IMAGES)('%s lies in staging by key, by trace and by content', async image => {
    const digest = digestOf(first.results, image)
    const key = first.plan.images.find(each => each.name === image)?.platforms[PLATFORM]?.key ?? ''
    const start = `${image}-${PLATFORM.replace('/', '-')}`
    const tags = (await tagsOf(bench.staging)).filter(tag => tag.startsWith(`${start}-`))
    expect(tags.map(tag => tag.slice(start.length, start.length + 4))).toEqual(['-by-', '-in-', '-is-'])
    expect(tags[1]).toBe(`${start}-in-${key.slice(0, 40)}`)
    for (const tag of tags) expect((await manifestOf(bench.staging, tag))?.digest).toBe(digest)
  })

  test('a run without a change builds nothing and moves nothing', async () => {
    const repositories = [bench.staging, `${bench.prefix}/fixture-record`, ...IMAGES.map(bench.published)]
    const before = await viewOf(repositories)
    bench.commit({ 'README.md': 'read me again\n' })
    const builds = bench.builds.length
    const again = await bench.run()
    expect(again.results).toEqual([])
    expect(bench.builds).toHaveLength(builds)
    expect(again.released.images.map(image => image.state)).toEqual(Array(4).fill('unchanged'))
    const after = await viewOf(repositories)
    // The record of the new commit is added; what there was points where it pointed.
    const moved = Object.keys(after).filter(tag => after[tag] !== before[tag])
    expect(moved.filter(tag => !tag.startsWith(`${bench.prefix}/fixture-record:`))).toEqual([])
    expect(Object.keys(before).filter(tag => !(tag in after))).toEqual([])
  })

  describe('after one file of web changed', () => {
    let second: Run
    let builds: readonly string[]
    let unchanged: Readonly<Record<string, string>>
    beforeAll(async () => {
      unchanged = await viewOf([bench.published('root'), bench.published('tools')])
      bench.commit({ 'images/web/web.txt': 'web 2\n' })
      const before = bench.builds.length
      second = await bench.run()
      builds = bench.builds.slice(before).map(build => build.image)
    })

    test('exactly web and its descendant are built', async () => {
      expect(actionsOf(second.plan)).toEqual({ root: 'none', web: 'build', tools: 'none', app: 'build' })
      expect([...builds].sort()).toEqual(['app', 'web'])
      expect(statesOf(second.results)).toEqual({ web: 'built', app: 'built' })
      expect(await viewOf([bench.published('root'), bench.published('tools')])).toEqual(unchanged)
    })

    test('web is new and stands on the old root, app is new and stands on the new web', () => {
      const root = digestOf(first.results, 'root')
      const web = digestOf(second.results, 'web')
      expect(web).not.toBe(digestOf(first.results, 'web'))
      expect(digestOf(second.results, 'app')).not.toBe(digestOf(first.results, 'app'))
      expect(second.results.map(each => each.parents)).toEqual([{ root }, { web }])
      expect(bench.builds.filter(each => each.image === 'app').at(-1)?.materials).toEqual([web])
    })

    test('the public tags name the new digests', async () => {
      for (const image of ['web', 'app']) {
        expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(
          digestOf(second.results, image)
        )
      }
    })

    test('going back to the old content builds nothing and makes the old digests public', async () => {
      bench.commit({ 'images/web/web.txt': 'web 1\n' })
      const before = bench.builds.length
      const third = await bench.run()
      expect(actionsOf(third.plan)).toEqual({ root: 'none', web: 'reuse', tools: 'none', app: 'reuse' })
      expect(bench.builds).toHaveLength(before)
      expect(third.released.state).toBe('released')
      for (const image of ['web', 'app']) {
        expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(
          digestOf(first.results, image)
        )
      }
    })
  })
})
