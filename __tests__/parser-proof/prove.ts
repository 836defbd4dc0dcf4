import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOracle, type Oracle } from './call.js'
import {
  compareAll,
  generatedFiles,
  repositoryFiles,
  resultText,
  singleFiles,
  type Compared
} from './main.js'

/** What a run is asked for. */
export interface ParserProofRequest {
  readonly cases: number
  readonly seed: number
  /** Number of one generated file, which is printed; the repository's own are left out then. */
  readonly only?: number
  readonly root: string
  readonly parallel: number
  /** File for the answers about the texts that break files and about some generated ones, for tests without an engine. */
  readonly record?: string
  /** Where files with a difference are written. */
  readonly found: string
}

/** Compares generated files and every Dockerfile of the repository, prints what came out; true without a difference. */
export async function proveParser(request: ParserProofRequest, host: string): Promise<boolean> {
  const oracle = await openOracle(host, process.env)
  try {
    const { seed, only } = request
    if (request.record !== undefined) return await record(oracle, request.record, request)
    const generated = generatedFiles(seed, only === undefined ? request.cases : only + 1)
    const own = only === undefined ? repositoryFiles(request.root) : []
    const asked = only === undefined ? [...own, ...generated] : generated.slice(only)
    if (only !== undefined) console.log(JSON.stringify(asked, undefined, 2), `\n${String(asked[0]?.text)}`)
    const results = await compareAll(oracle, asked, request.parallel, each => tell(each, request))
    console.log(
      `seed ${seed}: ${own.length} files of this repository, ${results.length - own.length} generated`
    )
    console.log(resultText(results))
    return results.every(({ findings }) => findings.every(({ kind }) => kind !== 'difference'))
  } finally {
    oracle.close()
  }
}

/** Writes a line of JSON for every file: what it was asked and what BuildKit said. */
async function record(oracle: Oracle, path: string, request: ParserProofRequest): Promise<boolean> {
  const asked = [...singleFiles(), ...generatedFiles(request.seed, request.cases)].filter(
    ({ text }) => typeof text === 'string' && text.length < 5000
  )
  const results = await compareAll(oracle, asked, request.parallel, each => tell(each, request))
  const lines = results.map(({ comparison: { name, text, target, args }, targets, answer }) =>
    JSON.stringify({ name, text, target, args, targets, answer })
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
  return true
}

function tell({ comparison: { name, text }, findings }: Compared, { found, only }: ParserProofRequest): void {
  const differences = findings.filter(({ kind }) => kind === 'difference')
  for (const each of only === undefined ? differences : findings)
    console.log(`${name}: ${each.kind}: ${each.text}`)
  if (differences.length === 0) return
  mkdirSync(found, { recursive: true })
  writeFileSync(join(found, `${name.replace(/[^\w.]+/g, '-')}.dockerfile`), text)
}
