import { RegistryError } from '../io/registry-error.js'
import { lockedDigest } from '../keys/inputs.js'
import type { ExternalInput } from '../keys/inputs.js'
import { parseReference, repositoryOf } from '../manifest/reference.js'
import type { Plan } from '../plan/types.js'
import type { Registry } from '../ports.js'
import { UserError } from '../diagnostics/user-error.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Place } from '../diagnostics/diagnostic.js'

/**
 * The digests of external bases in this run, each asked for once: the one in the reference itself, else the lock's, else
 * the plan's pin, else what the registry has now. That there is none is told at the Dockerfile that is asked for first.
 */
export function externalDigests(
  registry: Registry,
  plan: Pick<Plan, 'pins'>
): (base: ExternalInput, dockerfile: string) => Promise<string> {
  const asked = new Map<string, Promise<string>>()
  return async ({ reference, lock, from }, dockerfile) => {
    const written = parseReference(reference)?.digest
    const known = written ?? lockedDigest({ lock }) ?? plan.pins[reference]
    if (known !== undefined) return known
    const current =
      asked.get(reference) ?? currentDigest(registry, reference, placeOf(dockerfile, from?.line))
    asked.set(reference, current)
    return current
  }
}

function placeOf(file: string, line: number | undefined): Place {
  return line === undefined ? { file } : { file, line }
}

/** What a reference means in its registry now; `place` is where it is taken, which a registry that fails is told with. */
async function currentDigest(registry: Registry, reference: string, place: Place): Promise<string> {
  const parsed = parseReference(reference)
  const looking = parsed && registry.head(repositoryOf(parsed), parsed.tag ?? 'latest')
  const found = await looking?.catch((error: unknown) => {
    if (!(error instanceof RegistryError)) throw error
    const doing = `looking for the base ${reference} of ${place.file}${place.line === undefined ? '' : `:${place.line}`}`
    throw new RegistryError({ ...error.action, doing }, error.answer, error.tries)
  })
  if (found !== undefined) return found.digest
  const message = `the base ${reference} does not exist in its registry`
  throw new UserError(
    errorAt('W002', place, message, 'correct the reference, or check that the registry lets you read it')
  )
}
