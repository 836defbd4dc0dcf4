import { nearest } from '../manifest/names.js'
import { heredocWord } from './heredoc.js'
import { pairs, quotedWords, wordsOf } from './words.js'
import type { Instruction, Problem } from './types.js'

/** The flags that an instruction knows; a star marks those that may stand more than once. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  ADD: ['chown', 'chmod', 'link', 'keep-git-dir', 'checksum', 'unpack', 'exclude*'],
  ARG: [],
  CMD: [],
  COPY: ['chown', 'from', 'chmod', 'link', 'exclude*', 'parents'],
  ENTRYPOINT: [],
  ENV: [],
  EXPOSE: [],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
  LABEL: [],
  MAINTAINER: [],
  ONBUILD: [],
  RUN: ['mount*', 'network', 'security', 'device*'],
  SHELL: [],
  STOPSIGNAL: [],
  USER: [],
  VOLUME: [],
  WORKDIR: []
}

const KEYWORDS = Object.keys(FLAGS)

/** Unknown instructions of one file for which the meant one is searched; a file with more is something else altogether. */
const MOST_GUESSES = 20

/** Flags that need no value: others need one, and these take nothing but true or false (BuildKit, `BFlags.Parse`). */
const SWITCHES = new Set(['link', 'keep-git-dir', 'unpack', 'parents'])

/** Names of stages, in lower case (BuildKit, `instructions.parseBuildStageName`). */
const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/

/**
 * Finds what BuildKit would refuse before it builds anything: unknown instructions and flags, too few words, a broken FROM,
 * an instruction before the first FROM. What only follows from a misspelt FROM is not told.
 */
export function checkForm(instructions: readonly Instruction[], escape: string, problems: Problem[]): void {
  let stages = 0
  let unknown = 0
  for (const instruction of instructions) {
    const { keyword, line } = instruction
    const isKnown = Object.hasOwn(FLAGS, keyword)
    const guesses = isKnown || unknown++ < MOST_GUESSES ? KEYWORDS : []
    // What follows a misspelt FROM stands in its stage.
    if (keyword === 'FROM' || (!isKnown && nearest(keyword, guesses) === 'FROM')) stages++
    const early = stages === 0 && keyword !== 'ARG' && isKnown
    const found = early
      ? {
          message: `${keyword} stands before the first FROM`,
          remedy: 'begin with FROM; only ARG may stand before it'
        }
      : (formFault(instruction, escape, guesses) ?? triggerFault(instruction, escape))
    if (found !== undefined) problems.push({ line, ...found })
  }
  const last = instructions.at(-1)
  if (last !== undefined && stages === 0) {
    problems.push({
      line: last.line,
      message: 'the Dockerfile has no FROM',
      remedy: 'write a FROM instruction'
    })
  }
}

/** Whether an instruction is none that is known, and near FROM: its stage then is none, whatever names it. */
export function isMisspeltFrom({ keyword }: Instruction): boolean {
  return !Object.hasOwn(FLAGS, keyword) && nearest(keyword, KEYWORDS) === 'FROM'
}

/** What is wrong with one instruction, and what to do about it. */
export type Fault = Omit<Problem, 'line'>

/** What BuildKit would refuse about the form of one instruction; undefined when it is fine. */
export function formFault(
  instruction: Instruction,
  escape: string,
  guesses: readonly string[] = KEYWORDS
): Fault | undefined {
  const { keyword } = instruction
  const known = Object.hasOwn(FLAGS, keyword) ? FLAGS[keyword] : undefined
  if (known === undefined) {
    const meant = nearest(keyword, guesses)
    const guess = meant === undefined ? '' : `, did you mean ${meant}?`
    const message = keyword === '' ? 'the line is empty' : `unknown instruction ${keyword}${guess}`
    return { message, remedy: 'correct the instruction or continue the line above with the escape character' }
  }
  return flagFault(instruction, known) ?? wordFault(instruction, escape)
}

