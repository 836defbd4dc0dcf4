import { describe, expect, test } from '@jest/globals'
import { contextNameOf, normaliseReference, parseReference } from '../../src/manifest/reference.js'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

describe('a reference', () => {
  test.each([
    ['python', 'docker.io/library/python:latest', 'python'],
    ['python:latest', 'docker.io/library/python:latest', 'python'],
    ['docker.io/library/python', 'docker.io/library/python:latest', 'python'],
    ['index.docker.io/library/python', 'docker.io/library/python:latest', 'python'],
    ['docker.io/python', 'docker.io/library/python:latest', 'python'],
    ['python:3.11-slim', 'docker.io/library/python:3.11-slim', 'python:3.11-slim'],
    ['acme/tools', 'docker.io/acme/tools:latest', 'acme/tools'],
    ['library/a/b', 'docker.io/library/a/b:latest', 'library/a/b'],
    ['ghcr.io/o/b', 'ghcr.io/o/b:latest', 'ghcr.io/o/b'],
    ['ghcr.io/o/b:latest', 'ghcr.io/o/b:latest', 'ghcr.io/o/b'],
    ['ghcr.io/o/b:1', 'ghcr.io/o/b:1', 'ghcr.io/o/b:1'],
    ['localhost/x', 'localhost/x:latest', 'localhost/x'],
    ['localhost:5000/x:1', 'localhost:5000/x:1', 'localhost:5000/x:1'],
    ['Registry/x', 'Registry/x:latest', 'Registry/x'],
    ['[::1]:5000/x', '[::1]:5000/x:latest', '[::1]:5000/x'],
    ['a__b/c-d.e', 'docker.io/a__b/c-d.e:latest', 'a__b/c-d.e'],
    [`python@${digest}`, `docker.io/library/python@${digest}`, `python@${digest}`],
    [`r.io/a:1@${digest}`, `r.io/a:1@${digest}`, `r.io/a:1@${digest}`],
    [`r.io/a:latest@${digest}`, `r.io/a:latest@${digest}`, `r.io/a:latest@${digest}`]
  ])('%s is %s in full and %s as a context name', (text, full, name) => {
    expect(normaliseReference(text)).toBe(full)
    expect(contextNameOf(text)).toBe(name)
  })

  test.each([
    '',
    'Python',
    'ghcr.io/Acme/x',
    'a/B',
    '-a',
    'a-',
    'a/',
    '/a',
    'a//b',
    'a___b',
    'a..b',
    'a:',
    'a:-b',
    'a b',
    'a:b:c',
    'a\n',
    `a:${'t'.repeat(129)}`,
    `a@sha256:${'0'.repeat(63)}`,
    `a@sha256:${'A'.repeat(64)}`,
    `a@md5:${'0'.repeat(32)}`,
    '0'.repeat(64),
    `r.io/${'a'.repeat(256)}`,
    'host.name-:80x/a',
    '${BASE}'
  ])('%j is refused', text => {
    expect(parseReference(text)).toBeUndefined()
    expect(normaliseReference(text)).toBeUndefined()
    expect(contextNameOf(text)).toBeUndefined()
  })

  test('is taken apart', () => {
    expect(parseReference(`r.io:5000/a/b:1@${digest}`)).toEqual({
      domain: 'r.io:5000',
      path: 'a/b',
      tag: '1',
      digest
    })
    expect(parseReference('python')).toEqual({ domain: 'docker.io', path: 'library/python' })
  })

  test('may have a repository of 255 characters', () => {
    expect(parseReference(`r.io/${'a'.repeat(255)}`)).toBeDefined()
  })

  test('of many separators is refused in linear time', () => {
    expect(parseReference(`r.io/${'-a'.repeat(100)}!`)).toBeUndefined()
    expect(parseReference(`${'a-'.repeat(100_000)}/b`)).toBeUndefined()
    expect(parseReference(`${'a-'.repeat(100_000)}.!/b`)).toBeUndefined()
  })
})
