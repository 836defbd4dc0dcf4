import { isRegularFile } from '../context/tree.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { ImageSpec } from '../manifest/types.js'
import type { Source } from './source.js'

/**
 * Smoke tests whose script is no regular file of the tree (C005), with the line of the manifest that names it. No build of
 * such an image can pass. Said of a whole tree, so that an image at the base of a comparison stays readable.
 */
export async function missingScripts(
  manifest: string,
  specs: readonly ImageSpec[],
  source: Source
): Promise<readonly Diagnostic[]> {
  const missing = specs.flatMap(({ name, test }) =>
    test?.kind !== 'script' || isRegularFile(source.tree.get(test.path)) ? [] : [{ name, path: test.path }]
  )
  if (missing.length === 0) return []
  const text = (await source.texts([manifest])).get(manifest) ?? ''
  // Loaded only here, as the reader of manifests is.
  const { placeOfKey } = await import('../manifest/places.js')
  const told = new Set<string>()
  return missing.flatMap(({ name, path }) => {
    const message = `the smoke test ${path} of ${name} is not tracked as a regular file`
    const place = { file: manifest, ...placeOfKey(text, name, 'test') }
    // Variants inherit the line of their image.
    const id = JSON.stringify(place)
    if (told.has(id)) return []
    told.add(id)
    const words = path.split(' ')
    const command = words.length > 1 ? `; a command is a list: [${words.join(', ')}]` : ''
    return [errorAt('C005', place, message, `add the script to git, or correct \`test:\`${command}`)]
  })
}
