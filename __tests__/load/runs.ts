import { plan } from '../../src/commands/plan.js'
import type { PlanRequest } from '../../src/commands/plan.js'
import { openWorld } from '../../src/io/world.js'
import type { Log } from '../../src/ports.js'
import { makeRemote, makeRepository } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

/** What a plan was compared with, and the images that it builds. */
export interface Planned {
  readonly base: string | null
  readonly how: string
  readonly builds: readonly string[]
}

export const ZERO = '0'.repeat(40)
/** `base` with `web` and `tools` on it, `api` on `web`, and `alone`. */
export const SHOP: Files = {
  'images/manifest.yaml':
    'version: 1\nregistry: ghcr.io/acme\nimages: { base: {}, web: {}, tools: {}, api: {}, alone: {} }\n',
  'images/base/Dockerfile': 'FROM debian:12\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY . /web\n',
  'images/web/index.html': '<p>shop</p>\n',
  'images/tools/Dockerfile': 'FROM ghcr.io/acme/base\nRUN true\n',
  'images/api/Dockerfile': 'FROM ghcr.io/acme/web\nCOPY api.py /api.py\n',
  'images/api/api.py': 'print(1)\n',
  'images/alone/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n',
  'README.md': '# Shop\n'
}
/** All images of the shop, sorted. */
export const ALL = ['alone', 'api', 'base', 'tools', 'web']

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  group: () => undefined
}

/** Plans a clone as the action (with an event) or the command line (without one) does. */
export async function planIn(
  folder: string,
  event?: { readonly name: string; readonly payload: unknown },
  request: PlanRequest = {}
): Promise<Planned> {
  const world = openWorld({ log: QUIET, folder })
  const outcome = await plan(world, { ...request, ...(event === undefined ? {} : { event }) })
  if (outcome.kind === 'invalid') throw new Error(outcome.diagnostics.map(each => each.message).join('\n'))
  const { base, images } = outcome.value
  const builds = images.filter(image => image.action === 'build').map(image => image.name)
  return { base: base.commit, how: base.how, builds: [...builds].sort() }
}

/** A repository on a server, with the commits that the events speak of. */
export interface Forge {
  readonly remote: string
  readonly id: Readonly<Record<Commit, string>>
}

type Commit = 'm1' | 'm2' | 't1' | 't2' | 'merge' | 'f1' | 'forkMerge' | 'old' | 'rewritten' | 'pages'

/**
 * main: m1, m2 (`alone` changes). topic: t1 (`web`), t2 (only a README), from m1; its pull request merged into m2. A fork:
 * f1 (`tools`), from m1, merged as well. feature: `old` (`api`) was replaced by `rewritten` (`tools`), both from m2. pages:
 * a history of its own.
 */
export function makeForge(): Forge {
  const repository = makeRepository(SHOP)
  const at = (): string => repository.git('rev-parse', 'HEAD').trim()
  const m1 = at()
  const m2 = repository.commit('m2', { 'images/alone/Dockerfile': 'FROM scratch\nCOPY Dockerfile /2\n' })
  repository.git('checkout', '--quiet', '-b', 'topic', m1)
  const t1 = repository.commit('t1', { 'images/web/index.html': '<p>open</p>\n' })
  const t2 = repository.commit('t2', { 'README.md': '# The shop\n' })
  repository.git('checkout', '--quiet', '--detach', m1)
  const f1 = repository.commit('f1', { 'images/tools/Dockerfile': 'FROM ghcr.io/acme/base\nRUN false\n' })
  const mergeOf = (commit: string): string => {
    repository.git('checkout', '--quiet', '--detach', m2)
    repository.git('merge', '--quiet', '--no-ff', '--message=Merge', commit)
    return at()
  }
  const merge = mergeOf(t2)
  const forkMerge = mergeOf(f1)
  repository.git('checkout', '--quiet', '--detach', m2)
  const old = repository.commit('old', { 'images/api/api.py': 'print(2)\n' })
  repository.git('checkout', '--quiet', '-b', 'feature', m2)
  const rewritten = repository.commit('rewritten', {
    'images/tools/Dockerfile': 'FROM ghcr.io/acme/base\nRUN :\n'
  })
  repository.git('checkout', '--quiet', '--orphan', 'pages')
  const pages = repository.commit('pages')
  repository.git('checkout', '--quiet', 'main')
  const remote = makeRemote(repository)
  repository.git(
    ...['push', '--quiet', 'origin', `${merge}:refs/pull/7/merge`, `${t2}:refs/pull/7/head`],
    ...[`${forkMerge}:refs/pull/8/merge`, `${f1}:refs/pull/8/head`, `${old}:refs/lost/old`]
  )
  return { remote, id: { m1, m2, t1, t2, merge, f1, forkMerge, old, rewritten, pages } }
}

/** Checks a commit out as actions/checkout does: one commit deep unless told otherwise, only its own reference. */
export function checkOut(
  remote: string,
  commit: string,
  options: { readonly depth?: number | 'all' } = {}
): TestRepository {
  const repository = makeRepository()
  repository.git('remote', 'add', 'origin', `file://${remote}`)
  const { depth = 1 } = options
  const all = ['+refs/heads/*:refs/remotes/origin/*', `+${commit}:refs/heads/head`]
  repository.git(
    ...['fetch', '--quiet', '--no-tags', ...(depth === 'all' ? [] : [`--depth=${depth}`]), 'origin'],
    ...(depth === 'all' ? all : [`+${commit}:refs/heads/head`])
  )
  repository.git('checkout', '--quiet', 'head')
  return repository
}
