import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { openGit } from '../../src/io/git.js'
import { readSnapshot, snapshotOf } from '../../src/load/snapshot.js'
import { keysOf } from '../../src/plan/keys.js'
import type { Git } from '../../src/ports.js'
import {
  disposeRepositories,
  makeClone,
  makeRemote,
  makeRepository,
  temporaryFolder
} from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

afterAll(disposeRepositories)

const SITE: Files = {
  'images/manifest.yaml': 'version: 1\nregistry: ghcr.io/acme\nimages: { web: { context: . } }\n',
  'images/web/Dockerfile': 'FROM scratch\nCOPY site /site\n',
  'site/index.html': '<p>shop</p>\n',
  'site/run.sh': { executable: '#!/bin/sh\n' },
  'site/link.html': { link: 'index.html' },
  'README.md': '# Shop\n',
  '.gitignore': '*.log\nbuild/\n'
}

async function gitOf(repository: TestRepository): Promise<Git> {
  const git = await openGit(repository.folder)
  if (git === undefined) throw new Error('no repository')
  return git
}

/** The key of `web` in the working tree, and the files that are in it. */
async function webOf(
  repository: TestRepository
): Promise<{ readonly key: string; readonly files: readonly string[]; readonly dirty: boolean }> {
  const git = await gitOf(repository)
  const { tree, dirty } = await git.workTree()
  const reading = await readSnapshot(git, tree, 'images/manifest.yaml')
  expect(reading.diagnostics).toEqual([])
  const snapshot = snapshotOf(reading)
  const files = snapshot?.images.get('web')?.platforms.get('linux/amd64')?.files.get('') ?? []
  const keys = snapshot && keysOf(snapshot.images, snapshot.order.names, snapshot.standing, () => undefined)
  const key = keys?.get('web')?.get('linux/amd64')?.key ?? 'none'
  return { key, files: files.map(file => file.path), dirty }
}

describe('the working tree', () => {
  test('without a change is the last commit', async () => {
    const repository = makeRepository(SITE)
    const git = await gitOf(repository)
    expect(await git.workTree()).toEqual({
      tree: repository.git('rev-parse', 'HEAD^{tree}').trim(),
      dirty: false
    })
  })

  test('has a change whether it is staged or not', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    repository.write({ 'site/index.html': '<p>The shop</p>\n' })
    const changed = await webOf(repository)
    expect(changed).toMatchObject({ dirty: true, files: clean.files })
    expect(changed.key).not.toBe(clean.key)
    repository.git('add', 'site/index.html')
    expect((await webOf(repository)).key).toBe(changed.key)
    repository.commit('now for good')
    expect(await webOf(repository)).toEqual({ ...changed, dirty: false })
  })

  test('has an untracked file, and not an ignored one', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    repository.write({ 'site/trace.log': 'x', 'site/build/out.html': 'x' })
    expect(await webOf(repository)).toEqual(clean)
    repository.write({ 'site/new.html': 'x' })
    const { files, key } = await webOf(repository)
    expect(files).toContain('site/new.html')
    expect(key).not.toBe(clean.key)
  })

  test('has no deleted file', async () => {
    const repository = makeRepository(SITE)
    repository.write({ 'site/run.sh': null })
    expect((await webOf(repository)).files).toEqual(['site/index.html', 'site/link.html'])
  })

  test('has a changed mode and a changed link', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    repository.write({ 'site/index.html': { executable: '<p>shop</p>\n' } })
    const executable = await webOf(repository)
    repository.write({ 'site/index.html': '<p>shop</p>\n', 'site/link.html': { link: 'run.sh' } })
    const linked = await webOf(repository)
    expect(new Set([clean.key, executable.key, linked.key]).size).toBe(3)
  })

  test('is looked at without a trace: index, status and stash stay as they are', async () => {
    const repository = makeRepository(SITE)
    repository.write({ 'site/index.html': 'staged' })
    repository.git('add', 'site/index.html')
    repository.write({ 'site/index.html': 'not staged', 'site/new.html': 'untracked' })
    const before = repository.git('status', '--porcelain')
    const index = readFileSync(join(repository.folder, '.git', 'index'))
    await webOf(repository)
    expect(repository.git('status', '--porcelain')).toBe(before)
    expect(readFileSync(join(repository.folder, '.git', 'index')).equals(index)).toBe(true)
  })

  test('is found from a folder below its root', async () => {
    const repository = makeRepository(SITE)
    const git = await openGit(join(repository.folder, 'images', 'web'))
    expect(git?.root).toBe(repository.folder)
    expect((await git?.tree('HEAD'))?.get('site/index.html')).toBeDefined()
  })

  test('a file that was changed in the same moment as it was added is seen', async () => {
    const repository = makeRepository(SITE)
    repository.git('config', 'core.trustctime', 'false')
    repository.git('config', 'core.checkStat', 'minimal')
    const path = join(repository.folder, 'site', 'index.html')
    const moment = new Date('2026-01-05T12:00:00Z')
    writeFileSync(path, 'aaaa')
    utimesSync(path, moment, moment)
    repository.git('add', 'site/index.html')
    utimesSync(join(repository.folder, '.git', 'index'), moment, moment)
    const added = await webOf(repository)
    writeFileSync(path, 'bbbb')
    utimesSync(path, moment, moment)
    expect((await webOf(repository)).key).not.toBe(added.key)
  })

  test('of a repository without a commit is empty', async () => {
    const git = await gitOf(makeRepository())
    const { tree } = await git.workTree()
    expect((await git.tree(tree)).under('')).toEqual([])
  })

  test('of a repository without a commit has the files that are there', async () => {
    const repository = makeRepository()
    repository.write(SITE)
    expect((await webOf(repository)).files).toContain('site/index.html')
  })
})

