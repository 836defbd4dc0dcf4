import type { Log, Registry } from '../ports.js'
import { RegistryError } from '../io/registry-error.js'

/**
 * A registry in which what may not be read, or cannot be reached, counts as not there, told once: for runs without rights
 * of their own, which then build more than they would have to.
 */
export function readingWhatItMay(registry: Registry, log: Log): Registry {
  let told = false
  const orMissing = async <T>(asked: Promise<T | undefined>): Promise<T | undefined> => {
    try {
      return await asked
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error
      if (!told) log.warn(`${error.message}; what cannot be read counts as not built yet.`)
      told = true
      return undefined
    }
  }
  return {
    ...registry,
    head: (repository, reference) => orMissing(registry.head(repository, reference)),
    manifest: (repository, reference) => orMissing(registry.manifest(repository, reference)),
    blob: (repository, digest) => orMissing(registry.blob(repository, digest))
  }
}
