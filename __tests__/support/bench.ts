import { existsSync, readFileSync } from 'node:fs'
import type { BuildResult } from '../../src/build/results.js'
import { build } from '../../src/commands/build.js'
import type { BuildRequest } from '../../src/commands/build.js'
import type { Outcome } from '../../src/commands/outcome.js'
import { plan } from '../../src/commands/plan.js'
import type { PlanRequest } from '../../src/commands/plan.js'
import { release } from '../../src/commands/release.js'
import type { ReleaseRequestOptions } from '../../src/commands/release.js'
import { dockerCredentials } from '../../src/io/docker-config.js'
import { parseMirrors } from '../../src/io/registry-endpoint.js'
import { openRegistry } from '../../src/io/registry.js'
import { openWorld } from '../../src/io/world.js'
import type { Action, Plan } from '../../src/plan/types.js'
import type { Buildx, Log, ProcessResult } from '../../src/ports.js'
import type { ReleaseResult } from '../../src/release/types.js'
import type { World } from '../../src/world.js'
import { ownPrefix, PLATFORM, useEngine } from './engine.js'
import { makeRepository } from './repository.js'
import type { Files, TestRepository } from './repository.js'

/** What a whole run came to. */
export interface Run {
  readonly plan: Plan
  readonly results: readonly BuildResult[]
  readonly released: ReleaseResult
}

/** One call of `buildx build`, as it was seen from outside. */
export interface SeenBuild {
  readonly image: string
  readonly isTest: boolean
  readonly args: readonly string[]
  /** Digest of what it pushed; undefined for a test and after a failure. */
  readonly digest: string | undefined
  /** Digests of the images it took, by what buildx wrote into its metadata file. */
  readonly materials: readonly string[]
}

/** A repository with a registry prefix of its own, and the commands on them. */
export interface Bench {
  readonly repository: TestRepository
  readonly prefix: string
  /** Repositories below the prefix: where builds lie, and the public one of an image. */
  readonly staging: string
  readonly published: (image: string) => string
  readonly world: World
  /** Everything that was logged, tools' logs included. */
  readonly log: () => string
  /** Every call of buildx so far; what is not here was not built. */
  readonly builds: readonly SeenBuild[]
  readonly plan: (request?: PlanRequest) => Promise<Plan>
  readonly build: (plan: Plan, request?: Partial<BuildRequest>) => Promise<readonly BuildResult[]>
  readonly release: (plan: Plan, request?: Partial<ReleaseRequestOptions>) => Promise<ReleaseResult>
  /** Plans, builds and releases HEAD. */
  readonly run: () => Promise<Run>
  /** Commits files on top of HEAD; returns the commit's id. */
  readonly commit: (files: Files) => string
}

/** Where a bench works, when not in a new repository with a new prefix. */
export interface BenchPlace {
  readonly repository?: TestRepository
  readonly prefix?: string
  /** Shorter times than the product gives, in milliseconds: a smoke test; a registry, and a build, that says nothing. */
  readonly limits?: { readonly testMs?: number; readonly idleMs?: number; readonly silenceMs?: number }
  /** Never takes a layer from a cache: what is equal was made twice. */
  readonly noCache?: boolean
  /** Waits a moment where the product waits longer between two tries. */
  readonly hurry?: boolean
  /** Called for every build of an image, to run it at a certain moment. */
  readonly around?: (image: string, build: () => Promise<ProcessResult>) => Promise<ProcessResult>
}

/** A new repository with these files on the shared engine. */
export function makeBench(files: Files, place: BenchPlace = {}): Bench {
  useEngine()
  const repository = place.repository ?? namedRepository(files)
  const prefix = place.prefix ?? ownPrefix()
  const lines: string[] = []
  const builds: SeenBuild[] = []
  const opened = openWorld({ log: logInto(lines), folder: repository.folder })
  const world: World = {
    ...opened,
    ...(place.hurry === true ? hurried(opened, place.limits?.idleMs) : {}),
    buildx: async () => watched(await opened.buildx(), builds, place)
  }
  const bench: Bench = {
    repository,
    prefix,
    staging: `${prefix}/fixture-build`,
    published: image => `${prefix}/${image}`,
    world,
    log: () => lines.join('\n'),
    builds,
    plan: async request => done(await plan(world, { head: 'HEAD', registry: prefix, ...request })),
    build: async (made, request) =>
      done(await build(world, { plan: made, registry: prefix, publish: true, ...request })),
    release: async (made, request) =>
      done(await release(world, { plan: made, registry: prefix, ...request })),
    run: async () => {
      const made = await bench.plan()
      const results = await bench.build(made)
      return { plan: made, results, released: await bench.release(made) }
    },
    commit: files => repository.commit('change', files)
  }
  return bench
}

