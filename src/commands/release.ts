import { errorAt, hasErrors } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { traceKeyOf } from '../keys/inputs.js'
import { release as releaseAll } from '../release/release.js'
import type { ReleaseImage, ReleaseResult } from '../release/types.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan } from '../plan/types.js'
import { openPlan } from './opened.js'
import type { Outcome } from './outcome.js'
import { untested } from './untested.js'
import type { World } from '../world.js'

/** What to make public. */
export interface ReleaseRequestOptions {
  readonly plan: Plan
  readonly registry?: string
  readonly dryRun?: boolean
  readonly allowRewind?: boolean
}

/** Makes what is public equal to the keys of the plan's commit, for every image of the manifest, all or nothing. */
export async function release(world: World, request: ReleaseRequestOptions): Promise<Outcome<ReleaseResult>> {
  const { plan } = request
  if (plan.head.dirty) return { kind: 'invalid', diagnostics: [uncommitted(plan)] }
  const opened = await openPlan(world, plan, request.registry)
  if (!('git' in opened)) return { kind: 'invalid', diagnostics: opened }
  const { git, snapshot, targets } = opened
  const registry = await world.registry()
  const failures = await untested(registry, targets.staging, plan, snapshot)
  if (hasErrors(failures)) {
    return { kind: 'done', value: { state: 'refused', images: [], diagnostics: failures }, warnings: [] }
  }
  const planned = new Map(plan.images.map(image => [image.name, image]))
  const result = await releaseAll(
    {
      manifest: plan.manifest,
      commit: { id: plan.head.commit, time: plan.head.time },
      staging: targets.staging,
      record: targets.record,
      images: releaseImages(plan, snapshot, targets.published),
      allowRewind: request.allowRewind ?? false,
      dryRun: request.dryRun ?? false
    },
    {
      registry,
      traceKey: (image, platform, _parents, digestOf) => {
        const inputs = snapshot.images.get(image)?.platforms.get(platform)
        if (inputs === undefined) throw new Error(`Internal error: ${image} is not planned for ${platform}`)
        const salt = planned.get(image)?.platforms[platform]?.salt
        return traceKeyOf(inputs, parent => digestOf(parent.image, parent.platform) ?? '', salt)
      },
      isAncestor: (ancestor, commit) => git.isAncestor(ancestor, commit),
      log: world.log
    }
  )
  return { kind: 'done', value: result, warnings: [] }
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

function releaseImages(
  plan: Plan,
  snapshot: Snapshot,
  published: (repository: string) => string
): readonly ReleaseImage[] {
  return plan.images.flatMap(planned => {
    const spec = snapshot.images.get(planned.name)?.spec
    if (spec === undefined) return []
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
      parents: planned.parents
    }
  })
}
