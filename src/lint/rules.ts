import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Check, Rule } from './check.js'
import { conflict } from './rules/conflict.js'
import { constraintExtras } from './rules/constraint-extras.js'
import { duplicate } from './rules/duplicate.js'
import { openConnection } from './rules/open-connection.js'
import { replaced } from './rules/replaced.js'
import { severalIndexes } from './rules/several-indexes.js'
import { unread } from './rules/unread.js'

/** All rules about requirements. A new one is a file beside the others, a code in `diagnostics/rules.ts` and a page. */
const REQUIREMENT_RULES: readonly Rule[] = [
  duplicate,
  replaced,
  conflict,
  constraintExtras,
  severalIndexes,
  openConnection,
  unread
]

/** The findings of all rules about one install. */
export function checkInstall(check: Check): readonly Diagnostic[] {
  return REQUIREMENT_RULES.flatMap(rule => rule(check))
}
