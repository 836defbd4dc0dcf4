import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { suggestedCommand } from '../../src/diagnostics/suggested.js'
import { readOptions } from '../../src/cli/options.js'

const GIVEN = {
  plan: 'plan.json',
  manifest: 'other/manifest.yaml',
  base: 'origin/main~5',
  head: 'HEAD^',
  registry: 'localhost:5000/try',
  platforms: ['linux/amd64', 'linux/386'],
  images: ['web', 'api'],
  all: true,
  rebuild: true,
  also: ['v1']
}

/** What a shell makes of a command that is pasted into it. */
function wordsOf(command: string): readonly string[] {
  const script = `suggested() { printf '%s\\0' "$@"; }; suggested ${command.replace('base-images ', '')}`
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

describe('a suggested command', () => {
  test('without options is the command alone', () => {
    expect(suggestedCommand('build', { images: [], all: false, rebuild: false })).toBe('base-images build')
  })

  test('repeats what was given', () => {
    expect(suggestedCommand('build', { registry: 'localhost:5000/try', images: ['web'] })).toBe(
      'base-images build --registry localhost:5000/try --image web'
    )
  })

  test.each(['plan', 'build', 'release', 'clean', 'lock'] as const)(
    '%s gets only options that it takes, and those mean what they meant',
    command => {
      const [name, ...args] = wordsOf(suggestedCommand(command, GIVEN))
      expect(name).toBe(command)
      const read = readOptions(command, args)
      expect(read.manifest).toBe(GIVEN.manifest)
      if (command === 'lock') return
      expect(read).toMatchObject({ head: GIVEN.head, registry: GIVEN.registry })
      if (command === 'clean') expect(read.also).toEqual(GIVEN.also)
      else expect(read.platforms).toEqual(GIVEN.platforms)
      if (command === 'plan' || command === 'build') {
        const { base, images, all, rebuild } = GIVEN
        expect(read).toMatchObject({ base, images, all, rebuild })
      }
    }
  )

  test.each([
    '$(touch /tmp/x)',
    'a b',
    "it's",
    '; exit 1',
    '`id`',
    '*',
    '~',
    '--all',
    '',
    'a\\b',
    'a"b',
    '#a',
    '=a'
  ])('is safe to paste whatever stands in it: %j', value => {
    const args = wordsOf(suggestedCommand('plan', { base: value, head: value }, [value])).slice(1)
    expect(args.at(-1)).toBe(value)
    expect(readOptions('plan', args.slice(0, -1))).toMatchObject({ base: value, head: value })
  })
})
