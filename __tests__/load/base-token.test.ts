import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { eventOf } from '../../src/changes/event.js'
import { credentialsFor } from '../../src/io/git-access.js'
import { gitWords, withoutSecrets } from '../../src/io/git-error.js'
import { openGit } from '../../src/io/git.js'
import type { GitOptions } from '../../src/io/git.js'
import { findBase } from '../../src/load/base.js'
import type { FoundBase, MissingBase } from '../../src/load/base.js'
import { compiledCli } from '../support/compiled-cli.js'
import { disposeRepositories, GIT_ENVIRONMENT, makeClone, temporaryFolder } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'
import { basicOf, serve, serveGit } from './git-server.js'
import type { GitServer } from './git-server.js'
import { checkOut, makeForge } from './runs.js'
import type { Forge } from './runs.js'

const TOKEN = 'ghs_a-token-of-the-job'
const SECRETS = [TOKEN, basicOf(TOKEN).slice('basic '.length)]

let forge: Forge
const servers: GitServer[] = []

beforeAll(() => {
  forge = makeForge()
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()))
})
afterAll(disposeRepositories)

async function started(server: Promise<GitServer>): Promise<GitServer> {
  const running = await server
  servers.push(running)
  return running
}

/** A checkout of one commit with `persist-credentials: false`, of a repository at this address. */
function checkedOut(url: string): TestRepository {
  const clone = checkOut(forge.remote, forge.id.m2)
  clone.git('remote', 'set-url', 'origin', url)
  return clone
}

async function find(clone: TestRepository, options: GitOptions): Promise<FoundBase | MissingBase> {
  const git = await openGit(clone.folder, options)
  const head = await git?.resolve('HEAD')
  if (git === undefined || head === undefined) throw new Error('the test has no repository or no head')
  const payload = { ref: 'refs/heads/main', before: forge.id.m1 }
  return findBase(git, eventOf('push', payload), head, false)
}

const notFetched = (why: string): FoundBase => ({
  commit: null,
  how: `the commit before the push (${forge.id.m1.slice(0, 12)}) is not in this clone and cannot be fetched: ${why}`
})

