import { byCodeUnit } from '../diagnostics/code-unit.js'
import { errorAt, hasErrors } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { deletingVersions, openPackages, PACKAGES_HOST } from '../io/package-versions.js'
import { parseMirrors } from '../io/registry-endpoint.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import type { Git, Registry } from '../ports.js'
import { applyClean } from '../release/clean-apply.js'
import { cleanPlan } from '../release/clean-plan.js'
import { seenOf, writeNote } from '../release/clean-seen.js'
import type { CleanItem, CleanPlan, CleanReport, CleanRow, ImagePlatform } from '../release/clean-types.js'
import type { World } from '../world.js'
import { lookAtAll } from './clean-look.js'
import type { CleanTargets, Looked, Untagged } from './clean-look.js'
import { wantedOf } from './clean-wanted.js'
import type { Wanted } from './clean-wanted.js'
import { NO_REPOSITORY, targetsFor } from './opened.js'
import type { Outcome } from './outcome.js'
import { isCancellation, isTrouble, troubleOf } from './trouble.js'

/** What to clean. */
export interface CleanRequest {
  readonly manifest?: string
  /** Revision whose builds are needed; HEAD when absent. */
  readonly head?: string
  /** More revisions whose builds are needed, such as branches that releases are made from. */
  readonly also?: readonly string[]
  /** Registry prefix in place of the manifest's, or `manifest`. */
  readonly registry: string
  /** Milliseconds for which something has to be unneeded before it may go. */
  readonly keep: number
  /** Deletes; only says what may be deleted when false. */
  readonly apply: boolean
}

/** Says what may be deleted of staging, cache and published repositories, and deletes it when asked to. */
export async function clean(world: World, request: CleanRequest): Promise<Outcome<CleanReport>> {
  const git = await world.git()
  if (git === undefined) return { kind: 'invalid', diagnostics: [NO_REPOSITORY] }
  const manifest = request.manifest ?? DEFAULT_MANIFEST
  const wanted = await wantedOf(git, manifest, [request.head ?? 'HEAD', ...(request.also ?? [])])
  if (!('commits' in wanted)) return { kind: 'invalid', diagnostics: wanted }
  const targets = await cleanTargets(world, git, wanted, request.registry)
  const mirrored = mirroredHosts(world, manifest, targets)
  if (mirrored.length > 0) return { kind: 'invalid', diagnostics: mirrored }
  const { registry, untagged } = await openDeleting(world, targets)
  const looked = await lookAtAll(untilCancelled(registry, world.signal), targets, manifest, wanted, untagged)
  const now = world.clock.now()
  const { commits } = wanted
  const head = { commits, now, keep: request.keep }
  if (looked.kind === 'not listed') {
    const diagnostics = looked.problems.map(problem => notListed(manifest, problem))
    return done({ state: 'refused', ...head, rows: [], bytes: 0, diagnostics })
  }
  const planned = cleanPlan(looked.repositories, looked.note.seen, now, request.keep)
  if (!request.apply) {
    const rows = [...rowsOf(planned.deletions, 'may go'), ...rowsOf(planned.waiting, 'waits')]
    return done({ state: 'dry run', ...head, rows, bytes: bytesOf(planned.deletions), diagnostics: [] })
  }
  return done({ ...head, ...(await deleteAll(world, registry, targets, manifest, looked, planned)) })
}

/** A view of a registry that ends a long look at its next question. */
function untilCancelled(registry: Registry, signal: AbortSignal): Registry {
  return {
    ...registry,
    tags: repository => {
      signal.throwIfAborted()
      return registry.tags(repository)
    },
    manifest: (repository, reference) => {
      signal.throwIfAborted()
      return registry.manifest(repository, reference)
    }
  }
}

/** Deletes what is planned and notes what is unneeded and still there, also after a failure. */
async function deleteAll(
  world: World,
  registry: Registry,
  targets: CleanTargets,
  manifest: string,
  looked: Looked & { kind: 'seen' },
  planned: CleanPlan
): Promise<Pick<CleanReport, 'state' | 'rows' | 'bytes' | 'diagnostics'>> {
  const outcome = await applyClean(looked.repositories, planned.deletions, { ...world, registry })
  const { deleted } = outcome
  const spared = new Map(outcome.spared.map(({ item, why }) => [item, why]))
  const undone = planned.deletions.filter(item => !deleted.includes(item) && !spared.has(item))
  const diagnostics: Diagnostic[] = outcome.unsupported.map(each => deletesNothing(manifest, each))
  const isCancelled = outcome.failure !== undefined && isCancellation(outcome.failure, world.signal)
  if (!isCancelled) diagnostics.push(...failureOf(outcome.failure, manifest))
  try {
    const seen = seenOf([...planned.waiting, ...undone])
    await writeNote(registry, targets.staging, manifest, { seen, images: notedImages(looked.images) })
  } catch (error) {
    if (!isCancellation(error, world.signal)) diagnostics.push(...failureOf(error, manifest))
  }
  const end = hasErrors(diagnostics) ? 'stopped' : 'cleaned'
  return {
    state: isCancelled ? 'cancelled' : end,
    rows: [
      ...rowsOf(deleted, 'deleted'),
      ...rowsOf(undone, 'not deleted'),
      ...[...spared].map(([item, why]) => ({ ...item, why, state: 'kept' as const })),
      ...rowsOf(planned.waiting, 'waits')
    ],
    bytes: bytesOf(deleted),
    diagnostics
  }
}

