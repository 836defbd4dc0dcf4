import type { FileSource } from './types.js'
import { heredocWord } from './heredoc.js'
import { mountsOf, type Mount } from './mounts.js'
import { fixesContent, namesCommit, sourceKind } from './remote.js'
import { wordsOf } from './words.js'
import type { Environment } from './environment.js'
import type { Step } from './reach.js'
import type { Origin } from './stages.js'
import type { Problem } from './types.js'

/** Where the files that an instruction reads go. */
export interface Collected {
  readonly sources: FileSource[]
  readonly problems: Problem[]
}

/** Finds what an instruction reads from build contexts and from outside of the repository. */
export function collectSources(step: Step, environment: Environment, into: Collected): void {
  const { keyword } = step.instruction
  if (keyword === 'COPY' || keyword === 'ADD') copySources(step, environment, into)
  else if (keyword === 'RUN')
    for (const mount of mountsOf(step.instruction)) mountSource(step, mount, environment, into)
}

/** The context that a `from` reads: the main one without `from`, a folder that the manifest names, or none. */
function contextOf(origin: Origin | undefined): { readonly context?: string } | undefined {
  if (origin === undefined) return {}
  return origin.kind === 'folder' ? { context: origin.key } : undefined
}

function copySources(step: Step, environment: Environment, into: Collected): void {
  const { instruction, line } = step
  const flag = (name: string): string | undefined =>
    instruction.flags.findLast(each => each.name === name)?.value
  const from = flag('from') ?? ''
  if (from !== '' && step.takes.length === 0) return
  const context = contextOf(step.takes[0]?.origin)
  const exclude = instruction.flags.flatMap(each => (each.name === 'exclude' ? (each.value ?? []) : []))
  const parents = instruction.flags.some(
    each => each.name === 'parents' && each.value?.toLowerCase() !== 'false'
  )
  const kind = instruction.keyword === 'ADD' ? 'add' : 'copy'
  for (const word of wordsOf(instruction).slice(0, -1)) {
    if (heredocWord(word) !== undefined) continue
    const pattern = filled(word, step, environment, into)
    if (pattern === undefined) {
      if (context !== undefined) into.sources.push(anything(kind, context, line))
      continue
    }
    const what = sourceKind(pattern)
    if (what !== 'local') remoteSource(pattern, what, step, environment, flag('checksum') ?? '', into)
    else if (context !== undefined) into.sources.push({ kind, pattern, ...context, exclude, parents, line })
  }
}

/** What a text that only the base image completes may name: all of the context must be there for it. */
function anything(
  kind: FileSource['kind'],
  context: { readonly context?: string },
  line: number
): FileSource {
  return { kind, pattern: '.', ...context, exclude: [], parents: false, line }
}

function remoteSource(
  url: string,
  kind: 'http' | 'git',
  step: Step,
  environment: Environment,
  checksum: string,
  into: Collected
): void {
  const { line } = step
  if (step.instruction.keyword === 'COPY') {
    into.problems.push({ line, message: `COPY cannot take the address ${url}`, remedy: 'use ADD' })
    return
  }
  const given = filled(checksum, step, environment, into) ?? ''
  const pinned = fixesContent(kind, given) || (kind === 'git' && namesCommit(url))
  if (pinned) return
  const message = `ADD takes ${url}, whose content can change at any time`
  const remedy = kind === 'git' ? 'name a full commit: …#<40 hex digits>' : 'add --checksum=sha256:…'
  into.problems.push({ line, message, remedy })
}

function mountSource(step: Step, mount: Mount | undefined, environment: Environment, into: Collected): void {
  if (mount === undefined) return
  let type = 'bind'
  let pattern = '.'
  for (const [key, value] of mount.fields) {
    if (key !== 'type' && key !== 'source' && key !== 'src') continue
    const text = filled(value, step, environment, into)
    if (key === 'type') type = text?.toLowerCase() ?? 'bind'
    else pattern = text === undefined || text === '' ? '.' : text
  }
  const take = step.takes.find(each => each.mount === mount)
  const context = mount.from === undefined ? {} : contextOf(take?.origin)
  const reads = type === 'bind' || (type === 'cache' && mount.from !== undefined)
  if (!reads || context === undefined || (mount.from !== undefined && take === undefined)) return
  into.sources.push({ kind: 'bind', pattern, ...context, exclude: [], parents: false, line: step.line })
}

/** The text with its variables filled in; undefined, with a problem, when that cannot be done. */
function filled(text: string, step: Step, environment: Environment, into: Collected): string | undefined {
  const { text: result, unknown, error } = environment.fill(text)
  const { line, instruction } = step
  const name = unknown[0]
  if (name !== undefined) {
    const message = `${instruction.keyword} ${text} uses ${name}, whose value may come from the base image`
    into.problems.push({
      line,
      message,
      remedy: `write ARG ${name}=value or ENV ${name}=value in this stage`
    })
    return undefined
  }
  if (error === undefined) return result
  into.problems.push({
    line,
    message: `${text} cannot be expanded: ${error}`,
    remedy: 'correct the expression'
  })
  return undefined
}
