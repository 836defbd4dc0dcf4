import { normaliseReference } from '../manifest/reference.js'

/** One image that a build takes: under which name the Dockerfile asks for it, and exactly what it gets. */
export interface HandedImage {
  /** Key of the build context: familiar form without `:latest`. */
  readonly contextName: string
  /** Normalised reference with digest: `ghcr.io/acme/base-images-build@sha256:…`. */
  readonly reference: string
}

/** A parent from staging, by the digest of its platform manifest. */
export function handParent(contextName: string, staging: string, digest: string): HandedImage {
  return { contextName, reference: `${normaliseRepository(staging)}@${digest}` }
}

/** An external base under its own name, at the digest it is pinned to; a name that has its digest stays as it is. */
export function handExternal(contextName: string, reference: string, digest: string): HandedImage {
  return { contextName, reference: reference.includes('@') ? reference : `${reference}@${digest}` }
}

/** The arguments that hand the images over. */
export function contextArguments(handed: readonly HandedImage[]): readonly string[] {
  return handed.flatMap(each => ['--build-context', `${each.contextName}=docker-image://${each.reference}`])
}

/** A repository with its domain written out, as BuildKit writes it: without the `:latest` that a reference would get. */
function normaliseRepository(repository: string): string {
  return (normaliseReference(repository) ?? repository).replace(/:latest$/, '')
}
