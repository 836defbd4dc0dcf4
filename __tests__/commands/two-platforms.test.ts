import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { keyTag } from '../../src/build/staging.js'
import { makeBench } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { fileIn } from '../support/image-file.js'
import { client } from '../io/registry-rig.js'
import { configOf, manifestOf, pull, viewOf } from '../support/registry-view.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

/** An x86 machine runs both without emulation, so every RUN and every smoke test here is the real thing. */
const PLATFORMS = ['linux/386', 'linux/amd64'] as const
const IMAGES = ['parent', 'child'] as const

/** Writes the architecture it was compiled for; fails where it is told to. */
const PROGRAM = `package main

import ("os"; "runtime")

func main() {
	for _, name := range os.Args[1:] {
		if name == runtime.GOARCH { os.Exit(3) }
	}
	if os.WriteFile("/ran-as", []byte(runtime.GOARCH), 0o644) != nil { os.Exit(4) }
}
`

/** The static programs of both platforms, each under the name that TARGETARCH gives it. */
function programs(): Files {
  const folder = temporaryFolder('programs')
  writeFileSync(join(folder, 'main.go'), PROGRAM)
  const built = PLATFORMS.map(platform => {
    const [GOOS = '', GOARCH = ''] = platform.split('/')
    const out = join(folder, GOARCH)
    execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', out, 'main.go'], {
      cwd: folder,
      env: { ...process.env, GOOS, GOARCH, CGO_ENABLED: '0' },
      stdio: 'pipe'
    })
    return [`images/parent/program-${GOARCH}`, { executable: new Uint8Array(readFileSync(out)) }] as const
  })
  return Object.fromEntries(built)
}

const FILES: Files = {
  'images/manifest.yaml': `version: 1
registry: ghcr.io/acme
defaults: { platforms: [${PLATFORMS.join(', ')}] }
runners: { linux/386: runner-of-386, linux/amd64: runner-of-amd64 }
images:
  parent: {}
  child: { test: [/bin/program] }
`,
  'images/parent/Dockerfile':
    'FROM scratch\nARG TARGETARCH\nCOPY program-$TARGETARCH /bin/program\nRUN ["/bin/program"]\n',
  'images/child/Dockerfile':
    'FROM ghcr.io/acme/parent\nCOPY child.txt /\nRUN ["/bin/program", "no-such-architecture"]\n',
  'images/child/child.txt': 'child 1\n'
}

const archOf = (platform: string): string => platform.split('/')[1] ?? ''

function digestFor(run: Run, image: string, platform: string): string {
  const found = run.results.find(each => each.image === image && each.platform === platform)?.digest
  if (found === undefined) throw new Error(`${image} for ${platform} was not built`)
  return found
}

/** The child changed so that its build fails on 386 only. */
const FAILS_ON_386: Files = {
  'images/child/Dockerfile': 'FROM ghcr.io/acme/parent\nCOPY child.txt /\nRUN ["/bin/program", "386"]\n'
}

