import { visible } from '../diagnostics/escape.js'
import { firstLines } from '../diagnostics/shown.js'
import { contextNameOf } from '../manifest/reference.js'
import { isAffected } from '../plan/actions.js'
import type { ExplainedReason } from '../plan/explain.js'
import type { SetAside } from '../plan/set-aside.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import { counted } from './amounts.js'
import { comparisonSentence } from './headline.js'

/** What is told about an image: the chain of causes from it upwards, or the changed files that do not count for it. */
export interface WhyParts {
  readonly chain: readonly { readonly image: PlannedImage; readonly reasons: readonly ExplainedReason[] }[]
  readonly setAside: readonly SetAside[]
  readonly plan: Plan
}

/** Lines about changed files. */
const LINES_SHOWN = 20
/** Files of which the same is said that are named. */
const NAMES_SHOWN = 3
/** Images that are listed of each end of a long chain. */
const LINKS_SHOWN = 10

/** Why an image is built, for a person: from the image over the parents that drag it in to what changed, or why not. */
export function renderWhyText(image: PlannedImage, parts: WhyParts): string {
  const lines = image.action === 'none' ? unaffectedLines(image, parts) : chainLines(parts)
  return `${[comparisonSentence(parts.plan), '', ...lines].map(visible).join('\n')}\n`
}

function chainLines({ chain }: WhyParts): readonly string[] {
  const cut = chain.length - 2 * LINKS_SHOWN
  const start = cut > 0 ? chain.slice(0, LINKS_SHOWN) : chain
  const end = cut > 0 ? chain.slice(-LINKS_SHOWN) : []
  const names = [
    ...start.map(({ image }) => image.name),
    ...(cut > 0 ? [`(${cut} more)`] : []),
    ...end.map(({ image }) => image.name)
  ]
  const cause = chain.at(-1)?.reasons[0]?.text
  return [
    [...names, ...(cause === undefined ? [] : [cause])].join(' ← '),
    ...[...start, ...end].flatMap(({ image, reasons }) => [
      '',
      `${image.name}: ${image.action}`,
      ...reasons.flatMap(reason => [
        `  because ${reason.text}`,
        ...reason.details.map(detail => `    ${detail}`)
      ])
    ])
  ]
}

function unaffectedLines(image: PlannedImage, { setAside, plan }: WhyParts): readonly string[] {
  if (isAffected(image)) return [`${image.name} is affected, but something else was asked for.`]
  const would = plan.simulation === undefined ? 'changed' : 'would change'
  const kept = [
    ...listed('parent', image.parents),
    ...listed(
      'base',
      image.externalBases.map(reference => contextNameOf(reference) ?? reference)
    ),
    'instructions and arguments'
  ]
  const rest = `Its ${kept.join(', ')} are what they were.`
  if (setAside.length === 0) return [`${image.name} is not affected: no file ${would}.`, rest]
  return [
    `${image.name} is not affected: ${counted(setAside.length, 'file')} ${would}, and none counts for it.`,
    ...firstLines(groupedLines(setAside), LINES_SHOWN).map(line => `  ${line}`),
    rest
  ]
}

/** A line for each file; files of which the same is said share one when they are many. */
function groupedLines(setAside: readonly SetAside[]): readonly string[] {
  const groups = new Map<string, SetAside[]>()
  for (const aside of setAside) {
    const same = aside.why.startsWith(`${aside.path} is `)
      ? aside.why.slice(aside.path.length + 4)
      : aside.why
    const group = groups.get(same)
    if (group === undefined) groups.set(same, [aside])
    else group.push(aside)
  }
  return [...groups].flatMap(([same, group]) => {
    if (group.length <= NAMES_SHOWN) return group.map(({ why }) => why)
    const names = group.slice(0, NAMES_SHOWN).map(({ path }) => path)
    return [`${names.join(', ')} and ${group.length - NAMES_SHOWN} more are ${same}`]
  })
}

function listed(word: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  return [`${word}${names.length > 1 ? 's' : ''} ${names.join(' and ')}`]
}
