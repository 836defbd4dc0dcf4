import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { imageTagSafe, keyTag, testTag, traceTag } from '../../src/build/staging.js'

const hash = '0123456789abcdef'.repeat(4)

test('staging tags name image, platform and what they stand for', () => {
  const short = hash.slice(0, 40)
  expect(keyTag('python-base', 'linux/amd64', hash)).toBe(`python-base-linux-amd64-in-${short}`)
  expect(traceTag('python-base', 'linux/arm/v7', hash)).toBe(`python-base-linux-arm-v7-by-${short}`)
  expect(testTag('web', 'linux/amd64', hash)).toBe(`web-linux-amd64-ok-${short}`)
})

test('any name becomes a tag of the registry grammar, and different names stay different', () => {
  const name = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(keyTag(a, 'linux/arm64/v8', hash)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/)
      if (a !== b) expect(imageTagSafe(a)).not.toBe(imageTagSafe(b))
    })
  )
})
