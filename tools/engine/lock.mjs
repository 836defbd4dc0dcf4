import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * Runs `work` while no other process holds the lock of that file; waits for its turn.
 * A `flock` child holds it, so it is free again at once when this process dies in whatever way.
 * @template T
 * @param {string} file made when it is missing, never removed
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (file, work) => {
  await mkdir(path.dirname(file), { recursive: true })
  const release = await acquire(file)
  try {
    return await work()
  } finally {
    await release()
  }
}

/**
 * @param {string} file
 * @returns {Promise<() => Promise<void>>} the call that releases it
 */
const acquire = file =>
  new Promise((resolve, reject) => {
    // `cat` lives until our end of the pipe is closed, by us or by our death.
    const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], {
      stdio: ['pipe', 'pipe', 'inherit']
    })
    const gone = new Promise(done => holder.on('close', done))
    holder.on('error', error => reject(new Error(`flock cannot be started: ${error.message}`)))
    holder.on('close', code => reject(new Error(`no lock on ${file}: flock ended with code ${code}`)))
    holder.stdout.once('data', () =>
      resolve(async () => {
        holder.stdin.end()
        await gone
      })
    )
  })