/** The address of `origin` names the repository, and with it staging, whatever the folder is called. */
function namedRepository(files: Files): TestRepository {
  const repository = makeRepository(files)
  repository.git('remote', 'add', 'origin', 'https://git.example/acme/fixture.git')
  return repository
}

/** A manifest with these images, each the lines below its name; for this machine's platform, tag `latest`. */
export function manifest(images: Readonly<Record<string, readonly string[]>>): string {
  const head = ['version: 1', 'registry: ghcr.io/acme', `defaults: { platforms: [${PLATFORM}] }`, 'images:']
  const body = Object.entries(images).flatMap(([name, lines]) =>
    lines.length === 0 ? [`  ${name}: {}`] : [`  ${name}:`, ...lines.map(line => `    ${line}`)]
  )
  return [...head, ...body, ''].join('\n')
}

/** The value of a command; throws with all findings when the input was wrong. */
export function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'done') return outcome.value
  throw new Error(outcome.diagnostics.map(each => `${each.code} ${each.message}`).join('\n'))
}

/** What the plan does with each image. */
export function actionsOf(made: Plan): Readonly<Record<string, Action>> {
  return Object.fromEntries(made.images.map(image => [image.name, image.action]))
}

/** How each image ended. */
export function statesOf(results: readonly BuildResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(results.map(result => [result.image, result.state]))
}

/** The codes of all findings, in order. */
export function codesOf(
  results: readonly { readonly diagnostics: BuildResult['diagnostics'] }[]
): readonly string[] {
  return results.flatMap(result => result.diagnostics.map(each => each.code))
}

/** The digest of an image that was built or reused. */
export function digestOf(results: readonly BuildResult[], image: string): string {
  const digest = results.find(result => result.image === image)?.digest
  if (digest === undefined) throw new Error(`${image} has no digest`)
  return digest
}

/** The real clock and the real registry client, with the longest wait cut to a moment. */
function hurried(world: World, idleMs: number | undefined): Pick<World, 'clock' | 'registry'> {
  const clock = { ...world.clock, sleep: (ms: number) => world.clock.sleep(Math.min(ms, 50)) }
  const { environment, log } = world
  const mirrors = parseMirrors(environment['BASE_IMAGES_MIRRORS'] ?? '')
  if (mirrors.kind !== 'mirrors') throw new Error(mirrors.message)
  const credentials = dockerCredentials({ environment, log })
  const limits = idleMs === undefined ? {} : { limits: { connect: 10_000, idle: idleMs } }
  const registry = openRegistry({ clock, log, credentials, mirrors: mirrors.mirrors, ...limits })
  return { clock, registry: () => Promise.resolve(registry) }
}

/** The real buildx, with a note of every build. */
function watched(buildx: Buildx, builds: SeenBuild[], place: BenchPlace): Buildx {
  return {
    ...buildx,
    build: async (args, options) => {
      const [, test, image = ''] =
        /base-images-(test-)?([^/]*)-[^/-]*\/Dockerfile$/.exec(valueOf(args, '--file')) ?? []
      const isTest = test !== undefined
      const asked = place.noCache === true ? [...args.slice(0, -1), '--no-cache', ...args.slice(-1)] : args
      const timeoutMs = isTest ? place.limits?.testMs : undefined
      const ms = place.limits?.silenceMs
      const limit = {
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(ms === undefined || options.silence === undefined ? {} : { silence: { ...options.silence, ms } })
      }
      const run = async (): Promise<ProcessResult> => {
        const result = await buildx.build(asked, { ...options, ...limit })
        builds.push({ image, isTest, args, ...metadataIn(valueOf(args, '--metadata-file')) })
        return result
      }
      return place.around === undefined || isTest ? run() : place.around(image, run)
    }
  }
}

/** The value of an argument `--name=value`. */
function valueOf(args: readonly string[], name: string): string {
  return args.find(each => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

function metadataIn(file: string): Pick<SeenBuild, 'digest' | 'materials'> {
  if (!existsSync(file)) return { digest: undefined, materials: [] }
  const metadata = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly 'containerimage.digest'?: string
    readonly 'buildx.build.provenance'?: {
      readonly materials?:
        readonly { readonly uri: string; readonly digest: { readonly sha256: string } }[] | null
    }
  }
  const materials = metadata['buildx.build.provenance']?.materials ?? []
  return {
    digest: metadata['containerimage.digest'],
    materials: materials
      .filter(each => /^pkg:(?:docker|oci)\//.test(each.uri))
      .map(each => `sha256:${each.digest.sha256}`)
  }
}

function logInto(lines: string[]): Log {
  return {
    info: text => void lines.push(text),
    warn: text => void lines.push(text),
    error: text => void lines.push(text),
    group: (title, text) => void lines.push(title, text)
  }
}
