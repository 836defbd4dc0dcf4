import type { BuildResult } from '../build/results.js'
import { passedTag } from '../build/smoke.js'
import { contentTag, keyTag, traceTag } from '../build/staging.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { RegistryError } from '../io/registry-error.js'
import { contentId } from '../keys/content-id.js'
import type { ExternalInput, OwnInputs } from '../keys/inputs.js'
import type { PlannedImage } from '../plan/types.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { ManifestBytes, Registry } from '../ports.js'
import { blobsOf, compressedSize } from '../release/contents.js'
import { buildImage } from './build-image.js'
import type { BuildSurroundings } from './build-image.js'
import { smokeTest } from './smoke-test.js'
import type { Staged } from './staged.js'
import type { TriggersOf } from './triggers.js'
import { unknownTriggers } from './triggers.js'

/** One image on one platform to bring into staging. */
export interface Task {
  readonly planned: PlannedImage
  readonly image: ImageInputs
  readonly platform: string
}

/** Surroundings of a build with the registry it ends in. */
export interface StagingSurroundings extends BuildSurroundings {
  readonly registry: Registry
  readonly staged: Staged
  /** Digest of an external base in this run. */
  readonly external: (base: ExternalInput, dockerfile: string) => Promise<string>
  readonly triggers: TriggersOf
}

/**
 * Brings one image into staging: adopts what is there by trace key or public, else builds, verifies and adopts what has
 * the same content; tests it; and only then tags it. A tag means built, verified and tested; the first writer wins.
 */
export async function buildOne(around: StagingSurroundings, task: Task): Promise<BuildResult> {
  const { world, staged, registry, targets } = around
  const { planned, image, platform } = task
  const start = world.clock.now()
  const inputs = image.platforms.get(platform)
  const planPlatform = planned.platforms[platform]
  if (inputs === undefined || planPlatform === undefined) {
    throw new Error(`Internal error: ${planned.name} is not planned for ${platform}`)
  }
  const parents = new Map<string, string>()
  const byName: Record<string, string> = {}
  for (const parent of inputs.parents) {
    const digest = await staged.digest(parent.image, parent.platform)
    if (digest === undefined) return ended('failed', undefined, [noParent(image, parent.image)])
    parents.set(`${parent.image} ${parent.platform}`, digest)
    byName[parent.image] = digest
  }
  const trace = (await staged.trace(planned.name, platform)) ?? ''
  const traceName = traceTag(planned.name, platform, trace)
  const adopted = await registry.head(targets.staging, traceName)
  const there = adopted?.digest ?? (await staged.published(planned.name, platform))
  const brought =
    there === undefined
      ? await make(around, task, inputs, parents, traceName)
      : { manifest: await stored(around, there), state: 'reused' as const }
  if (!('manifest' in brought)) return ended('failed', undefined, brought)
  for (let { manifest, state }: Brought = brought; ; state = 'reused') {
    const { digest } = manifest.descriptor
    const testName = image.test === null ? undefined : passedTag(planned.name, platform, digest, image.test)
    const isTested = testName === undefined || (await registry.head(targets.staging, testName)) !== undefined
    if (!isTested) {
      const failures = await smokeTest(around, image, platform, digest)
      if (failures.length > 0) return ended('failed', undefined, failures)
    }
    const tooLarge = overBudget(image, manifest)
    if (tooLarge !== undefined) return ended('failed', undefined, [tooLarge])
    // The test's record comes first and the key last: whoever finds the key finds everything else.
    if (!isTested) await tagAs(around, manifest, testName)
    const first = await claim(around, manifest, traceName, keyTag(planned.name, platform, planPlatform.key))
    if (first === digest) {
      staged.remember(planned.name, platform, digest)
      return ended(state, manifest, [])
    }
    manifest = await stored(around, first)
  }

  function ended(
    end: BuildResult['state'],
    finished: ManifestBytes | undefined,
    diagnostics: readonly Diagnostic[]
  ): BuildResult {
    return {
      image: planned.name,
      platform,
      state: end,
      ...(finished && { digest: finished.descriptor.digest, size: compressedSize(finished) }),
      parents: byName,
      milliseconds: world.clock.now() - start,
      diagnostics
    }
  }
}

/** What was brought into staging: `reused` when it was there with the same content. */
interface Brought {
  readonly manifest: ManifestBytes
  readonly state: 'built' | 'reused'
}

/** Builds an image, and adopts what has the same content; findings when it cannot be built. */
async function make(
  around: StagingSurroundings,
  task: Task,
  inputs: OwnInputs,
  parents: ReadonlyMap<string, string>,
  traceName: string
): Promise<Brought | readonly Diagnostic[]> {
  const { image, platform } = task
  const externals = new Map<string, string>()
  for (const base of inputs.externals) {
    externals.set(`${base.reference} ${platform}`, await around.external(base, image.spec.dockerfile))
  }
  const unplanned = await triggersUnplanned(around, image, inputs, externals)
  if (unplanned.length > 0) return unplanned
  const there = (): Promise<string | undefined> => stagedMeanwhile(around, traceName)
  const built = await buildImage({ ...around, there }, image, inputs, parents, externals)
  if (built.kind === 'failed') return built.diagnostics
  const manifest = await stored(around, built.digest)
  const same = await adoptContent(around, task, manifest)
  return same === undefined
    ? { manifest, state: 'built' }
    : { manifest: await stored(around, same), state: 'reused' }
}

