import { describe, expect, test } from '@jest/globals'
import { normalisePlatform } from '../../src/dockerfile/platform.js'

describe('a platform', () => {
  test.each([
    ['linux/amd64', 'linux/amd64'],
    ['Linux/AMD64', 'linux/amd64'],
    ['amd64', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['linux/x86-64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v2', 'linux/amd64/v2'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/arm64/v9', 'linux/arm64/v9'],
    ['linux/arm64/v81', 'linux/arm64/v81'],
    ['linux/arm64/xv8', 'linux/arm64/xv8'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm/v8', 'linux/arm/v8'],
    ['linux/armhf', 'linux/arm/v7'],
    ['linux/armel', 'linux/arm/v6'],
    ['linux/i386', 'linux/386'],
    ['linux/i486', 'linux/386'],
    ['linux/i586', 'linux/386'],
    ['linux/i686', 'linux/386'],
    ['macos/arm64', 'darwin/arm64'],
    ['windows/amd64', 'windows/amd64']
  ])('%s is %s', (written, expected) => {
    expect(normalisePlatform(written)).toBe(expected)
  })
})
