import { afterAll, describe, expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { openGit } from '../../src/io/git.js'
import { readSnapshot } from '../../src/load/snapshot.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files } from '../support/repository.js'

afterAll(disposeRepositories)

const DIGEST = `sha256:${'1'.repeat(64)}`

/** What is said of the Dockerfile of `web` beside an image `base`; `more` replaces files. */
async function said(dockerfile: string, more: Files = {}): Promise<readonly Diagnostic[]> {
  const repository = makeRepository({
    'images/manifest.yaml':
      'version: 1\nregistry: ghcr.io/acme\nimages:\n  base: { tags: [latest, "1"] }\n  web: {}\n',
    'images/base/Dockerfile': 'FROM debian:12\n',
    'images/web/Dockerfile': dockerfile,
    ...more
  })
  const git = await openGit(repository.folder)
  if (git === undefined) throw new Error('no repository')
  return (await readSnapshot(git, 'HEAD', 'images/manifest.yaml')).diagnostics
}

const manifest = (text: string): Files => ({ 'images/manifest.yaml': `version: 1\n${text}` })

describe('a reference below the registry that no image of the manifest is', () => {
  test('is told with its place and the nearest image', async () => {
    expect(await said('# The shop.\nFROM ghcr.io/acme/bsae:latest\n')).toEqual([
      {
        code: 'G007',
        severity: 'warning',
        file: 'images/web/Dockerfile',
        line: 2,
        column: 6,
        message:
          'ghcr.io/acme/bsae:latest is below the registry ghcr.io/acme of the manifest, and no image of the manifest is published there: it is taken as an external base',
        remedy: 'did you mean ghcr.io/acme/base, the image base?'
      }
    ])
  })

  test('is told when nothing is near, as when the image was left out of the manifest', async () => {
    const [only] = await said('FROM ghcr.io/acme/database\n')
    expect(only).toMatchObject({ code: 'G007', line: 1, column: 6 })
    expect(only?.remedy).toBe(
      'correct the name, or add the image to the manifest; for an image that another repository publishes run `base-images lock --refresh`'
    )
  })

  test('is not taken for the image itself', async () => {
    const [only] = await said('FROM ghcr.io/acme/wbe\n')
    expect(only?.remedy).toMatch(/^correct the name/)
  })

  test('is told of an argument that is filled, of COPY and of a mount', async () => {
    const lines = [
      'ARG NAME=bsae',
      'FROM ghcr.io/acme/${NAME}',
      'COPY --from=ghcr.io/acme/bases /a /a',
      'RUN --mount=type=bind,from=ghcr.io/acme/basse,target=/b true'
    ]
    const found = await said(`${lines.join('\n')}\n`)
    expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['G007', 2, 6],
      ['G007', 3, 13],
      ['G007', 4, 28]
    ])
  })

  test('names the repository that the image is published in', async () => {
    const own = manifest(
      'registry: ghcr.io/acme\nimages:\n  base: { repository: quay.io/acme/foundation }\n  web: {}\n'
    )
    const [only] = await said('FROM ghcr.io/acme/base\n', own)
    expect(only?.remedy).toBe('did you mean quay.io/acme/foundation, the image base?')
  })

  test.each([
    ['an image under its name', 'FROM ghcr.io/acme/base:1\n', {}],
    ['another organisation of the same prefix', 'FROM ghcr.io/acme-tools/bsae\n', {}],
    ['another registry', 'FROM quay.io/acme/bsae\n', {}],
    ['a digest', `FROM ghcr.io/acme/bsae@${DIGEST}\n`, {}],
    ['a deeper path that nothing is near to', 'FROM ghcr.io/acme/mirror/python\n', {}],
    ['scratch and stages', 'FROM scratch AS one\nFROM one AS two\nCOPY --from=one /a /a\n', {}],
    ['the frontend', '# syntax=ghcr.io/acme/frontend\nFROM scratch\n', {}],
    [
      'what is published under a repository of its own',
      'FROM ghcr.io/acme/team/foundation:1\n',
      manifest(
        'registry: ghcr.io/acme\nimages:\n  base: { repository: ghcr.io/acme/team/foundation, tags: ["1"] }\n  web: {}\n'
      )
    ],
    [
      'an alias',
      'FROM ghcr.io/acme/old-base\n',
      manifest(
        'registry: ghcr.io/acme\nimages:\n  base: { aliases: ["ghcr.io/acme/old-base:*"] }\n  web: {}\n'
      )
    ],
    [
      'an external base of the lock',
      'FROM ghcr.io/acme/bsae:2\n',
      {
        'images/lock.yaml': `version: 1\nbases:\n  ghcr.io/acme/bsae:2:\n    linux/amd64:\n      digest: ${DIGEST}\n      onbuild: []\n      env: []\n`
      }
    ],
    [
      'Docker Hub itself as the registry',
      'FROM python:3.11\n',
      manifest('registry: docker.io/library\nimages:\n  base: {}\n  web: {}\n')
    ]
  ])('is not %s', async (_, dockerfile, more) => {
    expect(await said(dockerfile, more as Files)).toEqual([])
  })
})

