import type { promises as FileSystem } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Files } from '../ports.js'
import { codeOf } from './thrown.js'

/** The real file system behind the port; loaded when it is first used, since it costs 10 ms and a plan does without. */
export function openFiles(): Files {
  const fs = async (): Promise<typeof FileSystem> => (await import('node:fs')).promises
  return {
    scratch: async name => {
      const { mkdtemp, rm } = await fs()
      const path = await mkdtemp(join(tmpdir(), `base-images-${name.slice(0, 40)}-`))
      return { path, dispose: () => rm(path, { recursive: true, force: true }) }
    },
    read: async path => {
      try {
        return await (await fs()).readFile(path, 'utf8')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    write: async (path, text) => {
      const { mkdir, rename, writeFile } = await fs()
      await mkdir(dirname(path), { recursive: true })
      const temporary = `${path}.${process.pid}.tmp`
      await writeFile(temporary, text)
      await rename(temporary, path)
    },
    keepNewest: async (folder, count) => {
      const { readdir, rm, stat } = await fs()
      const paths = (await readdir(folder)).map(name => join(folder, name))
      // Another process may remove the same at the same time.
      const times = await Promise.all(
        paths.map(path =>
          stat(path)
            .then(each => each.mtimeMs)
            .catch(() => 0)
        )
      )
      const newest = paths.map((path, at) => ({ path, time: times[at] ?? 0 })).sort((a, b) => b.time - a.time)
      await Promise.all(newest.slice(count).map(({ path }) => rm(path, { force: true })))
    }
  }
}

/** The folder at a path with all links on the way followed; undefined when there is none. */
export async function realFolder(path: string): Promise<string | undefined> {
  const { realpath, stat } = (await import('node:fs')).promises
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true ? realpath(path) : undefined
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
