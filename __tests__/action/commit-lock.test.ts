import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { commitLock } from '../../src/action/commit-lock.js'
import type { Committed } from '../../src/action/commit-lock.js'
import { openGit } from '../../src/io/git.js'
import { openGitWriter } from '../../src/io/git-write.js'
import { basicOf, serveGit } from '../load/git-server.js'
import {
  disposeRepositories,
  makeClone,
  makeRemote,
  makeRepository,
  openRepository,
  temporaryFolder
} from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

const LOCK = 'images/lock.yaml'
const NEW = 'version: 1 # new\n'
const BOT = { name: 'bot', email: 'bot@example.org' }
const TOKEN = 'token-of-a-job'

let remote: string
let origin: TestRepository
let clone: TestRepository

beforeEach(() => {
  origin = makeRepository({ [LOCK]: 'version: 1 # old\n', 'README.md': 'one\n' })
  remote = makeRemote(origin)
  clone = makeClone(remote, '--depth=1')
  clone.git('checkout', '-q', '--detach')
})

afterAll(disposeRepositories)

/** Commits the new lock from the clone, as the action does. */
async function commit(access = { token: '', server: '' }): Promise<Committed> {
  const git = await openGit(clone.folder, { access })
  if (git === undefined) throw new Error('no repository')
  const writer = openGitWriter(clone.folder, { identity: BOT, access, scratch: temporaryFolder('scratch') })
  return commitLock(git, writer, {
    branch: 'main',
    proposal: 'base-images/lock',
    file: { path: LOCK, text: NEW },
    message: 'Take in\n\n- a line\n'
  })
}

const inRemote = (...args: readonly string[]): string =>
  openRepository(remote)
    .git(...args)
    .trim()

/** A commit of somebody else's on the branch. */
function elsewhere(files: Readonly<Record<string, string>>): string {
  const other = makeClone(remote)
  const id = other.commit('elsewhere', files)
  other.git('push', '-q', 'origin', 'main')
  return id
}

function hook(refused: string): void {
  const path = join(remote, 'hooks', 'update')
  writeFileSync(
    path,
    `#!/bin/sh\ncase "$1" in ${refused}) echo "error: GH006: protected" >&2; exit 1;; esac\n`
  )
  chmodSync(path, 0o755)
}

describe('the lock', () => {
  test('is committed on top of what is checked out, alone and by the bot; the work tree stays', async () => {
    const start = inRemote('rev-parse', 'main')
    const committed = await commit()
    expect(committed).toEqual({ kind: 'committed', commit: inRemote('rev-parse', 'main'), base: start })
    expect(inRemote('rev-parse', 'main^')).toBe(start)
    expect(inRemote('diff', '--name-only', start, 'main')).toBe(LOCK)
    expect(inRemote('show', `main:${LOCK}`)).toBe(NEW.trim())
    expect(inRemote('log', '-1', '--format=%an <%ae> %cn <%ce>|%B', 'main')).toBe(
      'bot <bot@example.org> bot <bot@example.org>|Take in\n\n- a line'
    )
    expect(clone.git('status', '--porcelain')).toBe('')
  })

  test('is put on top of what somebody pushed meanwhile', async () => {
    const other = elsewhere({ 'README.md': 'two\n' })
    const committed = await commit()
    expect(committed).toMatchObject({ kind: 'committed', base: other })
    expect(inRemote('rev-parse', 'main^')).toBe(other)
    expect(inRemote('show', 'main:README.md')).toBe('two')
  })

  test('is not written over a lock that somebody changed meanwhile', async () => {
    const other = elsewhere({ [LOCK]: 'version: 1 # other\n' })
    await expect(commit()).rejects.toThrow('main has another images/lock.yaml than when this run began')
    expect(inRemote('rev-parse', 'main')).toBe(other)
  })

  test('that is there already, as after a re-run, is taken as it is', async () => {
    const start = inRemote('rev-parse', 'main')
    const first = await commit()
    elsewhere({ 'README.md': 'three\n' })
    expect(await commit()).toEqual({ kind: 'committed', commit: inRemote('rev-parse', 'main'), base: start })
    expect(inRemote('rev-parse', 'main^')).toBe(first.kind === 'committed' ? first.commit : '')
  })

  test('goes to the other branch where this one is protected, and replaces what was proposed before', async () => {
    hook('refs/heads/main')
    const start = inRemote('rev-parse', 'main')
    for (let week = 0; week < 2; week += 1) {
      const committed = await commit()
      expect(committed).toMatchObject({ kind: 'proposed' })
      expect(committed.kind === 'proposed' && committed.why).toContain('GH006: protected')
    }
    expect(inRemote('rev-parse', 'main')).toBe(start)
    expect(inRemote('rev-list', '--count', 'main..base-images/lock')).toBe('1')
  })

  test('that no branch takes ends with what the server said', async () => {
    hook('*')
    await expect(commit()).rejects.toThrow(/main takes no push \(.*GH006.*\), nor does base-images\/lock/)
  })
})

describe('the token', () => {
  test('goes with the push to the server it is for, and stays out of the configuration', async () => {
    openRepository(remote).git('config', 'http.receivepack', 'true')
    const server = await serveGit(remote, TOKEN)
    try {
      clone.git('remote', 'set-url', 'origin', server.url)
      expect(await commit({ token: TOKEN, server: server.origin })).toMatchObject({ kind: 'committed' })
      expect(inRemote('show', `main:${LOCK}`)).toBe(NEW.trim())
      expect(server.seen.flat()).toContain(basicOf(TOKEN).replace('basic', 'basic'))
      expect(clone.git('config', '--list', '--local')).not.toContain('extraheader')
    } finally {
      await server.close()
    }
  })

  test('that the server refuses is in no message', async () => {
    const server = await serveGit(remote, TOKEN)
    try {
      clone.git('remote', 'set-url', 'origin', server.url)
      const failed = commit({ token: 'wrong-token', server: server.origin })
      await expect(failed).rejects.toThrow('main takes no push')
      await expect(failed).rejects.not.toThrow(/wrong-token|d3JvbmctdG9rZW4/)
    } finally {
      await server.close()
    }
  })
})
