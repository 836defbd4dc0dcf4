import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** The folder that holds one Go module for each tool. */
export const toolsDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/**
 * The folder for everything the engine keeps between runs, outside of the work tree.
 * @returns {string} absolute path
 */
export const sharedDir = () => {
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache')
  return path.resolve(process.env.BASE_IMAGES_ENGINE_DIR || path.join(cache, 'base-images'))
}

/**
 * Where programs are built to, shared by every engine of this machine.
 * @returns {string}
 */
export const defaultBinDir = () => path.join(sharedDir(), 'bin')

/**
 * Where root file systems of stand-in bases are kept, shared by every engine of this machine.
 * @returns {string}
 */
export const defaultStandInDir = () => path.join(sharedDir(), 'standin')

/**
 * Where one engine keeps its images, caches, logs and process files.
 * @param {string} name
 * @returns {string}
 */
export const defaultDataDir = name => path.join(sharedDir(), 'engines', name)

/** A socket path is limited to 108 bytes with its closing zero (unix(7)). */
const longestSocketPath = 107

/**
 * The socket of a daemon: inside its folder, or in a short folder of the same identity when that path would be too long.
 * @param {string} dir
 * @param {string} name such as `buildkitd.sock`
 * @returns {string}
 */
export const socketPath = (dir, name) => {
  const inside = path.join(dir, name)
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside
  const identity = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  return path.join(tmpdir(), `bi-${identity}`, name)
}
