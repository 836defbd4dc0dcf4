import { spawn } from 'node:child_process'
import type { ProcessResult } from '../ports.js'

/** Ends a process that writes nothing to standard error for `ms` milliseconds, unless it `works` all the same. */
export interface Silence {
  readonly ms: number
  readonly works: () => boolean
}

/** What a child process gets beside its arguments. */
export interface ProcessOptions {
  readonly cwd?: string
  /** Added to this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>
  readonly stdin?: string | Uint8Array
  readonly timeoutMs?: number
  readonly silence?: Silence
  readonly signal?: AbortSignal
  /** Gets every line of standard error as it comes. */
  readonly onLine?: (line: string) => void
}

/** Standard output as bytes, for output that is no text. */
export interface RawProcessResult extends Omit<ProcessResult, 'stdout'> {
  readonly stdout: Buffer
}

/** Kept of standard error: enough for any message, bounded against a tool that never stops talking. */
const STDERR_LIMIT = 4 * 1024 * 1024

/** How long a process may take to end after SIGTERM before SIGKILL. */
const GRACE_MS = 10_000

/**
 * Runs a program with an argument array (never a shell) and waits for its end.
 * Rejects only when it cannot be started; a missing program rejects with `code` `ENOENT`.
 */
export async function run(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {}
): Promise<ProcessResult> {
  const result = await runRaw(program, args, options)
  return { ...result, stdout: result.stdout.toString('utf8') }
}

/** As {@link run}, with standard output as bytes. */
export function runRaw(
  program: string,
  args: readonly string[],
  options: ProcessOptions = {}
): Promise<RawProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.environment },
      stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // Its own process group, so that a cancelled build ends with everything it started.
      detached:
        options.timeoutMs !== undefined || options.silence !== undefined || options.signal !== undefined
    })
    const stdout: Buffer[] = []
    let stderr = ''
    let timedOut = false
    let wentSilent = false
    let kill: NodeJS.Timeout | undefined

    const end = (): void => {
      signalGroup(child.pid, 'SIGTERM')
      kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS)
      kill.unref()
    }
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            end()
          }, options.timeoutMs)
    const silence = options.silence
    const quiet =
      silence === undefined
        ? undefined
        : setTimeout(() => {
            // Whoever works is asked again later.
            wentSilent = !silence.works()
            if (wentSilent) end()
            else quiet?.refresh()
          }, silence.ms)
    options.signal?.addEventListener('abort', end, { once: true })
    if (options.signal?.aborted === true) end()

    const lines = lineSplitter(options.onLine)
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr?.setEncoding('utf8')
    child.stderr?.on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-STDERR_LIMIT)
      if (!wentSilent) quiet?.refresh()
      lines.push(chunk)
    })
    child.on('error', error => {
      settle()
      reject(error)
    })
    child.on('close', code => {
      settle()
      lines.end()
      resolve({
        code,
        stdout: Buffer.concat(stdout),
        stderr,
        timedOut,
        ...(wentSilent ? { wentSilent } : {})
      })
    })
    // A program that ends without reading its input is judged by its exit code, not by EPIPE.
    child.stdin?.on('error', () => undefined)
    if (options.stdin !== undefined) child.stdin?.end(options.stdin)

    function settle(): void {
      clearTimeout(timer)
      clearTimeout(quiet)
      clearTimeout(kill)
      options.signal?.removeEventListener('abort', end)
    }
  })
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}

function lineSplitter(onLine: ((line: string) => void) | undefined): {
  push: (text: string) => void
  end: () => void
} {
  let rest = ''
  return {
    push: text => {
      if (onLine === undefined) return
      const lines = (rest + text).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    },
    end: () => {
      if (onLine !== undefined && rest !== '') onLine(rest)
    }
  }
}
