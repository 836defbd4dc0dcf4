import { describe, expect, test } from '@jest/globals'
import { parseChallenge, unsafeRealm } from '../../src/io/registry-challenge.js'
import { endpointsOf, isLocalHost, parseMirrors } from '../../src/io/registry-endpoint.js'

describe('where a repository is', () => {
  test.each([
    ['ghcr.io/acme/x', 'https://ghcr.io/v2/', 'acme/x'],
    ['python', 'https://registry-1.docker.io/v2/', 'library/python'],
    ['localhost:5000/x', 'http://localhost:5000/v2/', 'x'],
    ['127.3.2.1/x', 'http://127.3.2.1/v2/', 'x'],
    ['[::1]:5000/x', 'http://[::1]:5000/v2/', 'x'],
    ['inner.lan:5000/x', 'https://inner.lan:5000/v2/', 'x'],
    ['127.example.com/x', 'https://127.example.com/v2/', 'x']
  ])('%s is at %s', (repository, root, path) => {
    const { origin } = endpointsOf(repository, {})!
    expect({ root: origin.root, path: origin.path }).toEqual({ root, path })
  })

  test('a tag or digest is no part of a repository', () => {
    expect(endpointsOf('ghcr.io/acme/x:1', {})).toBeUndefined()
    expect(endpointsOf(`ghcr.io/acme/x@sha256:${'0'.repeat(64)}`, {})).toBeUndefined()
  })

  test('only this machine is local', () => {
    expect(['localhost', 'LOCALHOST:1', '127.0.0.1:5000', '[::1]'].map(isLocalHost)).toEqual([
      true,
      true,
      true,
      true
    ])
    expect(['localhost.evil.com', '128.0.0.1', '127.0.0.1.evil.com'].map(isLocalHost)).toEqual([
      false,
      false,
      false
    ])
  })
})

describe('mirrors', () => {
  test('are pairs with blanks or commas between them', () => {
    const parsed = parseMirrors(' docker.io=http://127.0.0.1:5000, ghcr.io=https://mirror.lan/ghcr/ ')
    expect(parsed).toEqual({
      kind: 'mirrors',
      mirrors: new Map([
        ['docker.io', 'http://127.0.0.1:5000'],
        ['ghcr.io', 'https://mirror.lan/ghcr/']
      ])
    })
    if (parsed.kind !== 'mirrors') throw new Error('not parsed')
    expect(endpointsOf('ghcr.io/acme/x', parsed)?.mirror).toEqual({
      host: 'mirror.lan',
      root: 'https://mirror.lan/ghcr/v2/',
      path: 'acme/x'
    })
    expect(parseMirrors('')).toEqual({ kind: 'mirrors', mirrors: new Map() })
  })

  test.each(['docker.io', '=http://x', 'docker.io=x:5000', 'docker.io=http://user:pw@x'])(
    '%s is refused',
    text => {
      expect(parseMirrors(text)).toMatchObject({ kind: 'invalid' })
    }
  )
})

describe('a challenge', () => {
  test('is read with quoted commas and in any case', () => {
    expect(
      parseChallenge('bearer Realm="https://a.b/token",Service="x,y",scope="repository:a:pull"')
    ).toEqual({
      kind: 'bearer',
      realm: 'https://a.b/token',
      service: 'x,y'
    })
    expect(parseChallenge('Basic realm="x"')).toEqual({ kind: 'basic' })
    expect(['', 'Negotiate', 'Bearer', 'Bearer realm="nonsense"'].map(parseChallenge)).toEqual(
      Array(4).fill(undefined)
    )
  })

  test('of an encrypted registry cannot send logins into the clear', () => {
    const bearer = (realm: string) => ({ kind: 'bearer', realm }) as const
    expect(unsafeRealm('https://a.b/v2/', bearer('http://a.b/token'))).toContain('not encrypted')
    expect(unsafeRealm('https://a.b/v2/', bearer('ftp://a.b/token'))).toContain('not encrypted')
    expect(unsafeRealm('https://a.b/v2/', bearer('https://c.d/token'))).toBeUndefined()
    expect(unsafeRealm('http://127.0.0.1/v2/', bearer('http://127.0.0.1/token'))).toBeUndefined()
  })
})
