import { describe, expect, test } from '@jest/globals'
import { cacheTag, contentTag, keyTag, testTag, traceTag } from '../../src/build/staging.js'
import { freeBuildTags, freeCacheTags } from '../../src/release/clean-names.js'
import { knownManifest } from '../../src/release/clean-reach.js'

const HASH = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)
const IMAGES = [
  { image: 'web', platform: 'linux/amd64', present: true },
  { image: 'web', platform: 'linux/arm64', present: false },
  { image: 'gone', platform: 'linux/amd64', present: false }
]

describe('tags of staging', () => {
  test('of a known image go unless their key is needed, each with the reason', () => {
    const needed = keyTag('web', 'linux/amd64', HASH)
    const old = [keyTag, traceTag, contentTag, testTag].map(make => make('web', 'linux/amd64', OTHER))
    const left = [keyTag('gone', 'linux/amd64', HASH), keyTag('web', 'linux/arm64', HASH)]
    const free = freeBuildTags([needed, ...old, ...left], IMAGES, [
      { image: 'web', platform: 'linux/amd64', key: HASH }
    ])
    expect(Object.fromEntries(free)).toEqual({
      ...Object.fromEntries(old.map(tag => [tag, 'an older build of web'])),
      [left[0] ?? '']: 'gone left the manifest',
      [left[1] ?? '']: 'web is not made for linux/arm64 any more'
    })
  })

  test.each([
    ['of an image that nobody knows', keyTag('other', 'linux/amd64', HASH)],
    ['of a platform that nobody knows', keyTag('web', 'linux/arm/v7', HASH)],
    ['that a person set', 'keep-this'],
    ['with another word', `web-linux-amd64-xx-${HASH.slice(0, 40)}`],
    ['with more than a hash', `${keyTag('web', 'linux/amd64', HASH)}.sig`],
    ['of a signature', `sha256-${HASH}`],
    ['of the note', 'clean-0123456789ab']
  ])('%s stay', (_, tag) => {
    expect([...freeBuildTags([tag], IMAGES, [])]).toEqual([])
  })
})

describe('tags of the layer cache', () => {
  test('go with their image and platform, and every other stays', () => {
    const tags = ['web-linux-amd64', 'web-linux-arm64', 'gone-linux-amd64', 'gone-linux-s390x', 'latest']
    expect([...freeCacheTags(tags, IMAGES).keys()]).toEqual(['web-linux-arm64', 'gone-linux-amd64'])
  })

  test('stay when an image that is there has the same tag as one that left', () => {
    const left = { image: 'a', platform: 'linux/arm64/v8', present: false }
    const there = { image: 'a-linux', platform: 'arm64/v8', present: true }
    const tag = cacheTag('a', 'linux/arm64/v8')
    expect(cacheTag(there.image, there.platform)).toBe(tag)
    expect([...freeCacheTags([tag], [left, there])]).toEqual([])
  })
})

describe('what a manifest names', () => {
  const digest = `sha256:${HASH}`
  const read = (document: unknown) =>
    knownManifest({
      descriptor: { mediaType: '', digest, size: 0 },
      bytes: Buffer.from(JSON.stringify(document))
    })
  const layer = {
    mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd',
    digest: `sha256:${OTHER}`,
    size: 5
  }
  const image = { ...layer, mediaType: 'application/vnd.oci.image.manifest.v1+json' }

  test('is its platforms and its subject; layers in an index of a cache are blobs', () => {
    const blob = { digest: layer.digest, size: 5 }
    expect(read({ manifests: [image] })).toMatchObject({ names: [layer.digest], blobs: [] })
    expect(read({ manifests: [layer] })).toMatchObject({ names: [], blobs: [blob] })
    expect(read({ config: layer, layers: [layer], subject: image })).toMatchObject({
      names: [layer.digest],
      subject: layer.digest,
      blobs: [blob]
    })
  })

  test.each([
    ['no JSON object', []],
    ['an empty one', {}],
    ['a list that is none', { manifests: {} }],
    ['a digest of another kind', { manifests: [{ ...image, digest: 'sha512:00' }] }],
    ['a descriptor without a size', { layers: [{ ...layer, size: undefined }] }],
    ['a subject without a digest', { layers: [], subject: {} }]
  ])('is not guessed from %s', (_, document) => {
    expect(read(document)).toBeUndefined()
  })
})
