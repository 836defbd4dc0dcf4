import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encodePath } from '../../src/io/paths.js'

/** A file of a test repository: its text or bytes, an executable, a symbolic link; null removes it. */
export type Content =
  string | Uint8Array | { readonly executable: string | Uint8Array } | { readonly link: string } | null

/** Files by path from the root. Bytes that are no UTF-8 stand as U+DC80 to U+DCFF, as the product reads them. */
export type Files = Readonly<Record<string, Content>>

/** A real git repository in a temporary folder. Every commit of the same files has the same id on every machine. */
export interface TestRepository {
  readonly folder: string
  /** Runs git in the folder and returns what it prints; throws when it fails. */
  readonly git: (...args: readonly string[]) => string
  /** Writes or removes files of the work tree. */
  readonly write: (files: Files) => void
  /** Writes files, adds everything and commits; returns the commit's id. Each commit is one hour after the last. */
  readonly commit: (message: string, files?: Files) => string
}

const made: string[] = []
/** 2026-01-05T00:00:00Z, a Monday. */
const FIRST_COMMIT = 1_767_571_200
const HOUR = 3600

/** Nothing of the user's configuration, fixed names: the same commits everywhere. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Ann Author',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Carl Committer',
  GIT_COMMITTER_EMAIL: 'carl@example.org',
  LC_ALL: 'C'
}

/** Makes an empty temporary folder that {@link disposeRepositories} removes. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `base-images-test-${name}-`))
  made.push(folder)
  return folder
}

/** Makes a repository on branch `main`; with files it gets a first commit. */
export function makeRepository(files?: Files): TestRepository {
  const folder = temporaryFolder('repository')
  runGit(folder, ['init', '--quiet', '--initial-branch=main'])
  const repository = openRepository(folder)
  if (files !== undefined) repository.commit('first', files)
  return repository
}

/** A bare copy that can be cloned, fetched and pushed to; the repository gets it as its `origin`. */
export function makeRemote(repository: TestRepository): string {
  const bare = temporaryFolder('remote')
  runGit(bare, ['clone', '--quiet', '--bare', repository.folder, bare])
  runGit(bare, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  repository.git('remote', 'add', 'origin', bare)
  repository.git('fetch', '--quiet', 'origin')
  repository.git('remote', 'set-head', 'origin', 'main')
  return bare
}

/** Clones by the real transport, so that `--depth` works as it does over the network. */
export function makeClone(remote: string, ...args: readonly string[]): TestRepository {
  const folder = temporaryFolder('clone')
  runGit(folder, ['clone', '--quiet', ...args, `file://${remote}`, folder])
  return openRepository(folder)
}

/** Opens an existing clone; its next commit is dated after its last. */
export function openRepository(folder: string): TestRepository {
  runGit(folder, ['config', 'commit.gpgsign', 'false'])
  let commits = 0
  const repository: TestRepository = {
    folder,
    git: (...args) => runGit(folder, args),
    write: files => {
      for (const [path, content] of Object.entries(files)) writeFile(folder, path, content)
    },
    commit: (message, files = {}) => {
      repository.write(files)
      const date = `${FIRST_COMMIT + HOUR * commits} +0000`
      commits += 1
      const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
      runGit(folder, ['add', '--all'], dates)
      runGit(folder, ['commit', '--quiet', '--allow-empty', '--message', message], dates)
      return runGit(folder, ['rev-parse', 'HEAD']).trim()
    }
  }
  return repository
}

/** Removes everything that this file made. */
export function disposeRepositories(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

function runGit(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): string {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return execFileSync('git', [...args], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...GIT_ENVIRONMENT, ...environment },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  })
}

function writeFile(folder: string, path: string, content: Content): void {
  const at = Buffer.concat([Buffer.from(`${folder}/`), encodePath(path)])
  rmSync(at, { recursive: true, force: true })
  if (content === null) return
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(at, content)
  else if ('link' in content) symlinkSync(content.link, at)
  else {
    writeFileSync(at, content.executable)
    chmodSync(at, 0o755)
  }
}
