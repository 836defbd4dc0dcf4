/**
 * Images of the fixtures: FROM scratch and a few bytes, so that a build takes no time.
 *
 *     base ── web ──┐
 *        └── tools ─┴─ api       media (takes a file of common/)
 */
export function fixtureImages(prefix: string): Readonly<Record<string, string | Uint8Array>> {
  return {
    'README.md': 'A repository of the tests.\n',
    'common/helper.txt': 'helper 1\n',
    'images/manifest.yaml': manifest(prefix),
    'images/base/Dockerfile': 'FROM scratch\nCOPY base.txt check /\n',
    'images/base/base.txt': 'base 1\n',
    'images/base/check': endingWith(0),
    'images/web/Dockerfile': `FROM ${prefix}/base\nCOPY web.txt /\n`,
    'images/web/web.txt': 'web 1\n',
    'images/tools/Dockerfile': `FROM ${prefix}/base:latest\nCOPY tools.txt /\n`,
    'images/tools/tools.txt': 'tools 1\n',
    'images/api/Dockerfile': `FROM ${prefix}/web\nCOPY --from=${prefix}/tools /tools.txt /\nCOPY api.txt /\n`,
    'images/api/api.txt': 'api 1\n',
    'images/media/Dockerfile': 'FROM scratch\nCOPY common /common\n'
  }
}

/** All images, and who is built on whom. */
export const PARENTS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  web: ['base'],
  tools: ['base'],
  api: ['tools', 'web'],
  media: []
}

/** The manifest, with the lines of a test under `web:`. */
export function manifest(prefix: string, ofWeb = ''): string {
  return `version: 1
registry: ${prefix}
images:
  base: {}
  web: {${ofWeb}}
  tools: {}
  api: {}
  media: { context: . }
`
}

/**
 * A program that ends with an exit code and does nothing else, as a static ELF file of this machine's architecture: images
 * FROM scratch have no shell. Layout: System V ABI, "ELF header" and "Program header"; one segment, code after the headers.
 */
export function endingWith(code: number): Uint8Array {
  const amd64 = process.arch === 'x64'
  const program = amd64
    ? // mov eax, 60 (exit); mov edi, code; syscall
      Buffer.from([0xb8, 60, 0, 0, 0, 0xbf, code, 0, 0, 0, 0x0f, 0x05])
    : // mov x8, 93 (exit); mov x0, code; svc 0
      Buffer.concat([0xd2800ba8, 0xd2800000 + (code << 5), 0xd4000001].map(word32))
  const headers = 64 + 56
  const address = 0x400000
  const header = Buffer.alloc(headers)
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]) // magic, 64 bit, little endian, version
  header.writeUInt16LE(2, 16) // executable
  header.writeUInt16LE(amd64 ? 62 : 183, 18)
  header.writeUInt32LE(1, 20)
  header.writeBigUInt64LE(BigInt(address + headers), 24) // entry
  header.writeBigUInt64LE(64n, 32) // program headers follow
  header.writeUInt16LE(64, 52)
  header.writeUInt16LE(56, 54)
  header.writeUInt16LE(1, 56)
  header.writeUInt32LE(1, 64) // PT_LOAD
  header.writeUInt32LE(5, 68) // read, execute
  header.writeBigUInt64LE(BigInt(address), 80)
  header.writeBigUInt64LE(BigInt(address), 88)
  header.writeBigUInt64LE(BigInt(headers + program.length), 96)
  header.writeBigUInt64LE(BigInt(headers + program.length), 104)
  header.writeBigUInt64LE(0x1000n, 112)
  return Buffer.concat([header, program])
}

function word32(word: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(word)
  return bytes
}
