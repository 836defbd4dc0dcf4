import type { Log, Registry } from '../ports.js'
import { RegistryError } from '../io/registry-error.js'

/**
 * A registry in which what may not be read, or cannot be reached, counts as not there, told once: for runs without rights
 * of their own, which then build more than they would have to. A repository that failed is not asked again.
 */
export function readingWhatItMay(registry: Registry, log: Log): Registry {
  const failed = new Set<string>()
  const orMissing = async <T>(
    repository: string,
    ask: () => Promise<T | undefined>
  ): Promise<T | undefined> => {
    if (failed.has(repository)) return undefined
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error
      if (failed.size === 0) log.warn(`${error.message} What cannot be read counts as not built yet.`)
      failed.add(repository)
      return undefined
    }
  }
  return {
    ...registry,
    head: (repository, reference) => orMissing(repository, () => registry.head(repository, reference)),
    manifest: (repository, reference) =>
      orMissing(repository, () => registry.manifest(repository, reference)),
    blob: (repository, digest) => orMissing(repository, () => registry.blob(repository, digest))
  }
}
