import { judge, type Finding } from './judge.js'
import type { ProofCase } from './model.js'
import { runCase, type CaseRun, type Rig } from './run-case.js'

/** A case with what became of it. */
export interface Proved {
  readonly proof: ProofCase
  readonly run: CaseRun
  readonly findings: readonly Finding[]
}

/** Runs cases, some at once; `each` is told of every one as it ends. */
export async function runAll(
  rig: Rig,
  cases: Iterable<ProofCase>,
  parallel: number,
  each: (proved: Proved) => void
): Promise<void> {
  const queue = cases[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const run = await runCase(rig, next.value)
      each({ proof: next.value, run, findings: judge(run, next.value.mutations) })
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
}