describe('the bare name of an image', () => {
  test.each(['base', 'base:latest', 'base:1'])('is told, since %s means Docker Hub', async written => {
    const [only, ...others] = await said(`FROM ${written}\n`)
    expect(others).toEqual([])
    expect(only).toMatchObject({ code: 'G007', severity: 'warning', line: 1, column: 6 })
    expect(only?.message).toMatch(
      /^base(:\w+)? is docker\.io\/library\/base:\w+ of Docker Hub, not the image base/
    )
    expect(only?.remedy).toBe(
      'write ghcr.io/acme/base with one of its tags (latest, 1), or docker.io/library/base if that of Docker Hub is meant'
    )
  })

  test.each([
    ['with a tag that the image does not have', 'FROM base:12-slim\n', {}],
    ['written out', 'FROM docker.io/library/base\n', {}],
    ['with another owner', 'FROM acme/base\n', {}],
    [
      'as what the image of that name begins with',
      'FROM scratch\n',
      { 'images/base/Dockerfile': 'FROM base\n' }
    ],
    [
      'as an alias',
      'FROM base\n',
      manifest('registry: ghcr.io/acme\nimages:\n  base: { aliases: [base] }\n  web: {}\n')
    ],
    [
      'as a named context',
      'FROM base\n',
      manifest(
        'registry: ghcr.io/acme\nimages:\n  base: {}\n  web: { contexts: { base: { image: base } } }\n'
      )
    ]
  ])('is not told %s', async (_, dockerfile, more) => {
    expect(await said(dockerfile, more as Files)).toEqual([])
  })
})

describe('a bare name near that of a stage', () => {
  const stage = 'FROM golang:1.24 AS builder\n'

  test.each([
    ['COPY', `${stage}FROM scratch\nCOPY --from=bulider /a /a\n`, 3, 13],
    ['a mount', `${stage}FROM debian:12\nRUN --mount=from=bulider,target=/a true\n`, 3, 18],
    ['FROM', `${stage}FROM bulider\n`, 2, 6]
  ])('is told of %s', async (_, dockerfile, line, column) => {
    expect(await said(dockerfile)).toEqual([
      {
        code: 'G007',
        severity: 'warning',
        file: 'images/web/Dockerfile',
        line,
        column,
        message:
          'no stage before this one is named bulider, so it is taken as the image docker.io/library/bulider:latest',
        remedy: 'did you mean the stage builder? Write bulider:latest if the image is meant'
      }
    ])
  })

  test.each([
    ['with a tag', `${stage}FROM scratch\nCOPY --from=bulider:latest /a /a\n`],
    ['that is a stage', `${stage}FROM scratch\nCOPY --from=BUILDER /a /a\n`],
    ['that is far from any', `${stage}FROM scratch\nCOPY --from=busybox /a /a\n`],
    ['that stages are named after', 'FROM node AS node1\nFROM node AS node2\nCOPY --from=node1 /a /a\n'],
    ['that is short and two letters away', 'FROM scratch AS test\nFROM rust\nCOPY --from=test /a /a\n']
  ])('is not told %s', async (_, dockerfile) => {
    expect(await said(dockerfile)).toEqual([])
  })
})

test('tags with a placeholder are not told as something to write', async () => {
  const more = manifest(
    'registry: ghcr.io/acme\nimages:\n  base: { tags: [latest, "{date}-{commit}"] }\n  web: {}\n'
  )
  const [bare] = await said('FROM base\n', more)
  expect(bare?.remedy).toContain('with one of its tags (latest), or')
  const [wrong] = await said('FROM ghcr.io/acme/base:2\n', more)
  expect(wrong).toMatchObject({ code: 'G002' })
  expect(wrong?.message).toMatch(/published are latest$/)
})
