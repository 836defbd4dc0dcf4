import { expand } from './expand.js'
import { mountsOf, type Mount } from './mounts.js'
import type { Origin, StageTable } from './stages.js'
import type { Instruction, Problem } from './types.js'

/** Something that an instruction takes from a stage, an image or a folder: `COPY --from`, `RUN --mount=from=`. */
export interface Take {
  readonly use: 'copy' | 'mount'
  /** As written after `from=`. */
  readonly written: string
  readonly origin: Origin
  readonly mount?: Mount
}

/** What an instruction takes by `from`, and what about it BuildKit would refuse. */
export interface Takes {
  readonly takes: readonly Take[]
  readonly problems: readonly Problem[]
}

/** Where an instruction runs. */
export interface Place {
  /** Number of the stage. */
  readonly index: number
  /** Line to name in problems. */
  readonly line: number
  /** An inherited trigger may name the stage it runs in: what stands there so far. */
  readonly inherited: boolean
}

const NONE: Takes = { takes: [], problems: [] }

/**
 * Reads the `from` of an instruction in a stage, which may name the stages before it. These are found whatever the case;
 * COPY also knows them by number; variables do not expand (BuildKit, `toCommand` and `detectRunMount`).
 */
export function takesOf(
  instruction: Instruction,
  { index, line, inherited }: Place,
  table: StageTable
): Takes {
  const allowed = inherited ? index : index - 1
  if (instruction.keyword === 'COPY') return copyTakes(instruction, allowed, line, table)
  if (instruction.keyword === 'RUN' && instruction.flags.length > 0)
    return mountTakes(instruction, allowed, line, table)
  return NONE
}

function copyTakes(instruction: Instruction, allowed: number, line: number, table: StageTable): Takes {
  const written = instruction.flags.find(({ name }) => name === 'from')?.value ?? ''
  if (written === '') return NONE
  const plain = expand(written, () => undefined, { escape: table.escape })
  if (plain.text !== written)
    return refused(line, `--from=${written} holds a variable or quotes, which do not expand there`)
  const origin = /^[+-]?\d+$/.test(written) ? numbered(Number(written), table) : table.find(written)
  return checked({ use: 'copy', written, origin }, allowed, line)
}

function numbered(index: number, table: StageTable): Origin {
  return index >= 0 && index < table.stages.length ? { kind: 'stage', index } : { kind: 'invalid' }
}

function mountTakes(instruction: Instruction, allowed: number, line: number, table: StageTable): Takes {
  const takes: Take[] = []
  const problems: Problem[] = []
  for (const mount of mountsOf(instruction)) {
    if (mount === undefined) {
      const message = 'a --mount of RUN cannot be read as key=value fields between commas'
      problems.push({ line, message, remedy: 'correct the mount' })
      continue
    }
    const written = mount.from
    if (written === undefined) continue
    const result = /\$[^]/.test(written)
      ? refused(line, `from=${written} of a mount holds a variable, which does not expand there`)
      : checked({ use: 'mount', written, origin: table.find(written), mount }, allowed, line)
    takes.push(...result.takes)
    problems.push(...result.problems)
  }
  return { takes, problems }
}

function checked(take: Take, allowed: number, line: number): Takes {
  const { origin, written } = take
  if (origin.kind === 'invalid')
    return refused(line, `from=${written} is neither a stage nor a valid image reference`)
  if (origin.kind === 'stage' && origin.index > allowed) {
    return refused(line, `from=${written} names a stage that does not stand before this one`)
  }
  return { takes: [take], problems: [] }
}

function refused(line: number, message: string): Takes {
  const remedy = 'name an earlier stage or an image; for a variable write FROM with it in a stage of its own'
  return { takes: [], problems: [{ line, message, remedy }] }
}
