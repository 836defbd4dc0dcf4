import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { keyTag } from '../../src/build/staging.js'
import type { Registry } from '../../src/ports.js'
import { documentOf } from '../../src/release/contents.js'
import { release } from '../../src/release/release.js'
import { client, realRegistry } from '../io/registry-rig.js'
import { startFront } from '../support/registry-front.js'
import {
  annotations,
  commits,
  family,
  frontOf,
  hex,
  portsOf,
  publicState,
  recordText,
  requestFor,
  stage,
  type Front
} from './rig.js'

let front: Front
let stop: () => Promise<void>
let count = 0
const registry: Registry = client()
const [first, second, third] = commits as [(typeof commits)[0], (typeof commits)[0], (typeof commits)[0]]

beforeAll(async () => {
  const real = await realRegistry()
  front = await frontOf(real.host)
  stop = async () => {
    await front.stop()
    await real.stop()
  }
})
afterAll(() => stop())

const newPrefix = (): string => `${front.host}/case${String((count += 1))}`
const writes = (): string[] => front.seen.filter(line => /^(PUT|POST)/.test(line))

describe('a first release', () => {
  test('makes every published image public with all its tags and annotations', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(result).toMatchObject({ state: 'released', diagnostics: [] })
    expect(result.images.map(({ name, state, moved }) => [name, state, moved])).toEqual([
      ['base', 'moved', [`2026-11-22-${first.id.slice(0, 12)}`, 'latest', '3.11']],
      ['tools', 'handed on', []],
      ['web', 'moved', ['latest']]
    ])
    const state = await publicState(registry, prefix)
    expect(state['base:latest']).toBe(state['base:3.11'])
    expect(state['base:latest']).toBe(state[`base:2026-11-22-${first.id.slice(0, 12)}`])
    expect(Object.keys(state).filter(name => name.startsWith('tools'))).toEqual([])
    expect(await annotations(registry, `${prefix}/base`, 'latest')).toEqual({
      'dev.base-images.keys': expect.stringMatching(/^[0-9a-f]{64}$/),
      'org.opencontainers.image.created': '2026-11-22T10:00:00Z',
      'org.opencontainers.image.revision': first.id,
      'org.opencontainers.image.title': 'base',
      'org.opencontainers.image.version': `2026-11-22-${first.id.slice(0, 12)}`
    })
  })

  test('lists exactly the planned platforms in order, each with its key, and every one can be pulled', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const index = await registry.manifest(`${prefix}/web`, 'latest')
    const manifests = documentOf(index!.bytes)['manifests'] as {
      digest: string
      platform: object
      annotations: object
    }[]
    expect(manifests.map(({ platform, annotations }) => ({ platform, annotations }))).toEqual([
      {
        platform: { os: 'linux', architecture: 'amd64' },
        annotations: { 'dev.base-images.key': hex('web linux/amd64 1') }
      },
      {
        platform: { os: 'linux', architecture: 'arm64' },
        annotations: { 'dev.base-images.key': hex('web linux/arm64 1') }
      }
    ])
    const sizes = result.images.find(({ name }) => name === 'web')!.platforms.map(({ size }) => size)
    expect(sizes).toEqual(
      ['amd64', 'arm64'].map(
        arch => `web linux/${arch} 1`.length + JSON.stringify({ os: 'linux', architecture: arch }).length
      )
    )
    for (const { digest } of manifests) {
      const layers = documentOf((await registry.manifest(`${prefix}/web`, digest))!.bytes)['layers'] as {
        digest: string
      }[]
      expect(Buffer.from((await registry.blob(`${prefix}/web`, layers[0]!.digest))!).toString()).toMatch(
        /^web linux/
      )
    }
  })

  test('writes everything by digest before the first tag, parents before children, and the record last', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    front.reset()
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const puts = writes()
      .filter(line => line.includes('/manifests/'))
      .map(line => line.replace(/^PUT \/v2\/case\d+\//, '').replace('manifests/', ''))
    const firstTag = puts.findIndex(line => !line.includes('sha256:'))
    expect(puts.slice(0, firstTag)).toHaveLength(6)
    expect(puts.slice(firstTag)).toEqual([
      `base/2026-11-22-${first.id.slice(0, 12)}`,
      'base/latest',
      'base/3.11',
      'web/latest',
      'record/latest',
      `record/${first.id.slice(0, 12)}`
    ])
  })

  test('records commit, tags, digests and keys of every published image', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const record = JSON.parse(await recordText(registry, prefix, first.id.slice(0, 12))) as Record<
      string,
      unknown
    >
    const base = result.images.find(({ name }) => name === 'base')!
    expect(record).toMatchObject({ version: 1, commit: first.id, time: '2026-11-22T10:00:00Z' })
    expect(Object.keys(record['images'] as object)).toEqual(['base', 'web'])
    expect((record['images'] as Record<string, unknown>)['base']).toEqual({
      repository: `${prefix}/base`,
      digest: base.digest,
      tags: [`2026-11-22-${first.id.slice(0, 12)}`, '3.11', 'latest'],
      platforms: Object.fromEntries(
        base.platforms.map(({ platform, digest, key, size }) => [
          platform,
          { digest, key, trace: hex(JSON.stringify([key, []])), bytes: size }
        ])
      )
    })
    expect(await recordText(registry, prefix, 'latest')).toBe(JSON.stringify(record))
  })

  test('is only described by a dry run, which writes nothing', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    front.reset()
    const dry = await release(
      requestFor(prefix, family('1'), first, { dryRun: true }),
      portsOf(registry, family('1'))
    )
    expect(writes()).toEqual([])
    const real = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(dry).toEqual({ ...real, state: 'dry run' })
  })
})

