import { gzipSync } from 'node:zlib'

/** One entry of an archive: a file with its text, a folder, or a link with its target. */
export interface TarEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link'
  readonly text?: string
  readonly mode?: number
}

const BLOCK = 512
const TYPES = { file: '0', folder: '5', link: '2' }

/** A ustar archive; the times in it are fixed, so equal entries give equal bytes. */
export function tarOf(entries: readonly TarEntry[], compressed: boolean): Uint8Array {
  const parts = entries.flatMap(entry => {
    const body = Buffer.from(entry.kind === 'file' ? (entry.text ?? '') : '')
    const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)
    return [header(entry, body.length), body, padding]
  })
  const archive = Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
  return compressed ? gzipSync(archive) : archive
}

function header(entry: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`
  block.write(entry.name, 0, 100)
  block.write(octal(entry.mode ?? (entry.kind === 'folder' ? 0o755 : 0o644), 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(946_684_800, 12), 136)
  block.write('        ', 148)
  block.write(TYPES[entry.kind], 156)
  if (entry.kind === 'link') block.write(entry.text ?? '', 157, 100)
  block.write('ustar\u000000', 257)
  block.write(
    octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7
    ),
    148
  )
  return block
}
