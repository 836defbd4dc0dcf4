import type { ExternalInput } from '../keys/inputs.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { someOf } from '../diagnostics/shown.js'
import { UserError } from '../diagnostics/user-error.js'
import { readBaseConfig, readBaseManifest } from '../freshness/upstream.js'
import type { BaseManifest } from '../freshness/upstream.js'
import { parseReference, repositoryOf } from '../manifest/reference.js'
import type { Registry } from '../ports.js'

/**
 * Reads the ONBUILD triggers that an external base has at a digest, each once: those of the platform that is taken, or of
 * every platform where the whole index is handed over. Throws when the configuration cannot be read: a base of which
 * nothing is known is not built on.
 */
export type TriggersOf = (base: ExternalInput, digest: string, target: string) => Promise<readonly Triggers[]>

/** The triggers of a base on one platform, as they stand in its configuration. */
export type Triggers = readonly string[]

/** Opens the view of the registries for one run: what is asked by digest cannot change. */
export function openTriggers(registry: Registry): TriggersOf {
  const asked = new Map<string, Promise<readonly Triggers[]>>()
  return (base, digest, target) => {
    const platform = base.whole === true ? 'all' : (base.platform ?? target)
    const id = `${base.reference} ${digest} ${platform}`
    const found = asked.get(id) ?? readTriggers(registry, base.reference, digest, platform)
    asked.set(id, found)
    return found
  }
}

/** The finding that a base brings triggers along with which the plan was not worked out. */
export function unknownTriggers(
  image: { readonly name: string; readonly dockerfile: string },
  base: ExternalInput,
  target: string,
  found: readonly Triggers[]
): Diagnostic | undefined {
  const known = base.from?.triggers ?? []
  const other = found.find(triggers => JSON.stringify(triggers) !== JSON.stringify(known))
  if (base.from === undefined || other === undefined) return undefined
  const place = { file: image.dockerfile, line: base.from.line }
  const message =
    other.length === 0
      ? `${image.name} is not built: ${base.reference} has no triggers, and the lock says ${shown(known)}`
      : `${image.name} is not built: ${base.reference} has triggers that the plan does not know, ` +
        `and what they read is in no key: ${shown(other)}`
  return errorAt('B007', place, message, remedyFor(base, target))
}

/** BuildKit takes the exact platform, or where the index has it not the nearest of its kind. */
async function readTriggers(
  registry: Registry,
  reference: string,
  digest: string,
  platform: string
): Promise<readonly Triggers[]> {
  const parsed = parseReference(reference)
  if (parsed === undefined) throw unreadable(reference, 'it is no image reference')
  const repository = repositoryOf(parsed)
  const top = await manifestAt(registry, repository, reference, digest)
  if (top.kind === 'manifest') return [await triggersIn(registry, repository, reference, top)]
  const exact = top.digestFor(platform) === undefined ? undefined : [platform]
  const taken = exact ?? top.platforms.filter(each => platform === 'all' || isOfKind(each, platform))
  return Promise.all(
    taken.map(async each => {
      const below = await manifestAt(registry, repository, reference, top.digestFor(each) ?? digest)
      return triggersIn(registry, repository, reference, below)
    })
  )
}

async function manifestAt(
  registry: Registry,
  repository: string,
  reference: string,
  digest: string
): Promise<BaseManifest> {
  const found = await registry.manifest(repository, digest)
  const manifest = found && readBaseManifest(found.bytes)
  if (manifest === undefined) throw unreadable(reference, `${digest} is no image in its registry`)
  return manifest
}

async function triggersIn(
  registry: Registry,
  repository: string,
  reference: string,
  manifest: BaseManifest
): Promise<Triggers> {
  const digest = manifest.kind === 'manifest' ? manifest.config : undefined
  const blob = digest === undefined ? undefined : await registry.blob(repository, digest)
  const config = blob && readBaseConfig(blob)
  if (config === undefined) throw unreadable(reference, 'it has no configuration')
  return config.onbuild
}

function isOfKind(platform: string, wanted: string): boolean {
  const kind = wanted.split('/').slice(0, 2).join('/')
  return platform === kind || platform.startsWith(`${kind}/`)
}

function unreadable(reference: string, why: string): UserError {
  const message = `whether the base ${reference} has triggers cannot be known: ${why}`
  return new UserError(errorAt('W002', { file: '.' }, message, 'correct the FROM, or the entry of the lock'))
}

function remedyFor(base: ExternalInput, target: string): string {
  if (parseReference(base.reference)?.digest !== undefined) {
    return 'name the base by a tag in place of the digest, then run `base-images lock --refresh` and commit the lock'
  }
  if (base.whole !== true && base.platform !== undefined && base.platform !== target) {
    return 'leave --platform out of this FROM, or make an image of this repository from that base'
  }
  return 'run `base-images lock --refresh`, commit the lock and plan again'
}

/** The first triggers, cut where they are long: an upstream may write anything. */
function shown(triggers: Triggers): string {
  const texts = triggers.map(text => `ONBUILD ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`)
  return someOf(texts, 3, '; ')
}
