import { describe, expect, test } from '@jest/globals'
import { contentId } from '../../src/keys/content-id.js'

const CONFIG = {
  architecture: 'amd64',
  os: 'linux',
  created: '2026-01-05T00:00:00Z',
  history: [{ created: '2026-01-05T00:00:00Z', created_by: 'RUN a' }],
  config: { Env: ['PATH=/bin'], Labels: { created: 'by hand' } },
  rootfs: { type: 'layers', diff_ids: [`sha256:${'1'.repeat(64)}`] }
}
const idOf = (value: unknown): string => contentId(Buffer.from(JSON.stringify(value)))

describe('the content id', () => {
  test('does not see when and how an image was made', () => {
    expect(idOf({ ...CONFIG, created: '2030-01-01T00:00:00Z' })).toBe(idOf(CONFIG))
    expect(idOf({ ...CONFIG, history: [] })).toBe(idOf(CONFIG))
    expect(idOf({ ...CONFIG, created: undefined, history: undefined })).toBe(idOf(CONFIG))
  })

  test('does not see blanks and the order of keys', () => {
    const other = Object.fromEntries(Object.entries(CONFIG).reverse())
    expect(contentId(Buffer.from(JSON.stringify(other, undefined, 4)))).toBe(idOf(CONFIG))
  })

  test('sees everything else', () => {
    const others = [
      { ...CONFIG, architecture: 'arm64' },
      { ...CONFIG, config: { ...CONFIG.config, Env: [] } },
      { ...CONFIG, config: { ...CONFIG.config, Labels: { created: 'otherwise' } } },
      { ...CONFIG, rootfs: { type: 'layers', diff_ids: [`sha256:${'2'.repeat(64)}`] } },
      { ...CONFIG, variant: 'v8' }
    ]
    expect(new Set([CONFIG, ...others].map(idOf)).size).toBe(others.length + 1)
  })

  test.each(['[]', 'null', '"text"', '{', ''])('refuses %j, which is no configuration', text => {
    expect(() => contentId(Buffer.from(text))).toThrow(SyntaxError)
  })
})
