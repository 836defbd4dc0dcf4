import { describe, expect, test } from '@jest/globals'
import {
  IMAGE_UNDER_TEST,
  scriptName,
  smokeArguments,
  smokeDockerfile,
  testHash
} from '../../src/build/smoke.js'

const DIGEST = `sha256:${'1'.repeat(64)}`

describe('the smoke test', () => {
  test('a script is mounted from the build context and run without a shell', () => {
    expect(smokeDockerfile({ kind: 'script', path: 'images/web/smoke.sh' })).toBe(
      'FROM image-under-test\n' +
        'RUN --mount=type=bind,target=/run/base-images ["/run/base-images/smoke.sh"]\n'
    )
  })

  test('a command is run in exec form', () => {
    expect(smokeDockerfile({ kind: 'exec', command: ['/app', '--version', 'a "b" $C'] })).toBe(
      'FROM image-under-test\nRUN ["/app","--version","a \\"b\\" $C"]\n'
    )
  })

  test('no text of a test can begin an instruction of its own', () => {
    const script = smokeDockerfile({ kind: 'script', path: 'a/x\nRUN touch\n.sh' })
    const command = smokeDockerfile({ kind: 'exec', command: ['a\nRUN touch'] })
    for (const text of [script, command]) expect(text.trimEnd().split('\n')).toHaveLength(2)
  })

  test('a script at the root of the repository has its own name', () => {
    expect(scriptName('smoke.sh')).toBe('smoke.sh')
    expect(scriptName('a/b/smoke test.sh')).toBe('smoke test.sh')
  })

  test('runs uncached, on exactly the digest, and keeps nothing', () => {
    const order = {
      dockerfile: '/s/Dockerfile',
      context: '/s/context',
      platform: 'linux/arm64',
      handed: { contextName: IMAGE_UNDER_TEST, reference: `ghcr.io/acme/build@${DIGEST}` }
    }
    expect(smokeArguments(order)).toEqual([
      'build',
      '--progress=plain',
      '--no-cache',
      '--provenance=false',
      '--platform=linux/arm64',
      '--file=/s/Dockerfile',
      '--build-context',
      `${IMAGE_UNDER_TEST}=docker-image://ghcr.io/acme/build@${DIGEST}`,
      '--output=type=cacheonly',
      '/s/context'
    ])
  })

  test('a pass is recorded for one digest and one test', () => {
    const test = { script: 'smoke.sh', mode: '100755', blob: 'a'.repeat(40) }
    const hash = testHash(DIGEST, test)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(testHash(DIGEST, { blob: test.blob, mode: test.mode, script: test.script })).toBe(hash)
    const others = [
      testHash(`sha256:${'2'.repeat(64)}`, test),
      testHash(DIGEST, { ...test, blob: 'b'.repeat(40) }),
      testHash(DIGEST, { ...test, mode: '100644' }),
      testHash(DIGEST, { exec: ['true'] })
    ]
    expect(new Set([hash, ...others]).size).toBe(5)
  })
})
