import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A repository of somebody who uses the workflows: a work tree and the bare repository that jobs check out from. */
export interface Fixture {
  readonly root: string
  readonly remote: string
  /** Writes files (undefined removes one) and commits and pushes; returns the commit id. */
  readonly commit: (
    files: Readonly<Record<string, string | Uint8Array | undefined>>,
    message: string
  ) => string
  readonly git: (...args: readonly string[]) => string
  readonly dispose: () => void
}

/** Makes an empty fixture with one branch, `main`. */
export function makeFixture(): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'base-images-fixture-'))
  const root = join(folder, 'work')
  const remote = join(folder, 'remote.git')
  const run = (cwd: string, args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8', env: gitEnvironment() }).trim()
  mkdirSync(root)
  run(folder, ['init', '-q', '--bare', '-b', 'main', remote])
  run(remote, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  run(root, ['init', '-q', '-b', 'main'])
  // act takes the name of the repository from the address of origin; jobs check out from the bare repository.
  run(root, ['remote', 'add', 'origin', 'https://github.com/acme/fixture'])
  run(root, ['remote', 'add', 'bare', remote])
  const git = (...args: readonly string[]): string => run(root, args)
  return {
    root,
    remote,
    git,
    commit: (files, message) => {
      for (const [name, content] of Object.entries(files)) {
        const path = join(root, name)
        if (content === undefined) {
          rmSync(path, { force: true })
          continue
        }
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, content)
        chmodSync(path, name.endsWith('.sh') || name.endsWith('/check') ? 0o755 : 0o644)
      }
      git('add', '-A')
      git('commit', '-q', '-m', message)
      git('push', '-q', '-f', 'bare', 'HEAD')
      return git('rev-parse', 'HEAD')
    },
    dispose: () => {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** No configuration of the machine counts, and every commit has an author. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org'
  }
}