describe('a repeated release', () => {
  test('writes nothing', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    front.reset()
    const again = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(writes()).toEqual([])
    expect(again.images.map(({ state }) => state)).toEqual(['unchanged', 'handed on', 'unchanged'])
    expect(again.record?.state).toBe('unchanged')
  })

  test('of a later commit that changed no image moves no tag and records the commit', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const before = await publicState(registry, prefix)
    const result = await release(requestFor(prefix, family('1'), second), portsOf(registry, family('1')))
    const after = await publicState(registry, prefix)
    expect(result.images.flatMap(({ moved }) => moved)).toEqual([])
    const images = (state: object): unknown[] =>
      Object.entries(state).filter(([name]) => !name.startsWith('record'))
    expect(images(after)).toEqual(images(before))
    expect(JSON.parse(after['record:latest']!)).toMatchObject({ commit: second.id })
  })

  test('of a later commit that changed a description moves that image only', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const described = family('1').map(image =>
      image.name === 'web' ? { ...image, description: 'Services' } : image
    )
    const result = await release(requestFor(prefix, described, second), portsOf(registry, described))
    expect(result.images.map(({ state }) => state)).toEqual(['unchanged', 'handed on', 'moved'])
    expect(await annotations(registry, `${prefix}/web`, 'latest')).toMatchObject({
      'org.opencontainers.image.description': 'Services',
      'org.opencontainers.image.revision': second.id
    })
  })

  test('puts a new tag on the index that is public already', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    const tagged = family('1').map(image =>
      image.name === 'web' ? { ...image, tags: ['latest', '2'] } : image
    )
    const result = await release(requestFor(prefix, tagged, second), portsOf(registry, tagged))
    expect(result.images.find(({ name }) => name === 'web')).toMatchObject({
      moved: ['2'],
      unchanged: ['latest'],
      revision: first.id
    })
    const state = await publicState(registry, prefix)
    expect(state['web:2']).toBe(state['web:latest'])
  })
})

describe('a published index whose platform somebody deleted', () => {
  test.each([
    { of: 'the same commit', commit: first, content: '1' },
    { of: 'a later commit that changed nothing', commit: second, content: '1' }
  ])('can be pulled again after a release of $of, and no tag moves', async ({ commit, content }) => {
    const prefix = newPrefix()
    await stage(registry, prefix, family(content))
    await release(requestFor(prefix, family(content), first), portsOf(registry, family(content)))
    const before = await publicState(registry, prefix, ['base', 'web'])
    const index = await registry.manifest(`${prefix}/base`, 'latest')
    const platforms = documentOf(index?.bytes ?? new Uint8Array())['manifests'] as { digest: string }[]
    for (const { digest } of platforms) await registry.deleteManifest(`${prefix}/base`, digest)
    expect(await registry.manifest(`${prefix}/base`, platforms[0]!.digest)).toBeUndefined()

    const again = await release(
      requestFor(prefix, family(content), commit),
      portsOf(registry, family(content))
    )
    expect(again).toMatchObject({ state: 'released', diagnostics: [] })
    expect(again.images.flatMap(({ moved }) => moved)).toEqual([])
    for (const { digest } of platforms) {
      expect((await registry.manifest(`${prefix}/base`, digest))?.descriptor.digest).toBe(digest)
    }
    const after = await publicState(registry, prefix, ['base', 'web'])
    expect(after['base:latest']).toBe(before['base:latest'])
  })
})

