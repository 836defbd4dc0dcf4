import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { withJobs } from '../../src/plan/strategy.js'
import type { Plan } from '../../src/plan/types.js'
import { actionsOf, codesOf, digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { PLATFORM } from '../support/engine.js'
import { viewOf } from '../support/registry-view.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'
import type { Files } from '../support/repository.js'
import { endingWith } from '../workflows/images.js'

/** Builds of runs that may write nothing: they lie in a folder, and the registry is only read. */

/** root → web → app, root → tools. */
const FILES: Files = {
  'images/manifest.yaml': manifest({ root: [], web: ['test: [/check]'], tools: [], app: [] }),
  'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/root/root.txt': 'root 1\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY --chmod=755 web.txt check /\n',
  'images/web/web.txt': 'web 1\n',
  'images/web/check': endingWith(0),
  'images/tools/Dockerfile': 'FROM ghcr.io/acme/root:latest\nCOPY tools.txt /\n',
  'images/tools/tools.txt': 'tools 1\n',
  'images/app/Dockerfile':
    'FROM ghcr.io/acme/web\nCOPY --from=ghcr.io/acme/tools /tools.txt /t\nCOPY app.txt /\n',
  'images/app/app.txt': 'app 1\n'
}

afterAll(disposeRepositories)

/** The configuration of an image in a layout, read without any code of the product. */
function labelsIn(folder: string, digest: string): Readonly<Record<string, string>> {
  const blob = (id: string): string => readFileSync(join(folder, 'blobs', 'sha256', id.slice(7)), 'utf8')
  const { config } = JSON.parse(blob(digest)) as { config: { digest: string } }
  return (
    (JSON.parse(blob(config.digest)) as { config: { Labels?: Record<string, string> } }).config.Labels ?? {}
  )
}

const BASE_DIGEST = 'org.opencontainers.image.base.digest'

describe('a folder of builds', () => {
  let bench: Bench
  let before: Readonly<Record<string, string>>
  let folder: string
  const registryNow = async (): Promise<Readonly<Record<string, string>>> =>
    viewOf([
      bench.staging,
      `${bench.prefix}/fixture-cache`,
      ...['root', 'web', 'tools', 'app'].map(bench.published)
    ])

  beforeAll(async () => {
    bench = makeBench(FILES)
    await bench.run()
    before = await registryNow()
    folder = join(temporaryFolder('store'), 'store')
  })

  test('takes a parent and all that is built on it, each on the new one, and nothing else', async () => {
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    const plan = await bench.plan()
    const seen = bench.builds.length
    const results = await bench.build(plan, { folder })
    expect(codesOf(results)).toEqual([])
    expect(statesOf(results)).toEqual({ root: 'built', web: 'built', tools: 'built', app: 'built' })
    const root = digestOf(results, 'root')
    const web = digestOf(results, 'web')
    expect(labelsIn(folder, web)[BASE_DIGEST]).toBe(root)
    expect(labelsIn(folder, digestOf(results, 'app'))[BASE_DIGEST]).toBe(web)
    const materials = (image: string): readonly string[] =>
      bench.builds.slice(seen).find(each => each.image === image && !each.isTest)?.materials ?? []
    expect(materials('web')).toEqual([root])
    expect([...materials('app')].sort()).toEqual([web, digestOf(results, 'tools')].sort())
    // The smoke test ran on what lies in the folder.
    expect(bench.builds.slice(seen).filter(each => each.isTest)).toHaveLength(1)
  })

  test('leaves every repository of the registry as it was', async () => {
    expect(await registryNow()).toEqual(before)
  })

  test('builds nothing again that lies in it', async () => {
    const seen = bench.builds.length
    const results = await bench.build(await bench.plan(), { folder })
    expect(new Set(Object.values(statesOf(results)))).toEqual(new Set(['reused']))
    expect(bench.builds).toHaveLength(seen)
  })

  test('is empty of parents that staging has: those are handed over from there by digest', async () => {
    bench.commit({ 'images/root/root.txt': 'root 1\n', 'images/app/app.txt': 'app 2\n' })
    const plan = await bench.plan()
    expect(actionsOf(plan)).toMatchObject({ root: 'reuse', app: 'build' })
    const other = join(temporaryFolder('store'), 'store')
    const results = await bench.build(plan, { folder: other })
    expect(statesOf(results)).toEqual({ app: 'built' })
    const web = results[0]?.parents['web'] ?? ''
    expect(labelsIn(other, digestOf(results, 'app'))[BASE_DIGEST]).toBe(web)
    expect(existsSync(join(other, 'blobs', 'sha256', web.slice(7)))).toBe(false)
    expect(await registryNow()).toEqual(before)
  })

  test('holds back what fails its test, and what is built on it is blocked', async () => {
    bench.commit({ 'images/web/check': endingWith(7) })
    const results = await bench.build(await bench.plan(), { folder })
    expect(statesOf(results)).toMatchObject({ web: 'failed', app: 'blocked' })
    expect(codesOf(results)).toEqual(['B002', 'B005'])
    expect(await registryNow()).toEqual(before)
  })
})

describe('builds that export at once', () => {
  test('do not get into the way of one another, though they share their layers', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    // What does not compress takes a while to write, so that the exports of one layer meet.
    const big = randomBytes(6_000_000)
    const bench = makeBench({
      'images/manifest.yaml': manifest(Object.fromEntries(names.map(name => [name, ['context: shared']]))),
      'shared/big': big,
      ...Object.fromEntries(
        names.map(name => [`images/${name}/Dockerfile`, `FROM scratch\nCOPY big /\nLABEL name=${name}\n`])
      )
    })
    const folder = join(temporaryFolder('store'), 'store')
    const results = await bench.build(await bench.plan(), { folder, jobs: names.length })
    expect(statesOf(results)).toEqual(Object.fromEntries(names.map(name => [name, 'built'])))
  })
})

describe('a plan for one job a platform', () => {
  test('builds in that job what an image takes on another platform', async () => {
    const [platform, other] =
      PLATFORM === 'linux/amd64' ? ['linux/arm64', 'linux/amd64'] : ['linux/amd64', 'linux/arm64']
    const both = `platforms: [${String(platform)}, ${String(other)}]`
    const bench = makeBench({
      'images/manifest.yaml': manifest({ tool: [both], app: [both] }),
      'images/tool/Dockerfile': 'FROM scratch\nCOPY a /\n',
      'images/tool/a': 'a\n',
      'images/app/Dockerfile': `FROM --platform=${String(other)} ghcr.io/acme/tool AS tool\nFROM scratch\nCOPY --from=tool /a /\n`
    })
    const plan: Plan = withJobs(await bench.plan(), { strategy: 'single' })
    expect(plan.levels).toHaveLength(1)
    const row = plan.levels[0]?.find(each => each.platform === platform)
    expect(row?.images).toEqual(['tool', 'app'])
    const folder = join(temporaryFolder('store'), 'store')
    const results = await bench.build(plan, { folder, images: row?.images ?? [], platform: String(platform) })
    const built = results.map(result => `${result.image} ${result.platform} ${result.state}`)
    expect(built.sort()).toEqual(
      [
        `app ${String(platform)} built`,
        `tool ${String(other)} built`,
        `tool ${String(platform)} built`
      ].sort()
    )
  })
})
