import { expect, test } from '@jest/globals'
import { mayApply } from '../../src/lint/markers.js'

test.each([
  ['', true],
  ['sys_platform == "win32"', false],
  ["sys_platform == 'linux' and os_name != 'posix'", false],
  ['sys_platform == "win32" or platform_machine == "x86_64"', true],
  ['platform_machine == "aarch64"', false],
  ['(sys_platform == "win32" or os_name == "nt") and python_version < "3.12"', false],
  ['python_version < "3"', true],
  ['extra == "dev"', false],
  ['"win32" == sys_platform', false],
  ['nonsense', true],
  ['sys_platform == "win32" )', true],
  ['('.repeat(1999), true],
  [`${'('.repeat(1e6)}`, true]
])('%j may hold on linux/amd64: %s', (marker, holds) => {
  expect(mayApply(marker, 'linux/amd64')).toBe(holds)
})
