import { normaliseReference } from '../manifest/reference.js'

/** One image that a build takes: under which name the Dockerfile asks for it, and exactly what it gets. */
export interface HandedImage {
  /** Key of the build context: familiar form without `:latest`. */
  readonly contextName: string
  /** Normalised reference with digest: `ghcr.io/acme/base-images-build@sha256:…`. */
  readonly reference: string
  /** Folder with the OCI layout that holds it; in a registry when absent. */
  readonly layout?: string
}

/** The tag in a reference to a layout: buildx 0.33.0 refuses one with a digest alone (docker/buildx#3793). */
const LAYOUT_TAG = 'build'

/** A parent from staging, by the digest of its platform manifest. */
export function handParent(contextName: string, staging: string, digest: string): HandedImage {
  return { contextName, reference: `${normaliseRepository(staging)}@${digest}` }
}

/**
 * A parent from a folder with an OCI layout, by the digest of its platform manifest. BuildKit names it after the context
 * (moby/buildkit, frontend/dockerui/namedcontext.go).
 */
export function handLayout(contextName: string, folder: string, digest: string): HandedImage {
  return { contextName, reference: `${normaliseRepository(contextName)}@${digest}`, layout: folder }
}

/** The source of a handed image as BuildKit and its source policy name it. */
export function sourceOf(handed: Pick<HandedImage, 'reference' | 'layout'>): string {
  return `${handed.layout === undefined ? 'docker-image' : 'oci-layout'}://${handed.reference}`
}

/** An external base under its own name, at the digest it is pinned to; a name that has its digest stays as it is. */
export function handExternal(contextName: string, reference: string, digest: string): HandedImage {
  return { contextName, reference: reference.includes('@') ? reference : `${reference}@${digest}` }
}

/** The digest that a handed image is pinned to: what stands behind the `@` of its reference. */
export function digestIn(reference: string): string {
  return reference.slice(reference.indexOf('@') + 1)
}

/** The arguments that hand the images over. */
export function contextArguments(handed: readonly HandedImage[]): readonly string[] {
  return handed.flatMap(each => ['--build-context', `${each.contextName}=${contextValue(each)}`])
}

function contextValue(handed: HandedImage): string {
  if (handed.layout === undefined) return sourceOf(handed)
  return `oci-layout://${handed.layout}:${LAYOUT_TAG}@${digestIn(handed.reference)}`
}

/** A repository with its domain written out, as BuildKit writes it: without the `:latest` that a reference would get. */
function normaliseRepository(repository: string): string {
  return (normaliseReference(repository) ?? repository).replace(/:latest$/, '')
}
