import { isUtf8 } from 'node:buffer'

/**
 * Decodes a file name as git gives it: UTF-8, and every byte that is no UTF-8 as the lone surrogate U+DC00 + byte, so that
 * no two names become one (the rule of Python's `surrogateescape`, PEP 383).
 */
export function decodePath(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isUtf8(buffer)) return buffer.toString('utf8')
  let text = ''
  for (let at = 0; at < buffer.length;) {
    const length = sequenceLength(buffer, at)
    if (length === 0) {
      text += String.fromCharCode(0xdc00 + (buffer[at] ?? 0))
      at += 1
    } else {
      text += buffer.toString('utf8', at, at + length)
      at += length
    }
  }
  return text
}

/** The bytes of a decoded file name: the inverse of {@link decodePath}. */
export function encodePath(path: string): Buffer {
  if (!/[\udc80-\udcff]/.test(path)) return Buffer.from(path, 'utf8')
  const parts: Buffer[] = []
  for (const character of path) {
    const code = character.codePointAt(0) ?? 0
    parts.push(
      code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character, 'utf8')
    )
  }
  return Buffer.concat(parts)
}

/** Length in bytes of the valid UTF-8 sequence at an offset; 0 when there is none. */
function sequenceLength(buffer: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= buffer.length; length += 1) {
    if (isUtf8(buffer.subarray(at, at + length))) return length
  }
  return 0
}
