import type { BuildOrder } from '../build/arguments.js'
import { buildArguments, buildEnvironment } from '../build/arguments.js'
import { digestIn, handExternal } from '../build/handover.js'
import type { HandedImage } from '../build/handover.js'
import { compareMaterials, readMetadata } from '../build/materials.js'
import { sourcePolicy } from '../build/policy.js'
import { cacheTag } from '../build/staging.js'
import type { Targets } from '../build/targets.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { materialise } from '../io/materialise.js'
import type { OwnInputs } from '../keys/inputs.js'
import { EPOCH_ARGUMENT } from '../load/arguments.js'
import { ignoreText } from '../context/hidden.js'
import { contextNameOf } from '../manifest/reference.js'
import type { BuildSecret } from '../manifest/types.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { Buildx, Git } from '../ports.js'
import type { World } from '../world.js'
import { runBuildx } from './run-buildx.js'
import type { Store } from './store.js'

/** What one build needs beside its own inputs. */
export interface BuildSurroundings {
  readonly world: World
  readonly git: Git
  readonly buildx: Buildx
  readonly targets: Targets
  /** Where builds are stored and parents are handed over from. */
  readonly store: Store
  /** False when nothing but staging may be written. */
  readonly cacheWrite: boolean
  readonly signal: AbortSignal
  /** Time of the clock when the run is over; without it each build has a limit of its own. */
  readonly over?: number
  /** Asked before another try: the digest in the store that another run has made of the same inputs meanwhile. */
  readonly there?: () => Promise<string | undefined>
  /** Hears the steps of a build, in words. */
  readonly step?: (words: string) => void
}

/** A built image lies in the store by its digest, without a tag; or the reasons why there is none. */
export type Built =
  | { readonly kind: 'built'; readonly digest: string }
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] }

/**
 * Builds one image for one platform and puts it into the store by digest. The build context is materialised from git
 * objects; parents and external bases are handed over by digest; a source policy refuses every other image; afterwards
 * the materials must be exactly those that were handed over.
 */
export async function buildImage(
  around: BuildSurroundings,
  image: ImageInputs,
  inputs: OwnInputs,
  parents: ReadonlyMap<string, string>,
  externals: ReadonlyMap<string, string>
): Promise<Built> {
  const { world, git, targets, store } = around
  const { spec } = image
  const handed = await handOver(inputs, store, parents, externals)
  const scratch = await world.files.scratch(spec.name)
  try {
    const folders: Record<string, string> = {}
    for (const [index, [name, files]] of [...inputs.files].entries()) {
      const folder = name === '' ? `${scratch.path}/context` : `${scratch.path}/named-${index}`
      await materialise(git, files, inputs.folders.get(name) ?? [], folder)
      if (name !== '') folders[name] = folder
    }
    const dockerfile = `${scratch.path}/Dockerfile`
    const text = await git.blobs([image.dockerfileBlob])
    await world.files.write(dockerfile, text.get(image.dockerfileBlob) ?? '')
    // The listed files are already what the ignore file leaves; one among them must not be applied again.
    await world.files.write(`${dockerfile}.dockerignore`, ignoreText(inputs.files.get('') ?? []))
    const policy = `${scratch.path}/policy.json`
    await world.files.write(policy, sourcePolicy(handed))

    const metadata = `${scratch.path}/metadata.json`
    const exported = `${scratch.path}/exported`
    const order: BuildOrder = {
      dockerfile,
      context: `${scratch.path}/context`,
      folders,
      ...(spec.target === undefined ? {} : { target: spec.target }),
      platform: inputs.platform,
      args: image.args,
      labels: labelsOf(inputs, handed),
      secrets: givenSecrets(around, image),
      handed,
      repository: targets.staging,
      ...(store.take === undefined ? {} : { layout: exported }),
      cache: `${targets.cache}:${cacheTag(spec.name, inputs.platform)}`,
      cacheWrite: around.cacheWrite,
      noCache: inputs.epoch !== null && !(EPOCH_ARGUMENT in inputs.args),
      metadata
    }
    const ran = await runBuildx(
      around,
      `${spec.name} ${inputs.platform}`,
      buildArguments(order),
      buildEnvironment(policy)
    )
    if (ran.kind === 'failed') {
      return failed(errorAt(ran.code, { file: spec.dockerfile, ...ran.place }, ran.message, ran.remedy))
    }
    if (store.take === undefined && ran.kind === 'done') store.tookPush = true
    // Whoever tagged it has checked it.
    if (ran.kind === 'there') return { kind: 'built', digest: ran.digest }
    const built = checked(image, inputs, handed, (await world.files.read(metadata)) ?? '')
    if (built.kind === 'built') await store.take?.(exported)
    return built
  } finally {
    await scratch.dispose()
  }
}

