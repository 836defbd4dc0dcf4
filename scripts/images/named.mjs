/** The packages that an image promises by name: its requirements.txt and those of the images below it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalised } from './lock-file.mjs'
import { ancestors } from './parents.mjs'

/**
 * Names as they are written, the parents' first.
 * @param {string} root
 * @param {Map<string, import('./parents.mjs').LockedImage>} images
 * @param {string} name
 * @returns {readonly string[]}
 */
export function namedPackages(root, images, name) {
  const image = images.get(name)
  if (image === undefined) return []
  const folders = [image, ...ancestors(images, name)].map(({ folder }) => folder).reverse()
  return [...new Set(folders.flatMap(folder => requirements(root, folder)))]
}

/**
 * Names in the requirements.txt of a folder; none when there is no such file.
 * @param {string} root
 * @param {string} folder from the root
 * @returns {readonly string[]}
 */
export function requirements(root, folder) {
  const file = join(root, folder, 'requirements.txt')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap(line => /^([A-Za-z0-9][\w.-]*)/.exec(line)?.[1] ?? []).map(normalised)
}
