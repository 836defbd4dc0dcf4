import { errorAt } from '../diagnostics/diagnostic.js'
import type { Outcome } from '../commands/outcome.js'
import { parsePlan } from '../plan/parse.js'
import type { Plan } from '../plan/types.js'
import type { World } from '../world.js'

/** Reads a plan from a file that `plan --format json` wrote. */
export async function readPlan(world: World, path: string): Promise<Outcome<Plan>> {
  const text = await world.files.read(path.startsWith('/') ? path : `${world.folder}/${path}`)
  const parsed = text === undefined ? 'there is no such file' : parsePlan(text)
  if (typeof parsed !== 'string') return { kind: 'done', value: parsed, warnings: [] }
  const remedy = 'write it again with `base-images plan --format json`'
  return {
    kind: 'invalid',
    diagnostics: [errorAt('E005', { file: path }, `no plan can be read here: ${parsed}`, remedy)]
  }
}
