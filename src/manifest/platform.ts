import { labelOf, quoted, wrong, wrongKey } from './fields.js'
import type { Field, Reader } from './fields.js'
import { readAnyText } from './readers.js'
import type { Platform } from './types.js'

/** Platforms in the one form that BuildKit gives them, so that one platform has one name. */
const PLATFORM =
  /^(?:linux|windows|freebsd)\/(?:386|amd64(?:\/v[234])?|arm\/v[5-8]|arm64(?:\/v9)?|loong64|mips64(?:le)?|ppc64le|riscv64|s390x)$/

/** Other names of platforms with the usual one (containerd `platforms.Normalize`). */
const OTHER_NAMES: Readonly<Record<string, Platform>> = {
  amd64: 'linux/amd64',
  arm64: 'linux/arm64',
  x86_64: 'linux/amd64',
  aarch64: 'linux/arm64',
  'linux/x86_64': 'linux/amd64',
  'linux/x86-64': 'linux/amd64',
  'linux/amd64/v1': 'linux/amd64',
  'linux/aarch64': 'linux/arm64',
  'linux/arm64/v8': 'linux/arm64',
  'linux/i386': 'linux/386',
  'linux/arm': 'linux/arm/v7',
  'linux/armhf': 'linux/arm/v7'
}

/** Reads a platform such as `linux/amd64` or `linux/arm/v7`. */
export const readPlatform: Reader<Platform> = field => {
  const text = readAnyText(field)
  return text === undefined || PLATFORM.test(text) ? text : wrongPlatform(field, text, wrong)
}

/** Whether a key is a platform; reports it when not. */
export function checkPlatformKey(key: string, field: Field): boolean {
  if (PLATFORM.test(key)) return true
  wrongPlatform(field, key, wrongKey)
  return false
}

function wrongPlatform(field: Field, text: string, report: typeof wrong): undefined {
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a platform such as linux/amd64 or linux/arm/v7`
  const usual = Object.hasOwn(OTHER_NAMES, text) ? OTHER_NAMES[text] : undefined
  return report(field, 'M010', message, `Write ${usual ?? 'os/architecture, or os/architecture/variant'}`)
}
