import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeBench, manifest } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { ownPrefix, takeEngine } from '../support/engine.js'
import { startFront } from '../support/registry-front.js'
import type { RegistryFront } from '../support/registry-front.js'
import type { Files, TestRepository } from '../support/repository.js'

/** The images of the tree, parents first: three levels. */
export const IMAGES = ['root', 'middle', 'leaf'] as const

/** A chain of three images, each with a layer that a body can break off in. */
export function treeFiles(): Files {
  const image = (name: string, from: string): Files => ({
    [`images/${name}/Dockerfile`]: `FROM ${from}\nCOPY payload /${name}\n`,
    [`images/${name}/payload`]: payload(name)
  })
  return {
    'images/manifest.yaml': manifest({ root: [], middle: [], leaf: [] }),
    ...image('root', 'scratch'),
    ...image('middle', 'ghcr.io/acme/root'),
    ...image('leaf', 'ghcr.io/acme/middle')
  }
}

/** 32 KiB that do not compress and are the same everywhere. */
function payload(name: string): Uint8Array {
  const blocks = Array.from({ length: 1024 }, (_, block) =>
    createHash('sha256').update(`${name} ${block}`).digest()
  )
  return Buffer.concat(blocks)
}

/** Whether a run finds the layer cache of an earlier one: then it reads layers where it else writes them. */
export type Scene = 'cold' | 'cached'

/** An engine of its own, with a front before its registry through which everything goes. */
export interface Rig {
  readonly front: RegistryFront
  /** Host of the registry behind the front. */
  readonly registry: string
  readonly repository: TestRepository
  /**
   * A bench with a prefix of its own, of which every build begins in a builder that has nothing. A patient one leaves a
   * silent build the time that the product gives it: BuildKit takes half a minute to give up a cache that it cannot write.
   */
  readonly bench: (scene: Scene, isPatient?: boolean) => Bench
  readonly stop: () => Promise<void>
}

/** In place of the product's minute and half an hour: a registry, and a build, that is silent for so long is given up. */
const IDLE_MS = 1000
const SILENCE_MS = 4000

/**
 * Opens a rig on a running engine. `registryFolder` is where its registry keeps its files: a cache is given to a prefix
 * by copying it there. Its builder is emptied all the time: it must be nobody else's.
 */
export async function openRig(
  environment: Readonly<Record<string, string>>,
  registryFolder: string
): Promise<Rig> {
  const { host } = takeEngine(environment)
  const front = await startFront(host)
  const first = bench(treeFiles(), undefined, true)
  await first.run()
  const repositories = join(registryFolder, 'storage', 'docker', 'registry', 'v2', 'repositories')
  const cacheIn = (prefix: string): string => join(repositories, pathOf(prefix), 'fixture-cache')
  if (!existsSync(cacheIn(first.prefix))) throw new Error(`the first run left no cache:\n${first.log()}`)

  function bench(files: Files, repository: TestRepository | undefined, isPatient: boolean): Bench {
    return makeBench(files, {
      ...(repository === undefined ? {} : { repository }),
      prefix: ownPrefix(front.host),
      hurry: true,
      limits: { idleMs: IDLE_MS, ...(isPatient ? {} : { silenceMs: SILENCE_MS }) },
      around: (_, build) => {
        empty(environment)
        return build()
      }
    })
  }
  return {
    front,
    registry: host,
    repository: first.repository,
    bench: (scene, isPatient = false) => {
      const made = bench({}, first.repository, isPatient)
      if (scene === 'cached') cpSync(cacheIn(first.prefix), cacheIn(made.prefix), { recursive: true })
      return made
    },
    stop: front.stop
  }
}

function pathOf(prefix: string): string {
  return prefix.slice(prefix.indexOf('/') + 1)
}

/** Takes everything from the builder, so that the next build has to pull its parent. */
function empty(environment: Readonly<Record<string, string>>): void {
  execFileSync(environment['BASE_IMAGES_BUILDX'] ?? 'buildx', ['prune', '--all', '--force'], {
    env: { ...process.env, ...environment },
    stdio: 'pipe'
  })
}
