import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { refresh } from '../../src/commands/lock.js'
import type { BuildResult } from '../../src/build/results.js'
import { codesOf, done, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { ownPrefix, PLATFORM } from '../support/engine.js'
import { tagsOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'
import { pushUpstream } from '../support/upstream.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const LOCK = 'images/lock.yaml'
const BOTH = ['linux/amd64', 'linux/arm64']
const OTHER = PLATFORM === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64'
const TRIGGERS = ['COPY app.txt /app.txt']

/** A base of somebody else with triggers, and what builds on it. */
async function benchOn(
  images: Readonly<Record<string, (base: string) => string>>,
  onbuild: readonly string[] = TRIGGERS
): Promise<{ readonly bench: Bench; readonly base: string; readonly digest: string }> {
  const base = `${ownPrefix()}/up/base:1`
  const digests = await pushUpstream(base, { text: 'upstream\n', onbuild }, BOTH)
  const names = Object.keys(images)
  const bench = makeBench({
    'images/manifest.yaml': manifest(Object.fromEntries(names.map(name => [name, []]))),
    ...Object.fromEntries(names.map(name => [`images/${name}/app.txt`, `${name} 1\n`])),
    ...Object.fromEntries(names.map(name => [`images/${name}/Dockerfile`, images[name]?.(base) ?? '']))
  })
  return { bench, base, digest: digests[PLATFORM] ?? '' }
}

async function built(bench: Bench): Promise<readonly BuildResult[]> {
  return bench.build(await bench.plan())
}

describe('a base with triggers that the lock does not hold', () => {
  let bench: Bench
  let base: string
  let results: readonly BuildResult[]
  beforeAll(async () => {
    ;({ bench, base } = await benchOn({
      app: from => `# an app\nFROM ${from}\n`,
      child: () => 'FROM ghcr.io/acme/app\nCOPY app.txt /child\n',
      copier: from => `FROM scratch\nCOPY --from=${from} /upstream.txt /\n`,
      plain: () => 'FROM scratch\nCOPY app.txt /\n'
    }))
    results = await built(bench)
  })

  test('is refused with its place, before buildx is called; its children are blocked and nobody else', () => {
    expect(statesOf(results)).toEqual({ app: 'failed', child: 'blocked', copier: 'built', plain: 'built' })
    expect(results[0]?.diagnostics).toEqual([
      {
        code: 'B007',
        severity: 'error',
        file: 'images/app/Dockerfile',
        line: 2,
        message: `app is not built: ${base} has triggers that the plan does not know, and what they read is in no key: ONBUILD COPY app.txt /app.txt`,
        remedy: 'run `base-images lock --refresh`, commit the lock and plan again'
      }
    ])
    expect(bench.builds.map(each => each.image).sort()).toEqual(['copier', 'plain'])
  })

  test('leaves nothing in staging', async () => {
    expect((await tagsOf(bench.staging)).filter(tag => /^(app|child)-/.test(tag))).toEqual([])
  })

  test('is built after the remedy, and then a file that only a trigger reads affects the image', async () => {
    done(await refresh(bench.world, {}))
    bench.commit({})
    const first = await built(bench)
    expect(statesOf(first)).toMatchObject({ app: 'built', child: 'built' })
    const before = bench.repository.git('rev-parse', 'HEAD').trim()
    bench.commit({ 'images/app/app.txt': 'app 2\n' })
    const plan = await bench.plan({ base: before })
    expect(plan.images.find(image => image.name === 'app')).toMatchObject({
      action: 'build',
      reasons: [{ kind: 'file', text: 'images/app/app.txt modified' }]
    })
  })
})

describe('the lock', () => {
  test('that has other triggers than the base is refused', async () => {
    const { bench } = await benchOn({ app: from => `FROM ${from}\n` })
    done(await refresh(bench.world, {}))
    const text = readFileSync(join(bench.repository.folder, LOCK), 'utf8')
    expect(text).toContain('COPY app.txt /app.txt')
    bench.commit({ [LOCK]: text.replace('COPY app.txt /app.txt', 'COPY app.txt /other.txt') })
    const results = await built(bench)
    expect(codesOf(results)).toEqual(['B007'])
    expect(bench.builds).toEqual([])
  })

  test('that has triggers which the base does not have is refused', async () => {
    const { bench } = await benchOn({ app: from => `FROM ${from}\nCOPY app.txt /\n` }, [])
    done(await refresh(bench.world, {}))
    const text = readFileSync(join(bench.repository.folder, LOCK), 'utf8')
    bench.commit({ [LOCK]: text.replace('onbuild: []', 'onbuild: ["COPY app.txt /b"]') })
    const results = await built(bench)
    expect(results[0]?.diagnostics).toMatchObject([
      { code: 'B007', message: expect.stringContaining('has no triggers, and the lock says ONBUILD COPY') }
    ])
    expect(bench.builds).toEqual([])
  })

  test('that names a digest which is not there is refused: nothing is known of it', async () => {
    const { bench, digest } = await benchOn({ app: from => `FROM ${from}\n` }, [])
    done(await refresh(bench.world, {}))
    const text = readFileSync(join(bench.repository.folder, LOCK), 'utf8')
    bench.commit({ [LOCK]: text.replace(digest, `sha256:${'0'.repeat(64)}`) })
    const results = await built(bench)
    expect(results[0]).toMatchObject({ state: 'failed', diagnostics: [{ code: 'W002' }] })
    expect(results[0]?.diagnostics[0]?.message).toContain('has triggers cannot be known')
    expect(bench.builds).toEqual([])
  })

  test('cannot hold a base that is named by digest: the remedy says so', async () => {
    const base = `${ownPrefix()}/up/base:1`
    const digests = await pushUpstream(base, { text: 'upstream\n', onbuild: TRIGGERS }, BOTH)
    const bench = makeBench({
      'images/manifest.yaml': manifest({ app: [] }),
      'images/app/Dockerfile': `FROM ${base}@${digests['index'] ?? ''}\n`,
      'images/app/app.txt': 'app\n'
    })
    const results = await built(bench)
    expect(results[0]?.diagnostics).toMatchObject([
      { code: 'B007', remedy: expect.stringContaining('by a tag in place of the digest') }
    ])
    expect(bench.builds).toEqual([])
  })
})

test('A base for a fixed other platform is refused by the triggers of that platform', async () => {
  const { bench } = await benchOn({ app: from => `FROM --platform=${OTHER} ${from}\n` })
  done(await refresh(bench.world, {}))
  bench.commit({})
  const results = await built(bench)
  expect(results[0]?.diagnostics).toMatchObject([
    { code: 'B007', line: 1, remedy: expect.stringContaining('leave --platform out') }
  ])
  expect(bench.builds).toEqual([])
})

test("A base for the builder's platform is built when the lock has the triggers of its index", async () => {
  const { bench } = await benchOn({ app: from => `FROM --platform=$BUILDPLATFORM ${from}\n` })
  expect(codesOf(await built(bench))).toEqual(['B007'])
  done(await refresh(bench.world, {}))
  bench.commit({})
  expect(statesOf(await built(bench))).toEqual({ app: 'built' })
})

test('A base of the repository may have triggers: the plan reads them where they are written', async () => {
  const bench = makeBench({
    'images/manifest.yaml': manifest({ base: [], app: [] }),
    'images/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /base\nONBUILD COPY app.txt /app.txt\n',
    'images/app/Dockerfile': 'FROM ghcr.io/acme/base\n',
    'images/app/app.txt': 'app\n'
  })
  expect(statesOf(await built(bench))).toEqual({ base: 'built', app: 'built' })
})
