import { warningAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { argWords } from '../dockerfile/scope.js'
import type { ParsedDockerfile } from '../dockerfile/types.js'
import { nearest } from '../manifest/names.js'
import { placeOfKey } from '../manifest/places.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { TextlessView } from '../plan/view.js'
import type { Look } from './look.js'
import type { Source } from './source.js'

/** Arguments that act without being declared: those of BuildKit, and its predefined ones for a proxy. */
const UNDECLARED = /^(?:BUILDKIT_.*|SOURCE_DATE_EPOCH|(?:HTTPS?|FTP|NO|ALL)_PROXY)$/i

/**
 * What the manifest gives a build and the Dockerfile takes nowhere (D007): arguments that no ARG declares, not those of
 * `defaults`, which are for every image, and named contexts that nothing names. Whatever stage they are in counts, so that
 * variants may share a Dockerfile. What variants inherit is told once.
 */
export async function unusedGifts(
  { manifest, images }: Snapshot,
  look: Look,
  source: Source
): Promise<readonly Diagnostic[]> {
  const text = (await source.texts([manifest.path])).get(manifest.path) ?? ''
  const found = new Map<string, Diagnostic>()
  for (const { spec } of images.values()) {
    const view = await look(spec.name, spec.platforms[0] ?? '')
    if (view === undefined) continue
    const tell = (key: string, name: string, message: string, remedy: string): void => {
      const place = placeOfKey(text, spec.name, key, name)
      if (place === undefined) return
      const id = `${place.line}:${place.column}`
      if (!found.has(id)) found.set(id, warningAt('D007', { file: manifest.path, ...place }, message, remedy))
    }
    const declared = declaredIn(view)
    for (const name of Object.keys(spec.args).filter(each => !declared.has(each) && !UNDECLARED.test(each))) {
      const message = `no ARG of ${spec.dockerfile} declares ${name}, so it changes nothing of ${spec.name}`
      const meant = nearest(name, declared)
      tell('args', name, message, meant === undefined ? 'declare it, or remove it' : `did you mean ${meant}?`)
    }
    const unnamed = Object.keys(spec.contexts).filter(each => !isNamed(each, view))
    for (const name of unnamed) {
      const message = `nothing in ${spec.dockerfile} takes the named context ${name} of ${spec.name}`
      const taken = view.build.references.map(({ written }) => written)
      const meant = nearest(name, taken)
      const remedy = 'write it in FROM, --from or a mount, or remove it'
      tell('contexts', name, message, meant === undefined ? remedy : `did you mean ${meant}?`)
    }
  }
  return [...found.values()]
}

/** Names that any ARG declares, also one that a parent's trigger brings along. */
function declaredIn({ parsed, build }: TextlessView): ReadonlySet<string> {
  const own = parsed.instructions
    .map(instruction => instruction.trigger ?? instruction)
    .filter(({ keyword }) => keyword === 'ARG')
    .flatMap(instruction => argWords(instruction, parsed.directives.escape).map(([name]) => name))
  return new Set([...own, ...Object.keys(build.args)])
}

function isNamed(name: string, { parsed, build }: TextlessView): boolean {
  return build.contexts.includes(name) || mentions(parsed, name)
}

function mentions({ instructions }: ParsedDockerfile, name: string): boolean {
  return instructions.some(
    ({ rest, flags }) => rest.includes(name) || flags.some(({ value }) => value?.includes(name) === true)
  )
}
