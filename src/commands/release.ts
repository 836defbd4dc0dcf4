import { byCodeUnit } from '../diagnostics/code-unit.js'
import { COMMAND_LINE, errorAt, hasErrors, warningAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { someOf } from '../diagnostics/shown.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import { traceKeyOf } from '../keys/inputs.js'
import { release as releaseAll } from '../release/release.js'
import type { ReleaseImage, ReleaseResult } from '../release/types.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import type { Snapshot } from '../plan/snapshot.js'
import { isTaken, takenImages } from '../plan/platforms.js'
import { isOfRun } from '../plan/run-keys.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { Registry } from '../ports.js'
import { openPlan, OWN_REGISTRY } from './opened.js'
import type { OpenedPlan } from './opened.js'
import type { Outcome } from './outcome.js'
import { putBackLost } from './put-back.js'
import { untested } from './untested.js'
import type { World } from '../world.js'

/** What to make public. */
export interface ReleaseRequestOptions {
  readonly plan: Plan
  /** What the plan was made of, where this process made it. */
  readonly snapshot?: Snapshot
  readonly registry?: string
  readonly dryRun?: boolean
  readonly allowRewind?: boolean
  /** Publishes these platforms only: those that the plan was made for, said once more. All of the manifest when absent. */
  readonly platforms?: readonly string[]
  /** What was given on the command line, for the commands that remedies suggest. */
  readonly given?: GivenOptions
}

/**
 * Makes what is public equal to the keys of the plan's commit, for every image of the manifest, all or nothing. What
 * staging has lost and is public is put back first.
 */
export async function release(world: World, request: ReleaseRequestOptions): Promise<Outcome<ReleaseResult>> {
  const { plan } = request
  const unfit = unfitPlatforms(plan, request.platforms)
  if (unfit.length > 0) return { kind: 'invalid', diagnostics: unfit }
  const images = request.platforms === undefined ? plan.images : takenImages(plan)
  if (plan.head.dirty) return { kind: 'invalid', diagnostics: [uncommitted(plan)] }
  const opened = await openPlan(world, plan, request.registry, request.snapshot)
  if (!('git' in opened)) return { kind: 'invalid', diagnostics: opened }
  const attempt = (registry: Registry): Promise<ReleaseResult> =>
    releaseOnce(world, registry, request, opened, images)
  let result = await attempt(await world.registry())
  if (result.state === 'refused' && result.diagnostics.some(({ code }) => code !== 'R002')) {
    const { snapshot, targets } = opened
    const whole = await putBackLost(world, { targets, plan, images, snapshot }, request.dryRun ?? false)
    if (whole !== undefined) result = await attempt(whole)
  }
  return { kind: 'done', value: result, warnings: partlyPublished(plan, opened.snapshot, request.platforms) }
}

/** Images that are published without a platform of the manifest: whoever pulls a moved tag there finds nothing. */
function partlyPublished(
  plan: Plan,
  { images }: Snapshot,
  platforms: readonly string[] | undefined
): readonly Diagnostic[] {
  if (platforms === undefined) return []
  const published = takenImages(plan).filter(({ name }) => images.get(name)?.spec.publish === true)
  const lacking = published.flatMap(({ name, platforms: taken }) => {
    const all = images.get(name)?.spec.platforms ?? []
    const without = all.filter(each => taken[each] === undefined)
    return without.length === 0 ? [] : [`${name} without ${without.join(' and ')}`]
  })
  if (lacking.length === 0) return []
  const message = `--platform publishes ${someOf(lacking, SHOWN)}: a tag that moves loses what it had there`
  return [warningAt('R003', COMMAND_LINE, message, 'leave --platform out once all platforms are built')]
}

const SHOWN = 5

async function releaseOnce(
  world: World,
  registry: Registry,
  request: ReleaseRequestOptions,
  { git, snapshot, targets }: OpenedPlan,
  images: readonly PlannedImage[]
): Promise<ReleaseResult> {
  const { plan } = request
  const failures = await untested(registry, targets.staging, images, snapshot)
  if (hasErrors(failures)) return { state: 'refused', images: [], diagnostics: failures }
  const planned = new Map(images.map(image => [image.name, image]))
  return releaseAll(
    {
      manifest: plan.manifest,
      commit: { id: plan.head.commit, time: plan.head.time },
      staging: targets.staging,
      record: targets.record,
      images: releaseImages(images, snapshot, targets.published),
      allowRewind: request.allowRewind ?? false,
      dryRun: request.dryRun ?? false,
      given: givenTo(request),
      isOtherRun: request.given !== undefined && request.given.plan === undefined && plan.images.some(isOfRun)
    },
    {
      registry,
      traceKey: (image, platform, digestOf) => {
        const inputs = snapshot.images.get(image)?.platforms.get(platform)
        if (inputs === undefined) throw new Error(`Internal error: ${image} is not planned for ${platform}`)
        const salt = planned.get(image)?.platforms[platform]?.salt
        return traceKeyOf(inputs, parent => digestOf(parent.image, parent.platform) ?? '', salt)
      },
      isAncestor: (ancestor, commit) => git.isAncestor(ancestor, commit),
      descendants: (commit, some) => git.descendants(commit, some),
      log: world.log,
      signal: world.signal
    }
  )
}

/**
 * What a suggested command has to repeat. A plan that was not made here may be of another commit than the one that is
 * checked out, and may lack what is missing, so its commit is planned anew; but a key of its run is found by it alone.
 */
function givenTo({ plan, registry, platforms, given }: ReleaseRequestOptions): GivenOptions {
  if (given !== undefined && (given.plan === undefined || plan.images.some(isOfRun))) return given
  const { manifest = plan.manifest } = given ?? {}
  return {
    ...(manifest === DEFAULT_MANIFEST ? {} : { manifest }),
    head: plan.head.commit,
    ...(registry === undefined || registry === OWN_REGISTRY ? {} : { registry }),
    ...(platforms === undefined ? {} : { platforms })
  }
}

/** What is public must be what a commit says: uncommitted work would carry the name of a commit that is something else. */
function uncommitted(plan: Plan): Diagnostic {
  return errorAt(
    'R004',
    { file: plan.manifest },
    `the plan holds uncommitted changes on top of ${plan.head.commit.slice(0, 12)}; only commits are released`,
    'commit them, or release the commit with --head HEAD'
  )
}

/**
 * Platforms that are not those of the plan, or without which an image cannot be held against its parents: a mistyped list
 * must not publish an index that lacks a platform.
 */
function unfitPlatforms(plan: Plan, platforms: readonly string[] | undefined): readonly Diagnostic[] {
  if (platforms === undefined) return []
  const given = [...new Set(platforms)].sort(byCodeUnit).join(', ')
  const made = plan.platforms?.join(', ') ?? 'all platforms'
  if (given !== made) {
    const message = `the release is for ${given}, and the plan was made for ${made}`
    return [
      errorAt(
        'E004',
        COMMAND_LINE,
        message,
        'give plan, build and release the same --platform, or none of them'
      )
    ]
  }
  return takenImages(plan).flatMap(({ name, platforms: taken }) =>
    Object.entries(taken).flatMap(([platform, { crossing = [] }]) =>
      crossing
        .filter(parent => !isTaken(plan, parent.platform))
        .map(parent => {
          const message = `${name} for ${platform} takes ${parent.image} for ${parent.platform}, which --platform leaves out`
          return errorAt('E004', COMMAND_LINE, message, `add --platform ${parent.platform}`)
        })
    )
  )
}

function releaseImages(
  images: readonly PlannedImage[],
  snapshot: Snapshot,
  published: (repository: string) => string
): readonly ReleaseImage[] {
  return images.flatMap(planned => {
    const image = snapshot.images.get(planned.name)
    if (image === undefined) return []
    const { spec, test } = image
    const platforms = Object.entries(planned.platforms).map(([platform, { key }]) => [platform, key] as const)
    return {
      name: spec.name,
      repository: published(spec.repository),
      tags: spec.tags,
      texts: {
        title: spec.name,
        ...(spec.description === undefined ? {} : { description: spec.description }),
        ...(spec.licenses === undefined ? {} : { licenses: spec.licenses }),
        ...(spec.source === undefined ? {} : { source: spec.source }),
        ...(spec.deprecated === undefined ? {} : { deprecated: spec.deprecated })
      },
      publish: spec.publish,
      platforms: Object.fromEntries(platforms),
      parents: planned.parents,
      ...(test === null ? {} : { test })
    }
  })
}
