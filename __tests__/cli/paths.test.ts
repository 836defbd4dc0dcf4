import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository, temporaryFolder } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

const MANIFEST = 'version: 1\nregistry: ghcr.io/acme\nimages:\n  web: {}\n'

let repository: TestRepository
/** Another way to the root of the clone. */
let linked: string

beforeAll(() => {
  repository = makeRepository({
    'images/manifest.yaml': MANIFEST,
    'images/web/Dockerfile': 'FROM debian:12\nCOPY app.sh /\n',
    'images/web/app.sh': 'true\n',
    'other/manifest.yaml': MANIFEST.replace('web', 'extra'),
    'other/extra/Dockerfile': 'FROM debian:12\n',
    'images/up': { link: '..' }
  })
  linked = join(temporaryFolder('linked'), 'clone')
  symlinkSync(repository.folder, linked)
})
afterAll(disposeRepositories)

const at = (folder: string): string => join(repository.folder, folder)

describe('a path of --simulate', () => {
  test.each([
    ['', 'images/web/app.sh'],
    ['', './images//web/../web/app.sh'],
    ['images/web', 'app.sh'],
    ['images/web', './app.sh'],
    ['images', 'web/app.sh'],
    ['other/extra', '../../images/web/app.sh']
  ])('is from the folder of the command: in %j, %s', (folder, path) => {
    const { out, code } = runCli(at(folder), ['plan', '--simulate', path])
    expect(code).toBe(0)
    expect(out).toContain('images/web/app.sh would change')
    expect(out).toContain('web    build')
  })

  test('may be absolute, also by a link to the clone', () => {
    for (const root of [repository.folder, linked]) {
      const { out } = runCli(at('other'), ['plan', '--simulate', join(root, 'images/web/app.sh')])
      expect(out).toContain('images/web/app.sh would change')
    }
  })

  test('is a link of the clone itself, and what lies behind it is no file of the clone', () => {
    const { out } = runCli(repository.folder, ['plan', '--simulate', join(repository.folder, 'images/up')])
    expect(out).toContain('images/up would change')
  })

  test('of the folder itself stands for all below it', () => {
    expect(runCli(at('images/web'), ['plan', '--simulate', '.']).out).toContain(
      'images/web/app.sh would change'
    )
    expect(runCli(at('other'), ['plan', '--simulate', '.']).out).not.toContain('images/web/app.sh')
  })

  test('of a file that is not there is added where it would be', () => {
    const { out } = runCli(at('images/web'), ['why', 'web', '--simulate', 'new.sh'])
    expect(out).toContain('images/web/new.sh')
  })

  test.each([
    ['images/web', '../../../outside'],
    ['', '/etc/passwd'],
    ['', `${'../'.repeat(40)}etc`]
  ])('outside of the clone is refused: in %j, %s', (folder, path) => {
    const run = runCli(at(folder), ['plan', '--simulate', path])
    expect(run.err).toBe(
      `command line: error E004: --simulate ${JSON.stringify(path)} is outside of the repository\n` +
        `  remedy: give a path below ${repository.folder}, from the folder you are in or absolute\n`
    )
    expect(run).toMatchObject({ code: 2, out: '' })
  })
})

describe('the path of --manifest', () => {
  test.each([
    ['', 'other/manifest.yaml'],
    ['other', 'manifest.yaml'],
    ['images/web', '../../other/manifest.yaml'],
    ['other/extra', '../manifest.yaml']
  ])('is from the folder of the command: in %j, %s', (folder, path) => {
    for (const command of ['plan', 'graph', 'lint', 'lock']) {
      expect(runCli(at(folder), [command, '--manifest', path])).toMatchObject({ code: 0, err: '' })
    }
    const { out } = runCli(at(folder), ['plan', '--all', '--manifest', path, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ manifest: 'other/manifest.yaml', images: [{ name: 'extra' }] })
  })

  test('may be absolute, also by a link to the clone', () => {
    for (const root of [repository.folder, linked]) {
      const { out } = runCli(at('images'), ['graph', '--manifest', join(root, 'other/manifest.yaml')])
      expect(out).toContain('extra')
    }
  })

  test('makes the same plan wherever the command is started', () => {
    const plans = [
      ['', 'images/manifest.yaml'],
      ['images', 'manifest.yaml'],
      ['other', join(repository.folder, 'images/manifest.yaml')]
    ].map(([folder = '', path = '']) =>
      runCli(at(folder), ['plan', '--all', '--manifest', path, '--format', 'json'])
    )
    expect(new Set(plans.map(({ out }) => out)).size).toBe(1)
    const without = runCli(at('other/extra'), ['plan', '--all', '--format', 'json'])
    expect(without.out).toBe(plans[0]?.out)
  })

  test('that leads nowhere is told from the root of the repository', () => {
    const run = runCli(at('images/web'), ['plan', '--manifest', '../none.yaml'])
    expect(run.err).toMatch(/^images\/none\.yaml: error M001: /)
    expect(runCli(repository.folder, ['plan', '--manifest', '.']).err).toMatch(/^\.: error M001: /)
    expect(runCli(repository.folder, ['plan', '--manifest', '/etc/passwd'])).toMatchObject({
      code: 2,
      out: ''
    })
  })
})
