import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fixture } from './fixture.js'
import { OWN, OWN_REF, rewriteForAct } from './rewrite.js'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '..', '..')
const WORKFLOWS = '.github/workflows'
const TOKEN = 'no-token-of-anybody'
/** Port 9 takes and gives nothing (RFC 863), and no test starts a server there. */
const NOBODY = 'http://127.0.0.1:9'

/** The engine's environment: registry, BuildKit and buildx of the tests. */
export interface EngineEnvironment extends Readonly<Record<string, string>> {
  readonly BASE_IMAGES_REGISTRY: string
}

/** A job as act ran it. */
export interface ActJob {
  /** Name of the job with its row, such as `images/python-base`. */
  readonly name: string
  /** Id in its workflow, such as `level-0`. */
  readonly id: string
  readonly result: 'success' | 'failure'
  /** Outputs of its steps by name; of two with one name the later. */
  readonly outputs: Readonly<Record<string, string>>
  /** What its steps wrote into the job summary. */
  readonly summary: string
  readonly log: string
}

/** A run of a workflow. */
export interface ActRun {
  readonly code: number | null
  /** In the order in which they ended; skipped jobs are missing. */
  readonly jobs: readonly ActJob[]
  readonly log: string
}

/** What started a run: the name of the event and its payload. */
export interface ActEvent {
  readonly name: 'push' | 'pull_request' | 'workflow_dispatch' | 'schedule'
  readonly payload: object
}

/** Runs the shipped workflows for a fixture repository. */
export interface ActRig {
  /** Host of the registry of the tests. */
  readonly host: string
  /** The token of all jobs. */
  readonly token: string
  /** Runs a workflow of a fixture; `api` is the address of GitHub's REST API, at which nobody answers when it is absent. */
  readonly run: (fixture: Fixture, workflow: string, event: ActEvent, api?: string) => Promise<ActRun>
  readonly dispose: () => void
}

/** The environment of the running engine; starts it when it does not run. */
export function engineEnvironment(): EngineEnvironment {
  const cli = join(ROOT, 'tools', 'engine', 'cli.mjs')
  execFileSync(process.execPath, [cli, 'start'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return JSON.parse(
    execFileSync(process.execPath, [cli, 'env', '--json'], { encoding: 'utf8' })
  ) as EngineEnvironment
}

/**
 * Prepares what act needs: the product as an action repository of its own, and small actions in place of others' ones. With
 * `cache` all runs share a cache service, as the runs of one repository do.
 */
export function openActRig(cache = false): ActRig {
  const engine = engineEnvironment()
  execFileSync(process.execPath, [join(ROOT, 'tools', 'engine', 'cli.mjs'), 'build-tools', 'act'], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const folder = mkdtempSync(join(tmpdir(), 'base-images-act-'))
  const product = join(folder, 'product')
  for (const part of ['action.yml', 'package.json', 'actions', 'dist']) {
    cpSync(join(ROOT, part), join(product, part), { recursive: true })
  }
  const stubs = new Map<string, string>()
  mkdirSync(join(product, WORKFLOWS), { recursive: true })
  for (const name of readdirSync(join(ROOT, WORKFLOWS))) {
    const { text, thirdParty } = rewriteForAct(readFileSync(join(ROOT, WORKFLOWS, name), 'utf8'))
    writeFileSync(join(product, WORKFLOWS, name), text)
    for (const uses of thirdParty) {
      stubs.set(uses, join(HERE, 'stubs', uses.startsWith('actions/checkout@') ? 'checkout' : 'nothing'))
    }
  }
  let runs = 0
  return {
    host: engine.BASE_IMAGES_REGISTRY,
    token: TOKEN,
    run: async (fixture, workflow, event, api = NOBODY) => {
      runs += 1
      const own = join(folder, `run-${runs}`)
      mkdirSync(own)
      const eventPath = join(own, 'event.json')
      writeFileSync(eventPath, JSON.stringify(event.payload))
      const local = [[`${OWN}@${OWN_REF}`, product], ...stubs].flatMap(([name, dir]) => [
        '--local-repository',
        `${String(name)}=${String(dir)}`
      ])
      const args = [
        event.name,
        ...['-C', fixture.root, '-W', `${WORKFLOWS}/${workflow}`, '--eventpath', eventPath, '--json'],
        ...['-P', 'ubuntu-24.04=-self-hosted', '--no-skip-checkout', '--defaultbranch', 'main'],
        ...[
          '--action-cache-path',
          join(own, 'actions'),
          '-s',
          `GITHUB_TOKEN=${TOKEN}`,
          '--env',
          `GITHUB_API_URL=${api}`,
          ...(cache
            ? ['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(folder, 'cache')]
            : []),
          ...(cache ? [] : ['--no-cache-server'])
        ],
        ...local
      ]
      const environment = {
        ...engine,
        PATH: [dirname(nodeOfActions()), engine['PATH'] ?? process.env['PATH'] ?? ''].join(delimiter),
        HOME: own,
        XDG_CACHE_HOME: join(own, 'cache'),
        XDG_CONFIG_HOME: join(own, 'config'),
        RUNNER_TEMP: own,
        FIXTURE_REMOTE: fixture.remote,
        FIXTURE_HEAD: fixture.git('rev-parse', 'HEAD')
      }
      const act = join(dirname(engine['BASE_IMAGES_BUILDX'] ?? ''), 'act')
      const run = await runAct(act, args, environment)
      // ACT_LOGS=<folder> keeps the logs of all runs for a person to read.
      const logs = process.env['ACT_LOGS'] ?? ''
      if (logs !== '') writeFileSync(join(logs, `${basename(folder)}-${runs}.log`), run.log)
      return run
    },
    dispose: () => {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The Node that `using: node24` names. */
export function nodeOfActions(): string {
  return join(ROOT, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
}

async function runAct(act: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ActRun> {
  const child = spawn(act, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, ...readLog(Buffer.concat(chunks).toString('utf8')) }
}

interface Line {
  readonly msg?: string
  readonly job?: string
  readonly jobID?: string
  readonly jobResult?: 'success' | 'failure'
}

function readLog(text: string): { readonly jobs: readonly ActJob[]; readonly log: string } {
  const messages = new Map<string, string[]>()
  const ended: Line[] = []
  const all: string[] = []
  for (const line of text.split('\n')) {
    const entry = parsed(line)
    const name = jobName(entry)
    const message = (entry.msg ?? line).trimEnd()
    all.push(name === '' ? message : `[${name}] ${message}`)
    if (name === '') continue
    messages.set(name, [...(messages.get(name) ?? []), message])
    if (entry.jobResult !== undefined) ended.push(entry)
  }
  return { jobs: ended.map(entry => jobOf(entry, messages.get(jobName(entry)) ?? [])), log: all.join('\n') }
}

function jobOf(entry: Line, messages: readonly string[]): ActJob {
  const told = (mark: RegExp): readonly RegExpExecArray[] =>
    messages.map(message => mark.exec(message)).filter(found => found !== null)
  return {
    name: jobName(entry),
    id: entry.jobID ?? '',
    result: entry.jobResult ?? 'failure',
    outputs: Object.fromEntries(
      told(/^\s*⚙\s+::set-output:: ([\w-]+)=(.*)$/su).map(found => [found[1] ?? '', found[2] ?? ''])
    ),
    summary: told(/^\s*⚙\s+Summary - (.*)$/su)
      .map(found => found[1] ?? '')
      .join('\n'),
    log: messages.join('\n')
  }
}

function jobName(entry: Line): string {
  return (entry.job ?? '').trim()
}

function parsed(line: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    return {}
  }
}
