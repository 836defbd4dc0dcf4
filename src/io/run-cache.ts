import { lstat, readFile, rm, writeFile } from 'node:fs/promises'

/** Short texts in the cache service of GitHub Actions. It may forget them, and whatever fails is only told in the log. */
export interface RunCache {
  /**
   * The newest text that was kept under a key with this beginning, by a run that this one may read from; undefined when
   * there is none. `file` names the text and must be the one it was kept as.
   */
  readonly find: (beginning: string, file: string) => Promise<string | undefined>
  /** Keeps a text under a key that nothing was kept under before. */
  readonly keep: (key: string, file: string, text: string) => Promise<void>
}

/**
 * In the folder of the step, and named relative to it: the service tells entries apart by the path as it is written, and
 * folders of runners differ.
 */
const PREFIX = '.base-images-'
/** Lookups and downloads of a few kilobytes; the client tries again by itself. */
const OPTIONS = { timeoutInMs: 30_000, segmentTimeoutInMs: 60_000 }

/** Opens the cache service of this run; undefined where the runner has none. Longer texts than `longest` are not read. */
export async function openRunCache(
  environment: Readonly<Record<string, string | undefined>>,
  longest: number
): Promise<RunCache | undefined> {
  const urls = [environment['ACTIONS_RESULTS_URL'], environment['ACTIONS_CACHE_URL']]
  if (urls.every(url => (url ?? '') === '')) return undefined
  // Loaded here because only steps that plan or report need it, and it is slow to load.
  const client = await import('@actions/cache')
  if (!client.isFeatureAvailable()) return undefined
  return {
    find: async (beginning, file) => {
      const path = `${PREFIX}${file}`
      try {
        const found = await client.restoreCache([path], beginning, [beginning], OPTIONS)
        return found === undefined ? undefined : await readShort(path, longest)
      } finally {
        await rm(path, { recursive: true, force: true })
      }
    },
    keep: async (key, file, text) => {
      const path = `${PREFIX}${file}`
      try {
        await writeFile(path, text)
        await client.saveCache([path], key)
      } finally {
        await rm(path, { recursive: true, force: true })
      }
    }
  }
}

/** The text of a regular file; an entry of the cache may hold anything. */
async function readShort(path: string, longest: number): Promise<string | undefined> {
  try {
    const { size } = await lstat(path).then(stat => (stat.isFile() ? stat : { size: Infinity }))
    return size > longest ? undefined : await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}
