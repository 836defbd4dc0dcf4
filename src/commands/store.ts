import { handLayout, handParent } from '../build/handover.js'
import type { HandedImage } from '../build/handover.js'
import { openLayout } from '../io/layout.js'
import type { Layout } from '../io/layout.js'
import { digestOf } from '../keys/canonical.js'
import type { Registry } from '../ports.js'
import type { World } from '../world.js'
import { lending } from './lending.js'
import type { PublishedBuild } from './published.js'
import { putBack } from './put-back.js'
import { readingWhatItMay } from './readable.js'

/** The place where builds are stored by key and from which parents are handed over. */
export interface Store {
  /** What is stored, as if it were all in the staging repository. */
  readonly registry: Registry
  /** Takes in a build that was exported into a folder; builds are pushed to the staging repository when absent. */
  readonly take?: (exported: string) => Promise<void>
  /** Whether a build of this run was pushed to the staging repository: then the login may push there. */
  tookPush?: boolean
  /** Takes in a build that is public, under these tags. */
  readonly putBack: (build: PublishedBuild, tags: readonly string[]) => Promise<void>
  /** Hands a stored image over by digest, under the name by which a Dockerfile asks for it. */
  readonly hand: (contextName: string, digest: string) => Promise<HandedImage>
}

/** The staging repository, or, where nothing may be written, a folder in front of it. */
export async function storeFor(world: World, staging: string, folder: string | undefined): Promise<Store> {
  const registry = await world.registry()
  return folder === undefined
    ? stagingStore(registry, staging)
    : folderStore(readingWhatItMay(registry, world.log), staging, openLayout(folder))
}

function stagingStore(registry: Registry, staging: string): Store {
  return {
    registry,
    putBack: (build, tags) => putBack(registry, staging, build, tags),
    hand: (name, digest) => Promise.resolve(handParent(name, staging, digest))
  }
}

/**
 * Builds lie in an OCI layout; what is not there is looked up in staging, or where it is public, and handed over from
 * there. Nothing is written to any registry: writing anything but a tag of a build is an error.
 */
function folderStore(registry: Registry, staging: string, layout: Layout): Store {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('Internal error: this run writes to no registry'))
  const lent = lending(registry, staging)
  return {
    take: layout.take,
    putBack: lent.putBack,
    hand: async (name, digest) =>
      (await layout.isWhole(digest))
        ? handLayout(name, layout.folder, digest)
        : handParent(name, lent.repositoryOf(digest), digest),
    registry: {
      ...lent.registry,
      head: async (repository, reference) => {
        if (repository !== staging) return registry.head(repository, reference)
        const digest = (await layout.tagged(reference)) ?? reference
        const found = await layout.manifest(digest)
        return found?.descriptor ?? lent.registry.head(staging, digest)
      },
      manifest: async (repository, reference) => {
        if (repository !== staging) return registry.manifest(repository, reference)
        const digest = (await layout.tagged(reference)) ?? reference
        return (await layout.manifest(digest)) ?? lent.registry.manifest(staging, digest)
      },
      blob: async (repository, digest) => {
        const found = repository === staging ? await layout.blob(digest) : undefined
        return found ?? lent.registry.blob(repository, digest)
      },
      // The bytes are in the layout or in a registry already, by digest.
      putManifest: async (repository, tag, _, bytes) => {
        if (repository !== staging) return refuse()
        const digest = digestOf(bytes)
        await layout.tag(tag, digest)
        return digest
      },
      putBlob: refuse,
      copyBlob: refuse,
      deleteTag: refuse,
      deleteManifest: refuse
    }
  }
}
