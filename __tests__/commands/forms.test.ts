import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { digestOf, makeBench, manifest } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PYTHON } from '../support/engine.js'
import { fileIn } from '../support/image-file.js'
import { configOf, pull } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

describe('the ways in which an image takes from others', () => {
  let bench: Bench
  let run: Run
  beforeAll(async () => {
    bench = makeBench({
      'images/manifest.yaml': manifest({
        kit: [],
        copies: [],
        mounts: [],
        'named-folder': ['contexts: { assets: shared/assets }'],
        'named-image': ['contexts: { tool-box: { image: kit } }'],
        'by-argument': ['args: { BASE: { image: kit }, WHO: world }'],
        staged: ['target: runtime'],
        trigger: [],
        triggered: []
      }),
      'images/kit/Dockerfile': 'FROM scratch\nCOPY tool.txt /bin/tool.txt\n',
      'images/kit/tool.txt': 'tool 1\n',
      'images/copies/Dockerfile': 'FROM scratch\nCOPY --from=ghcr.io/acme/kit /bin/tool.txt /copied.txt\n',
      'images/mounts/Dockerfile': `FROM ${PYTHON}\nRUN --mount=from=ghcr.io/acme/kit,target=/mnt cat /mnt/bin/tool.txt > /root/mounted.txt\n`,
      'images/named-folder/Dockerfile': 'FROM scratch\nCOPY --from=assets logo.txt /\n',
      'shared/assets/logo.txt': 'logo 1\n',
      'images/named-image/Dockerfile': 'FROM scratch\nCOPY --from=tool-box /bin/tool.txt /boxed.txt\n',
      'images/by-argument/Dockerfile':
        'ARG BASE=nothing\nFROM $BASE\nARG WHO=nobody\nENV GREETING="hello $WHO"\nCOPY Dockerfile /\n',
      'images/staged/Dockerfile':
        'FROM scratch AS made\nCOPY made.txt /\nFROM scratch AS runtime\nCOPY --from=made /made.txt /\nFROM ghcr.io/acme/kit AS unused\n',
      'images/staged/made.txt': 'made 1\n',
      'images/trigger/Dockerfile': 'FROM scratch\nCOPY Dockerfile /trigger\nONBUILD COPY app.txt /app.txt\n',
      'images/triggered/Dockerfile': 'FROM ghcr.io/acme/trigger\n',
      'images/triggered/app.txt': 'app 1\n'
    })
    run = await bench.run()
  })

  const content = (image: string, path: string, of = run): string =>
    fileIn(bench.staging, digestOf(of.results, image), path)
  const materials = (image: string): readonly string[] =>
    bench.builds.filter(build => build.image === image).at(-1)?.materials ?? []

  test('all are built and released', () => {
    expect(run.results.flatMap(result => result.diagnostics)).toEqual([])
    expect(run.released.state).toBe('released')
  })

  test.each([
    { image: 'copies', path: 'copied.txt', text: 'tool 1\n', form: 'COPY --from' },
    { image: 'mounts', path: 'root/mounted.txt', text: 'tool 1\n', form: 'RUN --mount=from' },
    { image: 'named-image', path: 'boxed.txt', text: 'tool 1\n', form: 'a named context that is an image' },
    { image: 'by-argument', path: 'bin/tool.txt', text: 'tool 1\n', form: 'FROM with a build argument' }
  ])('$form takes exactly the digest of the own image', async ({ image, path, text }) => {
    expect(content(image, path)).toBe(text)
    expect(run.plan.images.find(each => each.name === image)?.parents).toEqual(['kit'])
    expect(materials(image)).toContain(digestOf(run.results, 'kit'))
  })

  test('a named context that is a folder holds its files', async () => {
    expect(content('named-folder', 'logo.txt')).toBe('logo 1\n')
  })

  test('a build argument of the manifest reaches the configuration', async () => {
    const config = await configOf(bench.staging, digestOf(run.results, 'by-argument'))
    expect(config.config?.Env).toContain('GREETING=hello world')
  })

  test('a target takes only what its stages reach', async () => {
    expect(content('staged', 'made.txt')).toBe('made 1\n')
    expect(run.plan.images.find(each => each.name === 'staged')?.parents).toEqual([])
    expect(materials('staged')).toEqual([])
  })

  test('an inherited trigger takes a file of the child', async () => {
    expect(content('triggered', 'app.txt')).toBe('app 1\n')
  })

  test('a change reaches exactly those that take it, through every form', async () => {
    bench.commit({
      'images/kit/tool.txt': 'tool 2\n',
      'shared/assets/logo.txt': 'logo 2\n',
      'images/triggered/app.txt': 'app 2\n'
    })
    const second = await bench.run()
    const built = second.results.filter(result => result.state === 'built').map(result => result.image)
    expect(built.sort()).toEqual(
      ['by-argument', 'copies', 'kit', 'mounts', 'named-folder', 'named-image', 'triggered'].sort()
    )
    expect(content('copies', 'copied.txt', second)).toBe('tool 2\n')
    expect(content('mounts', 'root/mounted.txt', second)).toBe('tool 2\n')
    expect(content('named-image', 'boxed.txt', second)).toBe('tool 2\n')
    expect(content('by-argument', 'bin/tool.txt', second)).toBe('tool 2\n')
    expect(content('named-folder', 'logo.txt', second)).toBe('logo 2\n')
    expect(content('triggered', 'app.txt', second)).toBe('app 2\n')
  })
})

