import { warningAt } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'
import { having, sharedNames, sizeOf } from './shared-names.js'
import { isReplaced } from './replaced.js'

/** L001: an image asks for what the images below have already, in a version that fits. */
export const duplicate: Rule = check =>
  sharedNames(check)
    .filter(shared => !isReplaced(shared))
    .map(({ below, asked: [first] }) => {
      const { again } = check.reading.install
      const now = again ? `is stored a second time, cost: ${sizeOf(below)}` : 'costs 0 bytes while both agree'
      const later = again ? '' : `; a second copy once they differ: ${sizeOf(below)}`
      return warningAt(
        'L001',
        at(first),
        `${check.image} asks for ${first.written}, but ${having(below)}; it ${now}${later}`,
        `remove ${below.name} here: the image below decides about its version`
      )
    })
