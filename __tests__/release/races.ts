import fc from 'fast-check'
import type { Descriptor, ManifestBytes, Registry } from '../../src/ports.js'
import { documentOf } from '../../src/release/contents.js'
import { commitOf } from '../../src/release/image-index.js'
import { release } from '../../src/release/release.js'
import type { ReleaseResult } from '../../src/release/types.js'
import { registryModel } from './registry-model.js'
import type { RegistryModel } from './registry-model.js'
import { commits, portsOf, requestFor, stage } from './rig.js'
import type { TestImage } from './rig.js'
import { byStretches } from './schedule.js'
import type { Stretch } from './schedule.js'
import { Killed, turnstile } from './turnstile.js'
import type { Passed } from './turnstile.js'

/** Releases that run at the same time, against a model of a registry or a real one. */

/** Where everything of a race lies. Names of repositories are part of a record, so equal grounds give equal digests. */
export interface Ground {
  readonly prefix: string
  readonly staging: string
}

/**
 * A race: the first commit is public, and each later one is released by a run of its own, run 0 the second commit. What
 * is left after the stretches runs to its end in `order`.
 */
export interface Race {
  /** Content of the images by commit, oldest first. */
  readonly contents: readonly string[]
  readonly stretches: readonly Stretch[]
  readonly order: readonly number[]
}

/** How a run ended. */
export type End = ReleaseResult['state'] | 'killed'

/** A parent and its child, in two repositories, each with one tag that moves. */
export const couple = (content: string): readonly TestImage[] => [
  { name: 'base', content },
  { name: 'web', content, parents: ['base'] }
]

/** Releases the commit of a number, undisturbed. */
export async function releaseAlone(
  registry: Registry,
  { prefix, staging }: Ground,
  contents: readonly string[],
  number: number
): Promise<End> {
  const images = couple(contents[number] ?? '')
  const request = requestFor(prefix, images, commits[number]!, { staging })
  return (await release(request, portsOf(registry, images))).state
}

/** Puts every content into staging and makes the first commit public. */
export async function prepare(
  registry: Registry,
  ground: Ground,
  contents: readonly string[]
): Promise<void> {
  const prefix = ground.staging.replace(/\/build$/, '')
  for (const content of new Set(contents)) await stage(registry, prefix, couple(content))
  await releaseAlone(registry, ground, contents, 0)
}

/** Runs a race; `passed` is told every request right after it was made. */
export async function run(
  registry: Registry,
  ground: Ground,
  { contents, stretches, order }: Race,
  passed?: (request: Passed) => void
): Promise<readonly End[]> {
  const runs = contents.length - 1
  const { gate, leave } = turnstile(registry, runs, byStretches(stretches, order), passed)
  return Promise.all(
    Array.from({ length: runs }, (_, number) =>
      releaseAlone(gate(number), ground, contents, number + 1)
        .catch((error: unknown) => {
          if (error instanceof Killed) return 'killed' as const
          throw error
        })
        .finally(() => leave(number))
    )
  )
}

/**
 * Looks at tags and writes of tags that an undisturbed release of two images needs, and some more, since one that meets
 * another needs more.
 */
export const STEPS = 24

/** Races of one run for each commit after the first, stopped for one another and killed anywhere. */
export function races(contents: readonly string[]): fc.Arbitrary<Race> {
  const runs = contents.slice(1).map((_, number) => number)
  const stretch = fc.record({
    run: fc.nat(runs.length - 1),
    steps: fc.nat(STEPS),
    kill: fc.integer({ min: 0, max: 5 }).map(roll => roll === 0)
  })
  return fc.record({
    contents: fc.constant(contents),
    stretches: fc.array(stretch, { maxLength: 8 }),
    order: fc.shuffledSubarray(runs, { minLength: runs.length })
  })
}

