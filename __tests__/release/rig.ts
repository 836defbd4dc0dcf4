import { createHash } from 'node:crypto'
import { createServer, request as send } from 'node:http'
import { keyTag, traceTag } from '../../src/build/staging.js'
import type { Registry } from '../../src/ports.js'
import { documentOf } from '../../src/release/contents.js'
import type { ReleaseImage, ReleasePorts, ReleaseRequest } from '../../src/release/types.js'
import { listen, stopServer } from '../io/registry-rig.js'

export const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Commits of one line of history, oldest first, one hour apart from 2026-11-22T10:00:00Z. */
export const commits = ['a', 'b', 'c', 'd'].map((letter, index) => ({
  id: hex(letter).slice(0, 40),
  time: 1_795_341_600 + index * 3600
}))

/** What git would say of that history. */
export const isAncestor = (ancestor: string, commit: string): Promise<boolean | undefined> => {
  const [a, b] = [ancestor, commit].map(id => commits.findIndex(one => one.id === id))
  return Promise.resolve(a === -1 || b === -1 ? undefined : a! <= b!)
}

/** What git would say of that history. */
export const descendants = (commit: string, some: readonly string[]): Promise<readonly string[]> => {
  const newer = commits.slice(commits.findIndex(one => one.id === commit) + 1)
  return Promise.resolve(some.filter(tag => newer.some(({ id }) => id.startsWith(tag))))
}

/** An image of a test: `content` stands for everything that its key would hold. */
export interface TestImage {
  readonly name: string
  readonly content: string
  readonly tags?: readonly string[]
  readonly parents?: readonly string[]
  readonly publish?: boolean
  readonly description?: string
}

const PLATFORMS = ['linux/arm64', 'linux/amd64']

/** The three images that most tests release: a parent, its child, and one that is only handed on between. */
export const family = (content: string): readonly TestImage[] => [
  { name: 'base', content, tags: ['latest', '3.11', '{date}-{commit}'] },
  { name: 'tools', content, parents: ['base'], publish: false },
  { name: 'web', content, parents: ['base', 'tools'], tags: ['latest'] }
]

export function requestFor(
  prefix: string,
  images: readonly TestImage[],
  commit: { readonly id: string; readonly time: number },
  options: Partial<ReleaseRequest> = {}
): ReleaseRequest {
  return {
    manifest: 'images/manifest.yaml',
    commit,
    staging: `${prefix}/build`,
    record: `${prefix}/record`,
    images: images.map(image => releaseImage(prefix, image)),
    allowRewind: false,
    dryRun: false,
    given: {},
    isOtherRun: false,
    ...options
  }
}

export const portsOf = (registry: Registry, images: readonly TestImage[]): ReleasePorts => ({
  registry,
  traceKey: (name, platform, digestOf) => {
    const image = images.find(each => each.name === name)!
    const parents = (image.parents ?? []).flatMap(parent => {
      const digest = digestOf(parent, platform)
      return digest === undefined ? [] : [[parent, digest] as const]
    })
    return traceOf(image, platform, Object.fromEntries(parents))
  },
  isAncestor,
  descendants
})

/** Puts every image into staging as a build would: by key and by trace, parents first. */
export async function stage(registry: Registry, prefix: string, images: readonly TestImage[]): Promise<void> {
  for (const platform of PLATFORMS) {
    const built: Record<string, string> = {}
    for (const image of images) {
      const digest = await push(registry, `${prefix}/build`, image, platform)
      built[image.name] = digest
      const parents = Object.fromEntries((image.parents ?? []).map(name => [name, built[name] ?? '']))
      const manifest = (await registry.manifest(`${prefix}/build`, digest))!
      for (const tag of [
        traceTag(image.name, platform, traceOf(image, platform, parents)),
        keyTag(image.name, platform, keyOf(image, platform))
      ]) {
        await registry.putManifest(`${prefix}/build`, tag, manifest.descriptor.mediaType, manifest.bytes)
      }
    }
  }
}

