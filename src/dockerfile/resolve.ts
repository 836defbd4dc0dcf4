import { byCodeUnit } from '../diagnostics/code-unit.js'
import { canonicalForm } from './canonical.js'
import { environmentOn, type Environment, type Surroundings } from './environment.js'
import { formFault } from './forms.js'
import { parseDockerfile } from './parse.js'
import { ownTriggers, reach, reachPlainly, type Reached, type ReachedStage } from './reach.js'
import { referencesOf } from './references.js'
import { collectSources, type Collected } from './sources.js'
import { stagesOf, type Origin, type Stage, type StageTable } from './stages.js'
import type {
  BuildCircumstances,
  ImageReference,
  InheritedConfig,
  Instruction,
  ParsedDockerfile,
  ResolvedBuild
} from './types.js'

/** Works out everything that one build of a Dockerfile reads, and what its image hands on. */
export function resolveBuild(parsed: ParsedDockerfile, circumstances: BuildCircumstances): ResolvedBuild {
  const table = stagesOf(parsed, circumstances)
  const triggers = (stage: Stage): readonly Instruction[] =>
    configOf(stage.origin, circumstances)?.onbuild ?? []
  const plain = reachPlainly(table)
  const reached = plain.stages.some(({ stage }) => triggers(stage).length > 0)
    ? reach(table, triggers)
    : plain
  const into: Collected = { sources: [], problems: [...parsed.problems, ...reached.problems] }
  const args = new Arguments()
  const environments = new Map<number, Environment>()
  const spent = { characters: 0, copies: 0 }
  const around: Surroundings = { circumstances, globals: table.globals, escape: table.escape, spent }
  for (const { stage, number, steps } of reached.stages) {
    for (const name of stage.used) args.add(name, table.globals.get(name), number)
    const environment = begin(stage, environments, around)
    environments.set(stage.index, environment)
    if (stage.origin.kind === 'folder') into.sources.push(wholeFolder(stage.origin.key, stage.head.line))
    runSteps({ stage, number, steps }, environment, table, args, into)
  }
  for (const [name, value] of switches(circumstances)) args.add(name, value, 0)
  const last = reached.stages.at(-1)
  const references = referencesOf(parsed, circumstances, table, reached)
  return {
    references,
    sources: into.sources,
    args: args.record(),
    canonical: canonicalForm(parsed, reached),
    contexts: contextsOf(reached, references, circumstances),
    config: handedOn(last?.stage, environments, table.escape),
    problems: into.problems.sort((a, b) => a.line - b.line),
    errors: table.errors
  }
}

/** What is known of the image a stage begins with. */
function configOf(origin: Origin, circumstances: BuildCircumstances): InheritedConfig | undefined {
  if (origin.kind === 'image') return circumstances.inherited(origin.contextName)
  return origin.kind === 'nothing' || origin.kind === 'folder'
    ? { env: {}, complete: true, onbuild: [] }
    : undefined
}

function begin(
  stage: Stage,
  environments: ReadonlyMap<number, Environment>,
  around: Surroundings
): Environment {
  const base = stage.origin.kind === 'stage' ? environments.get(stage.origin.index) : undefined
  return base?.child() ?? environmentOn(configOf(stage.origin, around.circumstances) ?? { env: {} }, around)
}

function wholeFolder(context: string, line: number): Collected['sources'][number] {
  return { kind: 'copy', pattern: '.', context, exclude: [], parents: false, line }
}

function runSteps(
  { number, steps }: ReachedStage,
  environment: Environment,
  table: StageTable,
  args: Arguments,
  into: Collected
): void {
  for (const step of steps) {
    const { instruction, inherited, line } = step
    // BuildKit reads a trigger anew, with the usual escape character.
    const escape = inherited ? '\\' : table.escape
    const fault = inherited ? formFault(instruction, escape) : undefined
    if (fault !== undefined) into.problems.push({ line, ...fault })
    if (instruction.keyword === 'ENV') environment.env(instruction, escape)
    else if (instruction.keyword !== 'ARG') collectSources(step, environment, into)
    else for (const [name, value] of environment.arg(instruction, escape)) args.add(name, value, number)
  }
}

/** Build arguments that act without being declared. */
function switches(circumstances: BuildCircumstances): readonly (readonly [string, string])[] {
  return Object.entries(circumstances.args).filter(([name]) => /^(?:BUILDKIT_|SOURCE_DATE_EPOCH$)/.test(name))
}

/** Values of arguments by name; stages that differ stand beside one another. */
class Arguments {
  private readonly values = new Map<string, string | null>()

  add(name: string, value: string | undefined, stage: number): void {
    const wanted = value ?? null
    const first = this.values.get(name)
    if (first === undefined) this.values.set(name, wanted)
    else if (first !== wanted) this.values.set(`${name}#${stage}`, wanted)
  }

  record(): Readonly<Record<string, string | null>> {
    const sorted = [...this.values].sort(([a], [b]) => byCodeUnit(a, b))
    return Object.fromEntries(sorted)
  }
}

/** Contexts of the manifest that the build uses, by the manifest's own keys. */
function contextsOf(
  reached: Reached,
  references: readonly ImageReference[],
  circumstances: BuildCircumstances
): readonly string[] {
  const origins = reached.stages.flatMap(({ stage, steps }) => [
    stage.origin,
    ...steps.flatMap(step => step.takes.map(take => take.origin))
  ])
  const used = new Set(origins.flatMap(origin => ('key' in origin ? origin.key : [])))
  for (const { contextName } of references) used.add(contextName)
  return Object.keys(circumstances.contexts).filter(key => used.has(key))
}

function handedOn(
  stage: Stage | undefined,
  environments: ReadonlyMap<number, Environment>,
  escape: string
): InheritedConfig {
  const environment = stage === undefined ? undefined : environments.get(stage.index)
  if (environment === undefined) return { env: {}, onbuild: [] }
  return { ...environment.config(), onbuild: triggersOf(stage, escape) }
}

/** Triggers as a child reads them: text of the image's configuration, where a backtick escapes nothing. */
function triggersOf(stage: Stage | undefined, escape: string): readonly Instruction[] {
  const triggers = ownTriggers(stage)
  if (escape === '\\') return triggers
  return triggers.map(trigger => {
    const documents = trigger.heredocs.map(({ name, body }) => `\n${body}${name}`).join('')
    return parseDockerfile(`${trigger.source ?? ''}${documents}`).instructions[0] ?? trigger
  })
}