describe('after an interruption', () => {
  test('at any request, a repetition ends in the state of an undisturbed release', async () => {
    const images = family('1')
    const undisturbed = newPrefix()
    const staging = `${undisturbed}/build`
    await stage(registry, undisturbed, images)
    front.reset()
    await release(requestFor(undisturbed, images, first), portsOf(registry, images))
    const requests = front.seen.length
    const expected = await publicState(registry, undisturbed)
    expect(requests).toBeGreaterThan(40)
    for (let k = 1; k <= requests; k += 1) {
      const prefix = newPrefix()
      const request = requestFor(prefix, images, first, { staging })
      front.reset()
      front.breakFrom = k
      await expect(release(request, portsOf(client(), images))).rejects.toMatchObject({
        name: 'RegistryError'
      })
      front.reset()
      // The set is not half public: a child's tag is never there before its parent's, nor the record before all tags.
      const half = await publicState(registry, prefix)
      if ('web:latest' in half) expect(half).toHaveProperty(['base:latest'])
      if (Object.keys(half).some(name => name.startsWith('record')))
        expect(half).toHaveProperty(['web:latest'])
      await release(request, portsOf(client(), images))
      expect(await publicState(registry, prefix)).toEqual(expected)
    }
  }, 300_000)

  test('of a single request, whichever it is, the release goes on and ends in the same state', async () => {
    const images = family('1')
    const undisturbed = newPrefix()
    const staging = `${undisturbed}/build`
    await stage(registry, undisturbed, images)
    front.reset()
    await release(requestFor(undisturbed, images, first), portsOf(registry, images))
    const requests = front.seen.length
    const expected = await publicState(registry, undisturbed)
    for (let k = 1; k <= requests; k += 1) {
      const prefix = newPrefix()
      front.reset()
      front.breakFrom = front.breakTo = k
      const result = await release(requestFor(prefix, images, first, { staging }), portsOf(client(), images))
      expect(result.state).toBe('released')
      front.reset()
      expect(await publicState(registry, prefix)).toEqual(expected)
    }
  }, 300_000)

  test('an update that moved some tags is finished by the next commit with its own changes', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    await stage(registry, prefix, family('2'))
    front.reset()
    const putsOfTags = (): number =>
      front.seen.filter(line => /^PUT .*\/base\/manifests\/latest/.test(line)).length
    const run = release(requestFor(prefix, family('2'), second), portsOf(client(), family('2')))
    const watch = setInterval(() => {
      if (putsOfTags() > 0) front.breakFrom = 0
    }, 1)
    await expect(run).rejects.toMatchObject({ name: 'RegistryError' })
    clearInterval(watch)
    front.reset()
    await stage(registry, prefix, family('1'))
    // The third commit reverts the second: its content is that of the first, and the tags still only go forward.
    const result = await release(requestFor(prefix, family('1'), third), portsOf(registry, family('1')))
    expect(result.state).toBe('released')
    const state = await publicState(registry, prefix)
    expect(state['base:latest']).toBe(state['base:3.11'])
    expect(await annotations(registry, `${prefix}/base`, 'latest')).toMatchObject({
      'org.opencontainers.image.revision': third.id
    })
  })
})

test('a tag that a newer release moved while a write of it failed is left alone', async () => {
  const slow = await startFront(front.host)
  const prefix = `${slow.host}/case${String((count += 1))}`
  await stage(registry, prefix, family('1'))
  await stage(registry, prefix, family('2'))
  let newer: string | undefined
  slow.answer = async ({ method, url }) => {
    if (method !== 'PUT' || url?.endsWith('/base/manifests/latest') !== true || newer !== undefined)
      return undefined
    newer = ''
    newer = (await release(requestFor(prefix, family('2'), second), portsOf(client(), family('2')))).state
    return 503
  }
  try {
    slow.seen.length = 0
    const older = await release(requestFor(prefix, family('1'), first), portsOf(client(), family('1')))
    expect([older.state, newer]).toEqual(['stopped', 'released'])
    expect(older.diagnostics).toMatchObject([{ code: 'R002' }])
    // That of the older one, which failed, and that of the newer one.
    expect(slow.seen.filter(line => /^PUT .*\/base\/manifests\/latest$/.test(line))).toHaveLength(2)
    for (const image of ['base', 'web'])
      expect(await annotations(registry, `${prefix}/${image}`, 'latest')).toMatchObject({
        'org.opencontainers.image.revision': second.id
      })
  } finally {
    await slow.stop()
  }
})

