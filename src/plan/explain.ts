import { firstLines } from '../diagnostics/shown.js'
import { lockedDigest } from '../keys/inputs.js'
import type { OwnInputs } from '../keys/inputs.js'
import { judgeOf } from './judge.js'
import { lineChanges, shortened } from './line-changes.js'
import type { LineChange } from './line-changes.js'
import { instructionAt, readersOf } from './readers.js'
import { outsideWords } from './set-aside.js'
import { supposition } from './simulate.js'
import type { Reason } from './types.js'
import type { ImageView } from './view.js'

/** A reason with what it comes from: places in files, and what stood and stands there. */
export interface ExplainedReason extends Reason {
  readonly details: readonly string[]
}

/** An image at one commit: a closer look, and the inputs of its key. */
export interface Examined {
  readonly view: ImageView
  readonly inputs: OwnInputs
}

/** Details shown of one reason: of five instructions what stood there, and what stands there now. */
const DETAILS_SHOWN = 10
/** Characters shown of a digest: `sha256:` and 12 hex digits. */
const DIGEST_SHOWN = 19

/** Explains the reasons of an image: through which instruction a file counts, what an instruction was before. */
export function explainReasons(
  reasons: readonly Reason[],
  before: Examined | undefined,
  after: Examined
): readonly ExplainedReason[] {
  return reasons.map(reason => ({
    ...reason,
    details: firstLines(EXPLAIN[reason.kind]?.(reason.text, before, after) ?? [], DETAILS_SHOWN)
  }))
}

type Explain = (text: string, before: Examined | undefined, after: Examined) => readonly string[]

/** Kinds of reasons that come from somewhere; the others say all there is to say. */
const EXPLAIN: Readonly<Partial<Record<Reason['kind'], Explain>>> = {
  file: fileDetails,
  instruction: (_, before, after) =>
    before === undefined ? [] : instructionDetails(before.view, after.view),
  argument: (text, before, after) =>
    before === undefined ? [] : argumentDetails(text, before.inputs, after.inputs),
  parent: (text, _, after) => parentDetails(text, after),
  base: baseDetails,
  test: (_text, _before, { view }) =>
    view.spec.test?.kind === 'script' ? [`its script is ${view.spec.test.path}`] : []
}

function fileDetails(text: string, before: Examined | undefined, after: Examined): readonly string[] {
  const sides = before === undefined ? [after] : [after, before]
  const path = pathIn(text, sides)
  if (path === undefined) return []
  for (const { view, inputs } of sides) {
    const read = readersOf(view, path).map(({ line, text: instruction, kind }) =>
      kind === 'bind'
        ? `mounted by ${placed(view, line, instruction)}`
        : `read by ${placed(view, line, instruction)}`
    )
    const extra = inputs.extra.find(file => file.path === path)
    const named = extra === undefined ? [] : [extraWords(view, extra.blob, path)]
    if (read.length + named.length > 0)
      return [...new Set([...read, ...named]), ...otherwise(path, before, after)]
  }
  return []
}

/** Of a file that is there at base and head, but read at one of them only: why not at the other. */
function otherwise(path: string, before: Examined | undefined, after: Examined): readonly string[] {
  if (before === undefined || [before, after].some(({ view }) => view.tree.get(path) === undefined)) return []
  const isMoved = before.view.spec.context !== after.view.spec.context
  const unread = ({ view }: Examined): readonly string[] =>
    readersOf(view, path).length > 0 ? [] : [unreadWords(path, view, isMoved)]
  const [was, now] = [unread(before), unread(after)]
  if (was.length === now.length) return []
  return [...was.map(why => `before: ${why}`), ...now.map(why => `now: ${why}`)]
}

/** Why a file does not count; where the build context is another folder now, with which one. */
function unreadWords(path: string, view: ImageView, isMoved: boolean): string {
  const why = judgeOf(view)(path, undefined)
  if (why === undefined) return outsideWords(path, view)
  return isMoved ? `${why} with the build context ${view.spec.context || '.'}` : why
}

/** What makes a file count that no instruction reads. */
function extraWords(view: ImageView, blob: string, path: string): string {
  if (supposition(blob) === undefined || view.spec.inputs.length > 0)
    return 'named by `inputs:` of the manifest'
  return `it says how ${view.spec.name} is built, and what would stand in ${path} is not known`
}

/** The path that a reason about a file begins with. */
function pathIn(text: string, sides: readonly Examined[]): string | undefined {
  for (let end = text.length; end > 0; end--) {
    if (end < text.length && text[end] !== ' ' && text[end] !== ':') continue
    const path = text.slice(0, end)
    if (sides.some(({ view }) => view.tree.get(path) !== undefined)) return path
  }
  const added = / would be added$/.exec(text)
  return added === null ? undefined : text.slice(0, added.index)
}

function instructionDetails(before: ImageView, after: ImageView): readonly string[] {
  return lineChanges(before.listing.reached, after.listing.reached).flatMap(change =>
    changeWords(after.spec.dockerfile, change)
  )
}

/** Before and after of one instruction. */
export function changeWords(file: string, { before, after }: LineChange): readonly string[] {
  return [
    ...(before === undefined ? [] : [`before ${file}:${before.line} ${quoted(before.text)}`]),
    ...(after === undefined ? [] : [`now    ${file}:${after.line} ${quoted(after.text)}`])
  ]
}

function argumentDetails(text: string, before: OwnInputs, after: OwnInputs): readonly string[] {
  const name = /^argument (.*) changed$/.exec(text)?.[1]
  if (name === undefined) return []
  const value = ({ args }: OwnInputs): string => {
    const given = Object.hasOwn(args, name) ? args[name] : undefined
    return given === undefined || given === null ? 'without a value' : JSON.stringify(shortened(given))
  }
  return [`${value(before)} → ${value(after)}`]
}

function parentDetails(text: string, { view, inputs }: Examined): readonly string[] {
  const name = /^parent (\S+) /.exec(text)?.[1]
  const names = new Set(inputs.parents.filter(({ image }) => image === name).map(each => each.contextName))
  return takenBy(view, names)
}

function baseDetails(text: string, before: Examined | undefined, after: Examined): readonly string[] {
  const name = /^base (\S+) /.exec(text)?.[1] ?? ''
  const digest = (side: Examined | undefined): string | undefined => {
    const base = side?.inputs.externals.find(each => each.contextName === name)
    return base && lockedDigest(base)?.slice(0, DIGEST_SHOWN)
  }
  const [was, now] = [digest(before), digest(after)]
  const moved = was !== undefined && now !== undefined && was !== now ? [`${was} → ${now}`] : []
  return [...takenBy(after.view, new Set([name])), ...moved]
}

function takenBy(view: ImageView, contextNames: ReadonlySet<string>): readonly string[] {
  const lines = view.build.references
    .filter(each => contextNames.has(each.contextName))
    .map(({ line }) => line)
  return [...new Set(lines)].map(line => `taken by ${placed(view, line, instructionAt(view, line).text)}`)
}

function placed(view: ImageView, line: number, instruction: string): string {
  const place = `${view.spec.dockerfile}:${line}`
  return instruction === '' ? place : `${place} ${quoted(instruction)}`
}

/** An instruction as it is shown: shortened, in marks. */
function quoted(instruction: string): string {
  return `\`${shortened(instruction)}\``
}
