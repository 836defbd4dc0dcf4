import { testHash } from '../build/smoke.js'
import { keyTag, testTag, traceTag } from '../build/staging.js'
import { traceKeyOf } from '../keys/inputs.js'
import type { Plan } from '../plan/types.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Registry } from '../ports.js'

/** What staging holds for the images of a plan, looked up when asked for and remembered. */
export interface Staged {
  /**
   * Digest of an image on a platform that was built from exactly the plan's inputs on exactly the parents that staging
   * holds, and whose test passed; undefined when there is none.
   */
  readonly digest: (image: string, platform: string) => Promise<string | undefined>
  /** The trace key (64 hex); undefined while a parent is missing. */
  readonly trace: (image: string, platform: string) => Promise<string | undefined>
  /** Tells what was just built, so that it is not asked for. */
  readonly remember: (image: string, platform: string, digest: string) => void
}

/** Opens the view of a staging repository for a plan. */
export function openStaged(registry: Registry, repository: string, plan: Plan, snapshot: Snapshot): Staged {
  const digests = new Map<string, Promise<string | undefined>>()
  const planned = new Map(plan.images.map(image => [image.name, image]))

  const staged: Staged = {
    digest: (image, platform) => {
      const id = `${image} ${platform}`
      const known = digests.get(id)
      if (known !== undefined) return known
      const found = find(image, platform)
      digests.set(id, found)
      return found
    },
    trace: async (image, platform) => {
      const inputs = snapshot.images.get(image)?.platforms.get(platform)
      if (inputs === undefined) return undefined
      const parents = new Map<string, string>()
      for (const parent of inputs.parents) {
        const digest = await staged.digest(parent.image, parent.platform)
        if (digest === undefined) return undefined
        parents.set(`${parent.image} ${parent.platform}`, digest)
      }
      const salt = planned.get(image)?.platforms[platform]?.salt
      return traceKeyOf(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt)
    },
    remember: (image, platform, digest) => {
      digests.set(`${image} ${platform}`, Promise.resolve(digest))
    }
  }

  async function find(image: string, platform: string): Promise<string | undefined> {
    const key = planned.get(image)?.platforms[platform]?.key
    if (key === undefined) return undefined
    const byKey = await registry.head(repository, keyTag(image, platform, key))
    if (byKey === undefined) return undefined
    const trace = await staged.trace(image, platform)
    if (trace === undefined) return undefined
    const byTrace = await registry.head(repository, traceTag(image, platform, trace))
    if (byTrace?.digest !== byKey.digest) return undefined
    return (await isTested(image, platform, byKey.digest)) ? byKey.digest : undefined
  }

  async function isTested(image: string, platform: string, digest: string): Promise<boolean> {
    const inputs = snapshot.images.get(image)
    if (inputs === undefined || inputs.test === null) return true
    const tag = testTag(image, platform, testHash(digest, inputs.test))
    return (await registry.head(repository, tag)) !== undefined
  }

  return staged
}
