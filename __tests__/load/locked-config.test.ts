import { describe, expect, test } from '@jest/globals'
import type { Lock } from '../../src/freshness/lock.js'
import { lockedConfig } from '../../src/load/locked-config.js'

const PYTHON = 'docker.io/library/python:3.11'
const lockOf = (onbuild: readonly string[], env: readonly string[] = []): Lock => ({
  bases: { [PYTHON]: { 'linux/amd64': { digest: `sha256:${'1'.repeat(64)}`, onbuild, env } } },
  epochs: {}
})

describe('what an external base hands on', () => {
  test('are its variables, all of them', () => {
    const config = lockedConfig(lockOf([], ['A=1', 'B=x=y', 'EMPTY=', 'BARE']), 'python:3.11', 'linux/amd64')
    expect(config).toEqual({ env: { A: '1', B: 'x=y', EMPTY: '', BARE: '' }, complete: true, onbuild: [] })
  })

  test('are its triggers, with their flags, JSON forms and texts', () => {
    const texts = [
      'COPY --chown=1:1 . /app',
      'RUN ["make", "all"]',
      'ENV A=1',
      'COPY --from=docker.io/x:1 /y /'
    ]
    const config = lockedConfig(lockOf(texts), 'python:3.11', 'linux/amd64')
    expect(config?.onbuild.map(trigger => [trigger.keyword, trigger.source])).toEqual(
      texts.map(text => [text.split(' ')[0], text])
    )
    expect(config?.onbuild[0]?.flags).toEqual([{ name: 'chown', value: '1:1' }])
    expect(config?.onbuild[1]?.json).toEqual(['make', 'all'])
  })

  test('is not known without an entry for the platform', () => {
    expect(lockedConfig(lockOf([]), 'python:3.11', 'linux/arm64')).toBeUndefined()
    expect(lockedConfig(lockOf([]), 'python:3.12', 'linux/amd64')).toBeUndefined()
  })

  test.each(['', 'FROM x', 'ONBUILD RUN true', 'RUN true\nRUN false'])(
    'is not known when a trigger is %j, which no image can have',
    text => {
      expect(lockedConfig(lockOf([text]), 'python:3.11', 'linux/amd64')).toBeUndefined()
    }
  )
})
