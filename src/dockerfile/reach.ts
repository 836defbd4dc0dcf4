import { takesOf, type Take } from './takes.js'
import type { Stage, StageTable } from './stages.js'
import type { Instruction, Problem } from './types.js'

/** An instruction as a stage runs it. */
export interface Step {
  readonly instruction: Instruction
  /** Line to name: that of FROM for an inherited trigger. */
  readonly line: number
  readonly takes: readonly Take[]
  /** Inherited by ONBUILD. */
  readonly inherited: boolean
}

/** A stage that the target needs, with everything it runs. */
export interface ReachedStage {
  readonly stage: Stage
  /** Number among the stages that are reached, from 0. */
  readonly number: number
  readonly steps: readonly Step[]
}

/** The stages that the target reaches, in order. */
export interface Reached {
  readonly stages: readonly ReachedStage[]
  readonly problems: readonly Problem[]
}

/** The ONBUILD triggers that the image a stage begins with brings along. */
export type Triggers = (stage: Stage) => readonly Instruction[]

const plainly = new WeakMap<StageTable, Reached>()

/** The stages that the target reaches when no image brings triggers along; worked out once for a table. */
export function reachPlainly(table: StageTable): Reached {
  const reached = plainly.get(table) ?? reach(table, () => [])
  plainly.set(table, reached)
  return reached
}

/**
 * Finds the stages that the target needs through FROM, COPY --from and mounts. Triggers of ONBUILD, of an earlier stage or
 * of an image, run right after FROM.
 */
export function reach(table: StageTable, triggers: Triggers): Reached {
  const needed = new Map<number, readonly Step[]>()
  const problems: Problem[] = []
  const open = table.target === undefined ? [] : [table.target]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const stage = table.stages[index]
    if (stage === undefined || needed.has(index)) continue
    const steps = stage.replaced ? [] : stepsOf(stage, table, triggers, problems)
    needed.set(index, steps)
    if (stage.origin.kind === 'stage') open.push(stage.origin.index)
    for (const { origin } of steps.flatMap(step => step.takes))
      if (origin.kind === 'stage') open.push(origin.index)
  }
  const order = [...needed.keys()].sort((a, b) => a - b)
  const stages = order.flatMap((index, number) => {
    const stage = table.stages[index]
    return stage === undefined ? [] : [{ stage, number, steps: needed.get(index) ?? [] }]
  })
  return { stages, problems: problems.sort((a, b) => a.line - b.line) }
}

function stepsOf(stage: Stage, table: StageTable, triggers: Triggers, problems: Problem[]): readonly Step[] {
  const step = (instruction: Instruction, line: number, inherited: boolean): Step => {
    const found = takesOf(instruction, { index: stage.index, line, inherited }, table)
    problems.push(...found.problems)
    return { instruction, line, takes: found.takes, inherited }
  }
  const brought =
    stage.origin.kind === 'stage' ? ownTriggers(table.stages[stage.origin.index]) : triggers(stage)
  return [
    ...brought.map(instruction => step(instruction, stage.head.line, true)),
    ...stage.commands.map(instruction => step(instruction, instruction.line, false))
  ]
}

/** The triggers that a stage hands on: its own, not those it ran. */
export function ownTriggers(stage: Stage | undefined): readonly Instruction[] {
  if (stage === undefined || stage.replaced || !stage.commands.some(({ trigger }) => trigger)) return []
  return stage.commands.flatMap(({ trigger }) => trigger ?? [])
}
