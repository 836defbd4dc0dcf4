import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { MOST_GUESSED_FROM, nearest } from '../manifest/names.js'

const SHOWN = 20

/**
 * The finding (E003) that a name of the command line is none of the manifest's images, with the one that was probably
 * meant.
 */
export function unknownImage(name: string, images: Iterable<string>): Diagnostic {
  const known = [...images]
  const shown = `${known.slice(0, SHOWN).join(', ')}${known.length > SHOWN ? ', …' : ''}`
  const meant = known.length > MOST_GUESSED_FROM ? undefined : nearest(name, known)
  return errorAt(
    'E003',
    COMMAND_LINE,
    `the manifest has no image ${JSON.stringify(name)}; it has ${shown}`,
    meant === undefined ? 'name one of these; `base-images graph` lists them all' : `did you mean ${meant}?`
  )
}
