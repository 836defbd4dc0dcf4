import { generate } from '../proof/generate.js'
import { randomOf } from '../proof/random.js'
import type { Oracle, OutlineAnswer, Question, TargetsAnswer } from './call.js'
import { compareOutlines, compareTargets, type Finding } from './differences.js'
import { dockerfilesOf } from './files.js'
import { brokenFiles, oddFile, type OddFile } from './odd.js'
import { ourOutline, ourTargets, readText } from './reading.js'

/** A file to compare. */
export interface Comparison extends Question {
  readonly name: string
  readonly text: string | Uint8Array
  /** Its bases are in the registry, so that an outline can be asked for. */
  readonly outline: boolean
}

/** What came out for one file. */
export interface Compared {
  readonly comparison: Comparison
  readonly findings: readonly Finding[]
  /** What BuildKit said. */
  readonly targets: TargetsAnswer
  /** Absent when a side had refused before. */
  readonly answer?: OutlineAnswer
}

/** Files of a number under a seed: one in five from the generator of the proof, the others odd ones. */
export function generatedFiles(seed: number, cases: number): readonly Comparison[] {
  return Array.from({ length: cases }, (_, number) => {
    const name = `${seed}:${number}`
    if (number % 5 === 4) return { name, text: provedFile(seed, number), args: {}, outline: false }
    return fromOdd(name, oddFile(randomOf(seed, number)))
  })
}

/** A Dockerfile as the proof of the planner makes them, after its change. */
function provedFile(seed: number, number: number): string {
  const { images, files } = generate(seed, number).after
  const texts = images.flatMap(({ dockerfile }) => files[dockerfile] ?? [])
  return texts.find(text => typeof text === 'string') ?? ''
}

function fromOdd(name: string, { text, target, args, broken }: OddFile): Comparison {
  return {
    name: broken === undefined ? name : `${name} (${broken})`,
    text,
    ...(target === undefined ? {} : { target }),
    args,
    outline: true
  }
}

/** Every text that generated files are broken with, in a file of its own. */
export function singleFiles(): readonly Comparison[] {
  return brokenFiles().map((file, number) => fromOdd(`single ${number}`, file))
}

/** Every Dockerfile of the repository; of those written for this comparison an outline is asked too. */
export function repositoryFiles(root: string): readonly Comparison[] {
  return dockerfilesOf(root).map(({ name, text }) => ({
    name,
    text,
    args: {},
    outline: name.startsWith('__tests__/parser-proof/')
  }))
}

/** Asks BuildKit and our reader about a file. */
export async function compare(oracle: Oracle, comparison: Comparison): Promise<Compared> {
  const { text, outline } = comparison
  const parsed = readText(text)
  const [theirs, ours] = [await oracle.targets(text), ourTargets(parsed)]
  const findings = [...compareTargets(theirs, ours)]
  if (!outline || theirs.stages === undefined || ours.problems.length > 0)
    return { comparison, findings, targets: theirs }
  const answer = await oracle.outline(text, comparison)
  findings.push(...compareOutlines(answer, ourOutline(parsed, comparison)))
  return { comparison, findings, targets: theirs, answer }
}

/** Compares files, `parallel` at a time; results in order of files. */
export async function compareAll(
  oracle: Oracle,
  comparisons: readonly Comparison[],
  parallel: number,
  tell: (compared: Compared) => void = () => undefined
): Promise<readonly Compared[]> {
  const results: Compared[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < comparisons.length; at = next++) {
      const comparison = comparisons[at]
      if (comparison === undefined) return
      const compared = await compare(oracle, comparison)
      results[at] = compared
      tell(compared)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return results
}

/** The result for a person. */
export function resultText(results: readonly Compared[]): string {
  const findings = results.flatMap(each => each.findings)
  const classes = new Map<string, string[]>()
  for (const finding of findings)
    if (finding.kind === 'allowed')
      classes.set(finding.className, [...(classes.get(finding.className) ?? []), finding.text])
  const count = (test: (compared: Compared) => boolean): number => results.filter(test).length
  const stages = results.reduce((sum, { targets }) => sum + (targets.stages?.length ?? 0), 0)
  return [
    `${results.length} files: ${count(({ targets }) => targets.refused !== undefined)} that BuildKit refuses, ${stages} stages in the others; ${count(({ answer }) => answer !== undefined)} outlines`,
    `differences  ${findings.filter(({ kind }) => kind === 'difference').length}`,
    `left to the build or not trusted, by class:`,
    ...[...classes]
      .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
      .map(([name, texts]) => `  ${texts.length} ${name}\n      such as: ${texts[0] ?? ''}`)
  ].join('\n')
}
