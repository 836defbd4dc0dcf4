import { COMMAND_LINE, errorAt, hasErrors, sortDiagnostics, warningAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { declaring, wantedBases } from '../freshness/bases.js'
import type { WantedBase } from '../freshness/bases.js'
import { checkLock } from '../freshness/check.js'
import type { LockCheck } from '../freshness/check.js'
import { isEpoch, isoWeek } from '../freshness/epoch.js'
import type { Lock } from '../freshness/lock.js'
import { readLock } from '../freshness/read-lock.js'
import { refreshLock } from '../freshness/refresh.js'
import type { Refresh, Upstream } from '../freshness/refresh.js'
import { renderLock } from '../freshness/write-lock.js'
import { EPOCH_ARGUMENT } from '../load/arguments.js'
import { DEFAULT_MANIFEST, lockBeside } from '../load/read-manifest.js'
import { readSnapshot } from '../load/snapshot.js'
import type { Snapshot } from '../plan/snapshot.js'
import { inParallel, QUESTIONS_AT_ONCE } from '../release/parallel.js'
import type { World } from '../world.js'
import { NO_REPOSITORY } from './opened.js'
import type { Outcome } from './outcome.js'
import { openUpstream } from './upstream.js'

/** What to refresh. */
export interface RefreshRequest {
  readonly manifest?: string
  /** A patch epoch in place of the ISO week of now. */
  readonly epoch?: string
  /** Writes nothing. */
  readonly dryRun?: boolean
}

/** What a refresh came to. */
export interface RefreshReport extends Omit<Refresh, 'lock'> {
  /** Path of the lock from the repository root. */
  readonly file: string
  /** `failed`: no base could be asked, and nothing was written. */
  readonly state: 'written' | 'dry run' | 'unchanged' | 'failed'
  /** The new text of the lock; the old one where nothing changed. */
  readonly text: string
}

/**
 * Asks registries what all external bases of the working tree are now, and writes that and a new patch epoch into the
 * lock. A base whose registry fails keeps its entry, with a warning. Where nothing moved, no byte changes.
 */
export async function refresh(world: World, request: RefreshRequest): Promise<Outcome<RefreshReport>> {
  const { epoch } = request
  if (epoch !== undefined && !isEpoch(epoch)) return invalid([notAnEpoch(epoch)])
  const opened = await open(world, request.manifest)
  if ('diagnostics' in opened) return invalid(opened.diagnostics)

  const { snapshot, file, lock, text, path } = opened
  const wanted = wantedBases(snapshot)
  const answers = await askAll(world, wanted)
  const { lock: next, ...changes } = refreshLock(
    lock,
    wanted,
    base => answers.get(base) ?? { kind: 'failed', reason: 'not asked' },
    {
      images: [...snapshot.images.keys()],
      declaring: declaring(EPOCH_ARGUMENT, snapshot),
      week: isoWeek(world.clock.now()),
      ...(epoch === undefined ? {} : { asked: epoch })
    }
  )
  const failures = changes.bases.filter(base => base.state === 'failed')
  const warnings = [
    ...opened.warnings,
    ...opened.faults.slice(0, 1).map(writtenAnew),
    ...failures.map(base => notRefreshed(file, base.reason ?? ''))
  ]
  const report = { ...changes, file, text: text ?? '' }
  if (wanted.length > 0 && failures.length === wanted.length) {
    return { kind: 'done', value: { ...report, changed: false, state: 'failed' }, warnings }
  }
  // A lock that cannot be read is written again even when nothing else changed.
  if (!changes.changed && opened.faults.length === 0) {
    return { kind: 'done', value: { ...report, state: 'unchanged' }, warnings }
  }
  const written = { ...report, changed: true, text: renderLock(next) }
  if (request.dryRun === true) return { kind: 'done', value: { ...written, state: 'dry run' }, warnings }
  await world.files.write(path, written.text)
  return { kind: 'done', value: { ...written, state: 'written' }, warnings }
}

/** What the lock of the working tree holds beside what the manifest needs. Asks no registry. */
export async function check(
  world: World,
  request: { readonly manifest?: string }
): Promise<Outcome<LockCheck>> {
  const opened = await open(world, request.manifest)
  if ('diagnostics' in opened) return invalid(opened.diagnostics)
  const { snapshot, file, lock, text } = opened
  if (opened.faults.length > 0) return invalid(opened.faults)
  const checked = checkLock({
    file,
    exists: text !== undefined,
    lock,
    wanted: wantedBases(snapshot),
    snapshot,
    declaring: declaring(EPOCH_ARGUMENT, snapshot),
    now: world.clock.now()
  })
  return { kind: 'done', value: checked, warnings: opened.warnings }
}

/** The images of the working tree and the lock beside their manifest. */
interface Opened {
  readonly snapshot: Snapshot
  /** Path from the repository root, and on this machine. */
  readonly file: string
  readonly path: string
  /** Undefined when there is no lock. */
  readonly text: string | undefined
  readonly lock: Lock
  /** Why the lock cannot be read; it is empty then. */
  readonly faults: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
}

async function open(
  world: World,
  manifest = DEFAULT_MANIFEST
): Promise<Opened | { readonly diagnostics: readonly Diagnostic[] }> {
  const git = await world.git()
  if (git === undefined) return { diagnostics: [NO_REPOSITORY] }
  const file = lockBeside(manifest)
  const path = `${git.root}/${file}`
  const [reading, text] = await Promise.all([
    git.workTree().then(({ tree }) => readSnapshot(git, tree, manifest)),
    world.files.read(path)
  ])
  // A broken lock, such as one with the marks of a merge, is what a refresh repairs.
  const others = reading.diagnostics.filter(found => found.file !== file)
  const { manifest: read, images, graph, order } = reading
  if (read === undefined || order === undefined || hasErrors(others)) {
    return { diagnostics: reading.diagnostics }
  }
  const { lock, diagnostics } = readLock(text ?? '', file)
  return {
    snapshot: { manifest: read, images, standing: new Map(), graph, order },
    file,
    path,
    text,
    lock,
    faults: diagnostics,
    warnings: sortDiagnostics(others)
  }
}

async function askAll(
  world: World,
  wanted: readonly WantedBase[]
): Promise<ReadonlyMap<WantedBase, Upstream>> {
  if (wanted.length === 0) return new Map()
  const ask = openUpstream(await world.registry())
  const answers = await inParallel(QUESTIONS_AT_ONCE, wanted, async base => [base, await ask(base)] as const)
  return new Map(answers)
}

/** The lock could not be read, which is why nobody can say what moved. */
function writtenAnew(fault: Diagnostic): Diagnostic {
  const remedy = 'look at what is written before it is committed: epochs written by hand are gone'
  return { ...fault, severity: 'warning', message: `${fault.message}; it is written anew`, remedy }
}

function notRefreshed(file: string, reason: string): Diagnostic {
  const remedy = 'the lock keeps what it has; correct the FROM or the login, or refresh again later'
  return warningAt('W002', { file }, reason, remedy)
}

function notAnEpoch(epoch: string): Diagnostic {
  const message = `--epoch ${JSON.stringify(epoch.slice(0, 80))} is no patch epoch`
  const remedy = 'give up to 64 letters, digits, dots, hyphens and underscores, such as 2026-W47.2'
  return errorAt('E004', COMMAND_LINE, message, remedy)
}

function invalid<T>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { kind: 'invalid', diagnostics: sortDiagnostics(diagnostics) }
}
