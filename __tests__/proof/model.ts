import type { Content } from '../support/repository.js'

/** A build argument as the manifest writes it: a text, or the public reference of an image. */
export type Argument = string | { readonly image: string }

/** A named build context as the manifest writes it. */
export type NamedContext = string | { readonly image: string }

/** One image of the manifest, with what BuildKit is told for it. */
export interface ImageModel {
  readonly name: string
  readonly dockerfile: string
  /** From the root of the repository; `.` is the root. */
  readonly context: string
  readonly target?: string
  readonly args: Readonly<Record<string, Argument>>
  readonly contexts: Readonly<Record<string, NamedContext>>
  readonly tags: readonly string[]
}

/** One commit: its images, parents before children, and its files without the manifest. */
export interface Side {
  readonly images: readonly ImageModel[]
  readonly files: Readonly<Record<string, Exclude<Content, null>>>
  /** With a lock file, which tells variables and triggers of the bases. */
  readonly locked?: boolean
}

/** Two commits to compare. */
export interface ProofCase {
  /** `SEED:CASE`, or the name of a kept case. */
  readonly id: string
  /** What was changed, one word each. */
  readonly mutations: readonly string[]
  /** Why the case is kept; absent on generated ones. */
  readonly why?: string
  readonly before: Side
  readonly after: Side
}

/** Where the manifest lies. */
export const MANIFEST = 'images/manifest.yaml'
const LOCK = 'images/lock.yaml'

/** External bases: a tiny image with a shell, and the same with a trigger. */
export const BASES = {
  'proof-shell:1': { env: ['PATH=/bin'], onbuild: [] },
  'proof-onbuild:1': { env: ['PATH=/bin', 'E1=a.txt'], onbuild: ['COPY *.txt /from-base/'] }
} as const
const REGISTRY = 'ghcr.io/acme'

/** The public reference of an image as Dockerfiles write it. */
export function referenceOf(image: Pick<ImageModel, 'name' | 'tags'>): string {
  const tag = image.tags[0] ?? 'latest'
  return tag === 'latest' ? `${REGISTRY}/${image.name}` : `${REGISTRY}/${image.name}:${tag}`
}

/** The value of a build argument. `{image: x}` always has its tag. */
export function argumentText(argument: Argument, images: readonly ImageModel[]): string {
  if (typeof argument === 'string') return argument
  const image = images.find(each => each.name === argument.image)
  return `${REGISTRY}/${argument.image}:${image?.tags[0] ?? 'latest'}`
}

/** All files of a commit, the manifest among them. */
export function filesOf(side: Side, platform: string): Readonly<Record<string, Exclude<Content, null>>> {
  return {
    ...side.files,
    [MANIFEST]: manifestOf(side.images, platform),
    ...(side.locked === true ? { [LOCK]: lockOf(platform) } : {})
  }
}

/** The lock: what {@link BASES} hand on. The digest is none of theirs, nobody asks for it here. */
function lockOf(platform: string): string {
  const digest = `sha256:${'0'.repeat(64)}`
  const bases = Object.entries(BASES).map(([name, { env, onbuild }]) => [
    `docker.io/library/${name}`,
    { [platform]: { digest, onbuild, env } }
  ])
  return `${JSON.stringify({ version: 1, bases: Object.fromEntries(bases) as unknown })}\n`
}

/** The manifest: JSON is YAML. */
function manifestOf(images: readonly ImageModel[], platform: string): string {
  const document = {
    version: 1,
    registry: REGISTRY,
    defaults: { platforms: [platform] },
    images: Object.fromEntries(
      images.map(({ name, dockerfile, context, target, args, contexts, tags }) => [
        name,
        { dockerfile, context, ...(target === undefined ? {} : { target }), args, contexts, tags }
      ])
    )
  }
  return `${JSON.stringify(document, undefined, 1)}\n`
}
