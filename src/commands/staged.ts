import { passedTag, testHash } from '../build/smoke.js'
import { contentTag, keyTag, traceTag } from '../build/staging.js'
import { contentId } from '../keys/content-id.js'
import { traceKeyOf } from '../keys/inputs.js'
import type { Plan } from '../plan/types.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Registry } from '../ports.js'
import { blobsOf } from '../release/contents.js'
import type { PublishedBuild, PublishedBuilds } from './published.js'

/** What staging holds for the images of a plan, looked up when asked for and remembered. */
export interface Staged {
  /**
   * Digest of an image on a platform that was built from exactly the plan's inputs on exactly the parents that staging
   * holds, and whose test passed; undefined when there is none.
   */
  readonly digest: (image: string, platform: string) => Promise<string | undefined>
  /** The trace key (64 hex) on the parents that staging holds, tested or not; undefined while one is missing. */
  readonly trace: (image: string, platform: string) => Promise<string | undefined>
  /**
   * Digest of the public build with the plan's key on the parents that staging holds, put back whether or not its test
   * has passed; undefined when there is none.
   */
  readonly published: (image: string, platform: string) => Promise<string | undefined>
  /** Tells what was just built, so that it is not asked for. */
  readonly remember: (image: string, platform: string, digest: string) => void
}

/** A build of exactly the plan's inputs on exactly the parents that staging holds. */
interface Found {
  readonly digest: string
  /** Whether the image's present test has passed on it. */
  readonly hasPassed: boolean
}

/** Where a build is looked for that staging does not have. */
export interface Fallback {
  readonly find: PublishedBuilds
  /** Puts it back into staging under these tags; absent where nothing may be written. */
  readonly putBack?: (build: PublishedBuild, tags: readonly string[]) => Promise<void>
}

/** Opens the view of a staging repository for a plan; what is missing there is looked for among what is public. */
export function openStaged(
  registry: Registry,
  repository: string,
  plan: Plan,
  snapshot: Snapshot,
  fallback: Fallback
): Staged {
  const builds = new Map<string, Promise<Found | undefined>>()
  const planned = new Map(plan.images.map(image => [image.name, image]))

  const staged: Staged = {
    digest: async (image, platform) => {
      const found = await foundOf(image, platform)
      return found?.hasPassed === true ? found.digest : undefined
    },
    trace: async (image, platform) => {
      const inputs = snapshot.images.get(image)?.platforms.get(platform)
      if (inputs === undefined) return undefined
      const parents = new Map<string, string>()
      for (const parent of inputs.parents) {
        const found = await foundOf(parent.image, parent.platform)
        if (found === undefined) return undefined
        parents.set(`${parent.image} ${parent.platform}`, found.digest)
      }
      const salt = planned.get(image)?.platforms[platform]?.salt
      return traceKeyOf(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt)
    },
    published: async (image, platform) => {
      const build = await publicBuild(image, platform)
      if (build !== undefined) await take(image, platform, build)
      return build?.manifest.descriptor.digest
    },
    remember: (image, platform, digest) => {
      builds.set(`${image} ${platform}`, Promise.resolve({ digest, hasPassed: true }))
    }
  }

  function foundOf(image: string, platform: string): Promise<Found | undefined> {
    const id = `${image} ${platform}`
    const known = builds.get(id) ?? find(image, platform)
    builds.set(id, known)
    return known
  }

  async function find(image: string, platform: string): Promise<Found | undefined> {
    const key = keyOf(image, platform)
    if (key === undefined) return undefined
    const byKey = await registry.head(repository, keyTag(image, platform, key))
    if (byKey !== undefined) {
      const trace = await staged.trace(image, platform)
      if (trace === undefined) return undefined
      const byTrace = await registry.head(repository, traceTag(image, platform, trace))
      if (byTrace !== undefined) {
        const { digest } = byKey
        return byTrace.digest === digest
          ? { digest, hasPassed: await isTested(image, platform, digest) }
          : undefined
      }
    }
    const build = await publicBuild(image, platform)
    if (build === undefined || !hasPassed(image, build)) return undefined
    await take(image, platform, build)
    return { digest: build.manifest.descriptor.digest, hasPassed: true }
  }

  async function isTested(image: string, platform: string, digest: string): Promise<boolean> {
    const tag = testName(image, platform, digest)
    return tag === undefined || (await registry.head(repository, tag)) !== undefined
  }

  /** The public build, if it stands on the parents that staging holds and staging knows of no other one. */
  async function publicBuild(image: string, platform: string): Promise<PublishedBuild | undefined> {
    const key = keyOf(image, platform)
    const build = key === undefined ? undefined : await fallback.find(image, platform, key)
    if (build === undefined) return undefined
    const trace = await staged.trace(image, platform)
    if (trace !== build.trace) return undefined
    const byTrace = await registry.head(repository, traceTag(image, platform, trace))
    const isOther = byTrace !== undefined && byTrace.digest !== build.manifest.descriptor.digest
    return isOther ? undefined : build
  }

  /** Puts a public build back, with the tags that are true of it: the key only when nothing is left to do. */
  async function take(image: string, platform: string, build: PublishedBuild): Promise<void> {
    if (fallback.putBack === undefined) return
    const content = await contentName(image, platform, build)
    const free = content !== undefined && (await registry.head(repository, content)) === undefined
    const tested = testName(image, platform, build.manifest.descriptor.digest)
    const done = [
      ...(tested === undefined ? [] : [tested]),
      traceTag(image, platform, build.trace),
      keyTag(image, platform, keyOf(image, platform) ?? '')
    ]
    await fallback.putBack(build, [...(free ? [content] : []), ...(hasPassed(image, build) ? done : [])])
  }

  async function contentName(
    image: string,
    platform: string,
    { repository: from, manifest }: PublishedBuild
  ): Promise<string | undefined> {
    const [config] = blobsOf(manifest)
    const bytes = config && (await registry.blob(from, config.digest))
    return bytes && contentTag(image, platform, contentId(bytes))
  }

  function hasPassed(image: string, { manifest, test }: PublishedBuild): boolean {
    const inputs = snapshot.images.get(image)?.test ?? null
    return inputs === null || test === testHash(manifest.descriptor.digest, inputs)
  }

  /** The tag that records the image's present test on a digest; undefined without a test. */
  function testName(image: string, platform: string, digest: string): string | undefined {
    const inputs = snapshot.images.get(image)?.test ?? null
    return inputs === null ? undefined : passedTag(image, platform, digest, inputs)
  }

  function keyOf(image: string, platform: string): string | undefined {
    return planned.get(image)?.platforms[platform]?.key
  }

  return staged
}