describe('a server that asks for a token', () => {
  test('gives the base commit to those who have it, and the clone keeps no trace of it', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    const clone = checkedOut(server.url)
    const found = await find(clone, { access: { token: TOKEN, server: server.origin } })
    expect(found).toEqual({ commit: forge.id.m1, how: 'the commit before the push' })
    expect(server.seen.flat()).toContain(basicOf(TOKEN))
    expect(textsBelow(join(clone.folder, '.git')).filter(mentionsSecret)).toEqual([])
  })

  test('gives the files that a clone has left out (`filter: blob:none`) when they are read', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    execFileSync('git', ['-C', forge.remote, 'config', 'uploadpack.allowFilter', 'true'])
    const clone = makeClone(forge.remote, '--filter=blob:none', '--no-checkout')
    clone.git('remote', 'set-url', 'origin', server.url)
    const blob = clone.git('rev-parse', 'HEAD:README.md').trim()
    const git = await openGit(clone.folder, { access: { token: TOKEN, server: server.origin } })
    expect(Buffer.from((await git?.blobs([blob]))?.get(blob) ?? []).toString()).toBe('# Shop\n')
    const without = await openGit(clone.folder)
    const another = clone.git('rev-parse', 'HEAD:images/api/api.py').trim()
    await expect(without?.blobs([another])).rejects.toThrow(/git (cannot read|does not have)/)
  })

  test('is not guessed at without one: everything, and the plan says why', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    expect(await find(checkedOut(server.url), {})).toEqual(
      notFetched('the server asks for credentials, and there is no token for it')
    )
  })

  test('may refuse it', async () => {
    const server = await started(serveGit(forge.remote, 'another'))
    const found = await find(checkedOut(server.url), { access: { token: TOKEN, server: server.origin } })
    expect(found).toEqual(notFetched('the server refuses the token'))
  })

  test('gets one header alone, even when a checkout has left one in the configuration', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    const clone = checkedOut(server.url)
    clone.git('config', `http.${server.origin}/.extraheader`, 'AUTHORIZATION: basic b2xkOm9sZA==')
    const found = await find(clone, { access: { token: TOKEN, server: server.origin } })
    expect(found).toMatchObject({ commit: forge.id.m1 })
    expect(new Set(server.seen.flat())).toEqual(new Set([basicOf(TOKEN)]))
  })

  test('does not get the token of another server', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    await find(checkedOut(server.url), { access: { token: TOKEN, server: 'https://github.com' } })
    expect(server.seen.length).toBeGreaterThan(0)
    expect(server.seen.flat()).toEqual([])
  })

  test('cannot lead the token to another server', async () => {
    const other = await started(serveGit(forge.remote, TOKEN))
    const server = await started(
      serve(forge.remote, (request, response) => {
        response.writeHead(302, { location: `${other.origin}${request.url}` }).end()
      })
    )
    await find(checkedOut(server.url), { access: { token: TOKEN, server: server.origin } })
    expect(server.seen.flat()).toEqual([basicOf(TOKEN)])
    expect(other.seen.flat()).toEqual([])
  })

  test('that never answers is waited for only so long', async () => {
    const server = await started(serve(forge.remote, () => undefined))
    const begin = process.hrtime.bigint()
    expect(await find(checkedOut(server.url), { fetchTimeoutMs: 500 })).toEqual(
      notFetched('git fetch took longer than 0.5 s')
    )
    expect(Number(process.hrtime.bigint() - begin) / 1e9).toBeLessThan(8)
  })

  test('that breaks is told with git’s words, without the credentials of its address', async () => {
    const server = await started(
      serve(forge.remote, (_, response) => {
        response.writeHead(500).end()
      })
    )
    const url = server.url.replace('http://', 'http://joan:pa55word@')
    const found = await find(checkedOut(url), {})
    expect(JSON.stringify(found)).toContain('error: 500')
    expect(JSON.stringify(found)).not.toMatch(/pa55word|joan/)
  })
})

describe('the action that plans', () => {
  test('fetches with its input token, which is in no argument and no line of the log', async () => {
    const server = await started(serveGit(forge.remote, TOKEN))
    const clone = checkedOut(server.url)
    const { path, calls } = recordingGit()
    const { code, log, outputs } = await runAction(clone.folder, {
      INPUT_TOKEN: TOKEN,
      GITHUB_SERVER_URL: server.origin,
      PATH: `${path}:${process.env['PATH'] ?? ''}`
    })
    expect(log).toContain('the commit before the push')
    expect([code, outputs['affected']]).toEqual([0, '["alone"]'])
    const words = calls()
    expect(words.some(line => line.includes(`fetch --quiet`) && line.includes(forge.id.m1))).toBe(true)
    expect([...words, log].filter(mentionsSecret)).toEqual([])
  })

  test.each([
    ['no JSON', 'not json'],
    ['empty', ''],
    ['another kind of JSON', '[[[null]]]'],
    ['hostile and 20 MB long', JSON.stringify({ before: '--upload-pack=x', ref: 'x'.repeat(20_000_000) })]
  ])('plans everything when the event is %s', async (_, event) => {
    const clone = checkOut(forge.remote, forge.id.m2)
    const { code, log } = await runAction(clone.folder, {}, event)
    expect(log).toContain('because nothing could be compared: the event names no commit before the push')
    expect(log.length).toBeLessThan(10_000)
    expect(code).toBe(0)
  })

  test.each(['action.yml', 'actions/plan/action.yml'])('%s takes the token of the job by default', path => {
    const { inputs } = parse(readFileSync(join(ROOT, path), 'utf8')) as {
      inputs: Readonly<Record<string, { default?: string }>>
    }
    expect(inputs['token']?.default).toBe('${{ github.token }}')
  })
})

