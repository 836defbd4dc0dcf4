import { reach, reachPlainly } from './reach.js'
import { stagesOf } from './stages.js'
import type { Stage } from './stages.js'
import type { BuildCircumstances, Instruction, ParsedDockerfile } from './types.js'

/** An instruction as a person knows it: its line, from 1, and its text on one line. */
export interface ListedInstruction {
  readonly line: number
  readonly text: string
}

/** The instructions of a Dockerfile, those that the target reaches apart from the others; in order of lines. */
export interface Listing {
  /** The stages that the target reaches, in order. */
  readonly stages: readonly Stage[]
  readonly reached: readonly ListedInstruction[]
  readonly others: readonly ListedInstruction[]
}

/** Lists the instructions of one build of a Dockerfile, with ONBUILD triggers that parents bring along left out. */
export function listInstructions(parsed: ParsedDockerfile, circumstances: BuildCircumstances): Listing {
  const table = stagesOf(parsed, circumstances)
  const plain = reachPlainly(table)
  const triggered = plain.stages.some(({ stage }) => stage.origin.kind === 'image')
  const { stages } = triggered
    ? reach(table, ({ origin }) =>
        origin.kind === 'image' ? (circumstances.inherited(origin.contextName)?.onbuild ?? []) : []
      )
    : plain
  const run = new Set<Instruction>(
    stages.flatMap(({ stage }) => [stage.head, ...(stage.replaced ? [] : stage.commands)])
  )
  const first = parsed.instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const reached: ListedInstruction[] = []
  const others: ListedInstruction[] = []
  parsed.instructions.forEach((instruction, number) => {
    const into = number < first || run.has(instruction) ? reached : others
    into.push({ line: instruction.line, text: writtenOut(instruction) })
  })
  return { stages: stages.map(({ stage }) => stage), reached, others }
}

/** An instruction on one line: keyword, flags, words, and its here-documents in short. */
export function writtenOut({ keyword, flags, rest, heredocs }: Instruction): string {
  const words = flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`))
  const documents = heredocs.map(({ name, body }) => `${body}${name}`)
  return [keyword, ...words, rest, ...documents].filter(word => word !== '').join(' ')
}
