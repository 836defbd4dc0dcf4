import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { versionsOf } from './buildkit.js'
import { generate } from './generate.js'
import { FORMS } from './instructions.js'
import { judge, type Finding } from './judge.js'
import { caseText, keptCases } from './kept.js'
import type { ProofCase } from './model.js'
import { MUTATIONS } from './mutations.js'
import { openRig } from './rig.js'
import { runCase, type Rig } from './run-case.js'
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

/** Runs the proof and prints rates, weights and seed; true without a miss and without a difference. */
export async function prove(request: ProofRequest, host: string): Promise<boolean> {
  const { rig, close } = await openRig(host, process.env)
  const start = Date.now()
  try {
    const cases = casesOf(request)
    const tally = newTally()
    const queue = cases[Symbol.iterator]()
    const worker = async (): Promise<void> => {
      for (let next = queue.next(); next.done !== true; next = queue.next())
        await proveCase(rig, next.value, request, tally)
    }
    await Promise.all(Array.from({ length: request.parallel }, worker))
    const seconds = (Date.now() - start) / 1000
    console.log(`BuildKit ${versionsOf(rig.place)}; seed ${request.seed}, cases from ${request.from}`)
    console.log(`weights of changes: ${JSON.stringify(MUTATIONS)}`)
    console.log(`weights of instructions: ${JSON.stringify(FORMS)}`)
    console.log(tallyText(tally))
    console.log(`${seconds.toFixed(0)} s, ${(seconds / Math.max(1, tally.cases)).toFixed(2)} s a case`)
    return tally.misses === 0 && tally.differences === 0
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

async function proveCase(rig: Rig, proof: ProofCase, request: ProofRequest, tally: Tally): Promise<void> {
  const run = await runCase(rig, proof)
  const findings = judge(run, proof.mutations)
  count(tally, run, findings, proof.mutations)
  if (request.replay !== undefined) console.log(JSON.stringify(run, undefined, 2))
  for (const finding of findings) tell(finding, proof, request)
  if (tally.cases % 50 === 0) {
    console.log(
      `… ${tally.cases} cases, ${tally.misses} misses, ${tally.differences} differences, ${tally.needless} needless`
    )
  }
}

function tell({ kind, className, text }: Finding, proof: ProofCase, request: ProofRequest): void {
  console.log(`${kind.toUpperCase()} ${proof.id} [${className}] ${text}`)
  if (kind === 'needless') return
  mkdirSync(request.found, { recursive: true })
  writeFileSync(join(request.found, `${proof.id.replaceAll(':', '-')}.json`), caseText(proof))
}
