import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { digestOf, manifest } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import { ownPrefix, useEngine } from '../support/engine.js'
import {
  disposeRepositories,
  makeClone,
  makeRemote,
  makeRepository,
  temporaryFolder
} from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

const IMAGES = ['root', 'child'] as const

/** A buildx that never takes a layer from a cache: what is equal was made twice. */
function uncachedBuildx(): string {
  const real = useEngine().environment['BASE_IMAGES_BUILDX'] ?? ''
  const path = join(temporaryFolder('buildx'), 'buildx')
  const lines = [
    '#!/bin/sh',
    `[ "$1" = build ] && { shift; set -- build --no-cache "$@"; }`,
    `exec '${real}' "$@"`
  ]
  writeFileSync(path, `${lines.join('\n')}\n`)
  chmodSync(path, 0o755)
  return path
}

/** Builds a clone into a registry prefix of its own, without a cache, and returns the digests. */
async function digestsOf(
  repository: TestRepository,
  args: readonly string[],
  umask = '022'
): Promise<Readonly<Record<string, string>>> {
  const prefix = ownPrefix()
  const { code, stdout, stderr } = await runCli(
    ['build', '--all', ...args, '--registry', prefix, '--format', 'json'],
    { folder: repository.folder, umask, environment: { BASE_IMAGES_BUILDX: uncachedBuildx() } }
  )
  if (code !== 0) throw new Error(stderr)
  const { results } = JSON.parse(stdout) as { readonly results: readonly BuildResult[] }
  expect(results.map(each => each.state)).toEqual(['built', 'built'])
  return Object.fromEntries(IMAGES.map(image => [image, digestOf(results, image)]))
}

describe('the digests of images of one commit', () => {
  let remote: string
  let clone: TestRepository
  let expected: Readonly<Record<string, string>>

  beforeAll(async () => {
    const origin = makeRepository({
      'images/manifest.yaml': manifest({ root: ['context: .'], child: [] }),
      'images/root/Dockerfile': 'FROM scratch\nCOPY shared /\nCOPY images/root/run.sh images/root/link /\n',
      'images/root/run.sh': { executable: '#!/bin/sh\n' },
      'images/root/link': { link: 'run.sh' },
      'shared/a.txt': 'a\n',
      'shared/windows.txt': 'a\r\nb\r\n',
      '.gitignore': '*.secret\n',
      'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n'
    })
    remote = makeRemote(origin)
    clone = makeClone(remote)
    expected = await digestsOf(clone, ['--head', 'HEAD'])
  })
  afterAll(disposeRepositories)

  test('do not depend on the path of the clone, the umask of the run or the times of its files', async () => {
    const other = makeClone(remote)
    for (const file of ['shared/a.txt', 'shared', 'images/root/run.sh', '.']) {
      utimesSync(join(other.folder, file), 1_000_000_000, 1_000_000_000)
    }
    expect(await digestsOf(other, ['--head', 'HEAD'], '077')).toEqual(expected)
  })

  test.each([
    { what: 'of the commit', args: ['--head', 'HEAD'], attributes: '* text eol=crlf export-ignore\n' },
    // The working tree counts as a commit of it would, so attributes that would change what is committed are left out.
    { what: 'of the working tree', args: [], attributes: '* export-ignore\n*.sh text eol=crlf\n' }
  ])('do not change by ignored files, attributes and modes: $what', async ({ args, attributes }) => {
    const other = makeClone(remote)
    writeFileSync(join(other.folder, 'shared', 'token.secret'), 'not for the image\n')
    writeFileSync(join(other.folder, '.gitattributes'), attributes)
    mkdirSync(join(other.folder, 'shared', 'empty'))
    chmodSync(join(other.folder, 'shared', 'a.txt'), 0o600)
    chmodSync(join(other.folder, 'shared'), 0o700)
    expect(await digestsOf(other, args, '077')).toEqual(expected)
  })

  test('do change with what a file holds, whether it is executable and what it is called', async () => {
    const variants: readonly (() => TestRepository)[] = [
      () => changed({ 'shared/a.txt': 'b\n' }),
      () => changed({ 'shared/a.txt': { executable: 'a\n' } }),
      () => changed({ 'shared/a.txt': null, 'shared/c.txt': 'a\n' })
    ]
    const digests: (string | undefined)[] = [expected['root']]
    for (const variant of variants) digests.push((await digestsOf(variant(), ['--head', 'HEAD']))['root'])
    expect(new Set(digests).size).toBe(4)
  })

  function changed(files: Parameters<TestRepository['write']>[0]): TestRepository {
    const other = makeClone(remote)
    other.commit('change', files)
    return other
  }

  test('of a clone that has lost its work tree are those of the commit', async () => {
    const other = makeClone(remote)
    rmSync(join(other.folder, 'images'), { recursive: true })
    rmSync(join(other.folder, 'shared'), { recursive: true })
    expect(await digestsOf(other, ['--head', 'HEAD'])).toEqual(expected)
  })
})
