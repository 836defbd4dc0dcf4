import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomOf } from '../proof/random.js'
import { takeEngine } from '../support/engine.js'
import { disposeRepositories } from '../support/repository.js'
import { starter } from './command.js'
import { makeTree } from './tree.js'
import { runUndisturbed, tryKill } from './trial.js'
import type { Daemons, Trial } from './trial.js'
import { VICTIMS } from './victims.js'

/** What a run of all kills is asked for. */
export interface KillsRequest {
  readonly times: number
  readonly seed: number
  /** The compiled command line. */
  readonly cli: string
}

/** The engine whose daemons are killed. */
export interface Engine {
  readonly environment: Readonly<Record<string, string>>
  /** Starts what does not run any more. */
  readonly revive: () => Promise<Daemons>
}

/** Kills what takes its turn at random moments and prints what came of it; true when every trial ended as it should. */
export async function proveKills(request: KillsRequest, engine: Engine): Promise<boolean> {
  const { environment, revive } = engine
  takeEngine(environment)
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-kills-'))
  const start = Date.now()
  try {
    const ground = {
      revive,
      start: starter(request.cli, makeTree().folder, scratch, environment),
      empty: () =>
        void execFileSync(environment['BASE_IMAGES_BUILDX'] ?? 'buildx', ['prune', '--all', '--force'], {
          env: { ...process.env, ...environment },
          stdio: 'pipe'
        })
    }
    // The first run finds a machine that has read nothing yet.
    await runUndisturbed(ground)
    const undisturbed = await runUndisturbed(ground)
    const { build, release } = undisturbed.milliseconds
    console.log(`undisturbed: build ${seconds(build)}, release ${seconds(release)}`)
    const trials: Trial[] = []
    for (let number = 0; number < request.times; number += 1) {
      const victim = VICTIMS[number % VICTIMS.length] as (typeof VICTIMS)[number]
      const trial = await tryKill(ground, victim, randomOf(request.seed, number), undisturbed)
      trials.push(trial)
      if (trial.wrong !== '')
        console.log(
          `NOT HELD ${number}: ${victim.name} at ${trial.at} ms: ${trial.wrong}\n${trial.first.err}`
        )
    }
    console.log(tableOf(trials))
    const wrong = trials.filter(trial => trial.wrong !== '').length
    console.log(
      `seed ${request.seed}; ${trials.length} kills, ${wrong} not held; ${seconds(Date.now() - start)}`
    )
    return wrong === 0
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    disposeRepositories()
  }
}

function tableOf(trials: readonly Trial[]): string {
  const head =
    'victim                 kills  while it ran  that run green  finished before  built again  repeat green  as undisturbed'
  const rows = VICTIMS.map(victim =>
    rowOf(
      victim.name,
      trials.filter(trial => trial.victim === victim)
    )
  )
  return [head, ...rows, rowOf('sum', trials)].join('\n')
}

function rowOf(name: string, trials: readonly Trial[]): string {
  const sum = (figure: (trial: Trial) => number | boolean): number =>
    trials.reduce((all, trial) => all + Number(figure(trial)), 0)
  const cells: readonly (readonly [number, number])[] = [
    [trials.length, 5],
    [sum(({ isHit }) => isHit), 14],
    [sum(({ first }) => first.code === 0), 16],
    [sum(({ finished }) => finished.length), 17],
    [sum(({ rebuilt }) => rebuilt.length), 13],
    [sum(({ repeated }) => repeated.code === 0), 14],
    [sum(({ wrong }) => wrong === ''), 16]
  ]
  return name.padEnd(23) + cells.map(([value, width]) => String(value).padStart(width)).join('')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