describe('forward only', () => {
  test('an older commit is refused as a whole and told which tag carries what', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await stage(registry, prefix, family('2'))
    await release(requestFor(prefix, family('2'), second), portsOf(registry, family('2')))
    front.reset()
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(writes()).toEqual([])
    expect(result).toMatchObject({ state: 'refused', images: [] })
    expect(result.diagnostics[0]).toMatchObject({
      code: 'R002',
      severity: 'error',
      file: 'images/manifest.yaml',
      message: `${prefix}/base:latest carries ${second.id.slice(0, 12)}, which ${first.id.slice(0, 12)} does not descend from; nothing was moved`
    })
  })

  test('an older commit goes back when that is allowed, with a warning for each tag', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await stage(registry, prefix, family('2'))
    await release(requestFor(prefix, family('2'), second), portsOf(registry, family('2')))
    const result = await release(
      requestFor(prefix, family('1'), first, { allowRewind: true }),
      portsOf(registry, family('1'))
    )
    expect(result.state).toBe('released')
    expect(result.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array(4).fill('R002 warning')
    )
    expect(await annotations(registry, `${prefix}/web`, 'latest')).toMatchObject({
      'org.opencontainers.image.revision': first.id
    })
  })

  test('a commit that nobody here knows is refused with the remedy', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await stage(registry, prefix, family('2'))
    await release(
      requestFor(prefix, family('1'), { id: 'f'.repeat(40), time: first.time }),
      portsOf(registry, family('1'))
    )
    const result = await release(requestFor(prefix, family('2'), first), portsOf(registry, family('2')))
    expect(result.state).toBe('refused')
    expect(result.diagnostics[0]?.remedy).toContain('fetch-depth: 0')
  })

  test('a tag that carries no commit moves with a warning', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    const tag = keyTag('web', 'linux/amd64', hex('web linux/amd64 1'))
    const foreign = (await registry.manifest(`${prefix}/build`, tag))!
    const layers = documentOf(foreign.bytes) as { config: { digest: string }; layers: { digest: string }[] }
    for (const { digest } of [layers.config, ...layers.layers]) {
      await registry.copyBlob(`${prefix}/build`, `${prefix}/web`, { mediaType: '', digest, size: 0 })
    }
    await registry.putManifest(`${prefix}/web`, 'latest', foreign.descriptor.mediaType, foreign.bytes)
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(result.state).toBe('released')
    expect(result.diagnostics).toMatchObject([{ code: 'R002', severity: 'warning' }])
  })

  test('the release of an older commit with nothing to move leaves the newest record alone', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    await release(requestFor(prefix, family('1'), third), portsOf(registry, family('1')))
    const result = await release(requestFor(prefix, family('1'), second), portsOf(registry, family('1')))
    expect(result).toMatchObject({ state: 'released', record: { tags: [second.id.slice(0, 12)] } })
    expect(JSON.parse(await recordText(registry, prefix, 'latest'))).toMatchObject({ commit: third.id })
  })

  describe('where `latest` of the record was written back over that of a newer commit', () => {
    const writtenBack = async (middle: string): Promise<string> => {
      const prefix = newPrefix()
      for (const content of new Set(['1', middle])) await stage(registry, prefix, family(content))
      await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
      const old = (await registry.manifest(`${prefix}/record`, 'latest'))!
      await release(requestFor(prefix, family('1'), third), portsOf(registry, family('1')))
      await registry.putManifest(`${prefix}/record`, 'latest', old.descriptor.mediaType, old.bytes)
      return prefix
    }

    test('a release in between is refused, and is allowed on purpose', async () => {
      const prefix = await writtenBack('2')
      front.reset()
      const result = await release(requestFor(prefix, family('2'), second), portsOf(registry, family('2')))
      expect(writes()).toEqual([])
      expect(result).toMatchObject({
        state: 'refused',
        diagnostics: [
          {
            code: 'R002',
            severity: 'error',
            message: `${prefix}/record:${third.id.slice(0, 12)} is the record of a newer commit, and ${prefix}/record:latest of an older one; nothing was moved`
          }
        ]
      })
      expect(result.diagnostics[0]?.remedy).toContain('--allow-rewind')
      const meant = requestFor(prefix, family('2'), second, { allowRewind: true })
      expect(await release(meant, portsOf(registry, family('2')))).toMatchObject({
        state: 'released',
        diagnostics: [{ code: 'R002', severity: 'warning' }]
      })
    })

    test('a release in between with nothing to move leaves the record alone', async () => {
      const prefix = await writtenBack('1')
      const result = await release(requestFor(prefix, family('1'), second), portsOf(registry, family('1')))
      expect(result).toMatchObject({ state: 'released', record: { tags: [second.id.slice(0, 12)] } })
      expect(JSON.parse(await recordText(registry, prefix, 'latest'))).toMatchObject({ commit: first.id })
    })

    test('the newest puts it right', async () => {
      const prefix = await writtenBack('1')
      const result = await release(requestFor(prefix, family('1'), third), portsOf(registry, family('1')))
      expect(result).toMatchObject({ state: 'released', diagnostics: [] })
      expect(JSON.parse(await recordText(registry, prefix, 'latest'))).toMatchObject({ commit: third.id })
    })
  })

  test('a late release is refused when a newer one went back to an index of before both', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    await stage(registry, prefix, family('2'))
    await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    await release(requestFor(prefix, family('1'), third), portsOf(registry, family('1')))
    const result = await release(requestFor(prefix, family('2'), second), portsOf(registry, family('2')))
    expect(result.state).toBe('refused')
    expect(result.diagnostics.map(({ message }) => message).join()).toContain(
      `${prefix}/record:latest carries`
    )
  })
})

