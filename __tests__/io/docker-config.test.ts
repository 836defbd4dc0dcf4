import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { dockerCredentials } from '../../src/io/docker-config.js'
import type { Credentials } from '../../src/io/registry-auth.js'

let folder: string
let said: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-config-'))
  said = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const auth = (text: string): { auth: string } => ({ auth: Buffer.from(text).toString('base64') })

async function credentials(config: unknown): Promise<Credentials> {
  if (config !== undefined) {
    await writeFile(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  }
  const say = (text: string): void => void said.push(text)
  return dockerCredentials({
    environment: { DOCKER_CONFIG: folder, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    log: { info: say, warn: say, error: say, group: say }
  })
}

async function helper(name: string, script: string): Promise<void> {
  const path = join(folder, `docker-credential-${name}`)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
}

describe('logins in the file', () => {
  test('are found by host, however their key is written', async () => {
    const look = await credentials({
      auths: {
        'https://index.docker.io/v1/': auth('hub:h:w'),
        'ghcr.io': auth('cat:secret'),
        'https://registry.lan:5000/v2/': auth('dog:bone'),
        'token.lan': { identitytoken: 'refresh' }
      }
    })
    expect(await look('docker.io')).toEqual({ kind: 'basic', username: 'hub', password: 'h:w' })
    expect(await look('ghcr.io')).toEqual({ kind: 'basic', username: 'cat', password: 'secret' })
    expect(await look('registry.lan:5000')).toEqual({ kind: 'basic', username: 'dog', password: 'bone' })
    expect(await look('token.lan')).toEqual({ kind: 'identity-token', token: 'refresh' })
    expect(await look('registry.lan')).toBeUndefined()
    expect(await look('evil-ghcr.io')).toBeUndefined()
  })

  test('that cannot be read count as none and are told', async () => {
    expect(await (await credentials(undefined))('ghcr.io')).toBeUndefined()
    expect(said).toEqual([])
    expect(await (await credentials('{"auths": secret'))('ghcr.io')).toBeUndefined()
    expect(said).toEqual([`${folder}/config.json is not valid JSON; going on without logins.`])
  })
})

describe('credential helpers', () => {
  test('get the host on standard input and answer with a login, asked once', async () => {
    await helper(
      'shop',
      `read host; echo "$1 $host" >> ${folder}/asked; echo '{"Username":"u","Secret":"s"}'`
    )
    const look = await credentials({ credHelpers: { 'ghcr.io': 'shop' } })
    expect(await look('ghcr.io')).toEqual({ kind: 'basic', username: 'u', password: 's' })
    await look('ghcr.io')
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('get ghcr.io\n')
  })

  test('for all hosts know Docker Hub by its old name and may give refresh tokens', async () => {
    await helper('store', 'read host; echo "{\\"Username\\":\\"<token>\\",\\"Secret\\":\\"for $host\\"}"')
    const look = await credentials({ credsStore: 'store' })
    expect(await look('docker.io')).toEqual({
      kind: 'identity-token',
      token: 'for https://index.docker.io/v1/'
    })
  })

  test('without a login leave it to the file, silently', async () => {
    await helper('empty', 'echo "credentials not found in native keychain"; exit 1')
    const look = await credentials({ credsStore: 'empty', auths: { 'ghcr.io': auth('cat:secret') } })
    expect(await look('ghcr.io')).toEqual({ kind: 'basic', username: 'cat', password: 'secret' })
    expect(said).toEqual([])
  })

  test('that fail or are missing are told without what they said', async () => {
    await helper('broken', 'echo "secret-of-helper" >&2; exit 3')
    const look = await credentials({
      credHelpers: { 'a.lan': 'broken', 'b.lan': 'absent', 'c.lan': '../../bin/sh' }
    })
    for (const host of ['a.lan', 'b.lan', 'c.lan']) expect(await look(host)).toBeUndefined()
    expect(said).toEqual([
      'docker-credential-broken failed; going on without a login for a.lan.',
      'docker-credential-absent cannot be started; going on without a login for b.lan.',
      'Credential helper "../../bin/sh" has no valid name; going on without it.'
    ])
  })
})
