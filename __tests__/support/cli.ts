import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './engine.js'

/** How a command line ended. */
export interface CliEnd {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command line that runs. */
export interface RunningCli {
  readonly child: ChildProcess
  readonly end: Promise<CliEnd>
}

/** Where and how a command line is started. */
export interface CliPlace {
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  /** Octal, such as `077`. */
  readonly umask?: string
}

/** Starts `base-images` with these arguments as a process of its own. */
export async function startCli(args: readonly string[], place: CliPlace): Promise<RunningCli> {
  const cli = await compiledCli()
  const words = ['-c', `umask ${place.umask ?? '022'}; exec "$@"`, 'sh', process.execPath, cli, ...args]
  const child = spawn('/bin/sh', words, {
    cwd: place.folder,
    env: { ...process.env, ...place.environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const end = new Promise<CliEnd>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
  })
  return { child, end }
}

/** Runs `base-images` to its end. */
export async function runCli(args: readonly string[], place: CliPlace): Promise<CliEnd> {
  return (await startCli(args, place)).end
}

/**
 * The command line, compiled from exactly the sources of now: kept under their hash, so that an old one is never run
 * and test files that run side by side do not meet a half-written one.
 */
export async function compiledCli(): Promise<string> {
  const sources = sourcesIn(join(ROOT, 'src')).map(path => ({ path, text: readFileSync(path, 'utf8') }))
  const hash = createHash('sha256')
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`)
  const folder = join(ROOT, 'build', `cli-${hash.digest('hex').slice(0, 16)}`)
  const cli = join(folder, 'cli.js')
  if (existsSync(cli)) return cli
  const { default: ts } = await import('typescript')
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext }
  const temporary = `${folder}-${randomUUID()}`
  for (const { path, text } of sources) {
    const to = path.replace(join(ROOT, 'src'), temporary).replace(/\.ts$/, '.js')
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, ts.transpileModule(text, { compilerOptions, fileName: path }).outputText)
  }
  try {
    renameSync(temporary, folder)
  } catch (error) {
    // Another test file was first.
    if (!existsSync(cli)) throw error
  }
  return cli
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => join(folder, name))
}
