import type { Diagnostic } from './diagnostic.js'

/** A mistake of the user's that is found deep inside; carries the finding. */
export class UserError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message)
  }
}