describe('what a checkout looks like does not change a key', () => {
  test('a umask that takes all rights from others', async () => {
    const repository = makeRepository(SITE)
    const remote = makeRemote(repository)
    const clone = makeClone(remote)
    const strict = makeClone(remote, '--no-checkout')
    execFileSync('sh', ['-c', 'umask 077 && git checkout --quiet main'], { cwd: strict.folder })
    expect(statSync(join(strict.folder, 'site/index.html')).mode & 0o777).toBe(0o600)
    const expected = await webOf(clone)
    expect(await webOf(strict)).toEqual(expected)
    // The same with a work tree that differs, so that files are read from the disk.
    for (const each of [clone, strict]) each.write({ 'README.md': '# Changed\n' })
    for (const each of [clone, strict]) {
      expect(await webOf(each)).toEqual({ ...expected, dirty: true })
    }
  })

  test('line ends and other attributes that only the work tree has', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    repository.write({
      '.gitattributes': '* text=auto eol=crlf\n*.html ident\n'
    })
    expect(await webOf(repository)).toEqual({ ...clean, dirty: true })
    repository.write({ '.gitattributes': '*.html export-ignore\n*.sh -text\n' })
    expect(await webOf(repository)).toEqual({ ...clean, dirty: true })
  })

  test('a checkout with Windows line ends', async () => {
    const repository = makeRepository({ ...SITE, '.gitattributes': '*.html text\n' })
    const remote = makeRemote(repository)
    const windows = makeClone(remote, '--no-checkout', '--config', 'core.autocrlf=true')
    windows.git('checkout', '--quiet', 'main')
    expect(readFileSync(join(windows.folder, 'site/index.html'), 'utf8')).toBe('<p>shop</p>\r\n')
    windows.write({ 'README.md': '# Changed\r\n' })
    expect((await webOf(windows)).key).toBe((await webOf(repository)).key)
  })

  test('times of files', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    utimesSync(join(repository.folder, 'site/index.html'), new Date(0), new Date(0))
    expect(await webOf(repository)).toEqual(clean)
  })

  test('packed or loose objects, and the order of manifest and tree', async () => {
    const repository = makeRepository(SITE)
    const clean = await webOf(repository)
    repository.git('gc', '--quiet')
    expect(await webOf(repository)).toEqual(clean)
  })
})

