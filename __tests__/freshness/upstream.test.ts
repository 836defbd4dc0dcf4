import { describe, expect, test } from '@jest/globals'
import { readBaseConfig, readBaseManifest } from '../../src/freshness/upstream.js'

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
const platform = (os: string, architecture: string, variant?: string): object => ({
  os,
  architecture,
  ...(variant === undefined ? {} : { variant })
})

describe('an index', () => {
  const index = readBaseManifest(
    bytes({
      manifests: [
        { digest: 'attestation', platform: platform('unknown', 'unknown') },
        { digest: 'amd64', platform: platform('linux', 'amd64') },
        { digest: 'arm64', platform: platform('linux', 'arm64', 'v8') },
        { digest: 'armv6', platform: platform('linux', 'arm', 'v6') },
        { digest: 'armv7', platform: platform('linux', 'arm', 'v7') },
        { digest: 'no platform' }
      ]
    })
  )
  const digestFor = (wanted: string): string | undefined =>
    index?.kind === 'index' ? index.digestFor(wanted) : 'no index'

  test.each([
    ['linux/amd64', 'amd64'],
    ['linux/arm64', 'arm64'],
    ['linux/arm/v7', 'armv7'],
    ['linux/arm/v6', 'armv6']
  ])('has for %s the manifest of exactly that platform', (wanted, digest) => {
    expect(digestFor(wanted)).toBe(digest)
  })

  test('has nothing for a platform that it does not name', () => {
    expect(digestFor('linux/s390x')).toBeUndefined()
    expect(digestFor('linux/arm')).toBeUndefined()
  })
})

describe('an image', () => {
  test('names its configuration', () => {
    expect(readBaseManifest(bytes({ config: { digest: 'sha256:c' }, layers: [] }))).toEqual({
      kind: 'manifest',
      config: 'sha256:c'
    })
  })

  test('hands on variables and triggers, and says its platform', () => {
    const config = { Env: ['A=1'], OnBuild: ['COPY . /app'] }
    expect(readBaseConfig(bytes({ os: 'linux', architecture: 'arm64', variant: 'v8', config }))).toEqual({
      env: ['A=1'],
      onbuild: ['COPY . /app'],
      platform: 'linux/arm64'
    })
  })

  test('without any of these hands on nothing', () => {
    const nothing = { env: [], onbuild: [], platform: undefined }
    expect(readBaseConfig(bytes({}))).toEqual(nothing)
    expect(readBaseConfig(bytes({ config: { Env: null, OnBuild: null } }))).toEqual(nothing)
  })
})

test.each(['', 'no JSON', '[]', 'null', '3', '{}'])('%j is no manifest', text => {
  expect(readBaseManifest(Buffer.from(text))).toBeUndefined()
})
