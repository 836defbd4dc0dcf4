import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { engineEnvironment, nodeOfActions } from '../workflows/act.js'
import { makeFixture } from '../workflows/fixture.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

test('a cancelled build ends within the time that the runner gives and leaves no tag', async () => {
  await withHangingBuild(async ({ start, tags }) => {
    const build = start({})
    await until(() => build.log().includes('started'), 30_000)
    await new Promise(resolve => setTimeout(resolve, 3_000))
    const cancelled = Date.now()
    build.child.kill('SIGINT')
    const code = await ended(build.child)
    expect(Date.now() - cancelled).toBeLessThan(7_500)
    expect(code).toBe(1)
    expect(build.log()).toContain('RUN sleep 300')
    expect(build.log()).toMatch(/1 (cancelled|failed)/)
    expect(await tags()).toBe(404)
  })
}, 120_000)

test('a build that hangs is ended before its job and named by an annotation', async () => {
  await withHangingBuild(async ({ start, tags }) => {
    const build = start({ 'INPUT_TIMEOUT-MINUTES': '0.5' })
    expect(await ended(build.child)).toBe(1)
    expect(build.log()).toMatch(
      /^::error .*file=images\/slow\/Dockerfile.*W007.*the time of this run is over; the last was: .*RUN sleep 300/m
    )
    expect(await tags()).toBe(404)
  })
}, 120_000)

interface HangingBuild {
  /** Starts the action that builds it, with these inputs too. */
  readonly start: (inputs: NodeJS.ProcessEnv) => Started
  /** What the registry answers when it is asked for the tags of staging. */
  readonly tags: () => Promise<number>
}

/** Gives a planned build that does not end by itself. */
async function withHangingBuild(use: (hanging: HangingBuild) => Promise<void>): Promise<void> {
  const engine = engineEnvironment()
  const prefix = `${engine.BASE_IMAGES_REGISTRY}/cancel-${randomBytes(6).toString('hex')}`
  const folder = mkdtempSync(join(tmpdir(), 'base-images-cancel-'))
  const fixture = makeFixture()
  try {
    fixture.commit(
      {
        'images/manifest.yaml': `version: 1\nregistry: ${prefix}\nimages:\n  slow: {}\n`,
        'images/slow/Dockerfile': 'FROM python:3.11-slim-bookworm\nRUN sleep 300\n'
      },
      'Slow'
    )
    const environment = {
      ...engine,
      GITHUB_REPOSITORY: 'acme/fixture',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      RUNNER_TEMP: folder,
      GITHUB_RUN_ID: '1'
    }
    writeFileSync(environment.GITHUB_OUTPUT, '')
    await ended(start('plan', fixture.root, { ...environment, INPUT_ALL: 'true' }).child)
    const plan = /^plan<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(environment.GITHUB_OUTPUT, 'utf8'))?.[2] ?? ''
    const list = `http://${engine.BASE_IMAGES_REGISTRY}/v2/${prefix.split('/')[1]}/fixture-build/tags/list`
    await use({
      start: inputs => start('build', fixture.root, { ...environment, INPUT_PLAN: plan, ...inputs }),
      tags: async () => (await fetch(list)).status
    })
  } finally {
    fixture.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Started {
  readonly child: ReturnType<typeof spawn>
  readonly log: () => string
}

function start(face: string, cwd: string, environment: NodeJS.ProcessEnv): Started {
  const child = spawn(nodeOfActions(), [join(ROOT, 'actions', face, 'index.js')], { cwd, env: environment })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, log: () => text }
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise(resolve => child.once('close', resolve))
}

async function until(condition: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen in time')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