/**
 * The secrets that are there. buildx would pass a variable that is not set as an empty secret; left out, a mount that
 * requires it fails by its name.
 */
function givenSecrets({ world, git }: BuildSurroundings, { spec }: ImageInputs): readonly BuildSecret[] {
  return spec.secrets.flatMap(secret => {
    const { id, env, file } = secret
    if (file !== undefined) return [{ ...secret, file: `${git.root}/${file}` }]
    if (env === undefined || world.environment[env] !== undefined) return [secret]
    world.log.warn(`${spec.name}: the secret ${id} is not given to the build, since ${env} is not set`)
    return []
  })
}

/** Exactly the images that the build may take. */
async function handOver(
  inputs: OwnInputs,
  store: Store,
  parents: ReadonlyMap<string, string>,
  externals: ReadonlyMap<string, string>
): Promise<readonly HandedImage[]> {
  const own = inputs.parents.map(parent => {
    const digest = parents.get(`${parent.image} ${parent.platform}`)
    if (digest === undefined) throw new Error(`Internal error: no digest for parent ${parent.image}`)
    return store.hand(parent.contextName, digest)
  })
  const external = inputs.externals.map(base => {
    const digest = externals.get(`${base.reference} ${inputs.platform}`)
    if (digest === undefined) throw new Error(`Internal error: no digest for ${base.reference}`)
    return handExternal(base.contextName, base.reference, digest)
  })
  return [...(await Promise.all(own)), ...external]
}

/** Labels that follow from the inputs; with the base's digest, so that the image itself tells what it stands on. */
function labelsOf(inputs: OwnInputs, handed: readonly HandedImage[]): Readonly<Record<string, string>> {
  const name = inputs.labels['org.opencontainers.image.base.name']
  const base = name === undefined ? undefined : handed.find(each => each.contextName === contextNameOf(name))
  if (base === undefined) return inputs.labels
  return { ...inputs.labels, 'org.opencontainers.image.base.digest': digestIn(base.reference) }
}

/** The third guard: the materials of the build are exactly the images that were handed over. */
function checked(image: ImageInputs, inputs: OwnInputs, handed: readonly HandedImage[], text: string): Built {
  const metadata = readMetadata(text)
  const place = { file: image.spec.dockerfile }
  if (metadata === undefined) {
    const message = `${image.spec.name}: buildx did not tell what the image was built from`
    return failed(
      errorAt(
        'B003',
        place,
        message,
        'update buildx and BuildKit: the materials must be in the metadata file'
      )
    )
  }
  const frontends = new Set(inputs.externals.filter(base => base.frontend).map(base => base.contextName))
  const { foreign, missing } = compareMaterials(metadata.images, handed)
  const lost = missing.filter(reference =>
    handed.some(each => each.reference === reference && !frontends.has(each.contextName))
  )
  if (foreign.length === 0 && lost.length === 0) return { kind: 'built', digest: metadata.digest }
  const found =
    foreign.length === 0 ? '' : ` was built on ${foreign.join(', ')}, which the plan does not name;`
  const unused = lost.length === 0 ? '' : ` did not take ${lost.join(', ')}, which the plan hands over;`
  const message = `${image.spec.name}:${found}${unused} nothing of it is kept`
  const remedy =
    'write the reference in the Dockerfile as the manifest publishes it; run `base-images why` for the edges'
  return failed(errorAt('B003', place, message, remedy))
}

function failed(diagnostic: Diagnostic): Built {
  return { kind: 'failed', diagnostics: [diagnostic] }
}
