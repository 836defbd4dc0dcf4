import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { warningAt } from '../diagnostics/diagnostic.js'
import type { ImageReference } from '../dockerfile/types.js'
import { MOST_GUESSED_FROM, nearest } from '../manifest/names.js'
import { parseReference, repositoryMeant } from '../manifest/reference.js'
import type { Reference } from '../manifest/reference.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import type { Recipe } from './inputs.js'

/**
 * Tells of an external base that reads like a stage or an image of the manifest (G007): near the name of a stage, the bare
 * name of an image, below the registry of the manifest. Nothing of what the lock holds or a digest pins: that is there.
 */
export function misspelt(
  spec: ImageSpec,
  taken: ImageReference,
  { manifest, lock }: Pick<Recipe, 'manifest' | 'lock'>
): readonly Diagnostic[] {
  const parsed = parseReference(taken.reference)
  const isKnown = Object.hasOwn(lock.bases, taken.reference)
  if (parsed === undefined || parsed.digest !== undefined || isKnown || taken.use === 'syntax') return []
  const found =
    nearStage(taken) ??
    bareName(spec, taken.written, parsed, manifest) ??
    belowRegistry(spec, taken, parsed, manifest)
  const place = { file: spec.dockerfile, line: taken.line, column: taken.column }
  return found === undefined ? [] : [warningAt('G007', place, found.message, found.remedy)]
}

type Finding = Pick<Diagnostic, 'message' | 'remedy'>

function nearStage({ written, reference, nearStage: stage }: ImageReference): Finding | undefined {
  if (stage === undefined) return undefined
  return {
    message: `no stage before this one is named ${written}, so it is taken as the image ${reference}`,
    remedy: `did you mean the stage ${stage}? Write ${written}:latest if the image is meant`
  }
}

const OFFICIAL = 'library/'

/**
 * `FROM base` means Docker Hub. An image named after the one of Docker Hub that it begins with (`python`) says nothing
 * about other tags of that one.
 */
function bareName(
  spec: ImageSpec,
  written: string,
  { domain, path, tag = 'latest' }: Reference,
  manifest: Manifest
): Finding | undefined {
  if (domain !== 'docker.io' || !path.startsWith(OFFICIAL) || written.includes('/')) return undefined
  const name = path.slice(OFFICIAL.length)
  const image = manifest.images.find(each => each.name === name)
  if (image === undefined || image.dockerfile === spec.dockerfile) return undefined
  if (tag !== 'latest' && !image.tags.includes(tag)) return undefined
  return {
    message: `${written} is docker.io/${path}:${tag} of Docker Hub, not the image ${name} of the manifest`,
    remedy:
      `write ${image.repository} with one of its tags (${fixedTags(image.tags)}), ` +
      `or docker.io/${path} if that of Docker Hub is meant`
  }
}

/** Tags that a Dockerfile can name, for a sentence: one with a placeholder names a commit or day that is not known here. */
export function fixedTags(tags: readonly string[]): string {
  const fixed = tags.filter(tag => !tag.includes('{'))
  return fixed.length === 0 ? 'none that stays' : fixed.join(', ')
}

/** Deeper paths, and Docker Hub itself as the registry, hold images of others: there only a near name is told. */
function belowRegistry(
  spec: ImageSpec,
  { written }: ImageReference,
  parsed: Reference,
  manifest: Manifest
): Finding | undefined {
  const { registry, images } = manifest
  const repository = repositoryMeant(parsed)
  if (!repository.startsWith(`${registry}/`)) return undefined
  const rest = repository.slice(registry.length + 1)
  const meant = images.length > MOST_GUESSED_FROM ? undefined : nearestImage(rest, spec, manifest)
  if (meant === undefined && (rest.includes('/') || registry === 'docker.io/library')) return undefined
  return {
    message:
      `${written} is below the registry ${registry} of the manifest, and ` +
      'no image of the manifest is published there: it is taken as an external base',
    remedy:
      meant === undefined
        ? 'correct the name, or add the image to the manifest; ' +
          'for an image that another repository publishes run `base-images lock --refresh`'
        : `did you mean ${meant.repository}, the image ${meant.name}?`
  }
}

/** By its name, or by the rest of its repository below the registry; no image is meant by itself. */
function nearestImage(rest: string, spec: ImageSpec, { registry, images }: Manifest): ImageSpec | undefined {
  const byName = new Map<string, ImageSpec>()
  for (const image of images) {
    if (image.name === spec.name) continue
    byName.set(image.name, image)
    if (image.repository.startsWith(`${registry}/`))
      byName.set(image.repository.slice(registry.length + 1), image)
  }
  return byName.get(nearest(rest, byName.keys()) ?? '')
}
