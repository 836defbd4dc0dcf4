import { keyTag, traceTag } from '../build/staging.js'
import { errorAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import type { Descriptor } from '../ports.js'
import { isPlatformManifest } from './contents.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'
import type { ReleaseImage, ReleasePorts, ReleaseRequest, StagedPlatform } from './types.js'

/** What staging holds for every image, platforms sorted; or why the set cannot be released. */
export type StagedSet =
  | { readonly kind: 'complete'; readonly images: ReadonlyMap<string, readonly StagedPlatform[]> }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/**
 * Finds every image and platform in staging by key, and proves that each was built on exactly the parents of this set.
 * All that is missing or does not fit is told at once; one such image refuses the whole set.
 */
export async function stagedSet(request: ReleaseRequest, ports: ReleasePorts): Promise<StagedSet> {
  const found = await inParallel(QUESTIONS_AT_ONCE, wantedOf(request.images), async wanted => ({
    ...wanted,
    manifest: await ports.registry.manifest(
      request.staging,
      keyTag(wanted.image.name, wanted.platform, wanted.key)
    )
  }))
  const missing = found.filter(({ manifest }) => manifest === undefined || !isPlatformManifest(manifest))
  if (missing.length > 0) return { kind: 'refused', diagnostics: notStaged(request, missing) }

  const digests = new Map(
    found.map(({ image, platform, manifest }) => [`${image.name} ${platform}`, manifest?.descriptor.digest])
  )
  const digestOf: DigestOf = (name, platform) => digests.get(`${name} ${platform}`)
  const images = new Map<string, StagedPlatform[]>(request.images.map(image => [image.name, []]))
  for (const { image, platform, key, manifest } of found) {
    const trace = ports.traceKey(image.name, platform, digestOf)
    if (manifest !== undefined) images.get(image.name)?.push({ platform, key, trace, manifest })
  }
  const all = request.images.flatMap(image =>
    (images.get(image.name) ?? []).map(staged => ({ image, staged }))
  )
  const mixed = (
    await inParallel(QUESTIONS_AT_ONCE, all, ({ image, staged }) =>
      checkTrace(request, ports, image, staged, digestOf)
    )
  ).flat()
  return mixed.length > 0 ? { kind: 'refused', diagnostics: mixed } : { kind: 'complete', images }
}

interface Wanted {
  readonly image: ReleaseImage
  readonly platform: string
  readonly key: string
}

function wantedOf(images: readonly ReleaseImage[]): readonly Wanted[] {
  return images.flatMap(image =>
    Object.entries(image.platforms)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([platform, key]) => ({ image, platform, key }))
  )
}

type DigestOf = (image: string, platform: string) => string | undefined

/** Digests of the parents for the same platform, by name. */
function parentsOf(
  image: ReleaseImage,
  platform: string,
  digestOf: DigestOf
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    image.parents.flatMap(name => {
      const digest = digestOf(name, platform)
      return digest === undefined ? [] : [[name, digest] as const]
    })
  )
}

async function checkTrace(
  request: ReleaseRequest,
  { registry }: ReleasePorts,
  image: ReleaseImage,
  { platform, trace, manifest }: StagedPlatform,
  digestOf: DigestOf
): Promise<readonly Diagnostic[]> {
  const built = await registry.head(request.staging, traceTag(image.name, platform, trace))
  const own = manifest.descriptor.digest
  if (built?.digest === own) return []
  return [otherParent(request, image, platform, own, parentsOf(image, platform, digestOf), built)]
}

/** One remedy for all: a build that is asked for no image builds everything that staging lacks. */
function notStaged(request: ReleaseRequest, missing: readonly Wanted[]): readonly Diagnostic[] {
  const names = [...new Set(missing.map(({ image }) => image.name))]
  const what = names.length === 1 ? 'it' : 'them'
  const { isOtherRun } = request
  const images = names.length === 1 && !isOtherRun ? names : []
  // A plan builds what it works on unless more is asked for.
  const all = names.length > 1 && request.given.plan !== undefined
  const build = suggestedCommand('build', { ...request.given, images, all })
  const remedy = isOtherRun
    ? `Build ${what} first, and then release with the plan of that build, which alone has its keys: ${build} says how`
    : `Build ${what} first: ${build}`
  return missing.map(({ image, platform }) => {
    const message = `${image.name} for ${platform} is not in ${request.staging} under its key; nothing was released`
    return errorAt('R003', { file: request.manifest }, message, remedy)
  })
}

function otherParent(
  request: ReleaseRequest,
  image: ReleaseImage,
  platform: string,
  own: string,
  parents: Readonly<Record<string, string>>,
  built: Descriptor | undefined
): Diagnostic {
  const names = Object.entries(parents).map(([name, digest]) => `${name} ${digest}`)
  const on = names.length === 0 ? 'the inputs that it has' : names.join(' and ')
  const instead = built === undefined ? '' : `; what was built on that is ${built.digest}`
  const message =
    `${image.name} ${own} for ${platform} was not built on ${on}, which is to be released with it${instead}; ` +
    'nothing was released'
  const remedy = `Build it again on its present parents: ${suggestedCommand('build', { ...request.given, images: [image.name] })}`
  return errorAt('R001', { file: request.manifest }, message, remedy)
}
