import { afterAll, describe, expect, test } from '@jest/globals'
import { openGit } from '../../src/io/git.js'
import { readSnapshot, snapshotOf } from '../../src/load/snapshot.js'
import type { Reading } from '../../src/load/snapshot.js'
import type { OwnInputs } from '../../src/keys/inputs.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files } from '../support/repository.js'

afterAll(disposeRepositories)

async function read(files: Files, manifest = 'images/manifest.yaml'): Promise<Reading> {
  const repository = makeRepository(files)
  const git = await openGit(repository.folder)
  if (git === undefined) throw new Error('no repository')
  return readSnapshot(git, 'HEAD', manifest)
}

/** A manifest of these images. */
const manifest = (images: string): string => `version: 1\nregistry: ghcr.io/acme\nimages:\n${images}`

/** The inputs of an image, which must be readable. */
async function inputs(files: Files, image: string, platform = 'linux/amd64'): Promise<OwnInputs> {
  const reading = await read(files)
  expect(reading.diagnostics.filter(each => each.severity === 'error')).toEqual([])
  const own = snapshotOf(reading)?.images.get(image)?.platforms.get(platform)
  if (own === undefined) throw new Error(`${image} was not read`)
  return own
}

const paths = (own: OwnInputs, context = ''): readonly string[] =>
  (own.files.get(context) ?? []).map(file => file.path)

const found = (reading: Reading): readonly string[] =>
  reading.diagnostics.map(each =>
    [each.code, each.file, each.line, each.column].filter(part => part !== undefined).join(':')
  )

