// Runs the bundled command line for the commands that build this repository's own images.
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CLI = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'cli', 'index.js')
const exec = promisify(execFile)

/** The embedded BuildKit builds for this machine only. */
export const PLATFORM = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`

/** Runs the command line in a folder; its progress goes to the terminal, what it prints comes back. */
export async function baseImages(folder, env, args) {
  const running = exec(process.execPath, [CLI, ...args], { cwd: folder, env, maxBuffer: 1 << 28 })
  running.child.stderr.pipe(process.stderr)
  try {
    return (await running).stdout
  } catch (error) {
    // What went wrong stands on the terminal already.
    throw new Error(`base-images ${args.slice(0, 3).join(' ')} ended with ${error.code}`, { cause: error })
  }
}
