import { repositoryName, targetsOf } from '../build/targets.js'
import type { Targets } from '../build/targets.js'
import { COMMAND_LINE, errorAt, errorsIn } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import { UserError } from '../diagnostics/user-error.js'
import { parseReference } from '../manifest/reference.js'
import type { Manifest } from '../manifest/types.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan } from '../plan/types.js'
import type { Git } from '../ports.js'
import type { World } from '../world.js'

/** The word of `--registry` that means the manifest's own registry. */
export const OWN_REGISTRY = 'manifest'

/** The finding that a command was started outside of a git repository. */
export const NO_REPOSITORY: Diagnostic = errorAt(
  'E002',
  { file: '.' },
  'this folder is in no git repository',
  'run the command inside a clone of the repository'
)

/** The finding that the revision of an option names no commit; `HEAD` is missing where nothing was committed yet. */
export function noCommit(option: '--base' | '--head' | '--also', revision: string): Diagnostic {
  if (revision === 'HEAD') {
    return errorAt('E001', { file: '.' }, '"HEAD" names no commit of this clone', 'make a first commit')
  }
  const message = `${option} ${JSON.stringify(revision)} names no commit of this clone`
  const remedy = 'fetch it (`git fetch --unshallow` for a shallow clone), or name another commit'
  return errorAt('E001', COMMAND_LINE, message, remedy)
}

/** A plan with the commit that it speaks of, read again from git. */
export interface OpenedPlan {
  readonly git: Git
  readonly snapshot: Snapshot
  readonly targets: Targets
}

/**
 * Reads the commit of a plan; diagnostics when it is not here, or says something else than the plan. Nothing is read again
 * when `snapshot` is what this process made the plan of.
 */
export async function openPlan(
  world: World,
  plan: Plan,
  registry: string | undefined,
  snapshot?: Snapshot
): Promise<OpenedPlan | readonly Diagnostic[]> {
  if (plan.simulation !== undefined) {
    const message =
      'the plan is a simulation: it says what would follow, and its keys are of nothing that exists'
    return [
      errorAt('E005', { file: plan.manifest }, message, 'make a plan without --simulate and --simulate-base')
    ]
  }
  const git = await world.git()
  if (git === undefined) return [NO_REPOSITORY]
  const head = snapshot ?? (await readHead(git, plan))
  if (!('images' in head)) return head
  return { git, snapshot: head, targets: await targetsFor(world, git, head.manifest, registry) }
}

async function readHead(git: Git, { head, manifest }: Plan): Promise<Snapshot | readonly Diagnostic[]> {
  if (!head.dirty && (await git.resolve(head.commit)) === undefined) {
    const message = `commit ${head.commit} of the plan is not in this clone`
    return [
      errorAt(
        'E001',
        { file: manifest },
        message,
        'fetch it, or check out the commit that the plan was made for'
      )
    ]
  }
  const reading = await readSnapshot(git, head.tree, manifest)
  return snapshotOf(reading) ?? errorsIn(reading.diagnostics)
}

/**
 * The repositories of a run: from the manifest, or below the registry that was asked for. Throws a UserError when no
 * repository can lie below that, before anything is asked of it.
 */
export async function targetsFor(
  world: World,
  git: Git,
  manifest: Manifest,
  registry: string | undefined
): Promise<Targets> {
  const override = registry === OWN_REGISTRY ? undefined : registry
  if (override !== undefined && !isPrefix(override)) throw new UserError(noRegistry(override))
  const slug = world.environment['GITHUB_REPOSITORY']
  const name = repositoryName(
    slug !== undefined && slug !== '' ? slug : ((await git.originUrl()) ?? git.mainFolder)
  )
  return targetsOf(manifest, name, override)
}

function isPrefix(registry: string): boolean {
  return parseReference(`${registry}/x`) !== undefined
}

/** Mostly an address with its scheme, a slash at the end, capitals, or a variable of the shell that is not set. */
function noRegistry(registry: string): Diagnostic {
  const message = `--registry ${JSON.stringify(registry)} is no registry, with or without a path`
  const meant = registry
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .toLowerCase()
  const isUnset = registry === '' || registry.startsWith('/')
  const example = 'write it in lower case, such as ghcr.io/acme or localhost:5000/try'
  const guess = isPrefix(meant) ? `did you mean ${meant}?` : example
  return errorAt('E004', COMMAND_LINE, message, isUnset ? `is a variable not set? Else ${example}` : guess)
}