describe('what git is given', () => {
  const access = { token: TOKEN, server: 'https://github.com' }

  test.each([
    ['git@github.com:acme/images.git', 'ssh in its short form'],
    ['ssh://git@github.com/acme/images.git', 'ssh'],
    ['http://github.com/acme/images.git', 'the same host without encryption'],
    ['https://github.com.example.org/acme/images.git', 'a host that only begins alike'],
    ['https://github.com@example.org/acme/images.git', 'a host that stands as the user'],
    ['https://github.com:8443/acme/images.git', 'another port'],
    ['/srv/images.git', 'a path'],
    ['', 'nothing']
  ])('is nothing for %s (%s)', remote => {
    expect(credentialsFor(remote, access, {})).toEqual({ environment: {}, secrets: [] })
  })

  test('is a header for exactly the server, after the settings that are there already', () => {
    const { environment } = credentialsFor('https://me@github.com/acme/images', access, {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory'
    })
    expect(environment).toEqual({
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_1: 'http.https://github.com/.extraheader',
      GIT_CONFIG_VALUE_1: '',
      GIT_CONFIG_KEY_2: 'http.https://github.com/.extraheader',
      GIT_CONFIG_VALUE_2: `AUTHORIZATION: ${basicOf(TOKEN)}`
    })
  })

  test('what git said is repeated in one line without secrets and control characters', () => {
    const said = `remote: hello\nfatal: unable to access 'https://u:${TOKEN}@h/x/': \u001b[31m${SECRETS[1]}\nhint: y\n`
    expect(gitWords(said, SECRETS)).toBe("unable to access 'https://h/x/':  [31m***")
    expect(gitWords('')).toBe('without a word')
    expect(gitWords(`fatal: ${'x'.repeat(1_000_000)}`).length).toBe(300)
    expect(withoutSecrets('https://a@b.c/d and ssh://e:f@g/h')).toBe('https://b.c/d and ssh://g/h')
  })
})

const ROOT = join(import.meta.dirname, '..', '..')

function mentionsSecret(text: string): boolean {
  return SECRETS.some(secret => text.includes(secret))
}

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}

/** A folder with a `git` that writes the arguments of every call of ours down. */
function recordingGit(): { readonly path: string; readonly calls: () => readonly string[] } {
  const path = temporaryFolder('git')
  const file = join(path, 'calls')
  const real = (process.env['PATH'] ?? '').split(':').find(folder => existsSync(join(folder, 'git'))) ?? ''
  const script = `#!/bin/sh\nprintf '%s ' "$@" >> '${file}'\necho >> '${file}'\nexec '${real}/git' "$@"\n`
  writeFileSync(join(path, 'git'), script)
  chmodSync(join(path, 'git'), 0o755)
  return { path, calls: () => readFileSync(file, 'utf8').split('\n') }
}

/** Runs the action that plans in a process of its own, as a runner starts it for a push. */
function runAction(
  folder: string,
  environment: Readonly<Record<string, string>>,
  payload = JSON.stringify({ ref: 'refs/heads/main', before: forge.id.m1 })
): Promise<{ code: number; log: string; outputs: Readonly<Record<string, string>> }> {
  const files = temporaryFolder('runner')
  mkdirSync(files, { recursive: true })
  const event = join(files, 'event.json')
  const output = join(files, 'output')
  writeFileSync(event, payload)
  writeFileSync(output, '')
  const action = join(dirname(compiledCli()), 'action.js')
  const script = `const { run } = await import(${JSON.stringify(action)}); await run('plan')`
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT|GITHUB|NODE_OPTIONS)/.test(name))
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        cwd: folder,
        env: {
          ...Object.fromEntries(own),
          ...GIT_ENVIRONMENT,
          GITHUB_EVENT_NAME: 'push',
          GITHUB_EVENT_PATH: event,
          GITHUB_OUTPUT: output,
          ...environment
        }
      },
      (error, stdout, stderr) => {
        const outputs = [...readFileSync(output, 'utf8').matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(
          ([, name = '', , value = '']) => [name, value] as const
        )
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          log: stdout + stderr,
          outputs: Object.fromEntries(outputs)
        })
      }
    )
  })
}
