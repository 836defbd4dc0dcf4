/** Which images of the manifest have locks, and what they stand on. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

/**
 * An image of the manifest as the locks see it.
 * @typedef {object} LockedImage
 * @property {string} name
 * @property {string} folder of its Dockerfile, requirements.txt and lock.txt, from the root of the repository
 * @property {string | undefined} parent the image whose packages are there already: that of the last stage's FROM
 * @property {readonly string[]} platforms
 */

/**
 * Every image of the manifest by name. A variant shares the folder of its image; one with a requirements.txt in a folder of
 * its own name installs that on top of its image.
 * @param {string} root
 * @returns {Map<string, LockedImage>}
 */
export function imagesOf(root) {
  const manifest = parse(readFileSync(join(root, 'images/manifest.yaml'), 'utf8'))
  const entries = Object.entries(manifest.images).flatMap(([name, image]) => {
    const dockerfile = image?.dockerfile ?? `images/${name}/Dockerfile`
    const args = { ...manifest.defaults?.args, ...image?.args }
    const parent = parentIn(readFileSync(join(root, dockerfile), 'utf8'), args, manifest.registry)
    const platforms = image?.platforms ?? manifest.defaults?.platforms ?? ['linux/amd64']
    const variants = Object.keys(image?.variants ?? {})
      .map(variant => ({ name: `${name}-${variant}`, folder: `images/${name}-${variant}`, parent: name, platforms }))
      .filter(({ folder }) => existsSync(join(root, folder, 'requirements.txt')))
    return [{ name, folder: dirname(dockerfile), parent, platforms }, ...variants]
  })
  return new Map(entries.map(image => [image.name, image]))
}

/**
 * The images below an image whose packages it has, the nearest first.
 * @param {Map<string, LockedImage>} images
 * @param {string} name
 * @returns {readonly LockedImage[]}
 */
export function ancestors(images, name) {
  const parent = images.get(images.get(name)?.parent ?? '')
  return parent === undefined ? [] : [parent, ...ancestors(images, parent.name)]
}

/**
 * The images with a requirements.txt, parents before children.
 * @param {string} root
 * @param {Map<string, LockedImage>} images
 * @returns {readonly LockedImage[]}
 */
export function lockedImages(root, images) {
  // Two images may share a folder and differ by arguments: one lock.
  const byFolder = new Map([...images.values()].reverse().map(image => [image.folder, image]))
  return [...byFolder.values()]
    .filter(({ folder }) => existsSync(join(root, folder, 'requirements.txt')))
    .sort((a, b) => ancestors(images, a.name).length - ancestors(images, b.name).length)
}

/**
 * The constraints that hold an image: those of the image it stands on in the end, else those of the repository.
 * @param {string} root
 * @param {Map<string, LockedImage>} images
 * @param {LockedImage} image
 * @returns {string} path from the root
 */
export function constraintsOf(root, images, image) {
  const foundation = ancestors(images, image.name).at(-1) ?? image
  const own = join(foundation.folder, 'constraints.txt')
  return existsSync(join(root, own)) ? own : 'constraints.txt'
}

/** The image that the last FROM of a Dockerfile names, or the first one before `FROM scratch`, when it is of the registry. */
function parentIn(text, args, registry) {
  const defaults = Object.fromEntries(
    [...text.matchAll(/^ARG\s+(\w+)=(\S+)/gm)].map(([, name, value]) => [name, value])
  )
  const stages = [...text.matchAll(/^FROM\s+(\S+)/gm)].map(([, image]) => image)
  // What is put together FROM scratch comes from the stages before.
  const from = (stages.at(-1) === 'scratch' ? stages[0] : stages.at(-1)) ?? ''
  const value = name => {
    const given = args[name] ?? defaults[name] ?? ''
    return typeof given === 'string' ? given : `${registry}/${given.image}:`
  }
  const reference = from.replace(/\$\{?(\w+)\}?/g, (_, name) => value(name))
  if (!reference.startsWith(`${registry}/`)) return undefined
  return reference.slice(registry.length + 1).replace(/[:@].*$/, '')
}