describe('a build secret', () => {
  const value = 'Zq9-never-to-be-seen-4711'
  const files = {
    'images/manifest.yaml': manifest({
      guarded: ['secrets: [{ id: token, env: BASE_IMAGES_TEST_TOKEN }]', 'test: images/guarded/smoke.sh']
    }),
    'images/guarded/Dockerfile': `FROM ${PYTHON}\nRUN --mount=type=secret,id=token wc -c < /run/secrets/token > /root/length\n`,
    'images/guarded/smoke.sh': '#!/bin/sh\ntest "$(cat /root/length)" -gt 0\n'
  }
  afterAll(() => {
    delete process.env['BASE_IMAGES_TEST_TOKEN']
  })

  test('reaches the RUN that mounts it and is found nowhere else', async () => {
    process.env['BASE_IMAGES_TEST_TOKEN'] = value
    const bench = makeBench(files)
    const run = await bench.run()
    const digest = digestOf(run.results, 'guarded')
    expect(fileIn(bench.staging, digest, 'root/length')).toBe(`${value.length}\n`)
    expect(JSON.stringify(run)).not.toContain(value)
    expect(bench.log()).not.toContain(value)
    expect(JSON.stringify(bench.builds)).not.toContain(value)
    const config = await configOf(bench.staging, digest)
    expect(JSON.stringify(config)).not.toContain(value)
    expect(config.history?.length).toBeGreaterThan(0)
    expect(await pull(bench.staging, digest)).toContain(digest)
  })

  test('is no part of the key: another value builds nothing', async () => {
    process.env['BASE_IMAGES_TEST_TOKEN'] = value
    const bench = makeBench(files)
    await bench.run()
    process.env['BASE_IMAGES_TEST_TOKEN'] = `${value}-rotated`
    expect((await bench.run()).results).toEqual([])
  })

  test('that is not there fails the build and says which', async () => {
    delete process.env['BASE_IMAGES_TEST_TOKEN']
    // A RUN that ran once comes from the cache whatever its secrets are, so it must be a new one.
    const bench = makeBench({
      ...files,
      'images/guarded/Dockerfile': `FROM ${PYTHON}\nRUN --mount=type=secret,id=token,required=true cat /run/secrets/token # ${randomUUID()}\n`
    })
    const results = await bench.build(await bench.plan())
    expect(results).toMatchObject([{ state: 'failed', diagnostics: [{ code: 'B001' }] }])
    expect(results[0]?.diagnostics[0]?.message).toMatch(/token|BASE_IMAGES_TEST_TOKEN/)
  })
})