describe('a tree for linux/386 and linux/amd64', () => {
  let bench: Bench
  let run: Run
  const publicView = (): Promise<Readonly<Record<string, string>>> => viewOf(IMAGES.map(bench.published))
  beforeAll(async () => {
    bench = makeBench({ ...FILES, ...programs() }, { hurry: true })
    run = await bench.run()
  })

  test('is planned as one row a platform, each on its runner, parent before child', () => {
    expect(run.plan.levels.flat().map(row => [row.platform, row.runner, ...row.images])).toEqual([
      ['linux/386', 'runner-of-386', 'parent', 'child'],
      ['linux/amd64', 'runner-of-amd64', 'parent', 'child']
    ])
  })

  test('is built row by row as the jobs of a workflow do it, and nothing is left to build', async () => {
    const jobs = makeBench({}, { repository: bench.repository, hurry: true })
    const plan = await jobs.plan()
    for (const { images, platform } of plan.levels.flat()) {
      const results = await jobs.build(plan, { images, platform })
      expect(results.map(each => [each.image, each.platform, each.state])).toEqual(
        IMAGES.map(image => [image, platform, 'built'])
      )
    }
    const released = await jobs.release(plan)
    expect(released.state).toBe('released')
    expect(jobs.builds.filter(each => !each.isTest)).toHaveLength(IMAGES.length * PLATFORMS.length)
  })

  test.each(PLATFORMS)('was really run as %s: by RUN and by what is inside', platform => {
    for (const image of IMAGES) {
      expect(fileIn(bench.staging, digestFor(run, image, platform), 'ran-as')).toBe(archOf(platform))
    }
  })

  test.each(PLATFORMS)('has the child for %s on the parent for the same platform', async platform => {
    const parent = digestFor(run, 'parent', platform)
    const child = digestFor(run, 'child', platform)
    const [below, above] = [await configOf(bench.staging, parent), await configOf(bench.staging, child)]
    expect(below.rootfs.diff_ids).toHaveLength(2)
    expect(above.rootfs.diff_ids.slice(0, 2)).toEqual(below.rootfs.diff_ids)
    expect(above.config?.Labels?.['org.opencontainers.image.base.digest']).toBe(parent)
    // The parents share no layer, so the above could not hold for the wrong one.
    const other = PLATFORMS.find(each => each !== platform) ?? ''
    const beside = await configOf(bench.staging, digestFor(run, 'parent', other))
    expect(beside.rootfs.diff_ids.filter(id => below.rootfs.diff_ids.includes(id))).toEqual([])
  })

  test.each(IMAGES)(
    'has an index of %s with exactly the planned platforms, and all of it can be pulled',
    async image => {
      expect(run.released.state).toBe('released')
      const index = await manifestOf(bench.published(image), 'latest')
      const listed = index?.document.manifests?.map(({ digest, platform }) => [
        `${platform?.os}/${platform?.architecture}`,
        digest
      ])
      expect(listed).toEqual(PLATFORMS.map(platform => [platform, digestFor(run, image, platform)]))
      const pulled = await pull(bench.published(image), index?.digest ?? '')
      for (const platform of PLATFORMS) {
        const digest = digestFor(run, image, platform)
        expect(pulled).toContain(digest)
        expect(await configOf(bench.published(image), digest)).toMatchObject({
          os: 'linux',
          architecture: archOf(platform)
        })
      }
    }
  )

  test('is found again, each platform by its own key, when builds go to a staging repository that is empty', async () => {
    const before = await publicView()
    const builds = bench.builds.length
    const text = String(FILES['images/manifest.yaml'])
    bench.commit({
      'images/manifest.yaml': text.replace('registry:', 'staging: ghcr.io/acme/fresh\nregistry:')
    })
    const again = await bench.run()
    expect(again.results).toEqual([])
    expect(again.released.state).toBe('released')
    expect(bench.builds).toHaveLength(builds)
    expect(await publicView()).toEqual(before)
    for (const { digest } of run.results) {
      expect(await pull(`${bench.prefix}/fresh`, digest ?? '')).toContain(digest)
    }
    bench.commit({ 'images/manifest.yaml': text })
  })

  test('ran the smoke test on each platform', () => {
    expect(bench.builds.filter(each => each.isTest).map(each => each.image)).toEqual(['child', 'child'])
  })

  test('is not released while the build of one platform fails, and nothing moves', async () => {
    const before = await publicView()
    bench.commit(FAILS_ON_386)
    const broken = await bench.run()
    expect(broken.results.map(each => [each.image, each.platform, each.state])).toEqual([
      ['child', 'linux/386', 'failed'],
      ['child', 'linux/amd64', 'built']
    ])
    expect(broken.results[0]?.diagnostics).toMatchObject([{ code: 'B001', file: 'images/child/Dockerfile' }])
    expect(broken.released.state).toBe('refused')
    expect(broken.released.diagnostics).toMatchObject([
      {
        code: 'R003',
        message: `child for linux/386 is not in ${bench.staging} under its key; nothing was released`,
        remedy: `Build it first: base-images build --head ${bench.repository.git('rev-parse', 'HEAD').trim()} --registry ${bench.prefix} --image child`
      }
    ])
    expect(await publicView()).toEqual(before)
  })

  test('is not released when staging lost one platform after it was built, until that one is there again', async () => {
    const before = await publicView()
    bench.commit({ ...FILES, 'images/child/child.txt': 'child 2\n' })
    const plan = await bench.plan()
    const results = await bench.build(plan)
    const key = plan.images.find(each => each.name === 'child')?.platforms['linux/386']?.key ?? ''
    expect(await client().deleteTag(bench.staging, keyTag('child', 'linux/386', key))).toBe('deleted')

    const released = await bench.release(plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics.map(({ code, message }) => [code, message.split(' is not ')[0]])).toEqual([
      ['R003', 'child for linux/386']
    ])
    expect(await publicView()).toEqual(before)

    const builds = bench.builds.length
    const again = await bench.build(await bench.plan())
    // The build itself is still there by its trace.
    expect(bench.builds).toHaveLength(builds)
    expect(again.map(each => [each.platform, each.digest])).toEqual(
      results.map(each => [each.platform, each.digest])
    )
    expect((await bench.release(plan)).state).toBe('released')
    const index = await manifestOf(bench.published('child'), 'latest')
    expect(index?.document.manifests?.map(each => each.digest)).toEqual(results.map(each => each.digest))
  })
})

test('An image may take one parent for both platforms when each has a name of its own', async () => {
  const { 'images/manifest.yaml': manifest, ...others } = FILES
  const bench = makeBench({
    ...others,
    ...programs(),
    'images/manifest.yaml': `${String(manifest)}  both: { platforms: [linux/amd64], contexts: { other: { image: parent } } }\n`,
    'images/both/Dockerfile': [
      'FROM --platform=linux/386 other AS small',
      'FROM ghcr.io/acme/parent',
      'COPY --from=small /ran-as /other-ran-as',
      ''
    ].join('\n')
  })
  const run = await bench.run()
  expect(run.released.state).toBe('released')
  const both = digestFor(run, 'both', 'linux/amd64')
  expect(fileIn(bench.staging, both, 'ran-as')).toBe('amd64')
  expect(fileIn(bench.staging, both, 'other-ran-as')).toBe('386')
  expect(bench.builds.find(each => each.image === 'both')?.materials).toEqual(
    expect.arrayContaining(PLATFORMS.map(platform => digestFor(run, 'parent', platform)))
  )
})
