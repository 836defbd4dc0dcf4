/** In which order `make images` builds: one family at a time, what is large and shares least comes last. */

/** Families in the order they are built; disk is freed between them. */
export const FAMILIES = ['audio', 'fave', 'ml', 'gpu']

/**
 * An image of `base-images graph --format json`.
 * @typedef {object} GraphImage
 * @property {string} name
 * @property {readonly string[]} parents
 * @property {readonly string[]} children
 * @property {number} level
 */

/**
 * The family of every image: by what it stands on in the end.
 * @param {readonly GraphImage[]} images
 * @returns {Map<string, string>}
 */
export function familiesOf(images) {
  const parents = new Map(images.map(image => [image.name, image.parents]))
  const below = name => [name, ...(parents.get(name) ?? []).flatMap(below)]
  return new Map(
    images.map(({ name }) => {
      const stands = new Set(below(name))
      if (stands.has('python-torch-cuda')) return [name, 'gpu']
      if (stands.has('python-torch')) return [name, 'ml']
      return [name, stands.has('fave-base') ? 'fave' : 'audio']
    })
  )
}

/**
 * The images of one family, parents first; before them tools, whose uv checks all others.
 * @param {readonly GraphImage[]} images
 * @param {string} family
 * @returns {readonly GraphImage[]}
 */
export function membersOf(images, family) {
  const families = familiesOf(images)
  const rank = image => (image.name === 'tools' ? -1 : image.level)
  return images.filter(image => families.get(image.name) === family).sort((a, b) => rank(a) - rank(b))
}
