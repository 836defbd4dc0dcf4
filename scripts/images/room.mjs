/** Room on the disk that holds the engine: looked at before every image, made by removing BuildKit's caches. */
import { execFile } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { promisify } from 'node:util'

/** An image needs this much of its compressed budget: unpacked, packed in BuildKit and in the registry, some to work in. */
const TIMES_BUDGET = 4
/** What is always left to the machine, bytes. */
const RESERVE = 3e9

/**
 * Free bytes on the disk of a folder.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function freeBytes(folder) {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Makes sure that an image can be built.
 * @param {{name: string, budget: number, folder: string, buildx: string, env: NodeJS.ProcessEnv}} order `budget` in bytes
 * @throws {Error} when the disk is too full even without caches
 */
export async function makeRoom({ name, budget, folder, buildx, env }) {
  const needed = budget * TIMES_BUDGET + RESERVE
  if ((await freeBytes(folder)) >= needed) return
  await prune(buildx, env)
  const free = await freeBytes(folder)
  if (free >= needed) return
  throw new Error(
    `${name} may need ${gigabytes(needed)} of disk and ${gigabytes(free)} are free in ${folder}. ` +
      'Free some, or move the engine with BASE_IMAGES_ENGINE_DIR, and run the same command again: it goes on here.'
  )
}

/** Removes everything from BuildKit's store that no running build uses; what was built is in the registry. */
export async function prune(buildx, env) {
  await promisify(execFile)(buildx, ['prune', '--force', '--all'], { env, maxBuffer: 1 << 28 })
}

/**
 * Bytes of a size as manifests write it (`250MB`, `1GiB`).
 * @param {string | undefined} text
 * @returns {number} 500 MB when there is none
 */
export function bytesOf(text) {
  const [, number, unit] = /^([\d.]+)\s*([KMG]i?)?B?$/.exec(text ?? '500MB') ?? []
  if (number === undefined) throw new Error(`Not a size: ${text}`)
  const factors = { K: 1e3, M: 1e6, G: 1e9, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 }
  return Number(number) * (factors[unit] ?? 1)
}

/** @param {number} bytes */
export const gigabytes = bytes => `${(bytes / 1e9).toFixed(1)} GB`
