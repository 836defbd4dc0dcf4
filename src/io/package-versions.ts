import type { Deleted, Registry } from '../ports.js'
import { RegistryError } from './registry-error.js'
import { messageOf, statusOf } from './thrown.js'

/** Versions of packages at GitHub: a version is a manifest with all of its tags. */
export interface PackageVersions {
  /** Digests of versions without a tag; empty when there is no such package, or none that this token may see. */
  readonly untagged: (repository: string) => Promise<readonly string[]>
  /** Deletes the version with this digest; `unsupported` when this token does not see it. */
  readonly remove: (repository: string, digest: string) => Promise<Deleted>
}

/** Registry whose manifests are versions of GitHub packages. */
export const PACKAGES_HOST = 'ghcr.io'

interface Version {
  readonly id: number
  /** The digest. */
  readonly name: string
  readonly metadata?: { readonly container?: { readonly tags?: readonly string[] } }
}

/**
 * Opens GitHub's REST API for packages, since ghcr.io answers 405 to the deletion of the distribution specification.
 * Failures are a {@link RegistryError} with the words of the API.
 */
export async function openPackages(options: {
  readonly apiUrl: string
  readonly token: string
}): Promise<PackageVersions> {
  // Loaded here because few runs need it.
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl })
  const listed = new Map<string, Promise<ReadonlyMap<string, Version>>>()

  async function placeOf(repository: string) {
    const [, owner = '', ...name] = repository.split('/')
    const { data } = await octokit.request('GET /users/{username}', { username: owner })
    const kind = data.type === 'Organization' ? 'orgs' : 'users'
    return { url: `/${kind}/{owner}/packages/container/{name}/versions`, owner, name: name.join('/') }
  }

  async function list(repository: string): Promise<ReadonlyMap<string, Version>> {
    try {
      const { url, ...place } = await placeOf(repository)
      const versions = await octokit.paginate<Version>(`GET ${url}`, { ...place, per_page: 100 })
      return new Map(versions.map(version => [version.name, version]))
    } catch (error) {
      if (statusOf(error) === 404) return new Map()
      throw failure(repository, 'listing package versions', error)
    }
  }

  function versionsOf(repository: string): Promise<ReadonlyMap<string, Version>> {
    const known = listed.get(repository)
    const versions = known ?? list(repository)
    if (known === undefined) listed.set(repository, versions)
    return versions
  }

  return {
    untagged: async repository =>
      [...(await versionsOf(repository)).values()]
        .filter(version => version.metadata?.container?.tags?.length === 0)
        .map(version => version.name),
    remove: async (repository, digest) => {
      const version = (await versionsOf(repository)).get(digest)
      if (version === undefined) return 'unsupported'
      try {
        const { url, ...place } = await placeOf(repository)
        await octokit.request(`DELETE ${url}/{id}`, { ...place, id: version.id })
        return 'deleted'
      } catch (error) {
        if (statusOf(error) === 404) return 'gone'
        throw failure(repository, `deleting the package version ${digest}`, error)
      }
    }
  }
}

/** The registry with deletion by package versions for {@link PACKAGES_HOST}; a tag cannot be taken away alone there. */
export function deletingVersions(registry: Registry, packages: PackageVersions): Registry {
  const isPackage = (repository: string): boolean => repository.startsWith(`${PACKAGES_HOST}/`)
  return {
    ...registry,
    deleteTag: (repository, tag) =>
      isPackage(repository) ? Promise.resolve('unsupported') : registry.deleteTag(repository, tag),
    deleteManifest: (repository, digest) =>
      isPackage(repository)
        ? packages.remove(repository, digest)
        : registry.deleteManifest(repository, digest)
  }
}

function failure(repository: string, doing: string, error: unknown): RegistryError {
  const action = { host: PACKAGES_HOST, repository, doing, access: 'delete' } as const
  const said = messageOf(error).replace(/[^\x20-\x7e]+/g, ' ')
  const sentence = `GitHub's API for packages refuses (${said.slice(0, 200)})`
  const status = statusOf(error)
  return new RegistryError(action, { sentence, ...(status === undefined ? {} : { status }) })
}
