import { describe, expect, test } from '@jest/globals'
import { readManifest } from '../../src/manifest/manifest.js'
import { CASES, withImage, withTop } from './cases.js'

const PATH = 'images/manifest.yaml'

describe('readManifest', () => {
  test.each(CASES.map(given => [given.title, given] as const))(
    'tells about %s what the table says',
    (_, given) => {
      const { manifest, diagnostics } = readManifest(given.text, PATH)
      expect(diagnostics.map(found => found.code)).toEqual(given.codes)
      expect(manifest !== undefined).toBe(given.codes.length === 0)
      for (const found of diagnostics) {
        expect(found).toMatchObject({
          file: PATH,
          severity: 'error',
          line: expect.any(Number),
          column: expect.any(Number)
        })
        expect(found.message.length * found.remedy.length).toBeGreaterThan(0)
      }
    }
  )

  test('tells every error of a file at once, in the order of the lines', () => {
    const text = [
      'version: 2',
      'registry: ghcr.io/acme',
      'images:',
      '  app:',
      '    tagret: runtime',
      '    args: { PYTHON: 3.10, BASE: { image: os-bse } }',
      '    context: ../other',
      '    tags: [a, "b c"]',
      '  os-base:',
      '    publish: "no"'
    ].join('\n')
    const told = readManifest(text, PATH).diagnostics.map(
      ({ code, line, column, message, remedy }) => `${line}:${column} ${code} ${message} -> ${remedy}`
    )
    expect(told.map(each => each.replace(/one of .* ->/, '… ->'))).toEqual([
      '1:10 M010 The manifest has version 2, this program reads version 1 -> Write version: 1, or use a newer release of base-images',
      '5:5 M003 Found the key "tagret" in images.app, expected … -> Did you mean target?',
      '6:21 M005 images.app.args.PYTHON is the number 3.10, expected a text: YAML reads 3.10 as a number -> Write it in quotes: "3.10"',
      '6:42 M013 images.app.args.BASE.image is "os-bse", which is no image of the manifest -> Did you mean os-base?',
      '7:14 M007 images.app.context is "../other", a path with .., expected a path from the repository root -> Write the path from the repository root with / between folders and without ..',
      '8:15 M010 images.app.tags[1] is "b c", expected a tag: up to 128 of A-Z a-z 0-9 _ . - -> Write a tag that starts with a letter, a digit or _',
      '10:14 M004 images.os-base.publish is the text "no", expected true or false -> Write true or false without quotes'
    ])
  })

  test('tells of a fault of the syntax once, and of every tab', () => {
    const told = (...lines: readonly string[]): readonly string[] =>
      readManifest(
        ['version: 1', 'registry: ghcr.io/acme', 'images:', ...lines].join('\n'),
        PATH
      ).diagnostics.map(({ code, line, message }) => `${line} ${code} ${message}`)
    expect(told('  app: {}', '  - web', '  api: {}', '    tags: [a]')).toHaveLength(1)
    expect(told('  app:', '    target: a', '  variants: x', '    b: {}')).toHaveLength(1)
    expect(told('  app:', '\ttarget: a', '  web:', '\ttarget: b', '  api: {}')).toEqual([
      '5 M002 A line is indented with a tab, YAML wants spaces',
      '7 M002 A line is indented with a tab, YAML wants spaces'
    ])
  })

  test('tells a key of an image that stands where images do as that', () => {
    const text = 'version: 1\nregistry: ghcr.io/acme\nimages:\n  app:\n    tags: [a]\n  test: [tool]\n'
    expect(readManifest(text, PATH).diagnostics).toMatchObject([
      {
        code: 'M004',
        line: 6,
        column: 9,
        message: 'images.test is a list, expected an image',
        remedy: 'test is a key of an image: indent it below the name of one'
      }
    ])
    // An image may have such a name all the same.
    const named = `${text.replace('[tool]', '{ tags: [b] }')}  target:\n`
    expect(readManifest(named, PATH).diagnostics).toEqual([])
  })

  test('fills every default', () => {
    const { manifest } = readManifest('version: 1\nregistry: ghcr.io/acme\nimages:\n  app:\n', PATH)
    expect(manifest).toEqual({
      path: PATH,
      registry: 'ghcr.io/acme',
      runners: { 'linux/amd64': 'ubuntu-24.04', 'linux/arm64': 'ubuntu-24.04-arm' },
      images: [
        {
          name: 'app',
          dockerfile: 'images/app/Dockerfile',
          context: 'images/app',
          args: {},
          contexts: {},
          secrets: [],
          platforms: ['linux/amd64'],
          repository: 'ghcr.io/acme/app',
          tags: ['latest'],
          aliases: [],
          inputs: [],
          needs: [],
          publish: true
        }
      ]
    })
  })

  test('reads every key of an image', () => {
    const text = withImage(
      [
        'description: "Foundation"',
        'licenses: MIT',
        'source: https://example.org/app',
        'dockerfile: ./images//app/Dockerfile',
        'context: .',
        'target: runtime',
        'args: { PYTHON_VERSION: "3.11", BASE: { image: os } }',
        'contexts: { assets: shared/assets/, tools: { image: tools } }',
        'secrets: [{ id: pip, env: PIP_INDEX }, { id: npm, file: npmrc }]',
        'platforms: [linux/amd64, linux/arm64]',
        'repository: acme/app',
        'tags: [latest, "3.11", "{date}-{commit}"]',
        'aliases: ["app:dev", tool, "ghcr.io/x/y:*"]',
        'inputs: [generated/**]',
        'parents: [os]',
        'needs: [tools]',
        'publish: false',
        'test: [/app, --version]',
        'size-budget: 250MB',
        'deprecated: "use os"'
      ].join('\n')
    )
    expect(readManifest(text, PATH).manifest?.images[2]).toEqual({
      name: 'app',
      description: 'Foundation',
      licenses: 'MIT',
      source: 'https://example.org/app',
      dockerfile: 'images/app/Dockerfile',
      context: '',
      target: 'runtime',
      args: { PYTHON_VERSION: '3.11', BASE: { image: 'os' } },
      contexts: { assets: { kind: 'path', path: 'shared/assets' }, tools: { kind: 'image', image: 'tools' } },
      secrets: [
        { id: 'pip', env: 'PIP_INDEX' },
        { id: 'npm', file: 'npmrc' }
      ],
      platforms: ['linux/amd64', 'linux/arm64'],
      repository: 'docker.io/acme/app',
      tags: ['latest', '3.11', '{date}-{commit}'],
      aliases: ['docker.io/library/app:dev', 'docker.io/library/tool:latest', 'ghcr.io/x/y:*'],
      inputs: ['generated/**'],
      parents: ['os'],
      needs: ['tools'],
      publish: false,
      test: { kind: 'exec', command: ['/app', '--version'] },
      sizeBudget: 250_000_000,
      deprecated: 'use os'
    })
  })

  test('takes defaults of the manifest where an image does not say, and merges arguments by name', () => {
    const text = withTop(
      [
        'source: https://example.org/all',
        'defaults: { platforms: [linux/arm64], tags: [edge], args: { A: "1", B: "1" } }',
        'runners: { linux/arm64: arm-big }'
      ].join('\n')
    ).replace('app: {}', 'app: { args: { B: "2" } }, other: { source: "https://example.org/one", tags: [x] }')
    const { manifest } = readManifest(text, PATH)
    expect(manifest?.runners).toEqual({ 'linux/amd64': 'ubuntu-24.04', 'linux/arm64': 'arm-big' })
    expect(
      manifest?.images.map(({ source, platforms, tags, args }) => ({ source, platforms, tags, args }))
    ).toEqual([
      {
        source: 'https://example.org/all',
        platforms: ['linux/arm64'],
        tags: ['edge'],
        args: { A: '1', B: '2' }
      },
      { source: 'https://example.org/one', platforms: ['linux/arm64'], tags: ['x'], args: { A: '1', B: '1' } }
    ])
  })

  test('makes a variant an image after its own, which inherits everything but aliases', () => {
    const text = withImage(
      [
        'context: .',
        'aliases: [dev]',
        'size-budget: 1MB',
        'args: { A: "1", B: "1" }',
        'contexts: { x: a, y: b }',
        'variants: { slim: { args: { B: "2" }, contexts: { y: c }, tags: [slim], target: small, publish: false } }'
      ].join('\n')
    )
    const images = readManifest(text, PATH).manifest?.images ?? []
    expect(images.map(({ name }) => name)).toEqual(['os', 'tools', 'app', 'app-slim'])
    expect(images[3]).toEqual({
      name: 'app-slim',
      dockerfile: 'images/app/Dockerfile',
      context: '',
      target: 'small',
      args: { A: '1', B: '2' },
      contexts: { x: { kind: 'path', path: 'a' }, y: { kind: 'path', path: 'c' } },
      secrets: [],
      platforms: ['linux/amd64'],
      repository: 'ghcr.io/acme/app',
      tags: ['slim'],
      aliases: [],
      inputs: [],
      needs: [],
      publish: false,
      sizeBudget: 1_000_000
    })
  })

  test('warns of an argument that looks like a secret and still gives the manifest', () => {
    const { manifest, diagnostics } = readManifest(
      withImage('args: { NPM_TOKEN: x, PUBLIC_KEY: y, MONKEY: z }'),
      PATH
    )
    expect(manifest).toBeDefined()
    expect(diagnostics).toMatchObject([{ code: 'M016', severity: 'warning', line: 7, column: 13 }])
  })

  test('does not take the defaults of Object for arguments', () => {
    const { manifest } = readManifest(withImage('args: { __proto__: "1" }'), PATH)
    const args = manifest?.images[2]?.args
    expect(Object.keys(args ?? {})).toEqual(['__proto__'])
    expect(args?.['constructor']).toBeUndefined()
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })

  test('reads a file with a byte order mark and Windows line ends, at the right places', () => {
    const text = `\ufeff${withImage('tagret: a')}`.replaceAll('\n', '\r\n')
    expect(readManifest(text, PATH).diagnostics).toMatchObject([{ code: 'M003', line: 7, column: 5 }])
  })

  test('puts the Dockerfile of a manifest at the root into a folder of the root', () => {
    const { manifest } = readManifest('version: 1\nregistry: r\nimages: { app: {} }', 'manifest.yaml')
    expect(manifest?.images[0]).toMatchObject({
      dockerfile: 'app/Dockerfile',
      context: 'app',
      repository: 'docker.io/r/app'
    })
  })
})