function done(value: CleanReport): Outcome<CleanReport> {
  return { kind: 'done', value, warnings: [] }
}

async function cleanTargets(
  world: World,
  git: Git,
  { snapshots }: Wanted,
  registry: string
): Promise<CleanTargets> {
  const all = await Promise.all(
    snapshots.map(async ({ manifest }) => ({
      manifest,
      targets: await targetsFor(world, git, manifest, registry)
    }))
  )
  const published = all.flatMap(({ manifest, targets }) =>
    manifest.images.filter(image => image.publish).map(image => targets.published(image.repository))
  )
  const [first] = all
  if (first === undefined) throw new Error('Internal error: cleaning without a commit')
  return { ...first.targets, public: [...new Set(published)].sort(byCodeUnit) }
}

/** The registry, and beside it GitHub's packages where they are needed and a token for them is there. */
async function openDeleting(
  world: World,
  targets: CleanTargets
): Promise<{ readonly registry: Registry; readonly untagged: Untagged }> {
  const registry = await world.registry()
  const token = world.environment['GITHUB_TOKEN'] ?? ''
  const all = [targets.staging, targets.cache, ...targets.public]
  const isPackage = (repository: string): boolean => repository.startsWith(`${PACKAGES_HOST}/`)
  if (token === '' || !all.some(isPackage)) return { registry, untagged: () => Promise.resolve([]) }
  const apiUrl = world.environment['GITHUB_API_URL'] ?? 'https://api.github.com'
  const packages = await openPackages({ apiUrl, token })
  const untagged: Untagged = repository =>
    isPackage(repository) ? packages.untagged(repository) : Promise.resolve([])
  return { registry: deletingVersions(registry, packages), untagged }
}

/** A mirror may be behind: what it does not list yet would be taken for not needed. */
function mirroredHosts(world: World, manifest: string, targets: CleanTargets): readonly Diagnostic[] {
  const parsed = parseMirrors(world.environment['BASE_IMAGES_MIRRORS'] ?? '')
  if (parsed.kind !== 'mirrors') return []
  const { staging, cache, record } = targets
  const hosts = new Set([staging, cache, record, ...targets.public].map(each => each.split('/')[0] ?? ''))
  return [...hosts]
    .filter(host => parsed.mirrors.has(host))
    .map(host => {
      const message = `BASE_IMAGES_MIRRORS puts a mirror before ${host}, and a mirror may not know yet what is needed`
      return errorAt(
        'E004',
        { file: manifest },
        message,
        `take ${host} out of BASE_IMAGES_MIRRORS for this command`
      )
    })
}

function rowsOf(items: readonly CleanItem[], state: CleanRow['state']): readonly CleanRow[] {
  return items.map(item => ({ ...item, state }))
}

function bytesOf(items: readonly CleanItem[]): number {
  return items.reduce((sum, item) => sum + item.bytes, 0)
}

function notedImages(images: readonly ImagePlatform[]): Readonly<Record<string, readonly string[]>> {
  const noted: Record<string, string[]> = {}
  for (const { image, platform } of images) (noted[image] ??= []).push(platform)
  return Object.fromEntries(
    Object.entries(noted).map(([name, platforms]) => [name, platforms.sort(byCodeUnit)])
  )
}

function failureOf(error: unknown, manifest: string): readonly Diagnostic[] {
  if (error === undefined) return []
  if (!isTrouble(error)) throw error
  return [troubleOf(error, 'clean', manifest)]
}

function notListed(file: string, problem: string): Diagnostic {
  const remedy = 'nothing was deleted; repair this and run again, since what cannot be listed may be needed'
  return errorAt('R005', { file }, problem, remedy)
}

function deletesNothing(file: string, repository: string): Diagnostic {
  const message = `${repository}: the registry deletes nothing through its API`
  const remedy = repository.startsWith(`${PACKAGES_HOST}/`)
    ? 'set GITHUB_TOKEN to a token that may read and delete packages, or delete the listed versions by hand'
    : 'switch deletion on in the registry, or delete what is listed by the means that it has'
  return errorAt('R006', { file }, message, remedy)
}