describe('names that are no ordinary names', () => {
  const NAMES = [
    'two words.html',
    'line\nfeed.html',
    'tab\t.html',
    '$(touch owned).html',
    '`id`.html',
    '"quoted".html',
    "it's.html",
    'back\\slash.html',
    '--option.html',
    'ümlaut.html',
    'u\u0308mlaut.html',
    '日本.html',
    'not-utf8-\udcff\udc80.html',
    'emoji-\u{1f600}.html',
    '[a]*?.html',
    '#hash.html',
    '!not.html'
  ]

  test('are inputs like any other, each its own', async () => {
    const files = Object.fromEntries(NAMES.map(name => [`site/${name}`, name]))
    const repository = makeRepository({ ...SITE, ...files })
    const web = await webOf(repository)
    for (const name of NAMES) expect(web.files).toContain(`site/${name}`)
    expect(new Set(web.files).size).toBe(web.files.length)
    for (const name of NAMES) {
      repository.write({ [`site/${name}`]: 'changed' })
      expect([name, (await webOf(repository)).key !== web.key]).toEqual([name, true])
      repository.write({ [`site/${name}`]: name })
    }
    expect((await webOf(repository)).key).toBe(web.key)
  })

  test('that differ only in bytes that are no UTF-8 are two files', async () => {
    const one = makeRepository({ ...SITE, 'site/a\udc80': 'x' })
    const other = makeRepository({ ...SITE, 'site/a\udc81': 'x' })
    expect((await webOf(one)).key).not.toBe((await webOf(other)).key)
  })

  test('can be read back as bytes', async () => {
    const repository = makeRepository({ ...SITE, 'site/not-utf8-\udcff.html': 'content' })
    const git = await gitOf(repository)
    const entry = (await git.tree('HEAD')).get('site/not-utf8-\udcff.html')
    const blobs = await git.blobs([entry?.blob ?? ''])
    expect(Buffer.from(blobs.get(entry?.blob ?? '') ?? []).toString()).toBe('content')
  })
})

describe('links', () => {
  test('inside a copied folder count by their text, not by what they lead to', async () => {
    const repository = makeRepository({ ...SITE, 'site/out.html': { link: '../README.md' } })
    const web = await webOf(repository)
    repository.write({ 'README.md': '# Other\n' })
    expect((await webOf(repository)).key).toBe(web.key)
    repository.write({ 'site/out.html': { link: '../LICENSE' } })
    expect((await webOf(repository)).key).not.toBe(web.key)
  })

  test('that are copied by name count with what they lead to', async () => {
    const repository = makeRepository({
      ...SITE,
      'images/web/Dockerfile': 'FROM scratch\nCOPY current.html /\n',
      'current.html': { link: 'versions/2.html' },
      'versions/1.html': 'one',
      'versions/2.html': 'two'
    })
    const web = await webOf(repository)
    expect(web.files).toEqual(['current.html', 'versions/2.html'])
    repository.write({ 'versions/1.html': 'changed' })
    expect((await webOf(repository)).key).toBe(web.key)
    repository.write({ 'versions/2.html': 'changed' })
    expect((await webOf(repository)).key).not.toBe(web.key)
  })
})

test('a linked work tree has the name of its clone: what the clone built is found there', async () => {
  const repository = makeRepository(SITE)
  const linked = join(temporaryFolder('linked'), 'elsewhere')
  repository.git('worktree', 'add', '-q', linked)
  expect((await openGit(linked))?.root).toBe(linked)
  expect((await openGit(linked))?.mainFolder).toBe(repository.folder)
  expect((await gitOf(repository)).mainFolder).toBe(repository.folder)
})
