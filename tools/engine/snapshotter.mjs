import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { run } from './command.mjs'

/**
 * The fastest way in which a file system can hold layers: overlayfs, or copies where it cannot be stacked
 * (inside some containers, on network file systems).
 * @param {string} dir folder on that file system; must exist
 * @returns {Promise<'overlayfs' | 'native'>}
 */
export const snapshotterFor = async dir => {
  const trial = path.join(dir, `overlay-trial-${process.pid}`)
  const [lower, upper, work, merged] = ['lower', 'upper', 'work', 'merged'].map(name =>
    path.join(trial, name)
  )
  try {
    for (const folder of [lower, upper, work, merged]) await mkdir(String(folder), { recursive: true })
    const layers = `lowerdir=${lower},upperdir=${upper},workdir=${work}`
    const { code } = await run('mount', ['-t', 'overlay', 'overlay', '-o', layers, String(merged)])
    if (code !== 0) return 'native'
    await run('umount', [String(merged)])
    return 'overlayfs'
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}
