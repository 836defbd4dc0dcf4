/** Replaced by a hash of the whole bundle when it is made (scripts/bundle.mjs). */
const WRITTEN = '@@build@@'

/** Identifies the bundle that runs; undefined when the program runs from its sources. */
export const BUILD: string | undefined = WRITTEN.startsWith('@@') ? undefined : WRITTEN
