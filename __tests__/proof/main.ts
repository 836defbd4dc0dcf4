import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { versionsOf } from './buildkit.js'
import { generate } from './generate.js'
import { FORMS } from './instructions.js'
import { caseText, keptCases } from './kept.js'
import type { ProofCase } from './model.js'
import { MUTATIONS } from './mutations.js'
import { openRig } from './rig.js'
import { runAll, type Proved } from './run-all.js'
import { count, newTally, tallyText, type Tally } from './tally.js'

/** What a run of the proof is asked for. */
export interface ProofRequest {
  readonly cases: number
  readonly seed: number
  /** Number of the first case. */
  readonly from: number
  /** One case, `SEED:CASE`: its repository is printed too. */
  readonly replay?: string
  /** Cases that run at once. */
  readonly parallel: number
  /** Where cases with a miss, a difference or a needless refusal are written. */
  readonly found: string
  /** Where the kept cases are; these run first. */
  readonly kept: string
}

/** Runs the proof and prints rates, weights and seed; true without a miss, a difference and a plan without a reason. */
export async function prove(request: ProofRequest, host: string): Promise<boolean> {
  const { rig, close } = await openRig(host, process.env)
  const start = Date.now()
  try {
    const cases = casesOf(request)
    const tally = newTally()
    await runAll(rig, cases, request.parallel, proved => tell(proved, request, tally))
    const seconds = (Date.now() - start) / 1000
    console.log(`BuildKit ${versionsOf(rig.place)}; seed ${request.seed}, cases from ${request.from}`)
    console.log(`weights of changes: ${JSON.stringify(MUTATIONS)}`)
    console.log(`weights of instructions: ${JSON.stringify(FORMS)}`)
    console.log(tallyText(tally))
    console.log(`${seconds.toFixed(0)} s, ${(seconds / Math.max(1, tally.cases)).toFixed(2)} s a case`)
    return tally.misses === 0 && tally.differences === 0 && tally.unexplained === 0
  } finally {
    close()
  }
}

function* casesOf(request: ProofRequest): Generator<ProofCase> {
  if (request.replay !== undefined) {
    const [seed = 0, number = 0] = request.replay.split(':').map(Number)
    const proof = generate(seed, number)
    console.log(caseText(proof))
    yield proof
    return
  }
  yield* keptCases(request.kept)
  for (let number = 0; number < request.cases; number += 1)
    yield generate(request.seed, request.from + number)
}

function tell({ proof, run, findings }: Proved, request: ProofRequest, tally: Tally): void {
  count(tally, run, findings, proof.mutations)
  if (request.replay !== undefined) console.log(JSON.stringify(run, undefined, 2))
  for (const { kind, className, text } of findings) {
    console.log(`${kind.toUpperCase()} ${proof.id} [${className}] ${text}`)
    if (kind === 'needless' || kind === 'warned') continue
    mkdirSync(request.found, { recursive: true })
    writeFileSync(join(request.found, `${proof.id.replaceAll(':', '-')}.json`), caseText(proof))
  }
  if (tally.cases % 50 !== 0) return
  const { misses, differences, needless } = tally
  console.log(`… ${tally.cases} cases, ${misses} misses, ${differences} differences, ${needless} needless`)
}
