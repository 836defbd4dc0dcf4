// `npm run mutants`: breaks the reader of Dockerfiles, the context, the graph, the keys and the events in many small ways, one at
// a time, and looks whether the fast tests (those of the room, then the golden cases) notice.
//   --count N      how many of all mutants, chosen by a hash of file, operator and line (default 200; 0: all)
//   --room NAME    of one room only; --file PATH: of one file only, all its mutants
//   --parallel P   mutants at once (default 2)
//   --quick        without the golden cases: for work on the tests of a room
//   --list         only list them
// Exits with 1 when fewer than 90 % are killed, those in scripts/mutants/equivalents.json aside. Works on a copy in a temporary
// folder.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readEquivalents, report } from './mutants/report.mjs'
import { timesWithout, tryMutant } from './mutants/run.mjs'
import { allMutants, sample } from './mutants/sample.mjs'
import { makeWorkspace } from './mutants/workspace.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const text = { type: 'string' }
const flag = { type: 'boolean' }
const { values } = parseArgs({
  options: { count: text, room: text, file: text, parallel: text, list: flag, quick: flag }
})
const start = Date.now()
const folders = []
process.on('exit', () => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

folders.push(makeWorkspace(root))
// Mutants come from the copy, so that a change of the work tree during the run changes nothing.
const all = allMutants(folders[0])
const chosen = choose(all)
if (values.list === true)
  for (const { file, line, operator, before, after } of chosen)
    console.log(`${file}:${line} ${operator}: ${before} → ${after}`)
else process.exitCode = (await run()) ? 0 : 1

function choose(mutants) {
  if (values.file !== undefined) return mutants.filter(({ file }) => file === values.file)
  const count = Number(values.count ?? 200)
  const few = count === 0 ? mutants : sample(mutants, count)
  return values.room === undefined ? few : few.filter(({ room }) => room === values.room)
}

async function run() {
  const golden = values.quick !== true
  for (let more = 1; more < Number(values.parallel ?? 2); more += 1) folders.push(makeWorkspace(folders[0]))
  const times = await timesWithout(folders[0], [...new Set(chosen.map(({ room }) => room))], golden)
  console.log(`${chosen.length} of ${all.length} mutants`)
  const endings = new Map()
  const waiting = [...chosen]
  // What was tried so far is told.
  const stop = () => waiting.splice(0)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const work = async folder => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const ending = await tryMutant(folder, mutant, times, golden)
      endings.set(mutant, ending)
      if (ending === 'survived') console.log(`… survived: ${mutant.file}:${mutant.line} ${mutant.operator}`)
      if (endings.size % 50 === 0) console.log(`… ${endings.size} tried, ${seconds()} s`)
    }
  }
  await Promise.all(folders.map(work))
  const tried = chosen.flatMap(mutant => {
    const ending = endings.get(mutant)
    return ending === undefined ? [] : [{ mutant, ending }]
  })
  const right = report(tried, readEquivalents(join(root, 'scripts/mutants/equivalents.json')))
  console.log(`${tried.length} of ${chosen.length} tried, ${seconds()} s`)
  return right && tried.length === chosen.length
}

function seconds() {
  return Math.round((Date.now() - start) / 1000)
}