/** What staging has under a tag when a build is to be tried again; nothing when staging itself is what fails. */
async function stagedMeanwhile(around: StagingSurroundings, tag: string): Promise<string | undefined> {
  try {
    return (await around.registry.head(around.targets.staging, tag))?.digest
  } catch (error) {
    if (error instanceof RegistryError) return undefined
    throw error
  }
}

/** External bases whose triggers would run and read files that no key holds. */
async function triggersUnplanned(
  around: StagingSurroundings,
  { spec }: ImageInputs,
  { platform, externals }: OwnInputs,
  digests: ReadonlyMap<string, string>
): Promise<readonly Diagnostic[]> {
  const begun = externals.filter(base => base.from !== undefined)
  const found = await Promise.all(
    begun.map(async base => {
      const digest = digests.get(`${base.reference} ${platform}`) ?? ''
      return unknownTriggers(spec, base, platform, await around.triggers(base, digest, platform))
    })
  )
  return found.filter(each => each !== undefined)
}

/** The finding that the compressed image is larger than the manifest allows. */
function overBudget({ spec }: ImageInputs, manifest: ManifestBytes): Diagnostic | undefined {
  const { name, sizeBudget, dockerfile } = spec
  const size = compressedSize(manifest)
  if (sizeBudget === undefined || size <= sizeBudget) return undefined
  const message = `${name} has ${megabytes(size)} compressed, and its size-budget is ${megabytes(sizeBudget)}`
  const remedy =
    'look at what the last change added (`docker history`), or raise `size-budget`; the image is not tagged'
  return errorAt('B004', { file: dockerfile }, message, remedy)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** The digest in staging that has the same content as what was just built: a rebuild that changed nothing ends here. */
async function adoptContent(
  around: StagingSurroundings,
  task: Task,
  manifest: ManifestBytes
): Promise<string | undefined> {
  const { registry, targets } = around
  const [config] = blobsOf(manifest)
  const bytes = config && (await registry.blob(targets.staging, config.digest))
  if (bytes === undefined) return undefined
  const tag = contentTag(task.planned.name, task.platform, contentId(bytes))
  const there = await registry.head(targets.staging, tag)
  if (there === undefined) await tagAs(around, manifest, tag)
  return there?.digest
}

/**
 * Puts the trace tag and then the key tag on a manifest unless another run was first with the trace, and returns the
 * digest that the trace has then: of two runs that build the same at once, both go on with what one of them wrote.
 */
async function claim(
  around: StagingSurroundings,
  manifest: ManifestBytes,
  trace: string,
  key: string
): Promise<string> {
  const { registry, targets } = around
  const { digest } = manifest.descriptor
  const traced = async (): Promise<string | undefined> =>
    (await registry.head(targets.staging, trace))?.digest
  const first = await traced()
  if (first !== undefined && first !== digest) return first
  // Between two tries minutes may go by, in which another run may have been first.
  if (first === undefined) await tagAs(around, manifest, trace, async () => (await traced()) === undefined)
  const now = await traced()
  if (now !== undefined && now !== digest) return now
  await tagAs(around, manifest, key, async () => (await traced()) === digest)
  // Registries cannot compare and swap: a run that looked at the same moment may have written after us.
  return (await traced()) ?? digest
}

function tagAs(
  { registry, targets }: StagingSurroundings,
  { descriptor, bytes }: ManifestBytes,
  tag: string,
  again?: () => Promise<boolean>
): Promise<string> {
  return registry.putManifest(targets.staging, tag, descriptor.mediaType, bytes, again)
}

/** What staging has under a digest. Throws a RegistryError when somebody has deleted it. */
async function stored({ registry, targets }: StagingSurroundings, digest: string): Promise<ManifestBytes> {
  const { staging } = targets
  const manifest = await registry.manifest(staging, digest)
  if (manifest !== undefined) return manifest
  const [host = ''] = staging.split('/', 1)
  const action = { host, repository: staging, doing: `reading ${digest}`, access: 'pull' } as const
  return Promise.reject(
    new RegistryError(action, { code: 'LOST', sentence: `${host} has ${digest} no more` })
  )
}

function noParent(image: ImageInputs, parent: string): Diagnostic {
  return errorAt(
    'B006',
    { file: image.spec.dockerfile },
    `${image.spec.name} is built on ${parent}, which is not in staging with the plan's key`,
    `build ${parent} first, or plan again with --registry so that it joins the plan`
  )
}