describe('from a commit to the inputs of an image', () => {
  test('a parent is found by FROM, COPY --from, a mount, a named context and an argument', async () => {
    const files = {
      'images/manifest.yaml': manifest(
        [
          '  a: {}',
          '  b: {}',
          '  c: {}',
          '  d: {}',
          '  e: {}',
          '  all: { contexts: { tools: { image: d } }, args: { BASE: { image: e } } }',
          ''
        ].join('\n')
      ),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM scratch\n',
      'images/c/Dockerfile': 'FROM scratch\n',
      'images/d/Dockerfile': 'FROM scratch\n',
      'images/e/Dockerfile': 'FROM scratch\n',
      'images/all/Dockerfile': [
        'ARG BASE',
        'FROM ${BASE} AS e',
        'FROM ghcr.io/acme/a',
        'COPY --from=ghcr.io/acme/b:latest /b /b',
        'RUN --mount=type=bind,from=ghcr.io/acme/c,target=/c true',
        'COPY --from=tools /d /d',
        'COPY --from=e /e /e',
        ''
      ].join('\n')
    }
    const own = await inputs(files, 'all')
    expect(own.parents.map(parent => [parent.contextName, parent.image])).toEqual([
      ['ghcr.io/acme/a', 'a'],
      ['ghcr.io/acme/b', 'b'],
      ['ghcr.io/acme/c', 'c'],
      ['ghcr.io/acme/e', 'e'],
      ['tools', 'd']
    ])
    expect(own.externals).toEqual([])
  })

  test('a variant is an image with its own arguments and tags in the same repository', async () => {
    const files = {
      'images/manifest.yaml': manifest(
        '  base: { variants: { py312: { args: { VERSION: "3.12" }, tags: ["3.12"] } } }\n  web: {}\n'
      ),
      'images/base/Dockerfile': 'ARG VERSION=3.11\nFROM python:${VERSION}\n',
      'images/web/Dockerfile': 'FROM ghcr.io/acme/base:3.12\n'
    }
    expect((await inputs(files, 'base')).externals[0]?.reference).toBe('docker.io/library/python:3.11')
    expect((await inputs(files, 'base-py312')).externals[0]?.reference).toBe('docker.io/library/python:3.12')
    expect((await inputs(files, 'web')).parents[0]?.image).toBe('base-py312')
  })

  test('an alias is the image, with or without a tag', async () => {
    const files = {
      'images/manifest.yaml': manifest(
        '  base: { aliases: ["base:dev", "old/base:*"] }\n  web: {}\n  api: {}\n'
      ),
      'images/base/Dockerfile': 'FROM scratch\n',
      'images/web/Dockerfile': 'FROM base:dev\n',
      'images/api/Dockerfile': 'FROM old/base:anything\n'
    }
    expect((await inputs(files, 'web')).parents).toMatchObject([{ contextName: 'base:dev', image: 'base' }])
    expect((await inputs(files, 'api')).parents).toMatchObject([{ image: 'base' }])
  })

  test('an own repository pinned by digest is an external base', async () => {
    const pinned = `ghcr.io/acme/base@sha256:${'1'.repeat(64)}`
    const own = await inputs(
      {
        'images/manifest.yaml': manifest('  base: {}\n  web: {}\n'),
        'images/base/Dockerfile': 'FROM scratch\n',
        'images/web/Dockerfile': `FROM ${pinned}\n`
      },
      'web'
    )
    expect(own.parents).toEqual([])
    expect(own.externals.map(each => each.reference)).toEqual([pinned])
  })

  test('a parent on another platform is taken from there', async () => {
    const own = await inputs(
      {
        'images/manifest.yaml': manifest(
          '  tools: { platforms: [linux/amd64] }\n  web: { platforms: [linux/arm64] }\n'
        ),
        'images/tools/Dockerfile': 'FROM scratch\n',
        'images/web/Dockerfile':
          'FROM --platform=linux/amd64 ghcr.io/acme/tools AS tools\nFROM scratch\nCOPY --from=tools /x /x\n'
      },
      'web',
      'linux/arm64'
    )
    expect(own.parents).toMatchObject([{ image: 'tools', platform: 'linux/amd64' }])
  })

  test("the Dockerfile's own ignore file stands in for that of the context", async () => {
    const files = {
      'images/manifest.yaml': manifest('  web: { context: . }\n  api: { context: . }\n'),
      '.dockerignore': 'site/b\n',
      'images/web/Dockerfile': 'FROM scratch\nCOPY site /site\n',
      'images/web/Dockerfile.dockerignore': 'site/a\n',
      'images/api/Dockerfile': 'FROM scratch\nCOPY site /site\n',
      'site/a': 'a',
      'site/b': 'b'
    }
    expect(paths(await inputs(files, 'web'))).toEqual(['site/b'])
    expect(paths(await inputs(files, 'api'))).toEqual(['site/a'])
  })

  test('a named folder has its own ignore file and counts by what is copied from it', async () => {
    const files = {
      'images/manifest.yaml': manifest('  web: { contexts: { assets: shared/assets } }\n'),
      'images/web/Dockerfile': 'FROM scratch\nCOPY --from=assets fonts /fonts\n',
      'shared/assets/.dockerignore': '**/*.bak\n',
      'shared/assets/fonts/one.woff2': '1',
      'shared/assets/fonts/one.bak': '1',
      'shared/assets/pictures/one.png': '1'
    }
    const own = await inputs(files, 'web')
    expect(paths(own, 'assets')).toEqual(['shared/assets/fonts/one.woff2'])
    expect(paths(own)).toEqual([])
  })

  test('`inputs:` adds files by glob, `**` and whole folders', async () => {
    const files = {
      'images/manifest.yaml': manifest('  web: { inputs: ["gen/**/*.txt", docs] }\n'),
      'images/web/Dockerfile': 'FROM scratch\n',
      'gen/a.txt': 'a',
      'gen/deep/er/b.txt': 'b',
      'gen/c.md': 'c',
      'docs/one/two.md': 'd',
      'docsother/x': 'e'
    }
    expect((await inputs(files, 'web')).extra.map(file => file.path)).toEqual([
      'docs/one/two.md',
      'gen/a.txt',
      'gen/deep/er/b.txt'
    ])
  })

  test('`inputs:` that match nothing are a warning, not an error', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  web: { inputs: [nothing/**] }\n'),
      'images/web/Dockerfile': 'FROM scratch\n'
    })
    expect(found(reading)).toEqual(['C003:images/manifest.yaml'])
    expect(snapshotOf(reading)).toBeDefined()
  })

  test('COPY of a file that is not tracked cannot be followed, and names the line', async () => {
    const own = await inputs(
      {
        'images/manifest.yaml': manifest('  web: {}\n'),
        'images/web/Dockerfile': 'FROM scratch\n\nCOPY generated.txt /\n'
      },
      'web'
    )
    expect(own.unfollowed).toEqual([
      {
        file: 'images/web/Dockerfile',
        line: 3,
        message: 'no tracked file matches "generated.txt" in the build context images/web',
        remedy: 'commit the file, or correct the path'
      }
    ])
  })

  test.each([
    ['shared/ca.pem', 'shared/ca.pem'],
    ['../../shared/ca.pem', 'shared/ca.pem'],
    ['/shared', 'shared'],
    ['../common.txt', 'images/common.txt']
  ])(
    'COPY of %s, which is tracked outside of the build context, says what to write',
    async (source, path) => {
      const files = {
        'images/manifest.yaml': manifest('  web: {}\n  api: { context: . }\n'),
        'images/web/Dockerfile': `FROM scratch\nCOPY ${source} /\n`,
        'images/api/Dockerfile': 'FROM scratch\nCOPY shared/none.pem /\n',
        'shared/ca.pem': 'x',
        'images/common.txt': 'y'
      }
      const remedy = `${path} is tracked, and outside of the build context: write \`context: .\` for web in images/manifest.yaml, and all sources of the Dockerfile from the root of the repository`
      expect((await inputs(files, 'web')).unfollowed).toMatchObject([{ line: 2, remedy }])
      expect((await inputs(files, 'api')).unfollowed).toMatchObject([
        { remedy: 'commit the file, or correct the path' }
      ])
    }
  )

  test('a mistake in a Dockerfile that variants share is told once', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  web: { variants: { x: { tags: [x] } } }\n'),
      'images/web/Dockerfile': 'FROM debian:${NONE}\n'
    })
    expect(found(reading)).toEqual(['D003:images/web/Dockerfile:1'])
  })

  test('a context without any tracked file is told as such, by its own name', async () => {
    const files = {
      'images/manifest.yaml': manifest(
        '  web: { contexts: { conf: shared/conf, none: shared/none } }\n  api: { context: imgs }\n'
      ),
      'images/web/Dockerfile': 'FROM scratch\nCOPY --from=conf b /\nCOPY --from=none c /\n',
      'images/api/Dockerfile': 'FROM scratch\nCOPY a /\n',
      'shared/conf/a': 'x'
    }
    expect((await inputs(files, 'web')).unfollowed).toMatchObject([
      {
        message: 'no tracked file matches "b" in the named context conf, shared/conf',
        remedy: 'commit the file, or correct the path'
      },
      {
        message: 'no tracked file matches "c" in the named context none, shared/none',
        remedy:
          'shared/none has no tracked file: correct `contexts:` of web in images/manifest.yaml, or commit the files'
      }
    ])
    expect((await inputs(files, 'api')).unfollowed).toMatchObject([
      {
        remedy:
          'imgs has no tracked file: correct `context:` of api in images/manifest.yaml, or commit the files'
      }
    ])
  })

  test('COPY of a file that the ignore file leaves out names its pattern', async () => {
    const own = await inputs(
      {
        'images/manifest.yaml': manifest('  web: {}\n'),
        'images/web/Dockerfile': 'FROM scratch\nCOPY secret.txt /\n',
        'images/web/.dockerignore': '# nothing secret\n*.txt\n',
        'images/web/secret.txt': 'x'
      },
      'web'
    )
    expect(own.unfollowed[0]?.message).toBe(
      '"secret.txt" in the build context images/web is left out by the ignore file (line 2: *.txt)'
    )
  })

  test('the smoke test counts by its content and mode, beside the inputs', async () => {
    const files: Files = {
      'images/manifest.yaml': manifest(
        '  web: { test: images/web/smoke.sh }\n  api: { test: [/api, --version] }\n'
      ),
      'images/web/Dockerfile': 'FROM scratch\n',
      'images/web/smoke.sh': { executable: 'true\n' },
      'images/api/Dockerfile': 'FROM scratch\n'
    }
    const reading = await read(files)
    expect(reading.images.get('web')?.test).toEqual({
      script: 'images/web/smoke.sh',
      mode: '100755',
      blob: expect.stringMatching(/^[0-9a-f]{40}$/)
    })
    expect(reading.images.get('api')?.test).toEqual({ exec: ['/api', '--version'] })
    expect(reading.images.get('web')?.platforms.get('linux/amd64')?.files.get('')).toEqual([])
  })

  test('`needs` orders and is in no key', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: { needs: [b] }\n  b: {}\n'),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM scratch\n'
    })
    expect(reading.order?.names).toEqual(['b', 'a'])
    expect(reading.graph.parents('a')).toEqual([])
    expect(reading.images.get('a')?.platforms.get('linux/amd64')?.parents).toEqual([])
  })

  test('the lock beside the manifest gives digests and the epoch as an argument', async () => {
    const digest = `sha256:${'1'.repeat(64)}`
    const own = await inputs(
      {
        'images/manifest.yaml': manifest('  web: {}\n'),
        'images/lock.yaml': `version: 1\nbases: { "docker.io/library/debian:12": { linux/amd64: { digest: "${digest}", onbuild: [], env: [] } } }\nepochs: { web: { epoch: "7", reason: r } }\n`,
        'images/web/Dockerfile': 'FROM debian:12\nARG PATCH_EPOCH\nRUN true\n'
      },
      'web'
    )
    expect(own.externals[0]?.lock).toEqual({ digest, onbuild: [], env: [] })
    expect(own.epoch).toBe('7')
    expect(own.args).toMatchObject({ PATCH_EPOCH: '7' })
  })

  test('a manifest in another place has its own folder for Dockerfiles', async () => {
    const files = {
      'build/images.yaml': manifest('  web: {}\n'),
      'build/web/Dockerfile': 'FROM scratch\nCOPY a /\n',
      'build/web/a': 'a'
    }
    const reading = await read(files, 'build/images.yaml')
    expect(reading.diagnostics).toEqual([])
    expect(reading.images.get('web')?.spec).toMatchObject({
      dockerfile: 'build/web/Dockerfile',
      context: 'build/web'
    })
  })
})

describe('what is wrong', () => {
  test('no manifest', async () => {
    expect(found(await read({ a: 'x' }))).toEqual(['M001:images/manifest.yaml'])
  })

  test('a manifest that is a link or a folder', async () => {
    expect(
      found(await read({ 'images/manifest.yaml': { link: '../m.yaml' }, 'm.yaml': manifest('') }))
    ).toEqual(['M001:images/manifest.yaml'])
    expect(found(await read({ 'images/manifest.yaml/x': 'x' }))).toEqual(['M001:images/manifest.yaml'])
  })

  test('a Dockerfile that is missing, a link or a folder, each with its image', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: {}\n  b: {}\n  c: {}\n  d: {}\n'),
      'images/b/Dockerfile': { link: '../d/Dockerfile' },
      'images/c/Dockerfile/x': 'x',
      'images/d/Dockerfile': 'FROM ghcr.io/acme/a\n'
    })
    expect(found(reading)).toEqual([
      'D001:images/a/Dockerfile',
      'D001:images/b/Dockerfile',
      'D001:images/c/Dockerfile'
    ])
    expect(snapshotOf(reading)).toBeUndefined()
    expect([...reading.images.keys()]).toEqual(['d'])
  })

  test('a cycle through needs', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: { needs: [b] }\n  b: {}\n'),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM ghcr.io/acme/a\n'
    })
    expect(found(reading)).toEqual(['G001:images/manifest.yaml'])
    expect(reading.diagnostics[0]?.message).toContain('a → b → a')
  })

  test('an own tag that nobody publishes', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: { tags: ["1", "2"] }\n  b: {}\n'),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM scratch AS x\nFROM ghcr.io/acme/a:3\n'
    })
    expect(found(reading)).toEqual(['G002:images/b/Dockerfile:2:6'])
  })

  test('declared parents that are not those of the Dockerfile', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: {}\n  b: { parents: [] }\n'),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM ghcr.io/acme/a\n'
    })
    expect(found(reading)).toEqual(['G003:images/b/Dockerfile'])
  })

  test('a parent without the platform of its child', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: {}\n  b: { platforms: [linux/amd64, linux/arm64] }\n'),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM ghcr.io/acme/a\n'
    })
    expect(found(reading)).toEqual(['G004:images/b/Dockerfile:1:6'])
  })

  test('a deprecated parent, once for all platforms and not of an image that is deprecated itself', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest(
        '  a: { deprecated: "use c", platforms: [linux/amd64, linux/arm64] }\n' +
          '  b: { platforms: [linux/amd64, linux/arm64] }\n  old: { deprecated: "as a" }\n'
      ),
      'images/a/Dockerfile': 'FROM scratch\n',
      'images/b/Dockerfile': 'FROM scratch AS x\nFROM ghcr.io/acme/a\n',
      'images/old/Dockerfile': 'FROM ghcr.io/acme/a\n'
    })
    expect(found(reading)).toEqual(['G006:images/b/Dockerfile:2:6'])
    expect(reading.diagnostics[0]).toMatchObject({
      severity: 'warning',
      message: 'b is built on a, which is deprecated: use c'
    })
  })

  test('a smoke test that is no tracked script, each at its line of the manifest', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest(
        [
          '  a:',
          '    test: images/none.sh',
          '    variants:',
          '      x: { tags: [x] }',
          '      y: { tags: [y], test: images }',
          '  b: { test: images/link.sh }',
          '  c: { test: images/c.sh }',
          '  d: { test: [/bin/true] }',
          '  e: { test: tool --version }',
          ''
        ].join('\n')
      ),
      ...Object.fromEntries([...'abcde'].map(name => [`images/${name}/Dockerfile`, 'FROM scratch\n'])),
      'images/c.sh': { executable: 'true' },
      'images/link.sh': { link: 'c.sh' }
    })
    expect(found(reading)).toEqual([
      'C005:images/manifest.yaml:5:11',
      'C005:images/manifest.yaml:8:29',
      'C005:images/manifest.yaml:9:14',
      'C005:images/manifest.yaml:12:14'
    ])
    expect(reading.diagnostics.at(-1)?.remedy).toBe(
      'add the script to git, or correct `test:`; a command is a list: [tool, --version]'
    )
    expect(reading.diagnostics[0]).toMatchObject({
      severity: 'error',
      message: 'the smoke test images/none.sh of a is not tracked as a regular file'
    })
    // At the base of a comparison the image itself stays readable: a script that comes is no build.
    expect([...reading.unreadable]).toEqual([])
  })

  test('a misspelt FROM, and nothing that only follows from it', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  web: { target: runtime }\n'),
      'images/web/Dockerfile': 'FORM ghcr.io/other/base AS runtime\nENV A=b\nRUN x\nCMD y\n'
    })
    expect(found(reading)).toEqual(['D005:images/web/Dockerfile:1'])
    expect(reading.diagnostics[0]?.message).toBe('web: unknown instruction FORM, did you mean FROM?')
    // In doubt it is built.
    const own = snapshotOf(reading)?.images.get('web')?.platforms.get('linux/amd64')
    expect(own?.unfollowed).toHaveLength(1)
  })

  test('a broken lock', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: {}\n'),
      'images/lock.yaml': 'version: 9\n',
      'images/a/Dockerfile': 'FROM scratch\n'
    })
    expect(found(reading)).toEqual(['M010:images/lock.yaml:1:10'])
  })

  test('a mistake that every platform has is told once', async () => {
    const reading = await read({
      'images/manifest.yaml': manifest('  a: { platforms: [linux/amd64, linux/arm64] }\n'),
      'images/a/Dockerfile': 'FROM ${NOWHERE}\n'
    })
    expect(found(reading)).toEqual(['D003:images/a/Dockerfile:1'])
  })
})
