import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isTrouble, troubleOf } from '../../src/commands/trouble.js'
import { UnsettledError } from '../../src/release/unsettled.js'
import { UserError } from '../../src/diagnostics/user-error.js'
import { externalDigests } from '../../src/commands/external.js'
import { RegistryError } from '../../src/io/registry-error.js'
import { client } from '../io/registry-rig.js'
import { openGit } from '../../src/io/git.js'
import { compiledCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'

/** What is really thrown when this is done. */
async function thrown(action: () => unknown): Promise<unknown> {
  try {
    await action()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('what goes wrong around us', () => {
  test('a full disk is told as one, with what stays', () => {
    // In a process of its own: errors of the system are no `Error` of the world that jest makes for tests.
    const trouble = join(dirname(compiledCli()), 'commands', 'trouble.js')
    const script = `
      import { writeFileSync } from 'node:fs'
      import { isTrouble, troubleOf } from ${JSON.stringify(trouble)}
      try {
        writeFileSync('/dev/full', 'x')
      } catch (error) {
        console.log(JSON.stringify([isTrouble(error), troubleOf(error, 'web', 'images/web/Dockerfile')]))
      }`
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8'
    })
    expect(JSON.parse(out)).toEqual([
      true,
      {
        code: 'W003',
        severity: 'error',
        file: 'images/web/Dockerfile',
        message: 'web: ENOSPC: no space left on device, write',
        remedy: 'free space in the temporary folder and run again; finished images are kept'
      }
    ])
  })

  test('a git that cannot is told with its own words', async () => {
    const git = await openGit(makeRepository({ a: 'x' }).folder)
    const error = await thrown(() => git?.tree('f'.repeat(40)))
    disposeRepositories()
    expect(troubleOf(error, 'base-images', '.')).toMatchObject({ code: 'E002' })
  })

  test('a registry that does not keep what it took is no fault of ours', () => {
    const error = new UnsettledError('web:latest was written 5 times and never read back')
    expect(isTrouble(error)).toBe(true)
    expect(troubleOf(error, 'base-images', '.')).toMatchObject({ code: 'W002', severity: 'error' })
  })

  test('what a registry refuses is told with what to do about it', () => {
    const action = {
      host: 'ghcr.io',
      repository: 'ghcr.io/acme/x',
      doing: 'looking for 1',
      access: 'pull'
    } as const
    const remedy = (status: number): string =>
      troubleOf(new RegistryError(action, { status }), 'base-images', '.').remedy
    expect(remedy(401)).toBe(
      'log in (`docker login ghcr.io`), then run again; what is finished stays finished'
    )
    expect(remedy(403)).toBe('see to that right, then run again; what is finished stays finished')
    expect(remedy(500)).toBe('run again when the registry answers; what is finished stays finished')
  })

  test('a registry that fails for a base is told with the line that takes it', async () => {
    const digest = externalDigests(client(), { pins: {} })
    const base = { reference: '127.0.0.1:1/acme/x:3', contextName: '127.0.0.1:1/acme/x:3', lock: null }
    const from = { line: 2, triggers: [] }
    const error = await thrown(() => digest({ ...base, frontend: false, from }, 'images/web/Dockerfile'))
    expect(isTrouble(error)).toBe(true)
    expect(troubleOf(error, 'base-images', '.').message).toBe(
      'base-images: 127.0.0.1:1/acme/x: nothing listens at 127.0.0.1:1 while looking for the base 127.0.0.1:1/acme/x:3 of images/web/Dockerfile:2 (5 tries).'
    )
  })

  test('a finding that was thrown stays as it is', () => {
    const diagnostic = { code: 'E004', severity: 'error', message: 'm', file: 'f', remedy: 'r' } as const
    expect(troubleOf(new UserError(diagnostic), 'web', '.')).toBe(diagnostic)
  })

  test('a fault of our own is never told as trouble', () => {
    for (const error of [new Error('oops'), new TypeError('x is undefined'), 'text', undefined]) {
      expect(isTrouble(error)).toBe(false)
      expect(() => troubleOf(error, 'web', '.')).toThrow()
    }
  })
})