describe('a set that does not fit', () => {
  test('is refused with every image that is missing in staging', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1').slice(0, 1))
    front.reset()
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(writes()).toEqual([])
    expect(result.diagnostics.map(({ code, message }) => [code, message.split(' is not')[0]])).toEqual([
      ['R003', 'tools for linux/amd64'],
      ['R003', 'tools for linux/arm64'],
      ['R003', 'web for linux/amd64'],
      ['R003', 'web for linux/arm64']
    ])
  })

  test('names one command for all that is missing, and it repeats what was given', async () => {
    const remedies = async (
      images: ReturnType<typeof family>,
      staged: number
    ): Promise<readonly string[]> => {
      const prefix = newPrefix()
      await stage(registry, prefix, images.slice(0, staged))
      const given = { registry: prefix, platforms: ['linux/amd64'] }
      const result = await release(requestFor(prefix, images, first, { given }), portsOf(registry, images))
      return [...new Set(result.diagnostics.map(({ remedy }) => remedy.replaceAll(prefix, 'PREFIX')))]
    }
    const build = 'base-images build --registry PREFIX --platform linux/amd64'
    expect(await remedies(family('1'), 1)).toEqual([`Build them first: ${build}`])
    expect(await remedies(family('1').slice(0, 1), 0)).toEqual([`Build it first: ${build} --image base`])
  })

  test('is refused when a child was built on another parent, naming both digests', async () => {
    const prefix = newPrefix()
    await stage(registry, prefix, family('1'))
    const tag = keyTag('base', 'linux/amd64', hex('base linux/amd64 1'))
    const other = (await registry.manifest(
      `${prefix}/build`,
      keyTag('tools', 'linux/amd64', hex('tools linux/amd64 1'))
    ))!
    const child = (await registry.head(
      `${prefix}/build`,
      keyTag('web', 'linux/amd64', hex('web linux/amd64 1'))
    ))!
    await registry.putManifest(`${prefix}/build`, tag, other.descriptor.mediaType, other.bytes)
    front.reset()
    const result = await release(requestFor(prefix, family('1'), first), portsOf(registry, family('1')))
    expect(writes()).toEqual([])
    const finding = result.diagnostics.find(({ message }) => message.startsWith('web '))
    expect(finding?.code).toBe('R001')
    expect(finding?.message).toContain(
      `web ${child.digest} for linux/amd64 was not built on base ${other.descriptor.digest}`
    )
  })

  test('is refused when staging holds an image of another platform', async () => {
    const prefix = newPrefix()
    const images = family('1').slice(0, 1)
    await stage(registry, prefix, images)
    const request = requestFor(prefix, images, first)
    const [image] = request.images
    const key = image!.platforms['linux/amd64']!
    const arm = (await registry.manifest(`${prefix}/build`, keyTag('base', 'linux/amd64', key)))!
    const tags = await registry.tags(`${prefix}/build`)
    for (const tag of tags.filter(name => name.includes('linux-arm64'))) {
      await registry.putManifest(`${prefix}/build`, tag, arm.descriptor.mediaType, arm.bytes)
    }
    const result = await release(request, portsOf(registry, images))
    expect(result.state).toBe('refused')
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'base for linux/arm64 is in staging as linux/amd64; nothing was released'
    ])
  })
})
