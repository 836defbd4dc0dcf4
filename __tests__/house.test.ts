import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

/**
 * The house of the design, §8: data flows one way, and what is above `io` is pure.
 * A new room is added to ROOMS at the place where data reaches it.
 */
const ROOMS = [
  'diagnostics',
  'manifest',
  'dockerfile',
  'context',
  'graph',
  'changes',
  'keys',
  'plan',
  'build',
  'release',
  'freshness',
  'lint',
  'report',
  'io',
  'load',
  'commands',
  'action',
  'cli'
]
const PURE = ROOMS.slice(0, ROOMS.indexOf('io'))
/** Types only, open to every room. */
const OPEN = ['ports.ts', 'world.ts']
const PURE_MODULES = ['node:crypto', 'node:path', 'node:path/posix', 'yaml', '@renovatebot/pep440']
const IMPURE = [
  /\bprocess\.(?!js)/,
  /Date\.now/,
  /new Date\(\)/,
  /Math\.random/,
  /\bsetTimeout/,
  /localeCompare/
]
const MAX_LINES = 300

const src = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src')
const files = (readdirSync(src, { recursive: true }) as string[])
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))
  .sort()

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

function importsOf(text: string): readonly Import[] {
  const found: Import[] = []
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ from: match[2] ?? '', typeOnly: match[1] !== undefined })
  }
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ from: match[1] ?? '', typeOnly: false })
  }
  return found
}

function roomOf(file: string): string | undefined {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined
}

/** What is wrong with one file: each a sentence. */
function breaches(file: string, text: string): readonly string[] {
  const room = roomOf(file)
  const wrong: string[] = []
  if (room !== undefined && !ROOMS.includes(room)) wrong.push(`${file} is in no room of the design`)
  for (const { from, typeOnly } of importsOf(text)) {
    if (!from.startsWith('.')) {
      if (room !== undefined && PURE.includes(room) && !typeOnly && !PURE_MODULES.includes(from)) {
        wrong.push(`${file} is pure and imports ${from}`)
      }
      continue
    }
    const target = posix.join(posix.dirname(file), from).replace(/\.js$/, '.ts')
    if (OPEN.includes(target)) {
      if (!typeOnly) wrong.push(`${file} imports more than types from ${target}`)
      continue
    }
    const other = roomOf(target)
    if (room === undefined || other === undefined || other === room) continue
    if (ROOMS.indexOf(other) > ROOMS.indexOf(room)) wrong.push(`${file} imports ${target}, a room below it`)
  }
  if (room !== undefined && PURE.includes(room)) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const impure of IMPURE)
      if (impure.test(code)) wrong.push(`${file} is pure and uses ${impure.source}`)
  }
  return wrong
}

describe('the house', () => {
  test('there are files in it', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test('a room imports only rooms above it, and rooms above io are pure', () => {
    expect(files.flatMap(file => breaches(file, readFileSync(join(src, file), 'utf8')))).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    const long = files.filter(file => readFileSync(join(src, file), 'utf8').split('\n').length > MAX_LINES)
    expect(long).toEqual([])
  })

  test('the check finds what it is there for', () => {
    expect(breaches('plan/x.ts', "import { readFile } from 'node:fs/promises'")).toHaveLength(1)
    expect(breaches('plan/x.ts', "import { run } from '../io/process.js'")).toHaveLength(1)
    expect(breaches('graph/x.ts', 'export const now = () => Date.now()')).toHaveLength(1)
    expect(breaches('keys/x.ts', "import type { Plan } from '../plan/types.js'")).toHaveLength(1)
    expect(breaches('somewhere/x.ts', '')).toHaveLength(1)
    expect(breaches('plan/x.ts', "import { keyOf } from '../keys/inputs.js'")).toEqual([])
  })
})
