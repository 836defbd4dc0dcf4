import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { GitError, gitWords } from './git-error.js'

/** An object as `git cat-file` gives it. */
export interface GitObject {
  readonly id: string
  readonly type: string
  readonly content: Buffer
}

/** Reads objects by id or revision; undefined for what does not exist. */
export type ReadObject = (revision: string) => Promise<GitObject | undefined>

interface Waiting {
  readonly resolve: (object: GitObject | undefined) => void
  readonly reject: (error: Error) => void
}

/**
 * Opens one `git cat-file --batch` for all objects of a run: a process for each question costs more than the answers.
 * It does not keep our own process alive while nothing is asked.
 */
export function openObjects(folder: string, environment: Readonly<Record<string, string>>): ReadObject {
  const queue: Waiting[] = []
  let child: ChildProcess | undefined

  return revision => {
    // One question a line: a line break in a revision would be a second question.
    if (/[\n\0]/.test(revision)) return Promise.resolve(undefined)
    const running = (child ??= start())
    return new Promise((resolve, reject) => {
      if (queue.length === 0) hold(running, true)
      const settle = (): void => {
        if (queue.length === 0) hold(running, false)
      }
      queue.push({
        resolve: object => {
          settle()
          resolve(object)
        },
        reject: error => {
          settle()
          reject(error)
        }
      })
      running.stdin?.write(`${revision}\n`)
    })
  }

  function start(): ChildProcess {
    const started = spawn('git', ['cat-file', '--batch'], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: 'pipe'
    })
    // Of its own: what a process that died has half said must not be read as the next one's answer.
    const answers = answerReader(queue)
    let said = ''
    // A system without a file left gives a child that has no pipes; its error comes a moment later.
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
    started.stdout?.on('data', (chunk: Buffer) => answers(chunk))
    started.stdin?.on('error', () => undefined)
    const fail = (error: Error): void => {
      if (child !== started) return
      child = undefined
      for (const waiting of queue.splice(0)) waiting.reject(error)
    }
    started.on('error', fail)
    started.on('close', () => fail(new GitError(`git cannot read an object: ${gitWords(said)}`)))
    return started
  }
}

/** Keeps our process alive while an answer is awaited, and only then. */
function hold(child: ChildProcess, on: boolean): void {
  for (const part of [child, child.stdin, child.stdout, child.stderr]) {
    const handle = part as unknown as { ref?: () => void; unref?: () => void } | null | undefined
    if (on) handle?.ref?.()
    else handle?.unref?.()
  }
}

/** Takes the output apart: `<id> <type> <size> LF <content> LF`, or `<question> missing LF`. */
function answerReader(queue: Waiting[]): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  let have = 0
  let need = 0
  return chunk => {
    parts.push(chunk)
    have += chunk.length
    // A large object comes in many chunks: they are joined once, when it is whole.
    if (have < need) return
    let rest = parts.length === 1 ? chunk : Buffer.concat(parts)
    for (;;) {
      const end = rest.indexOf(10)
      if (end === -1) break
      const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(rest.toString('latin1', 0, end))
      if (header === null) {
        rest = rest.subarray(end + 1)
        queue.shift()?.resolve(undefined)
        continue
      }
      const [, id = '', type = '', size = '0'] = header
      const total = end + 1 + Number(size) + 1
      if (rest.length < total) {
        need = total
        break
      }
      queue.shift()?.resolve({ id, type, content: rest.subarray(end + 1, total - 1) })
      rest = rest.subarray(total)
      need = 0
    }
    parts = rest.length === 0 ? [] : [rest]
    have = rest.length
  }
}
