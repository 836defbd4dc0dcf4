import { insideRoot, joinPath } from '../context/paths.js'
import { mountsOf } from '../dockerfile/mounts.js'
import type { Origin } from '../dockerfile/stages.js'
import type { Instruction } from '../dockerfile/types.js'
import type { RequirementUse } from '../keys/requirements.js'
import { filesRead } from '../plan/readers.js'
import type { TextlessView } from '../plan/view.js'
import { pipCommands } from './commands.js'
import type { PipCommand } from './commands.js'
import { settingsOf } from './index-settings.js'
import type { IndexSetting } from './index-settings.js'
import { inContainer } from './places.js'
import type { Put } from './places.js'

/** A requirements or constraints file of an install. */
export interface InstallFile {
  readonly use: RequirementUse
  /** As written in the RUN. */
  readonly written: string
  /** Absolute path in the container. */
  readonly at: string
}

/** An installing command of a stage with the files it reads. */
export interface Install extends Omit<PipCommand, 'files'> {
  /** Line of the RUN. */
  readonly line: number
  readonly files: readonly InstallFile[]
  /** Where files of the repository are in the container while it runs. */
  readonly puts: readonly Put[]
  /** Variables that are in force: of ENV, ARG and of the RUN. */
  readonly settings: readonly IndexSetting[]
}

/** One reachable stage: what it is built on, and what it installs. */
export interface Stage {
  /** Context name of the image that it begins with; absent for a stage on another one. */
  readonly image?: string
  /** Number, among these, of the stage that it begins with. */
  readonly on?: number
  readonly installs: readonly Install[]
  readonly workdir: string
}

/**
 * The installs of the reachable stages of a Dockerfile, in order. `workdirOf` is the working folder that an image hands on,
 * by its context name.
 */
export function stagesWithInstalls(
  view: TextlessView,
  workdirOf: (contextName: string) => string
): readonly Stage[] {
  const numbers = new Map(view.listing.stages.map(({ index }, number) => [index, number]))
  const stages: OpenStage[] = []
  for (const { origin, replaced, commands } of view.listing.stages) {
    const on = origin.kind === 'stage' ? numbers.get(origin.index) : undefined
    const open = on === undefined ? onImage(origin, workdirOf) : onStage(on, stages[on])
    stages.push(open)
    if (!replaced) for (const instruction of commands) addTo(open, instruction, view)
  }
  return stages
}

/** A stage while its instructions are read. */
interface OpenStage {
  readonly image?: string
  readonly on?: number
  readonly installs: Install[]
  readonly puts: Put[]
  readonly settings: IndexSetting[]
  workdir: string
}

function onImage(origin: Origin, workdirOf: (contextName: string) => string): OpenStage {
  const empty = { installs: [], puts: [], settings: [] }
  if (origin.kind !== 'image') return { ...empty, workdir: '/' }
  return { ...empty, image: origin.contextName, workdir: workdirOf(origin.contextName) }
}

function onStage(on: number, below: OpenStage | undefined): OpenStage {
  const { puts = [], settings = [], workdir = '/' } = below ?? {}
  return { on, installs: [], puts: [...puts], settings: [...settings], workdir }
}

function addTo(open: OpenStage, instruction: Instruction, view: TextlessView): void {
  switch (instruction.keyword) {
    case 'WORKDIR':
      open.workdir = inContainer(open.workdir, instruction.rest)
      break
    case 'COPY':
    case 'ADD':
      open.puts.push(...copied(instruction, view, open.workdir))
      break
    case 'ENV':
    case 'ARG':
      open.settings.push(...settingsOf(instruction))
      break
    case 'RUN':
      open.installs.push(...installsOf(instruction, view, open))
      break
  }
}

function installsOf(run: Instruction, view: TextlessView, open: OpenStage): readonly Install[] {
  const text = [(run.json ?? [run.rest]).join(' '), ...run.heredocs.map(({ body }) => body)].join('\n')
  const mounts = mounted(run, view, open.workdir)
  const settings = [...open.settings, ...settingsOf(run)]
  return pipCommands(text, run.line).map(command => ({
    ...command,
    line: run.line,
    files: command.files.flatMap(({ use, path }) =>
      meant(path, mounts, view, open.workdir).map(at => ({ use, written: path, at }))
    ),
    puts: [...mounts, ...open.puts],
    settings
  }))
}

/** The places that a path may mean: one that a variable of the shell decides about may be any file that is mounted. */
function meant(path: string, mounts: readonly Put[], view: TextlessView, workdir: string): readonly string[] {
  const files = mounts.filter(({ from }) => view.tree.get(from) !== undefined).map(({ to }) => to)
  return path.includes('$') && files.length > 0 ? files : [inContainer(workdir, path)]
}

/** Bind mounts of the build context or a named folder. */
function mounted(run: Instruction, view: TextlessView, workdir: string): readonly Put[] {
  return mountsOf(run).flatMap(mount => {
    const field = (...names: readonly string[]): string | undefined =>
      mount?.fields.findLast(([key]) => names.includes(key))?.[1]
    const target = field('target', 'dst', 'destination')
    const context = view.contexts.get(mount?.from ?? '')
    if (context === undefined || target === undefined || (field('type') ?? 'bind') !== 'bind') return []
    const from = joinPath(context.root, insideRoot(field('source', 'src') ?? ''))
    return [{ to: inContainer(workdir, target), from }]
  })
}

/** What COPY or ADD puts; a file may go by its own name into a folder or become the file that is named. */
function copied(instruction: Instruction, view: TextlessView, workdir: string): readonly Put[] {
  const words = instruction.json ?? instruction.rest.split(/\s+/)
  const to = inContainer(workdir, words.at(-1) ?? '')
  return [...view.contexts.values()].flatMap(context =>
    context.sources
      .filter(source => source.line === instruction.line && source.kind !== 'bind')
      .flatMap(source => {
        const from = joinPath(context.root, insideRoot(source.pattern))
        if (view.tree.get(from) === undefined && view.tree.under(from).length > 0) return [{ to, from }]
        return filesRead(view, context, source).flatMap(path => [
          { to: inContainer(to, path.slice(path.lastIndexOf('/') + 1)), from: path },
          { to, from: path }
        ])
      })
  )
}
