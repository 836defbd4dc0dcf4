import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDirective } from '../../src/dockerfile/directives.js'
import { run } from '../../src/io/process.js'
import { PLATFORM } from '../support/engine.js'
import { BASES } from './bases.js'

/** A stage as `--call=targets` lists it. */
export interface ListedStage {
  /** In lower case; absent without AS. */
  readonly name?: string
  /** As written. */
  readonly base: string
  /** `--platform` as written. */
  readonly platform?: string
  readonly default: boolean
  /** Line of FROM. */
  readonly line: number
}

/**
 * What `--call=targets` says of a file: its stages, or why it is refused; and the frontend that BuildKit looked for. Neither
 * stages nor refusal: it cannot be asked.
 */
export interface TargetsAnswer {
  readonly stages?: readonly ListedStage[]
  readonly refused?: string
  /** Reference of `# syntax=`, normalised. */
  readonly syntax?: string
}

/** What one build is asked for. */
export interface Question {
  readonly target?: string
  readonly args: Readonly<Record<string, string>>
}

/** What `--call=outline` says of one build. */
export interface OutlineAnswer {
  readonly refused?: string
  /** Name, value and line of every argument that the target uses. */
  readonly args: readonly { readonly name: string; readonly value: string; readonly line: number }[]
  readonly secrets: readonly string[]
  readonly ssh: readonly string[]
  /** Images whose configuration BuildKit asked the registry for, sorted. */
  readonly images: readonly string[]
}

/** A builder that answers, with a folder of its own. */
export interface Oracle {
  readonly targets: (text: string | Uint8Array) => Promise<TargetsAnswer>
  readonly outline: (text: string | Uint8Array, question: Question) => Promise<OutlineAnswer>
  readonly close: () => void
}

const LIMIT_MS = 60_000

interface Called {
  readonly json?: unknown
  readonly refused?: string
  /** Names of the steps that BuildKit told of. */
  readonly steps: readonly string[]
}

