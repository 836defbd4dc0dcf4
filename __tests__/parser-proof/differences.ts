import type { ListedStage, OutlineAnswer, TargetsAnswer } from './call.js'
import type { OurOutline, OurTargets } from './reading.js'

/** Something that two readers see differently, or a class of allowed differences that was met. */
export type Finding =
  | { readonly kind: 'difference'; readonly text: string }
  /** Allowed, and counted: `className` is one of {@link ALLOWED}. */
  | { readonly kind: 'allowed'; readonly className: string; readonly text: string }

interface Allowance {
  readonly className: string
  /** Of BuildKit's refusal, or of our problem. */
  readonly says: RegExp
}

/**
 * Refusals of BuildKit that our reader leaves to the build: about the value of something that decides neither which files, images,
 * stages and arguments are read nor where the next instruction begins. The text is part of the key, so a change of it is seen.
 */
const LEFT_TO_BUILD: readonly Allowance[] = [
  {
    className: 'value of HEALTHCHECK',
    says: /HEALTHCHECK|time: (?:invalid|unknown|missing)|Interval "|--retries|strconv\.ParseInt/
  },
  {
    className: 'value of RUN --network, --security, --device',
    says: /network mode|security|device/
  },
  { className: 'empty VOLUME', says: /VOLUME specified/ },
  { className: 'options of # check', says: /failed to parse check options|lint violation/ },
  { className: 'platform that no one knows', says: /failed to parse platform/ },
  {
    className: 'field of a mount',
    says: /unsupported mount type|mount (?:with|target|should|requires)|invalid secret mount|unexpected key|invalid (?:value|field)|both source and id/
  },
  {
    className: 'value of EXPOSE',
    says: /invalid (?:containerPort|hostPort|port|range|proto)/i
  },
  { className: 'mode or owner of copied files', says: /invalid (?:chmod|chown|mode)/i }
]

/**
 * What our reader does not trust although BuildKit reads on: the image is always affected then, which is never wrong.
 */
const NOT_TRUSTED: readonly Allowance[] = [
  { className: 'bytes that are no UTF-8', says: /no UTF-8/ },
  { className: 'flags outside of ASCII', says: /outside of ASCII/ }
]

/** Compares the lists of stages, and who refuses the file. */
export function compareTargets(theirs: TargetsAnswer, ours: OurTargets): readonly Finding[] {
  const [problem] = ours.problems
  // What BuildKit lists without a stage it refuses to build.
  if (theirs.stages?.length === 0 && problem !== undefined) return []
  if (theirs.refused !== undefined) {
    if (problem !== undefined) return []
    // BuildKit looks at these before it knows the target, we when the target reaches the stage.
    if (/'from'|csv mounts/.test(theirs.refused) && ours.inStages.length > 0) return []
    return [allowedOr(LEFT_TO_BUILD, theirs.refused, `BuildKit refuses and we read on: ${theirs.refused}`)]
  }
  const frontend =
    theirs.syntax === ours.syntax
      ? []
      : [difference('frontend', theirs.syntax ?? 'none', ours.syntax ?? 'none')]
  if (theirs.stages === undefined) return theirs.syntax === undefined ? [NOT_ASKED] : frontend
  const findings: Finding[] = [...frontend]
  for (const { line, message } of ours.problems)
    findings.push(
      allowedOr(NOT_TRUSTED, message, `BuildKit reads on and we do not: line ${line}: ${message}`)
    )
  const wanted = theirs.stages
  for (let at = 0; at < Math.max(wanted.length, ours.stages.length); at += 1) {
    const [one, other] = [shown(wanted[at]), shown(ours.stages[at])]
    if (one !== other) findings.push(difference(`stage ${at}`, one, other))
  }
  return findings
}

/** Compares what one build uses, and who refuses it. */
export function compareOutlines(theirs: OutlineAnswer, ours: OurOutline): readonly Finding[] {
  const [error] = ours.errors
  if (theirs.refused !== undefined) {
    if (error !== undefined || ours.problems.length > 0) return []
    const missing = /failed to resolve source metadata for (\S+):\s/.exec(theirs.refused)?.[1]
    if (missing !== undefined && ours.images.includes(missing))
      return [
        { kind: 'allowed', className: 'an image that no registry has, the same for both', text: missing }
      ]
    if (/circular|stage index|not supported for --from/.test(theirs.refused) && ours.inStages.length > 0)
      return [{ kind: 'allowed', className: 'a wrong from in a stage out of reach', text: theirs.refused }]
    return [
      allowedOr(LEFT_TO_BUILD, theirs.refused, `BuildKit refuses the build and we do not: ${theirs.refused}`)
    ]
  }
  if (error !== undefined && /which has no value here$/.test(error.message))
    return [{ kind: 'allowed', className: STRICTER, text: error.message }]
  if (error !== undefined)
    return [
      {
        kind: 'difference',
        text: `we refuse the build and BuildKit does not: line ${error.line}: ${error.message}`
      }
    ]
  const findings: Finding[] = []
  for (const what of ['images', 'secrets', 'ssh'] as const) {
    const [one, other] = [theirs[what].join(' '), ours[what].join(' ')]
    // Behind a from that cannot be followed may stand anything.
    if (one !== other) findings.push(difference(what, one, other))
  }
  for (const { name, value, line } of theirs.args) {
    const values = ours.args.get(name)
    // A global argument that only stands in the default of another is in that one's value.
    if (values === undefined && ours.globals.has(name)) continue
    if (values?.includes(value) === true) continue
    findings.push(difference(`argument ${name} of line ${line}`, value, values?.join(' or ') ?? 'none'))
  }
  return findings
}

/** BuildKit takes nothing for it, which is hardly ever meant: rule D003 of ours. */
const STRICTER = 'our own rule: a variable of FROM needs a value (D003)'

const NOT_ASKED: Finding = {
  kind: 'allowed',
  className: 'not asked: BuildKit would end itself over a comment of the kind # check=',
  text: 'not asked'
}

function allowedOr(allowances: readonly Allowance[], message: string, text: string): Finding {
  const allowance = allowances.find(({ says }) => says.test(message))
  return allowance === undefined
    ? { kind: 'difference', text }
    : { kind: 'allowed', className: allowance.className, text }
}

function difference(what: string, theirs: string, ours: string): Finding {
  return {
    kind: 'difference',
    text: `${what}: BuildKit ${JSON.stringify(theirs)}, we ${JSON.stringify(ours)}`
  }
}

function shown(stage: ListedStage | undefined): string {
  if (stage === undefined) return 'none'
  const { name = '', base, platform = '', default: last, line } = stage
  return `line ${line} FROM --platform=${platform} ${base} AS ${name}${last ? ' (default)' : ''}`
}
