import { labelOf, quoted } from './fields.js'
import type { Problem, Tell } from './fields.js'
import type { ReadImage } from './images.js'
import { IMAGE_NAME, IMAGE_NAME_RULE, MOST_GUESSED_FROM, nearest } from './names.js'
import { checkOwnership } from './ownership.js'
import type { Manifest } from './types.js'
import type { KeyPath } from './values.js'

/** Reports what is wrong between images: names used twice, unknown images, shared tags and aliases, missing runners. */
export function checkRelations(
  manifest: Manifest,
  images: readonly ReadImage[],
  names: ReadonlySet<string>,
  report: (problem: Problem) => void
): void {
  const told = (problem: Omit<Problem, 'severity'>): void => report({ severity: 'error', ...problem })
  checkNames(images, told)
  for (const image of images) {
    checkMentions(image, names, told)
    checkInheritedMentions(image, told)
    checkRunners(image, manifest, told)
  }
  checkOwnership(manifest, images, told)
}

function checkNames(images: readonly ReadImage[], tell: Tell): void {
  const first = new Map<string, KeyPath>()
  for (const { spec, path } of images) {
    const other = first.get(spec.name)
    if (other === undefined) first.set(spec.name, path)
    else {
      const message = `${labelOf(path)} is the image ${spec.name}, and so is ${labelOf(other)}`
      tell({ code: 'M012', path, at: 'key', message, remedy: 'Give the image or the variant another name' })
    }
    const isVariant = path.includes('variants')
    if (!isVariant || IMAGE_NAME.test(spec.name)) continue
    const message = `The variant is the image ${quoted(spec.name)}, expected ${IMAGE_NAME_RULE}`
    tell({
      code: 'M008',
      path,
      at: 'key',
      message,
      remedy: 'Choose a shorter name for the image or the variant'
    })
  }
}

/** An image that is named by another, and the keys to the place. */
interface Mention {
  readonly image: string
  readonly path: KeyPath
}

function checkMentions({ spec, entry, path }: ReadImage, names: ReadonlySet<string>, tell: Tell): void {
  for (const mention of mentionsIn(entry, path)) {
    if (mention.image === spec.name) tellSelf(spec.name, mention.path, tell)
    else if (!names.has(mention.image)) {
      const message = `${labelOf(mention.path)} is ${quoted(mention.image)}, which is no image of the manifest`
      const meant = names.size > MOST_GUESSED_FROM ? undefined : nearest(mention.image, names)
      const remedy =
        meant === undefined ? 'Write the name of an image or variant of this file' : `Did you mean ${meant}?`
      tell({ code: 'M013', path: mention.path, at: 'value', message, remedy })
    }
  }
}

/** What a variant inherits may name the variant itself; told at the variant, whose line brings it about. */
function checkInheritedMentions({ spec, entry, path }: ReadImage, tell: Tell): void {
  const ownPlaces = mentionsIn(entry, path).filter(({ image }) => image === spec.name)
  const names = [
    ...Object.values(spec.args).map(value => (typeof value === 'string' ? undefined : value.image)),
    ...Object.values(spec.contexts).map(context => (context.kind === 'image' ? context.image : undefined)),
    ...(spec.parents ?? []),
    ...spec.needs
  ]
  if (ownPlaces.length === 0 && names.includes(spec.name)) tellSelf(spec.name, path, tell)
}

function tellSelf(name: string, path: KeyPath, tell: Tell): void {
  const message = `The image ${name} names itself as what it is built from`
  tell({ code: 'M010', path, at: 'value', message, remedy: 'Name another image' })
}

function mentionsIn(entry: ReadImage['entry'], path: KeyPath): readonly Mention[] {
  const mentions: Mention[] = []
  for (const [name, value] of entry.args ?? [])
    if (typeof value !== 'string')
      mentions.push({ image: value.image, path: [...path, 'args', name, 'image'] })
  for (const [name, context] of entry.contexts ?? [])
    if (context.kind === 'image')
      mentions.push({ image: context.image, path: [...path, 'contexts', name, 'image'] })
  for (const key of ['parents', 'needs'] as const)
    for (const [index, image] of (entry[key] ?? []).entries())
      mentions.push({ image, path: [...path, key, index] })
  return mentions
}

function checkRunners({ spec, entry, path }: ReadImage, manifest: Manifest, tell: Tell): void {
  for (const platform of spec.platforms) {
    if (Object.hasOwn(manifest.runners, platform)) continue
    const place =
      entry.platforms === undefined ? path : [...path, 'platforms', spec.platforms.indexOf(platform)]
    const message = `${spec.name} is built for ${platform}, and runners names no runner for it`
    tell({
      code: 'M010',
      path: place,
      at: 'value',
      message,
      remedy: `Add ${platform} with the label of a runner to runners`
    })
  }
}
