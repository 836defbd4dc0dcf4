import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a command line ended. */
export interface CommandEnd {
  /** Null when a signal ended it, or when it had to be ended because it took too long. */
  readonly code: number | null
  readonly err: string
  readonly milliseconds: number
  /** Images whose build began in it, in order. */
  readonly builds: readonly string[]
}

/** A command line that runs. */
export interface RunningCommand {
  readonly child: ChildProcess
  readonly end: Promise<CommandEnd>
}

/** Starts command lines of the product and notes what they give to buildx. */
export type Start = (args: readonly string[]) => RunningCommand

/** No command of this tree takes so long: it hangs. */
const HANG_MS = 180_000

/**
 * Prepares to start the program `cli` in a folder. Every call of buildx goes through a script in `scratch` that notes it
 * and becomes the real one.
 */
export function starter(
  cli: string,
  folder: string,
  scratch: string,
  environment: Readonly<Record<string, string>>
): Start {
  const noted = join(scratch, 'builds')
  const buildx = join(scratch, 'buildx')
  const lines = ['#!/bin/sh', `printf '%s\\n' "$*" >> '${noted}'`]
  writeFileSync(buildx, `${[...lines, `exec '${environment['BASE_IMAGES_BUILDX']}' "$@"`].join('\n')}\n`)
  chmodSync(buildx, 0o755)
  writeFileSync(noted, '')
  return args => {
    const before = readFileSync(noted, 'utf8').length
    const start = Date.now()
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...process.env, ...environment, BASE_IMAGES_BUILDX: buildx, TMPDIR: scratch },
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    const hang = setTimeout(() => child.kill('SIGKILL'), HANG_MS)
    const end = new Promise<CommandEnd>((resolve, reject) => {
      child.on('error', reject)
      // Not `close`: after a kill, children of its own hold the pipe for a while.
      child.on('exit', code => {
        clearTimeout(hang)
        const builds = imagesIn(readFileSync(noted, 'utf8').slice(before))
        resolve({ code, err, milliseconds: Date.now() - start, builds })
      })
    })
    return { child, end }
  }
}

/** The images of noted calls of `buildx build`; the folder of a build is named after its image. */
function imagesIn(text: string): readonly string[] {
  return [...text.matchAll(/ --file=\S*\/base-images-([^/]*)-[^/-]*\/Dockerfile /g)].map(
    ([, image = '']) => image
  )
}
