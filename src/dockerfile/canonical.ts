import type { Reached, Step } from './reach.js'
import type { Heredoc, Instruction, ParsedDockerfile } from './types.js'

/**
 * The instructions of the reachable stages, one string each: JSON of number of the stage among these, keyword, flags, words
 * or text, here-documents, and the stages it takes from. Comments, layout, letter case of keywords, names and numbers of
 * stages, and other stages leave no trace; the frontend and the escape character stand first.
 */
export function canonicalForm(parsed: ParsedDockerfile, reached: Reached): readonly string[] {
  const numbers = new Map(reached.stages.map(({ stage, number }) => [stage.index, number]))
  const { syntax = null, escape } = parsed.directives
  const lines = [JSON.stringify(['#', syntax, escape])]
  for (const { stage, number, steps } of reached.stages) {
    const { origin, head, written } = stage
    const base = origin.kind === 'stage' ? { stage: numbers.get(origin.index) ?? null } : written
    const from = stage.replaced ? { context: stage.name ?? null } : base
    lines.push(JSON.stringify([number, 'FROM', flagsOf(head), from]))
    for (const step of steps) {
      // A trigger belongs to the image that brings it along.
      if (!step.inherited || origin.kind === 'stage')
        lines.push(JSON.stringify([number, ...body(step, numbers)]))
    }
  }
  return lines
}

function body(step: Step, numbers: ReadonlyMap<number, number>): readonly unknown[] {
  const stages = step.takes.flatMap(({ origin }) =>
    origin.kind === 'stage' ? (numbers.get(origin.index) ?? -1) : []
  )
  const { instruction } = step
  const named = instruction.keyword === 'COPY' && stages.length > 0
  const flags = named ? instruction.flags.filter(({ name }) => name !== 'from') : instruction.flags
  return [...plain({ ...instruction, flags }), stages]
}

function plain(instruction: Instruction): readonly unknown[] {
  const { keyword, json, rest, trigger } = instruction
  const content = trigger === undefined ? (json ?? rest) : plain(trigger)
  return [keyword, flagsOf(instruction), content, instruction.heredocs.map(heredocOf)]
}

function flagsOf({ flags }: Instruction): readonly unknown[] {
  return flags.map(({ name, value }) => [name, value ?? null])
}

function heredocOf({ name, body: text, expand, chomp }: Heredoc): readonly unknown[] {
  return [name, text, expand, chomp === true]
}
