import { describe, expect, test } from '@jest/globals'
import { repositoryName, targetsOf } from '../../src/build/targets.js'
import { manifestOf } from '../plan/samples.js'

const MANIFEST = manifestOf([])

describe('where a run reads and writes', () => {
  test('follows from the registry and the name of the git repository', () => {
    const targets = targetsOf(MANIFEST, 'shop')
    expect(targets).toMatchObject({
      staging: 'ghcr.io/acme/shop-build',
      cache: 'ghcr.io/acme/shop-cache',
      record: 'ghcr.io/acme/shop-record'
    })
    expect(targets.published('ghcr.io/acme/web')).toBe('ghcr.io/acme/web')
    expect(targets.published('quay.io/other/web')).toBe('quay.io/other/web')
  })

  test('is what the manifest says, when it does', () => {
    const manifest = {
      ...MANIFEST,
      staging: 'ghcr.io/acme/stage',
      cache: 'quay.io/c',
      record: 'ghcr.io/acme/r/x'
    }
    expect(targetsOf(manifest, 'shop')).toMatchObject({
      staging: 'ghcr.io/acme/stage',
      cache: 'quay.io/c',
      record: 'ghcr.io/acme/r/x'
    })
  })

  test('under an override everything is there, own repositories with the path below the registry', () => {
    const manifest = { ...MANIFEST, staging: 'ghcr.io/acme/deep/stage', cache: 'quay.io/team/cache' }
    const targets = targetsOf(manifest, 'shop', '127.0.0.1:5000/try')
    expect(targets).toMatchObject({
      staging: '127.0.0.1:5000/try/deep/stage',
      cache: '127.0.0.1:5000/try/team/cache',
      record: '127.0.0.1:5000/try/shop-record'
    })
    expect(targets.published('ghcr.io/acme/web')).toBe('127.0.0.1:5000/try/web')
    expect(targets.published('quay.io/other/web')).toBe('127.0.0.1:5000/try/other/web')
    expect(targets.published('docker.io/acme/web')).toBe('127.0.0.1:5000/try/acme/web')
  })

  test('a repository that only begins like the registry is not below it', () => {
    const targets = targetsOf(MANIFEST, 'shop', 'r.example')
    expect(targets.published('ghcr.io/acme-corp/web')).toBe('r.example/acme-corp/web')
  })
})

describe('the name of the git repository', () => {
  test.each([
    ['acme/shop', 'shop'],
    ['https://github.com/acme/Shop.git', 'shop'],
    ['https://github.com/acme/shop/', 'shop'],
    ['git@github.com:acme/shop.git', 'shop'],
    ['git@github.com:shop', 'shop'],
    ['/home/ann/My Images', 'my-images'],
    ['file:///srv/git/a__b..c.git', 'a-b-c'],
    ['acme/.github', 'github'],
    ['acme/-x-', 'x'],
    ['acme/日本', 'images'],
    ['', 'images'],
    ['///', 'images']
  ])('of %j is %j', (text, name) => {
    expect(repositoryName(text)).toBe(name)
    expect(name).toMatch(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/)
  })
})
