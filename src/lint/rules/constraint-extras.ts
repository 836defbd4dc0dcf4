import { errorAt } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'

/** L004: a constraint has an extra; pip refuses the whole file ("Constraints cannot have extras"). */
export const constraintExtras: Rule = ({ image, reading }) =>
  reading.constraints
    .filter(({ extras }) => extras)
    .map(asked =>
      errorAt(
        'L004',
        at(asked),
        `${image} takes ${asked.written} as a constraint, and pip accepts no extras in constraints`,
        `write ${asked.name} without the extra here, and the extra in the requirements`
      )
    )
