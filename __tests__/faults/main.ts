import { tryDeleted } from './deleted.js'
import type { Kind } from './kinds.js'
import { tryPassing } from './passing.js'
import type { PassingRequest, Trial } from './passing.js'
import { openRig } from './rig.js'
import { STAYING, tryStaying } from './staying.js'

/** What a run of all trials is asked for. */
export interface FaultsRequest extends PassingRequest {
  /** Also faults that stay, and a staging repository that somebody empties at every request in turn. */
  readonly staying: boolean
}

interface Row {
  requests: number
  missed: number
  green: number
  red: number
  wrongDigests: number
  longest: number
}

/**
 * Runs every trial on an engine and prints a table by kind of fault; true when all ended as they should.
 * `registryFolder` is where the engine's registry keeps its files.
 */
export async function proveFaults(
  request: FaultsRequest,
  environment: Readonly<Record<string, string>>,
  registryFolder: string
): Promise<boolean> {
  const rig = await openRig(environment, registryFolder)
  const start = Date.now()
  const failures: string[] = []
  try {
    const rows = new Map<string, Row>()
    await tryPassing(rig, request, trial => {
      if ('undisturbed' in trial) {
        const { requests, milliseconds } = trial.undisturbed
        console.log(`undisturbed, ${trial.scene}: ${requests.length} requests in ${seconds(milliseconds)}`)
        return
      }
      count(rowOf(rows, trial.fault.kind), trial)
      if (trial.wrong !== '') failures.push(trialText(trial))
    })
    if (rows.size > 0) console.log(tableOf(rows))
    if (request.staying)
      failures.push(...(await provedStaying(rig)), ...(await provedDeleted(rig, request.every)))
  } finally {
    await rig.stop()
  }
  for (const failure of failures) console.log(`\n${failure}`)
  console.log(`\nseed ${request.seed}; ${failures.length} failures; ${seconds(Date.now() - start)}`)
  return failures.length === 0
}

async function provedStaying(rig: Parameters<typeof tryStaying>[0]): Promise<readonly string[]> {
  const failures: string[] = []
  console.log(`\nfaults that stay${' '.repeat(18)}end     time  says`)
  await tryStaying(rig, STAYING, ({ staying, ending, wrong, log }) => {
    const said =
      /\S+ (?=\S)[^\n]*/
        .exec(ending.says)?.[0]
        .replace(/\/t-[0-9a-f]{16}/g, '')
        .slice(0, 150) ?? ''
    const time = seconds(ending.milliseconds).padStart(6)
    console.log(`${staying.what.padEnd(32)}  ${ending.end.padEnd(5)} ${time}  ${said}`)
    if (wrong !== '') failures.push(`NOT HELD ${staying.what}: ${wrong}\n${log.slice(-3000)}`)
  })
  return failures
}

async function provedDeleted(
  rig: Parameters<typeof tryDeleted>[0],
  every: number
): Promise<readonly string[]> {
  const failures: string[] = []
  const ends = new Map<string, number>()
  let repeated = 0
  await tryDeleted(rig, every, ({ at, ending, repeated: again, wrong, log }) => {
    const end = ending.end === 'red' ? `red ${ending.says.slice(0, 4)}` : ending.end
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (again.end === 'green') repeated += 1
    if (wrong !== '')
      failures.push(`NOT HELD staging emptied at request ${at}: ${wrong}\n${log.slice(-3000)}`)
  })
  const told = [...ends].map(([end, times]) => `${times} ${end}`).join(', ')
  console.log(`\nstaging emptied at a request: ${told}; the same run again: ${repeated} green`)
  return failures
}

function rowOf(rows: Map<string, Row>, { name }: Kind): Row {
  const row = rows.get(name) ?? { requests: 0, missed: 0, green: 0, red: 0, wrongDigests: 0, longest: 0 }
  rows.set(name, row)
  return row
}

function count(row: Row, { ending, wrong }: Trial): void {
  row.requests += 1
  if (ending.struck === undefined) row.missed += 1
  if (ending.end === 'green') row.green += 1
  else row.red += 1
  if (ending.end === 'green' && wrong !== '') row.wrongDigests += 1
  row.longest = Math.max(row.longest, ending.milliseconds)
}

/** `missed`: the run had fewer requests than the undisturbed one, since BuildKit's own vary. */
function tableOf(rows: ReadonlyMap<string, Row>): string {
  const head = `\n${'one fault that passes'.padEnd(22)} requests  missed   green     red  wrong digests  longest`
  const line = (name: string, row: Row): string =>
    [
      name.padEnd(22),
      ...[row.requests, row.missed, row.green, row.red].map(number => String(number).padStart(8)),
      String(row.wrongDigests).padStart(15),
      seconds(row.longest).padStart(9)
    ].join('')
  const sum = [...rows.values()].reduce((all, row) => ({
    requests: all.requests + row.requests,
    missed: all.missed + row.missed,
    green: all.green + row.green,
    red: all.red + row.red,
    wrongDigests: all.wrongDigests + row.wrongDigests,
    longest: Math.max(all.longest, row.longest)
  }))
  return [head, ...[...rows].map(([name, row]) => line(name, row)), line('sum', sum)].join('\n')
}

function trialText({ scene, fault, ending, wrong, log }: Trial): string {
  return `NOT HELD ${fault.kind.name} at request ${fault.at}, ${scene}: ${ending.struck ?? 'missed'}\n${wrong}\n${log.slice(-3000)}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
