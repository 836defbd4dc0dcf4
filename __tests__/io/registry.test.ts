import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RegistryError } from '../../src/io/registry-error.js'
import { startFront } from '../support/registry-front.js'
import { client, faultyServer, quickClock, realRegistry } from './registry-rig.js'

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
let host = ''
let stop: () => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  ;({ host, stop } = await realRegistry())
})
afterAll(() => stop())

const sha = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function pushImage(repository: string, tag: string, layer: Uint8Array): Promise<string> {
  const registry = client()
  const config = await registry.putBlob(repository, Buffer.from('{"os":"linux","architecture":"amd64"}'))
  const blob = await registry.putBlob(repository, layer)
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: { ...config, mediaType: 'application/vnd.oci.image.config.v1+json' },
    layers: [{ ...blob, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip' }]
  }
  return registry.putManifest(repository, tag, OCI_MANIFEST, Buffer.from(JSON.stringify(manifest)))
}

describe('with the embedded registry', () => {
  test('what was put is found again by tag and by digest, with its bytes', async () => {
    const repository = `${host}/acme/put`
    const digest = await pushImage(repository, 'one', Buffer.from('layer'))
    const registry = client()
    const byTag = await registry.manifest(repository, 'one')
    expect(byTag?.descriptor).toEqual({ mediaType: OCI_MANIFEST, digest, size: byTag?.bytes.length })
    expect(await registry.head(repository, digest)).toEqual(byTag?.descriptor)
    expect(sha(byTag!.bytes)).toBe(digest)
    expect(Buffer.from((await registry.blob(repository, sha(Buffer.from('layer'))))!).toString()).toBe(
      'layer'
    )
  })

  test('what does not exist is undefined, in a repository and without one', async () => {
    const registry = client()
    await pushImage(`${host}/acme/there`, 'one', Buffer.from('x'))
    expect(await registry.head(`${host}/acme/there`, 'two')).toBeUndefined()
    expect(await registry.manifest(`${host}/acme/nowhere`, 'one')).toBeUndefined()
    expect(await registry.blob(`${host}/acme/nowhere`, sha(Buffer.from('y')))).toBeUndefined()
    expect(await registry.tags(`${host}/acme/nowhere`)).toEqual([])
  })

  test('a tag is taken away and its manifest stays; a manifest is deleted with its tags', async () => {
    const repository = `${host}/acme/deleted`
    const registry = client()
    const digest = await pushImage(repository, 'one', Buffer.from('deleted'))
    expect(await pushImage(repository, 'two', Buffer.from('deleted'))).toBe(digest)
    expect(await registry.deleteTag(repository, 'one')).toBe('deleted')
    expect(await registry.tags(repository)).toEqual(['two'])
    expect((await registry.head(repository, digest))?.digest).toBe(digest)
    expect(await registry.deleteTag(repository, 'one')).toBe('gone')
    expect(await registry.deleteManifest(repository, digest)).toBe('deleted')
    expect(await registry.tags(repository)).toEqual([])
    expect(await registry.deleteManifest(repository, digest)).toBe('gone')
  })

  test('all tags are listed over several pages', async () => {
    const repository = `${host}/acme/pages`
    const names = Array.from({ length: 7 }, (_, index) => `t${String(index)}`)
    for (const name of names) await pushImage(repository, name, Buffer.from('page'))
    // The front lowers the page size, so that the registry itself has to send Link headers.
    const front = await faultyServer()
    front.answer = (request, response) => {
      const url = new URL(request.url ?? '', `http://${host}`)
      if (url.searchParams.get('n') !== null) url.searchParams.set('n', '3')
      void fetch(url).then(async answer => {
        const link = answer.headers.get('link')
        response.writeHead(answer.status, link === null ? {} : { link }).end(await answer.text())
      })
    }
    expect([...(await client().tags(`${front.host}/acme/pages`))].sort()).toEqual(names)
    expect(front.seen).toHaveLength(3)
    await front.stop()
  })

  test('a blob is mounted within a registry and found the second time', async () => {
    const layer = randomBytes(100_000)
    await pushImage(`${host}/acme/from`, 'one', layer)
    const registry = client()
    const blob = { mediaType: 'application/octet-stream', digest: sha(layer), size: layer.length }
    expect(await registry.copyBlob(`${host}/acme/from`, `${host}/acme/to`, blob)).toBe('mounted')
    expect(await registry.copyBlob(`${host}/acme/from`, `${host}/acme/to`, blob)).toBe('there')
    expect(Buffer.from((await registry.blob(`${host}/acme/to`, blob.digest))!).equals(layer)).toBe(true)
  })

  test('a blob is streamed to another registry whole', async () => {
    const other = await realRegistry()
    const layer = randomBytes(40_000_000)
    await pushImage(`${host}/acme/large`, 'one', layer)
    const blob = { mediaType: 'application/octet-stream', digest: sha(layer), size: layer.length }
    expect(await client().copyBlob(`${host}/acme/large`, `${other.host}/acme/large`, blob)).toBe('copied')
    expect(await client().copyBlob(`${host}/acme/large`, `${other.host}/acme/large`, blob)).toBe('there')
    await other.stop()
  })

  test('many large blobs are copied at once where nothing is mounted', async () => {
    const front = await startFront(host)
    front.answer = ({ url }) => (url?.includes('mount=') === true ? 403 : undefined)
    const layers = Array.from({ length: 12 }, () => randomBytes(12_000_000))
    const blobs = await Promise.all(layers.map(layer => client().putBlob(`${host}/acme/many`, layer)))
    const registry = client()
    const copies = blobs.map(blob =>
      registry.copyBlob(`${front.host}/acme/many`, `${front.host}/acme/to-many`, blob)
    )
    expect(await Promise.all(copies)).toEqual(Array(12).fill('copied'))
    await front.stop()
  }, 60_000)

  test('a blob whose announced size is wrong never arrives', async () => {
    const other = await realRegistry()
    const layer = randomBytes(1000)
    await pushImage(`${host}/acme/size`, 'one', layer)
    const blob = { mediaType: 'application/octet-stream', digest: sha(layer), size: 999 }
    await expect(client().copyBlob(`${host}/acme/size`, `${other.host}/acme/size`, blob)).rejects.toThrow(
      'bytes that do not have their digest'
    )
    expect(await client().blob(`${other.host}/acme/size`, blob.digest)).toBeUndefined()
    await other.stop()
  })

  test('a mirror is asked first, and the registry itself when the mirror lacks it or is gone', async () => {
    await pushImage(`${host}/library/mirrored`, 'one', Buffer.from('m'))
    const origin = await faultyServer()
    const mirrors = new Map([[origin.host, `http://${host}`]])
    const registry = client({ mirrors })
    expect((await registry.head(`${origin.host}/library/mirrored`, 'one'))?.digest).toMatch(/^sha256:/)
    expect(origin.seen).toEqual([])
    expect(await registry.head(`${origin.host}/library/mirrored`, 'two')).toBeUndefined()
    expect(origin.seen).toEqual(['HEAD /v2/library/mirrored/manifests/two'])
    const dead = client({ mirrors: new Map([[origin.host, 'http://127.0.0.1:1']]) })
    expect(await dead.head(`${origin.host}/library/mirrored`, 'one')).toBeUndefined()
    await origin.stop()
  })

  test('an index that names a manifest which is not there is refused with the reason', async () => {
    const index = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ mediaType: OCI_MANIFEST, digest: sha(Buffer.from('none')), size: 10 }]
    }
    const bytes = Buffer.from(JSON.stringify(index))
    const error = await client()
      .putManifest(`${host}/acme/index`, 'latest', index.mediaType, bytes)
      .catch((thrown: unknown) => thrown as RegistryError)
    expect(error).toMatchObject({ name: 'RegistryError', status: 400, code: 'MANIFEST_BLOB_UNKNOWN' })
  })
})

