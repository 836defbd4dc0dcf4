import { refresh } from '../commands/lock.js'
import type { RefreshReport } from '../commands/lock.js'
import { EXIT } from '../commands/outcome.js'
import type { ActionsHost } from '../io/actions-host.js'
import { openGitWriter } from '../io/git-write.js'
import { GitHubError, openPullRequest } from '../io/pull-requests.js'
import { markdownCode, markdownText } from '../report/escape.js'
import { refreshMessage, renderRefreshMarkdown, renderRefreshText } from '../report/lock.js'
import type { World } from '../world.js'
import { commitLock } from './commit-lock.js'
import type { CommitOrder, Committed } from './commit-lock.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { InputError, optionalText } from './inputs.js'
import { logIn } from './machine.js'

/** The bot that commits made with the token of a job are shown for. */
const BOT = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com'
}
/** The branch of the pull request, where the branch of the run takes no push. */
export const LOCK_BRANCH = 'base-images/lock'

/**
 * The action of the weekly run: refreshes the lock and commits it to the branch of the run; where that takes no push, it
 * opens a pull request instead. Outputs tell which commit is to be built, and with which it is compared.
 */
export async function lockAction(host: ActionsHost, world: World): Promise<Ending> {
  const order = orderOf(host, world)
  await logIn(host, world)
  const manifest = optionalText(host.input, 'manifest')
  const epoch = optionalText(host.input, 'epoch')
  const outcome = await refresh(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(epoch === undefined ? {} : { epoch })
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  host.annotate(outcome.warnings)
  const report = outcome.value
  host.log.info(renderRefreshText(report, { inJob: true }))
  const told = renderRefreshMarkdown(report)
  if (report.state !== 'written') {
    setOutputs(host, { kind: 'nothing' })
    const failed = report.state === 'failed'
    await host.summary(failed ? told : `${told}\nNothing is built.\n`)
    return failed ? EXIT.failed : EXIT.done
  }
  const committed = await commitReport(world, order, report)
  setOutputs(host, committed)
  if (committed.kind === 'committed') {
    await host.summary(`${told}\nCommitted as ${markdownCode(committed.commit)} and built in this run.\n`)
    return EXIT.done
  }
  return proposeInstead(host, order, report, committed, told)
}

interface Order extends Pick<CommitOrder, 'branch' | 'proposal'> {
  readonly repository: string
  readonly token: string
  readonly server: string
}

function orderOf(host: ActionsHost, world: World): Order {
  const ref = world.environment['GITHUB_REF'] ?? ''
  if (!ref.startsWith('refs/heads/')) {
    throw new InputError(`this run is on ${ref || 'no ref'}, not on a branch: there is nothing to commit to`)
  }
  return {
    branch: ref.slice('refs/heads/'.length),
    proposal: LOCK_BRANCH,
    repository: world.environment['GITHUB_REPOSITORY'] ?? '',
    token: host.input('token'),
    server: world.environment['GITHUB_SERVER_URL'] ?? ''
  }
}

async function commitReport(world: World, order: Order, report: RefreshReport): Promise<Committed> {
  const git = await world.git()
  if (git === undefined) throw new Error('Internal error: the lock was written outside of a repository')
  const scratch = await world.files.scratch('lock')
  try {
    const access = { token: order.token, server: order.server }
    const writer = openGitWriter(git.root, { identity: BOT, access, scratch: scratch.path })
    return await commitLock(git, writer, {
      ...order,
      file: { path: report.file, text: report.text },
      message: refreshMessage(report)
    })
  } finally {
    await scratch.dispose()
  }
}

/** The branch takes no push: a pull request with the same commit, which a person merges. */
async function proposeInstead(
  host: ActionsHost,
  order: Order,
  report: RefreshReport,
  { why }: Committed & { kind: 'proposed' },
  told: string
): Promise<Ending> {
  const refused = `${markdownCode(order.branch)} takes no push of this run (${markdownText(why)})`
  const [title = '', ...body] = refreshMessage(report).split('\n')
  try {
    const { url, state } = await openPullRequest(order.token, {
      repository: order.repository,
      from: order.proposal,
      into: order.branch,
      title,
      body: `${body.join('\n').trim()}\n`
    })
    host.output('pull-request', url)
    host.log.info(`${order.branch} takes no push of this run (${why}). Pull request ${state}: ${url}`)
    const note = `${refused}, so a pull request was ${state}: ${url}\n\n${NO_CHECKS}`
    await host.summary(`${told}\n${note}\n`)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const hint =
      'allow GitHub Actions to create pull requests in the settings of the repository, or open it by hand'
    host.fail(
      `${order.branch} takes no push (${why}), and no pull request from ${order.proposal}: ${error.message}; ${hint}`
    )
    await host.summary(`${told}\n${refused}. The commit is on ${markdownCode(order.proposal)}; ${hint}.\n`)
    return EXIT.failed
  }
}

/** docs.github.com "Triggering a workflow from a workflow". */
const NO_CHECKS =
  'Nothing is built before it is merged. A pull request made with the token of a job starts no checks: ' +
  'close and reopen it to start them.'

function setOutputs(host: ActionsHost, committed: Committed | { readonly kind: 'nothing' }): void {
  const isCommitted = committed.kind === 'committed'
  host.output('changed', String(committed.kind !== 'nothing'))
  host.output('commit', isCommitted ? committed.commit : '')
  host.output('base', isCommitted ? committed.base : '')
}
