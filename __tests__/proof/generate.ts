import type { ProofCase } from './model.js'
import { mutate } from './mutations.js'
import { randomOf } from './random.js'
import { copyOf, repository, sideOf } from './repository.js'

/** The case of a number under a seed: a random repository, and the same after one or two random changes. */
export function generate(seed: number, number: number): ProofCase {
  const random = randomOf(seed, number)
  const before = repository(random)
  const after = copyOf(before)
  const mutations = [mutate(after, random)]
  if (random.chance(0.3)) mutations.push(mutate(after, random))
  return { id: `${seed}:${number}`, mutations, before: sideOf(before), after: sideOf(after) }
}
