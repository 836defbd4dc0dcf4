import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by path from the root of the repository; undefined removes one. */
export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>

/** A git repository in a temporary folder. */
export interface WorkTree {
  readonly root: string
  readonly git: (...args: readonly string[]) => string
  /** Writes without a commit. */
  readonly write: (changes: Changes) => void
  /** Writes, commits everything and returns the commit's id. */
  readonly commit: (changes: Changes) => string
  readonly dispose: () => void
}

/** Makes a repository with one branch, `main`, and these files in its first commit. */
export function makeWorkTree(files: Changes): WorkTree {
  const folder = mkdtempSync(join(tmpdir(), 'base-images-tree-'))
  // The name of the folder is the name of the repository, which is part of the names of staging.
  const root = join(folder, 'fixture')
  mkdirSync(root)
  const tree = openWorkTree(root, () => rmSync(folder, { recursive: true, force: true }))
  tree.git('init', '-q', '-b', 'main')
  tree.commit(files)
  return tree
}

/** The repository that lies in a folder. */
export function openWorkTree(root: string, dispose: () => void): WorkTree {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', env: gitEnvironment(), stdio: 'pipe' }).trim()
  const write = (changes: Changes): void => {
    for (const [name, content] of Object.entries(changes)) writeOne(join(root, name), content)
  }
  return {
    root,
    git,
    write,
    commit: changes => {
      write(changes)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', 'change')
      return git('rev-parse', 'HEAD')
    },
    dispose
  }
}

function writeOne(path: string, content: string | Uint8Array | undefined): void {
  if (content === undefined) {
    rmSync(path)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  chmodSync(path, path.endsWith('.sh') ? 0o755 : 0o644)
}

/** No configuration of the machine counts, and every commit has an author. */
export function gitEnvironment(): NodeJS.ProcessEnv {
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
