import type { PlannedTask, Progress } from '../build/progress.js'
import { isDone } from '../build/results.js'
import type { BuildResult } from '../build/results.js'
import { visible } from '../diagnostics/escape.js'
import { cut } from '../diagnostics/shown.js'
import { humanTime } from './amounts.js'
import { resultsHeadline } from './headline.js'
import { stateWords } from './lines.js'
import { paint, STATE_COLOURS } from './paint.js'
import type { Colour } from './paint.js'
import { terminalTable } from './table.js'

/** What is known of one image on one platform while a run goes on. */
export interface LiveTask extends PlannedTask {
  /** When it began or ended, in milliseconds since the epoch. */
  readonly since: number
  /** Absent unless it runs: where, if there are several builders, and the last step that began. */
  readonly running?: { readonly builder: string | undefined; readonly step: string }
  /** How it ended. */
  readonly result?: BuildResult
}

/** All tasks of a run by id, in the order of the plan. */
export type Live = ReadonlyMap<string, LiveTask>

/** The state of a run after something was told of it; `now` is in milliseconds since the epoch. */
export function afterProgress(live: Live, progress: Progress, now: number): Live {
  if (progress.kind === 'planned') {
    return new Map(progress.tasks.map(task => [task.id, { ...task, since: now }]))
  }
  const before = live.get(progress.id)
  return before === undefined ? live : new Map(live).set(before.id, changed(before, progress, now))
}

function changed(before: LiveTask, progress: Exclude<Progress, { kind: 'planned' }>, now: number): LiveTask {
  const { id, image, platform, needs } = before
  const task = { id, image, platform, needs, since: now }
  if (progress.kind === 'started') return { ...task, running: { builder: progress.builder, step: '' } }
  if (progress.kind === 'ended') return { ...task, result: progress.result }
  if (progress.kind === 'waits' || before.running === undefined) return task
  return { ...before, running: { ...before.running, step: progress.step } }
}

/** What a live table is drawn on, and when. */
export interface LiveView {
  /** Characters and lines of the terminal. */
  readonly columns: number
  readonly rows: number
  readonly colour: boolean
  /** Milliseconds since the epoch: now, and when the run began. */
  readonly now: number
  readonly begun: number
  /** Whether the run was told to end. */
  readonly cancelled: boolean
}

/** The titles, the counts, and the line in which the cursor stands. */
const OTHER_LINES = 3
/** A step of which less can be shown tells nothing. */
const SHORTEST_STEP = 8

/**
 * A run as the lines of a table, no wider than the view and at least one line lower. Where not all images find room, those
 * that run, that failed and that ended last are shown before those that wait; the last line counts all of them.
 */
export function renderLive(live: Live, view: LiveView): readonly string[] {
  const shown = mostTelling([...live.values()], view.rows - OTHER_LINES)
  const table = shown.length === 0 ? [] : tableOf(shown, live, view)
  return [...table, cut(countsOf(live, view), view.columns)]
}

/** As many as there is room for, in the order of the plan. */
function mostTelling(tasks: readonly LiveTask[], room: number): readonly LiveTask[] {
  if (tasks.length <= room) return tasks
  const rank = ({ running, result }: LiveTask): number => {
    if (running !== undefined) return 0
    return result === undefined ? 3 : result.state === 'failed' ? 1 : 2
  }
  const byRank = [...tasks].sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.since - a.since : 0))
  const chosen = new Set(byRank.slice(0, Math.max(0, room)))
  return tasks.filter(task => chosen.has(task))
}

interface LiveColumn {
  readonly title: string
  readonly textOf: (task: LiveTask) => string
  readonly colourOf?: (task: LiveTask) => Colour
}

function tableOf(shown: readonly LiveTask[], live: Live, view: LiveView): readonly string[] {
  const hasPlatforms = new Set([...live.values()].map(task => task.platform)).size > 1
  const all: readonly LiveColumn[] = [
    { title: 'image', textOf: task => task.image },
    ...(hasPlatforms ? [{ title: 'platform', textOf: (task: LiveTask) => task.platform }] : []),
    { title: 'state', textOf: task => stateOf(task, live, view.now), colourOf },
    { title: 'step', textOf: task => task.running?.step ?? '', colourOf: () => 'grey' }
  ]
  let room = view.columns
  const cells = all.flatMap(column => {
    const texts = shown.map(task => visible(column.textOf(task)))
    const width = Math.min(room, Math.max(column.title.length, ...texts.map(text => [...text].length)))
    room = Math.max(0, room - width - 2)
    if (width < (column.title === 'step' ? SHORTEST_STEP : 1)) return []
    return [{ column, title: cut(column.title, width), texts: texts.map(text => cut(text, width)) }]
  })
  return terminalTable(
    cells,
    shown.map((_, row) => cells.map(({ texts }) => texts[row] ?? '')),
    (text, at, row) => {
      const task = shown[row]
      const colour = task && cells[at]?.column.colourOf?.(task)
      return colour === undefined ? text : paint(text, colour, view)
    }
  ).split('\n')
}

function stateOf(task: LiveTask, live: Live, now: number): string {
  const { result, running } = task
  if (result !== undefined) {
    const words = stateWords(result)
    return result.milliseconds === 0 ? words : `${words} in ${humanTime(result.milliseconds)}`
  }
  if (running !== undefined) {
    const place = running.builder === undefined ? '' : ` on ${running.builder}`
    return `building ${humanTime(now - task.since)}${place}`
  }
  const needed = task.needs
    .map(need => live.get(need))
    .find(need => need !== undefined && (need.result === undefined || !isDone(need.result)))
  return `waits for ${needed?.image ?? 'its turn'}`
}

function colourOf({ result, running }: LiveTask): Colour {
  return result === undefined ? (running === undefined ? 'grey' : 'yellow') : STATE_COLOURS[result.state]
}

function countsOf(live: Live, view: LiveView): string {
  const tasks = [...live.values()]
  const results = tasks.flatMap(task => task.result ?? [])
  const running = tasks.filter(task => task.running !== undefined).length
  const waiting = tasks.length - results.length - running
  const parts = [
    `${results.length} of ${tasks.length} ended`,
    ...(results.length === 0 ? [] : [resultsHeadline(results)]),
    ...(running === 0 ? [] : [`${running} building`]),
    ...(waiting === 0 ? [] : [`${waiting} waiting`]),
    humanTime(view.now - view.begun)
  ]
  return `${parts.join(', ')}${view.cancelled ? '; cancelled, ends what runs' : ''}`
}