/** Opens buildx on the builder of the environment and pushes the images that generated files stand on. */
export async function openOracle(host: string, environment: NodeJS.ProcessEnv): Promise<Oracle> {
  const named = environment['BASE_IMAGES_BUILDX']
  const buildx = named === undefined || named === '' ? ['docker', 'buildx'] : [named]
  const folder = mkdtempSync(join(tmpdir(), 'base-images-parser-proof-'))
  await pushBases(buildx, host, folder)
  let number = 0
  const call = async (what: string, text: string | Uint8Array, args: readonly string[]): Promise<Called> => {
    const place = join(folder, String(number++))
    mkdirSync(join(place, 'context'), { recursive: true })
    writeFileSync(join(place, 'Dockerfile'), text)
    const [program = '', ...first] = buildx
    const options = [`--call=${what},format=json`, '--progress=rawjson', `--platform=${PLATFORM}`]
    const where = [`--file=${join(place, 'Dockerfile')}`, join(place, 'context')]
    const result = await run(program, [...first, 'build', ...options, ...args, ...where], {
      timeoutMs: LIMIT_MS
    })
    rmSync(place, { recursive: true })
    const steps = stepsIn(result.stderr)
    if (result.timedOut) throw new Error('buildx gave no answer in time')
    if (result.code === 0) return { json: JSON.parse(result.stdout) as unknown, steps }
    return { refused: refusalIn(result.stderr), steps }
  }
  return {
    targets: async text => {
      if (endsBuildKit(text)) return {}
      const first = await call('targets', text, [])
      const frontend = frontendIn(first.steps)
      if (frontend === undefined)
        return first.refused === undefined ? { stages: stagesOf(first.json) } : { refused: first.refused }
      const plain = withoutFrontend(text)
      if (plain === undefined) return { syntax: frontend }
      const { json, refused } = await call('targets', plain, [])
      return { syntax: frontend, ...(refused === undefined ? { stages: stagesOf(json) } : { refused }) }
    },
    outline: async (text, { target, args }) => {
      const { json, refused, steps } = await call('outline', withoutFrontend(text) ?? text, [
        ...(target === undefined ? [] : [`--target=${target}`]),
        ...Object.entries(args).map(([name, value]) => `--build-arg=${name}=${value}`)
      ])
      const images = steps.flatMap(step => /load metadata for (.*)/.exec(step)?.[1] ?? [])
      const outline = (json ?? {}) as Outline
      return {
        ...(refused === undefined ? {} : { refused }),
        args: (outline.args ?? []).map(({ name, value, location }) => ({
          name,
          value: value ?? '',
          line: lineOf(location)
        })),
        secrets: (outline.secrets ?? []).map(({ name }) => name).sort(),
        ssh: (outline.ssh ?? []).map(({ name }) => name).sort(),
        images: [...new Set(images)].sort()
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Whether BuildKit would end itself over the file: 0.33.1 does when it lists targets and a comment of the kind `# check=` stands
 * right before an instruction. Leaves out more than it must.
 */
export function endsBuildKit(text: string | Uint8Array): boolean {
  const lines = String(typeof text === 'string' ? text : Buffer.from(text)).split('\n')
  const head = lines.findIndex(line => readDirective(line.replace(/^\ufeff/, '').trim()) === undefined)
  return lines.slice(Math.max(head, 0)).some(line => /^\W*check\W/i.test(line))
}

/** The frontend that BuildKit looked for in a registry, which is none of those that tests have. */
function frontendIn(steps: readonly string[]): string | undefined {
  const found = steps.map(step => /resolve image config for docker-image:\/\/(.*)/.exec(step)?.[1])
  return found.find(each => each !== undefined)
}

/**
 * The same file for the built-in frontend: another directive stands in the place of `# syntax=`. Undefined when that cannot
 * be said.
 */
function withoutFrontend(text: string | Uint8Array): string | undefined {
  if (typeof text !== 'string') return undefined
  const first = /^(\ufeff?(?:#.*\n)*?#\s*)syntax(\s*=).*/i
  if (!first.test(text) || /^#\s*check\s*=/im.test(text)) return undefined
  const plain = text.replace(first, '$1check$2skip=all')
  return endsBuildKit(plain) ? undefined : plain
}

async function pushBases(buildx: readonly string[], host: string, folder: string): Promise<void> {
  const [program = '', ...first] = buildx
  for (const { name, lines } of BASES) {
    const dockerfile = join(folder, 'base.Dockerfile')
    writeFileSync(dockerfile, `FROM scratch\n${lines.join('\n')}\n`)
    const options = ['--provenance=false', '--platform=linux/amd64,linux/arm64', `--file=${dockerfile}`]
    const output = `--output=type=image,name=${host}/${name},push=true`
    const result = await run(program, [...first, 'build', ...options, output, folder])
    if (result.code !== 0) throw new Error(`the base ${name} cannot be pushed: ${result.stderr.slice(-500)}`)
  }
}

function stepsIn(stderr: string): readonly string[] {
  return stderr.split('\n').flatMap(line => {
    if (!line.startsWith('{')) return []
    const { vertexes } = JSON.parse(line) as { vertexes?: readonly { name: string }[] }
    return (vertexes ?? []).map(({ name }) => name)
  })
}

const BROKEN =
  /connection refused|deadline exceeded|transport is closing|no space left|error reading from server/

function refusalIn(stderr: string): string {
  const line = stderr.split('\n').findLast(each => each.startsWith('ERROR:')) ?? stderr.slice(-400)
  if (BROKEN.test(line)) throw new Error(`the builder failed: ${line}`)
  return line.replace(/^ERROR: (failed to build: )?(failed to solve: )?/, '')
}

interface Location {
  readonly ranges?: readonly { readonly start?: { readonly line?: number } }[]
}

interface Outline {
  readonly args?: readonly { readonly name: string; readonly value?: string; readonly location?: Location }[]
  readonly secrets?: readonly { readonly name: string }[]
  readonly ssh?: readonly { readonly name: string }[]
}

interface Target {
  readonly name?: string
  readonly base: string
  readonly platform?: string
  readonly default?: boolean
  readonly location?: Location
}

function stagesOf(json: unknown): readonly ListedStage[] {
  const { targets } = json as { targets?: readonly Target[] }
  return (targets ?? []).map(({ name, base, platform, default: last, location }) => ({
    ...(name === undefined ? {} : { name }),
    base,
    ...(platform === undefined ? {} : { platform }),
    default: last === true,
    line: lineOf(location)
  }))
}

function lineOf(location: Location | undefined): number {
  return location?.ranges?.[0]?.start?.line ?? 0
}
