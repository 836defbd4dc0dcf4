import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Files } from './repository.js'

/**
 * Programs of this machine as files of a repository below a folder, with the libraries they load, for images without a base. Not
 * executable: they are taken by `COPY --chmod=755`.
 */
export function programFiles(folder: string, ...programs: readonly string[]): Files {
  const libraries = programs.flatMap(program => librariesOf(program))
  return Object.fromEntries(
    [...new Set([...programs, ...libraries])].map(file => [`${folder}${file}`, readFileSync(file)])
  )
}

function librariesOf(program: string): readonly string[] {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? []
}

/** Whether a process runs whose command line begins with these words. */
export function isRunning(...words: readonly string[]): boolean {
  // Words of a command line are separated by zeros.
  const line = words.map(word => `${word}\0`).join('')
  return readdirSync('/proc').some(pid => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(line)
    } catch {
      return false
    }
  })
}

/** Waits until something holds; fails the test when it does not within a minute. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2400 && !holds(); tries += 1)
    await new Promise(resolve => setTimeout(resolve, 25))
  if (!holds()) throw new Error(`after a minute this did not hold: ${String(holds)}`)
}