function flagFault({ keyword, flags, rest }: Instruction, known: readonly string[]): Fault | undefined {
  // BuildKit does not look at flags of these.
  if (keyword === 'ARG' || keyword === 'STOPSIGNAL' || (keyword === 'HEALTHCHECK' && /^none$/i.test(rest)))
    return undefined
  const seen = new Set<string>()
  for (const { name, value } of flags) {
    const many = known.includes(`${name}*`)
    if (!many && !known.includes(name)) {
      return { message: `unknown flag --${name} of ${keyword}`, remedy: 'correct or drop the flag' }
    }
    if (!many && seen.has(name))
      return { message: `the flag --${name} stands twice`, remedy: 'keep one of them' }
    seen.add(name)
    if (SWITCHES.has(name) ? value !== undefined && !/^(?:true|false)$/i.test(value) : value === undefined)
      return { message: `the flag --${name} has no fitting value`, remedy: 'write a value after =' }
  }
  return undefined
}

function wordFault(instruction: Instruction, escape: string): Fault | undefined {
  const { keyword, rest } = instruction
  if (keyword === 'FROM') return fromFault(wordsOf(instruction))
  if (keyword === 'COPY' || keyword === 'ADD') {
    return copyFault(keyword, wordsOf(instruction))
  }
  if (keyword === 'ENV' || keyword === 'LABEL') {
    if (pairs(rest, escape) !== undefined) return undefined
    return { message: `${keyword} needs name=value`, remedy: 'write name=value, with quotes around blanks' }
  }
  if (keyword === 'ARG') {
    const words = quotedWords(rest, escape)
    if (words.length > 0 && words.every(word => !word.startsWith('='))) return undefined
    return { message: 'ARG needs a name', remedy: 'write ARG name or ARG name=default' }
  }
  if (keyword === 'SHELL' && (instruction.json ?? []).length === 0) {
    return { message: 'SHELL is not in JSON form', remedy: 'write SHELL ["program", "argument"]' }
  }
  if (keyword === 'VOLUME' && wordsOf(instruction).length === 0)
    return { message: 'VOLUME names no folder', remedy: 'complete or drop the instruction' }
  if (rest === '' && keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') {
    return { message: `${keyword} has nothing after it`, remedy: 'complete or drop the instruction' }
  }
  return undefined
}

function copyFault(keyword: string, words: readonly string[]): Fault | undefined {
  if (words.length < 2) return { message: `${keyword} needs a source and a destination`, remedy: 'name both' }
  if (heredocWord(words.at(-1) ?? '') === undefined) return undefined
  return { message: `the destination of ${keyword} is a here-document`, remedy: 'name the destination last' }
}

function fromFault(words: readonly string[]): Fault | undefined {
  if (words.length === 1) return undefined
  if (words.length !== 3 || !/^as$/iu.test(words[1] ?? '')) {
    return {
      message: 'FROM takes one word, or three with AS',
      remedy: 'write FROM image or FROM image AS name'
    }
  }
  const name = words[2] ?? ''
  if (STAGE_NAME.test(name.toLowerCase())) return undefined
  return {
    message: `invalid name of a stage: ${name}`,
    remedy: 'begin with a letter; use letters, digits, - _ and .'
  }
}

function triggerFault({ keyword, trigger }: Instruction, escape: string): Fault | undefined {
  if (keyword !== 'ONBUILD' || trigger === undefined) return undefined
  if (['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) {
    return { message: `${trigger.keyword} is not allowed in ONBUILD`, remedy: 'drop the trigger' }
  }
  // Of a trigger BuildKit looks at nothing but the = of these.
  if (!['ENV', 'LABEL'].includes(trigger.keyword) || pairs(trigger.rest, escape) !== undefined)
    return undefined
  if (quotedWords(trigger.rest, escape).some(word => !word.includes('=')))
    return {
      message: `${trigger.keyword} needs name=value`,
      remedy: 'write name=value, with quotes around blanks'
    }
  return undefined
}
