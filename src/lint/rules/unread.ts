import { warningAt } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'

/** L007: something that an install reads could not be checked. */
export const unread: Rule = ({ image, reading }) =>
  reading.unread.map(found =>
    warningAt(
      'L007',
      at(found),
      `${image}: ${found.message}; what it installs is not checked`,
      'correct it, or commit the file and mount it where the command looks for it'
    )
  )