/** Everything public below a prefix: `repository:tag` → digest, and the newest record's text without the prefix. */
export async function publicState(
  registry: Registry,
  prefix: string,
  repositories: readonly string[] = ['base', 'tools', 'web']
): Promise<Readonly<Record<string, string>>> {
  const state: Record<string, string> = {}
  for (const name of repositories) {
    for (const tag of [...(await registry.tags(`${prefix}/${name}`))].sort()) {
      state[`${name}:${tag}`] = (await registry.head(`${prefix}/${name}`, tag))?.digest ?? ''
    }
  }
  for (const tag of [...(await registry.tags(`${prefix}/record`))].sort()) {
    state[`record:${tag}`] = (await recordText(registry, prefix, tag)).replaceAll(prefix, '')
  }
  return state
}

export async function recordText(registry: Registry, prefix: string, tag: string): Promise<string> {
  const record = await registry.manifest(`${prefix}/record`, tag)
  const layers = documentOf(record?.bytes ?? new Uint8Array())['layers'] as { digest: string }[]
  return Buffer.from((await registry.blob(`${prefix}/record`, layers[0]!.digest))!).toString('utf8')
}

/** The annotations of what a tag points to. */
export async function annotations(
  registry: Registry,
  repository: string,
  tag: string
): Promise<Record<string, string>> {
  const found = await registry.manifest(repository, tag)
  return documentOf(found?.bytes ?? new Uint8Array())['annotations'] as Record<string, string>
}

/** A front of a registry that counts what passes and can break every connection from a request on. */
export interface Front {
  readonly host: string
  /** `METHOD path` of every request since the last `reset`. */
  readonly seen: string[]
  /** Number of the first request that is broken off; also every later one up to `breakTo`. */
  breakFrom: number
  breakTo: number
  readonly reset: () => void
  readonly stop: () => Promise<void>
}

export async function frontOf(host: string): Promise<Front> {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
    if (seen.length >= front.breakFrom && seen.length <= front.breakTo) {
      incoming.socket.destroy()
      return
    }
    const passed = send(
      `http://${host}${incoming.url ?? ''}`,
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      }
    )
    passed.on('error', () => incoming.socket.destroy())
    incoming.pipe(passed)
  })
  const front: Front = {
    host: await listen(server),
    seen,
    breakFrom: Infinity,
    breakTo: Infinity,
    reset: () => {
      seen.length = 0
      front.breakFrom = Infinity
      front.breakTo = Infinity
    },
    stop: () => stopServer(server)
  }
  return front
}

function releaseImage(prefix: string, image: TestImage): ReleaseImage {
  return {
    name: image.name,
    repository: `${prefix}/${image.name}`,
    tags: image.tags ?? ['latest'],
    texts: {
      title: image.name,
      ...(image.description === undefined ? {} : { description: image.description })
    },
    publish: image.publish ?? true,
    platforms: Object.fromEntries(PLATFORMS.map(platform => [platform, keyOf(image, platform)])),
    parents: image.parents ?? []
  }
}

function traceOf(image: TestImage, platform: string, parents: Readonly<Record<string, string>>): string {
  return hex(JSON.stringify([keyOf(image, platform), Object.entries(parents).sort()]))
}

function keyOf(image: TestImage, platform: string): string {
  return hex(`${image.name} ${platform} ${image.content}`)
}

async function push(
  registry: Registry,
  repository: string,
  image: TestImage,
  platform: string
): Promise<string> {
  const [os, architecture] = platform.split('/')
  const config = await registry.putBlob(repository, Buffer.from(JSON.stringify({ os, architecture })))
  const layer = await registry.putBlob(repository, Buffer.from(`${image.name} ${platform} ${image.content}`))
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = {
    schemaVersion: 2,
    mediaType,
    config: { ...config, mediaType: 'application/vnd.oci.image.config.v1+json' },
    layers: [{ ...layer, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip' }]
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return registry.putManifest(
    repository,
    `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    mediaType,
    bytes
  )
}