test('the registry that cannot be reached is named with what was asked', async () => {
  const clock = quickClock()
  const error = await client({ clock })
    .head('127.0.0.1:1/acme/x', 'latest')
    .catch((thrown: unknown) => thrown as RegistryError)
  expect(error).toMatchObject({ host: '127.0.0.1:1', code: 'ECONNREFUSED' })
  expect((error as Error).message).toBe(
    '127.0.0.1:1/acme/x: nothing listens at 127.0.0.1:1 while looking for latest (5 tries).'
  )
  expect(clock.waits).toEqual([1000, 2000, 4000, 8000])
})

test('a registry in trouble is told once in a while, whatever number of requests wait for it', async () => {
  const said: string[] = []
  const ignored = (): void => undefined
  const log = { info: (text: string) => void said.push(text), warn: ignored, error: ignored, group: ignored }
  const asked = client({ log })
  const ask = (tag: string): Promise<unknown> => asked.head('127.0.0.1:1/acme/x', tag).catch(() => undefined)
  await Promise.all(['a', 'b', 'c', 'd'].map(ask))
  expect(said[0]).toMatch(
    /^127\.0\.0\.1:1\/acme\/x: nothing listens at 127\.0\.0\.1:1 .* Trying again in 1\.0 s\.$/
  )
  // The clock goes on for 60 s in the waits of the four.
  expect(said.length).toBeGreaterThan(1)
  expect(said.length).toBeLessThanOrEqual(6)
})

test('a name that is no repository is refused before anything is sent', async () => {
  await expect(client().head('Acme/X', 'latest')).rejects.toThrow('Acme/X: this is no name of a repository')
})
