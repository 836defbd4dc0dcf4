import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Plan } from '../../src/plan/types.js'
import { runCli } from './compiled-cli.js'
import type { CliRun } from './compiled-cli.js'
import { makeRepository, temporaryFolder } from './repository.js'
import type { Files } from './repository.js'

/**
 * A whole case at the user's boundary: a small repository, a change, and what a person gets to see.
 * `case.yaml` says what, the files in `expected/` say what comes out.
 */
export interface GoldenCase {
  /** What is promised, one sentence. */
  readonly title: string
  /** Files that the first commit has beside those of `shop.yaml`; null leaves one out. */
  readonly before?: Files
  /** What the second commit changes; without it there is only one commit. */
  readonly after?: Files
  /** Options of every `plan` and `why`, such as `--simulate`. */
  readonly options?: readonly string[]
  /** The file names of `expected/`; each says which command is run. `errors.txt` means that planning must fail. */
  readonly shows: readonly string[]
}

/** Where cases are compared, or, on purpose, rewritten. */
export interface GoldenSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Reads a case; `start` are the files that every case begins with. */
export function readCase(folder: string): GoldenCase {
  return parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as GoldenCase
}

/** Makes the repository of a case and runs every command it shows; the text of each by its file name. */
export function runCase(golden: GoldenCase, start: Files): ReadonlyMap<string, string> {
  const repository = makeRepository()
  const files = Object.entries({ ...start, ...golden.before }).filter(([, content]) => content !== null)
  repository.commit('before', Object.fromEntries(files))
  if (golden.after !== undefined) repository.commit('after', golden.after)
  return new Map(golden.shows.map(name => [name, show(name, repository.folder, golden.options ?? [])]))
}

/**
 * Compares what came out with `expected/`, to the byte. With `UPDATE_GOLDEN=1` the files are written instead, to be looked
 * at and committed; on a CI machine that is refused, since nobody would look. Throws with the difference and the way on.
 */
export function compareCase(
  folder: string,
  shown: ReadonlyMap<string, string>,
  { environment }: GoldenSurroundings
): void {
  const expected = join(folder, 'expected')
  if (environment['UPDATE_GOLDEN'] === '1') {
    if (environment['CI'] !== undefined && environment['CI'] !== '') {
      throw new Error('UPDATE_GOLDEN is set on a CI machine: expectations are rewritten by people, at home')
    }
    rmSync(expected, { recursive: true, force: true })
    mkdirSync(expected, { recursive: true })
    for (const [name, text] of shown) writeFileSync(join(expected, name), text)
    return
  }
  const there = existsSync(expected) ? readdirSync(expected).sort() : []
  const names = [...shown.keys()].sort()
  const faults = [
    ...there.filter(name => !shown.has(name)).map(name => `${name} is expected and not shown`),
    ...names.filter(name => !there.includes(name)).map(name => `${name} is shown and not expected`),
    ...names
      .filter(name => there.includes(name))
      .flatMap(name => difference(join(expected, name), shown.get(name) ?? ''))
  ]
  if (faults.length === 0) return
  const way =
    'if the new text is right: UPDATE_GOLDEN=1 npm test -- __tests__/golden.test.ts, and look at the change'
  throw new Error([...faults, way].join('\n\n'))
}

function show(name: string, folder: string, options: readonly string[]): string {
  const why = /^why-(.+)\.txt$/.exec(name)?.[1]
  if (why !== undefined) return good(runCli(folder, ['why', why, ...options])).out
  switch (name) {
    case 'plan.txt':
      return good(runCli(folder, ['plan', ...options])).out
    case 'plan.json':
      return withoutKeys(good(runCli(folder, ['plan', '--format', 'json', ...options])).out)
    case 'keys.json':
      return keysOf(good(runCli(folder, ['plan', '--format', 'json', ...options])).out)
    case 'warnings.txt':
      return good(runCli(folder, ['plan', ...options])).err
    case 'graph.txt':
      return good(runCli(folder, ['graph'])).out
    case 'graph.json':
      return good(runCli(folder, ['graph', '--format', 'json'])).out
    case 'graph.mermaid':
      return good(runCli(folder, ['graph', '--format', 'mermaid'])).out
    case 'graph.dot':
      return good(runCli(folder, ['graph', '--format', 'dot'])).out
    case 'errors.txt':
      return bad(runCli(folder, ['plan', ...options])).err
    default:
      throw new Error(`no command shows ${name}`)
  }
}

function good(run: CliRun): CliRun {
  if (run.code !== 0) throw new Error(`expected to succeed, ended with ${run.code}:\n${run.err}`)
  return run
}

/** A case of errors that plans without one has lost its error. */
function bad(run: CliRun): CliRun {
  if (run.code === 2 && run.out === '' && run.err !== '') return run
  throw new Error(`expected errors and exit code 2, ended with ${run.code}:\n${run.out}${run.err}`)
}

/**
 * The plan with a word in place of each key: whether a key differs is said by `affected`, and what is in it is the matter
 * of the one case that shows `keys.json`. The salt holds the time of the run.
 */
function withoutKeys(json: string): string {
  return json
    .replace(/"key": "[0-9a-f]{64}"/g, '"key": "(64 hex digits)"')
    .replace(/"salt": "run local \d+"/g, '"salt": "(run)"')
}

function keysOf(json: string): string {
  const plan = JSON.parse(json) as Plan
  const keys = plan.images.map(({ name, platforms }) => [
    name,
    Object.fromEntries(Object.entries(platforms).map(([platform, { key }]) => [platform, key]))
  ])
  return `${JSON.stringify(Object.fromEntries(keys), undefined, 2)}\n`
}

function difference(file: string, text: string): readonly string[] {
  if (readFileSync(file, 'utf8') === text) return []
  const other = join(temporaryFolder('golden'), 'shown')
  writeFileSync(other, text)
  return [spawnSync('git', ['diff', '--no-index', '--no-color', file, other], { encoding: 'utf8' }).stdout]
}
