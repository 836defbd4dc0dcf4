import { describe, expect, test } from '@jest/globals'
import { choice, readJobs, readPlatforms } from '../../src/action/jobs.js'
import { readSecretLines } from '../../src/action/secrets.js'
import { packResults, unpackResults } from '../../src/action/transport.js'
import { mixedResults, result } from '../report/samples.js'

const giving =
  (values: Readonly<Record<string, string>>) =>
  (name: string): string =>
    values[name] ?? ''

describe('how builds are dealt out to jobs', () => {
  test('is by levels, on all platforms and the runners of the manifest, when nothing is said', () => {
    expect(readJobs(giving({}))).toEqual({ strategy: 'levels', runners: {} })
    expect(readPlatforms(giving({}))).toBeUndefined()
  })

  test('takes lists with commas or line breaks', () => {
    const inputs = {
      strategy: 'auto',
      platforms: 'linux/amd64, linux/arm/v7',
      runners: 'linux/amd64=big_runner\nlinux/arm64=ubuntu-24.04-arm'
    }
    expect(readJobs(giving(inputs))).toEqual({
      strategy: 'auto',
      runners: { 'linux/amd64': 'big_runner', 'linux/arm64': 'ubuntu-24.04-arm' }
    })
    expect(readPlatforms(giving(inputs))).toEqual(['linux/amd64', 'linux/arm/v7'])
  })

  test.each([
    ['strategy', 'chains'],
    ['platforms', 'amd64'],
    ['platforms', 'linux/amd64;rm'],
    ['runners', 'linux/amd64'],
    ['runners', 'linux/amd64=a=b'],
    ['runners', 'linux/amd64=${{secrets.x}}']
  ])('an input %s of %j is an error that names it', (name, value) => {
    const read = name === 'platforms' ? readPlatforms : readJobs
    expect(() => read(giving({ [name]: value }))).toThrow(`input ${name}: expected`)
  })

  test('a word that is none of two is an error', () => {
    expect(choice(giving({}), 'store', ['registry', 'folder'])).toBe('registry')
    expect(choice(giving({ store: 'folder' }), 'store', ['registry', 'folder'])).toBe('folder')
    expect(() => choice(giving({ store: 'Folder' }), 'store', ['registry', 'folder'])).toThrow(
      'input store: expected registry or folder, found "Folder"'
    )
  })
})

describe('build secrets', () => {
  test('are lines of a name and everything behind the first equals sign', () => {
    const lines = 'PIP_TOKEN=a=b \n\n# a comment\r\nEMPTY=\r\n'
    expect([...readSecretLines(lines)]).toEqual([
      ['PIP_TOKEN', 'a=b '],
      ['EMPTY', '']
    ])
  })

  test('that cannot be read are told by their line, never by their text', () => {
    for (const wrong of ['hunter2', '=hunter2', 'A B=hunter2', '1A=hunter2', 'a-b=hunter2']) {
      const read = (): unknown => readSecretLines(`OK=1\n${wrong}`)
      expect(read).toThrow('line 2')
      expect(read).not.toThrow('hunter2')
    }
  })

  test.each([
    'PATH',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'GITHUB_TOKEN',
    'DOCKER_CONFIG',
    'BUILDX_BUILDER',
    'https_proxy',
    'INPUT_PLAN'
  ])('cannot set %s, which programs read', name => {
    expect(() => readSecretLines(`${name}=x`)).toThrow(`sets ${name}, which programs read`)
  })

  test('have one value each', () => {
    expect(() => readSecretLines('A=1\nA=2')).toThrow('line 2 sets A again')
  })
})

describe('results that travel', () => {
  test('arrive as they were, those of several jobs together', () => {
    const packed = [packResults(mixedResults()), '', 'none', packResults([result('other')])].join(' ')
    expect(unpackResults(packed)).toEqual([...mixedResults(), result('other')])
    expect(unpackResults('none')).toEqual([])
  })

  test('of very many images lose digests and findings, never an image or how it ended', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      result(`image-${at}`, {
        digest: `sha256:${String(at * 7919).padStart(64, '0')}`,
        parents: { p: `sha256:${String(at * 104_729).padStart(64, '1')}` }
      })
    )
    const states = (results: typeof many): readonly unknown[] => results.map(each => [each.image, each.state])
    const packed = packResults(many)
    expect(packed.length).toBeLessThanOrEqual(40 * 1024)
    expect(states([...unpackResults(packed)])).toEqual(states(many))
  })

  test('are not something else', () => {
    expect(() => unpackResults('!!!')).toThrow('input results: expected')
  })
})
