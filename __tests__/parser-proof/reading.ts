import { findReferences } from '../../src/dockerfile/references.js'
import { mountsOf } from '../../src/dockerfile/mounts.js'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import { reach } from '../../src/dockerfile/reach.js'
import { resolveBuild } from '../../src/dockerfile/resolve.js'
import { stagesOf, type StageTable } from '../../src/dockerfile/stages.js'
import type {
  BuildCircumstances,
  InheritedConfig,
  Instruction,
  ParsedDockerfile,
  Problem
} from '../../src/dockerfile/types.js'
import { contextNameOf } from '../../src/manifest/reference.js'
import { PLATFORM } from '../support/engine.js'
import { BASES } from './bases.js'
import type { ListedStage, OutlineAnswer, Question, TargetsAnswer } from './call.js'

/** What our reader says where BuildKit lists targets. */
export interface OurTargets extends Required<Pick<TargetsAnswer, 'stages'>>, Pick<TargetsAnswer, 'syntax'> {
  readonly problems: readonly Problem[]
  /** What is wrong in some stage, which counts when the target reaches it. */
  readonly inStages: readonly Problem[]
}

/** What our reader says where BuildKit gives an outline. */
export interface OurOutline extends Pick<OutlineAnswer, 'secrets' | 'ssh' | 'images'> {
  /** Values by name; several when stages differ. */
  readonly args: ReadonlyMap<string, readonly string[]>
  /** Names that are declared before the first FROM. */
  readonly globals: ReadonlySet<string>
  /** What cannot be followed, and what is wrong. */
  readonly problems: readonly Problem[]
  readonly errors: readonly Problem[]
  /** What is wrong with a `from` or a mount of some stage, of reach or not. */
  readonly inStages: readonly Problem[]
}

/** Reads the text of a file. Bytes that are no UTF-8 become U+FFFD, as when the product reads it. */
export function readText(text: string | Uint8Array): ParsedDockerfile {
  return parseDockerfile(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'))
}

/** Our list of stages. */
export function ourTargets(parsed: ParsedDockerfile): OurTargets {
  const given = circumstances({ args: {} })
  const table = stagesOf(parsed, given)
  const { stages } = table
  const references = findReferences(parsed, given)
  const syntax = references.find(({ use }) => use === 'syntax')?.reference
  return {
    stages: stages.map(({ name, written, head }, at): ListedStage => {
      const platform = head.flags.find(flag => flag.name === 'platform')?.value ?? ''
      return {
        ...(name === undefined ? {} : { name }),
        base: written,
        ...(platform === '' ? {} : { platform }),
        default: at === stages.length - 1,
        line: head.line
      }
    }),
    ...(syntax === undefined ? {} : { syntax }),
    problems: parsed.problems,
    inStages: problemsInStages(table)
  }
}

function problemsInStages(table: StageTable): readonly Problem[] {
  return table.stages.flatMap((_, at) => reach({ ...table, target: at }, () => []).problems)
}

/** Our outline of one build. */
export function ourOutline(parsed: ParsedDockerfile, question: Question): OurOutline {
  const given = circumstances(question)
  const build = resolveBuild(parsed, given)
  const table = stagesOf(parsed, given)
  const { stages } = reach(table, ({ origin }) =>
    origin.kind === 'image' ? (given.inherited(origin.contextName)?.onbuild ?? []) : []
  )
  const runs = stages.flatMap(({ steps }) => steps.map(({ instruction }) => instruction))
  const args = new Map<string, string[]>()
  for (const [key, value] of Object.entries(build.args)) {
    const name = key.replace(/#\d+$/, '')
    args.set(name, [...(args.get(name) ?? []), value ?? ''])
  }
  const images = build.references.filter(({ use }) => use !== 'syntax').map(({ reference }) => reference)
  return {
    args,
    globals: new Set(table.globals.keys()),
    secrets: idsOf(runs, 'secret'),
    ssh: idsOf(runs, 'ssh'),
    images: [...new Set(images)].sort(),
    problems: build.problems,
    errors: build.errors,
    inStages: problemsInStages(table)
  }
}

function circumstances({ target, args }: Question): BuildCircumstances {
  return {
    ...(target === undefined ? {} : { target }),
    args,
    platform: PLATFORM,
    contexts: {},
    inherited: name => CONFIGS.get(name)
  }
}

const CONFIGS: ReadonlyMap<string, InheritedConfig> = new Map(
  BASES.map(({ name, env, onbuild }) => [
    contextNameOf(name) ?? name,
    {
      env,
      complete: true,
      onbuild: onbuild.flatMap(
        text => parseDockerfile(`FROM scratch\nONBUILD ${text}`).instructions[1]?.trigger ?? []
      )
    }
  ])
)

/** Ids of secrets or agents that RUNs mount; our reader has the fields: the id, the source, or the end of the target. */
function idsOf(instructions: readonly Instruction[], type: 'secret' | 'ssh'): readonly string[] {
  const ids = instructions.flatMap(mountsOf).flatMap(mount => {
    const field = (...names: readonly string[]): string | undefined =>
      mount?.fields.findLast(([key]) => names.includes(key))?.[1]
    if (field('type')?.toLowerCase() !== type) return []
    if (type === 'ssh') return field('id') ?? 'default'
    const target = field('target', 'dst', 'destination') ?? ''
    return field('id') ?? field('source', 'src') ?? target.slice(target.lastIndexOf('/') + 1)
  })
  return [...new Set(ids)].sort()
}
