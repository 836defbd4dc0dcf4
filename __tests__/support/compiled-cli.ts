import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { GIT_ENVIRONMENT } from './repository.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Below `node_modules`, so that the program finds its libraries and nobody lints or commits it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'base-images-cli')
const OLD_MS = 60 * 60 * 1000

/** How the command line ended. */
export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/**
 * Runs the command line as a person does: a process of its own, in a folder, with a clean environment. The program is
 * compiled from the sources as they are now, once for all tests.
 */
export function runCli(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {}
): CliRun {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(GIT|GITHUB|BASE_IMAGES|BUILDX)_|^NODE_OPTIONS$/.test(name)
  )
  const run = spawnSync(process.execPath, [compiledCli(), ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...GIT_ENVIRONMENT, NO_COLOR: '1', ...environment },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024
  })
  if (run.error !== undefined) throw run.error
  return { code: run.status, out: run.stdout, err: run.stderr }
}

let compiled: string | undefined

/** Path of the compiled `cli.js`. Several test processes may compile at once; the first to finish wins. */
export function compiledCli(): string {
  compiled ??= compile()
  return compiled
}

function compile(): string {
  const src = join(ROOT, 'src')
  const files = (readdirSync(src, { recursive: true }) as string[])
    .filter(file => file.endsWith('.ts'))
    .sort()
  const texts = files.map(file => [file, readFileSync(join(src, file), 'utf8')] as const)
  const hash = createHash('sha256')
    .update(JSON.stringify([ts.version, texts]))
    .digest('hex')
    .slice(0, 20)
  const folder = join(CACHE, hash)
  const entry = join(folder, 'cli.js')
  if (existsSync(entry)) return entry
  const scratch = `${folder}.${process.pid}.tmp`
  for (const [file, text] of texts) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true
      }
    })
    const path = join(scratch, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, outputText)
  }
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }\n')
  try {
    renameSync(scratch, folder)
  } catch {
    // Another test process was faster; what it made is the same.
    rmSync(scratch, { recursive: true, force: true })
  }
  removeOld()
  return entry
}

/** Programs of older sources, unless a test that runs now may still use them. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat !== undefined && Date.now() - stat.mtimeMs > OLD_MS)
      rmSync(path, { recursive: true, force: true })
  }
}