/** Where `latest` of every image and of the record points. */
export function movingTags(model: RegistryModel, { prefix }: Ground): Readonly<Record<string, string>> {
  const tags = Object.entries(model.view())
  return Object.fromEntries(
    tags.filter(([name]) => name.startsWith(`${prefix}/`) && name.endsWith(':latest'))
  )
}

/** Number of the commit that an index or a record carries; -1 when there is none. */
export function commitIn(manifest: ManifestBytes | undefined): number {
  const revision = manifest === undefined ? undefined : commitOf(manifest)?.revision
  return commits.findIndex(commit => commit.id === revision)
}

/** What is public in a model: tags, and what they and the newest record mean. */
export interface Public {
  /** Content (as in `Race.contents`) that `latest` of each image has; undefined when it is no whole index of one. */
  readonly contents: Readonly<Record<string, string | undefined>>
  /** The same of the indexes that the newest record names. */
  readonly recorded: Readonly<Record<string, string | undefined>>
  /** Digests of `latest` of each image, and those in the newest record. */
  readonly digests: Readonly<Record<string, string | undefined>>
  readonly recordedDigests: Readonly<Record<string, string | undefined>>
  /** Number of the commit of the newest record. */
  readonly record: number
}

/** A registry model in which the first commit is public, with a way to look at it. */
export interface Arena {
  readonly model: RegistryModel
  readonly ground: Ground
  readonly look: (model: RegistryModel) => Public
}

const IMAGES = ['base', 'web'] as const

/** Makes the arena of races over these contents. */
export async function arena(contents: readonly string[]): Promise<Arena> {
  const ground = { prefix: 'registry.example/acme', staging: 'registry.example/acme/build' }
  const model = registryModel()
  await prepare(model.registry, ground, contents)
  const known = new Map<string, string>()
  for (const [number, content] of contents.entries()) {
    const alone = model.copy()
    await releaseAlone(alone.registry, ground, contents, number)
    for (const image of IMAGES) {
      const digest = alone.view()[`${ground.prefix}/${image}:latest`] ?? ''
      known.set(platformsOf(alone.manifest(`${ground.prefix}/${image}`, digest)), content)
    }
  }
  const contentOf = (at: RegistryModel, image: string, digest: string | undefined): string | undefined =>
    known.get(platformsOf(at.manifest(`${ground.prefix}/${image}`, digest ?? '')))
  return {
    model,
    ground,
    look: at => {
      const view = at.view()
      const record = at.manifest(`${ground.prefix}/record`, 'latest')
      const recordedDigests = digestsIn(at, ground, record)
      const digests = Object.fromEntries(
        IMAGES.map(image => [image, view[`${ground.prefix}/${image}:latest`]])
      )
      const meant = (
        named: Readonly<Record<string, string | undefined>>
      ): Readonly<Record<string, string | undefined>> =>
        Object.fromEntries(IMAGES.map(image => [image, contentOf(at, image, named[image])]))
      return {
        contents: meant(digests),
        recorded: meant(recordedDigests),
        digests,
        recordedDigests,
        record: commitIn(record)
      }
    }
  }
}

/** The platform manifests of an index, as one text. */
function platformsOf(index: ManifestBytes | undefined): string {
  const { manifests = [] } = documentOf(index?.bytes ?? new Uint8Array()) as {
    readonly manifests?: readonly Descriptor[]
  }
  return manifests.map(({ digest }) => digest).join()
}

function digestsIn(
  model: RegistryModel,
  { prefix }: Ground,
  record: ManifestBytes | undefined
): Readonly<Record<string, string>> {
  const { layers = [] } = documentOf(record?.bytes ?? new Uint8Array()) as {
    readonly layers?: readonly Descriptor[]
  }
  const bytes = model.blob(`${prefix}/record`, layers[0]?.digest ?? '') ?? new Uint8Array()
  const { images = {} } = documentOf(bytes) as {
    readonly images?: Readonly<Record<string, { readonly digest: string }>>
  }
  return Object.fromEntries(Object.entries(images).map(([name, { digest }]) => [name, digest]))
}
