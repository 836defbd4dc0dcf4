import type { BuildResult } from '../build/results.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { isTaken } from '../plan/platforms.js'
import type { Plan } from '../plan/types.js'
import { compressedSize } from '../release/contents.js'
import { openPlan } from './opened.js'
import type { Outcome } from './outcome.js'
import { openPublished } from './published.js'
import { openStaged } from './staged.js'
import type { World } from '../world.js'

/**
 * What became of the images of a plan, as staging tells it: done when the key, on the parents of the plan, is there and
 * tested; blocked when a parent is not; failed otherwise. Of a plan for some platforms these only. Digests never travel
 * between jobs, this finds them.
 */
export async function status(
  world: World,
  request: { readonly plan: Plan; readonly registry?: string }
): Promise<Outcome<readonly BuildResult[]>> {
  const { plan } = request
  const opened = await openPlan(world, plan, request.registry)
  if (!('git' in opened)) return { kind: 'invalid', diagnostics: opened }
  const { snapshot, targets } = opened
  const registry = await world.registry()
  const find = openPublished(registry, targets, snapshot, world.log)
  const staged = openStaged(registry, targets.staging, plan, snapshot, { find })
  const results: BuildResult[] = []
  const failedFirst = new Map<string, string>()
  const plannedByName = new Map(plan.images.map(image => [image.name, image]))
  for (const name of snapshot.order.names) {
    const planned = plannedByName.get(name)
    const image = snapshot.images.get(name)
    if (planned === undefined || image === undefined) continue
    if (planned.action === 'none' || planned.action === 'retag') continue
    for (const [platform, inputs] of image.platforms) {
      if (!isTaken(plan, platform)) continue
      const digest = await staged.digest(name, platform)
      const parents: Record<string, string> = {}
      for (const parent of inputs.parents) {
        const found = await staged.digest(parent.image, parent.platform)
        if (found !== undefined) parents[parent.image] = found
      }
      const common = { image: name, platform, parents, milliseconds: 0, diagnostics: [] }
      if (digest !== undefined) {
        const manifest = await registry.manifest(targets.staging, digest)
        const state = planned.action === 'build' ? 'built' : 'reused'
        results.push({ ...common, state, digest, ...(manifest && { size: compressedSize(manifest) }) })
        continue
      }
      const missing = inputs.parents.find(parent => parents[parent.image] === undefined)
      const first = missing && (failedFirst.get(`${missing.image} ${missing.platform}`) ?? missing.image)
      failedFirst.set(`${name} ${platform}`, first ?? name)
      const place = { file: image.spec.dockerfile }
      results.push(
        first === undefined
          ? {
              ...common,
              state: 'failed',
              diagnostics: [errorAt('B001', place, `${name} was not built`, 'read the log of its job')]
            }
          : {
              ...common,
              state: 'blocked',
              blockedBy: first,
              diagnostics: [
                errorAt('B005', place, `${name} is not built: ${first} failed`, `repair ${first}`)
              ]
            }
      )
    }
  }
  return { kind: 'done', value: results, warnings: [] }
}
