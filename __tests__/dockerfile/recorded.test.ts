import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import type { OutlineAnswer, Question, TargetsAnswer } from '../parser-proof/call.js'
import { compareOutlines, compareTargets } from '../parser-proof/differences.js'
import { ourOutline, ourTargets, readText } from '../parser-proof/reading.js'

/** A file that BuildKit was asked about, and its answers, by `npm run proof:parser -- --record`. */
interface Recorded extends Question {
  readonly name: string
  readonly text: string
  readonly targets: TargetsAnswer
  readonly answer?: OutlineAnswer
}

const path = join(dirname(fileURLToPath(import.meta.url)), 'recorded.jsonl')
const recorded = readFileSync(path, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Recorded)

describe('answers of BuildKit that were recorded', () => {
  test.each(recorded.map(each => [each.name, each] as const))('%s is read alike', (_, file) => {
    const parsed = readText(file.text)
    const findings = [...compareTargets(file.targets, ourTargets(parsed))]
    if (file.answer !== undefined) findings.push(...compareOutlines(file.answer, ourOutline(parsed, file)))
    expect(findings.filter(({ kind }) => kind === 'difference')).toEqual([])
  })

  test('are of files that it refuses, lists and outlines', () => {
    expect(recorded.filter(({ targets }) => targets.refused !== undefined).length).toBeGreaterThan(50)
    expect(recorded.filter(({ answer }) => answer?.refused === undefined).length).toBeGreaterThan(50)
  })
})
