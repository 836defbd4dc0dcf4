import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RegistryError } from '../../src/io/registry-error.js'
import { client, faultyServer, quickClock, type FaultyServer } from './registry-rig.js'

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const body = Buffer.from('{"schemaVersion":2}')
const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
const good = {
  'content-type': MANIFEST,
  'docker-content-digest': digest,
  'content-length': String(body.length)
}

let server: FaultyServer
let repository: string
beforeEach(async () => {
  server = await faultyServer()
  repository = `${server.host}/acme/x`
})
afterEach(() => server.stop())

const failure = (promise: Promise<unknown>): Promise<RegistryError> =>
  promise.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error as RegistryError
  )

describe('a fault that passes', () => {
  test('an internal error is waited out with growing waits', async () => {
    const clock = quickClock()
    server.answer = (_, response, count) =>
      count < 4 ? response.writeHead(500).end() : response.writeHead(200, good).end(body)
    expect((await client({ clock }).manifest(repository, 'latest'))?.descriptor.digest).toBe(digest)
    expect(clock.waits).toEqual([1000, 2000, 4000])
  })

  test('a rate limit is waited for as long as it asks', async () => {
    const clock = quickClock()
    server.answer = (_, response, count) =>
      count === 1
        ? response.writeHead(429, { 'retry-after': '7' }).end()
        : response.writeHead(200, good).end(body)
    await client({ clock }).manifest(repository, 'latest')
    expect(clock.waits).toEqual([7000])
  })

  test.each<[string, FaultyServer['answer']]>([
    ['a connection that is reset', request => request.socket.resetAndDestroy()],
    [
      'a body that breaks off',
      (request, response) => {
        response.writeHead(200, good).write(body.subarray(0, 5))
        setTimeout(() => request.socket.destroy(), 20)
      }
    ],
    ['bytes without their digest', (_, response) => response.writeHead(200, good).end('{"schemaVersion":3}')],
    ['an answer that is no HTTP', request => request.socket.end('SMTP ready\r\n\r\n')]
  ])('%s is tried again', async (_, fault) => {
    server.answer = (request, response, count) =>
      count === 1 ? fault(request, response, count) : response.writeHead(200, good).end(body)
    expect(Buffer.from((await client().manifest(repository, digest))!.bytes).equals(body)).toBe(true)
    expect(server.seen).toHaveLength(2)
  })

  test('a server that says nothing is given up after the time limit and tried again', async () => {
    server.answer = (_, response, count) => {
      if (count > 1) response.writeHead(200, good).end(body)
    }
    await client({ limits: { connect: 1000, idle: 500 } }).manifest(repository, 'latest')
    expect(server.seen).toHaveLength(2)
  })

  test.each(['z"tags":["a"]}', '[]'])('a list of tags that is %s is read again', async first => {
    server.answer = (_, response, count) =>
      response.writeHead(200).end(count === 1 ? first : '{"tags":["a"]}')
    expect(await client().tags(repository)).toEqual(['a'])
    expect(server.seen).toHaveLength(2)
  })

  test('a rate limit of no time at all is asked once more at once, then after the usual waits', async () => {
    const clock = quickClock()
    server.answer = (_, response) => response.writeHead(429, { 'retry-after': '0' }).end()
    await failure(client({ clock }).manifest(repository, 'latest'))
    expect(clock.waits).toEqual([0, 2000, 4000, 8000])
  })

  test('a failure that stays is given up after a quarter of an hour, however long the registry asks to wait', async () => {
    const clock = quickClock()
    server.answer = (_, response) => response.writeHead(429, { 'retry-after': '290' }).end()
    await failure(client({ clock }).manifest(repository, 'latest'))
    expect(clock.waits).toEqual([290_000, 290_000, 290_000])
  })

  test('an upload that the registry forgot starts anew', async () => {
    let uploads = 0
    server.answer = (request, response) => {
      request.resume()
      if (request.method === 'HEAD') response.writeHead(404).end()
      else if (request.method === 'POST') {
        uploads += 1
        response.writeHead(202, { location: `/v2/acme/x/blobs/uploads/${String(uploads)}` }).end()
      } else if (uploads === 1) response.writeHead(404).end('{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}')
      else response.writeHead(201).end()
    }
    await client().putBlob(repository, body)
    expect(server.seen.filter(line => line.startsWith('PUT'))).toEqual([
      `PUT /v2/acme/x/blobs/uploads/1?digest=${encodeURIComponent(digest)}`,
      `PUT /v2/acme/x/blobs/uploads/2?digest=${encodeURIComponent(digest)}`
    ])
  })
})

describe('a fault that stays', () => {
  test('wrong bytes are never accepted', async () => {
    server.answer = (_, response) => response.writeHead(200, good).end('{"schemaVersion":3}')
    const error = await failure(client().manifest(repository, 'latest'))
    expect(error).toMatchObject({ code: 'DIGEST' })
    expect(error.message).toContain('sent bytes that do not have their digest while reading latest (5 tries)')
  })

  test('a refusal is tried twice and says which right is missing', async () => {
    server.answer = (_, response) =>
      response.writeHead(403).end('{"errors":[{"code":"DENIED","message":"write\\u001b[31m needed"}]}')
    const error = await failure(client().putManifest(repository, 'latest', MANIFEST, body))
    expect(server.seen).toHaveLength(2)
    expect(error).toMatchObject({ status: 403, code: 'DENIED', repository, host: server.host })
    expect(error.message).toBe(
      `${repository}: ${server.host} refuses the right to push (403) while writing latest (2 tries). ` +
        'It says: "write [31m needed". The account or token needs the right to push there.'
    )
  })

  test('a manifest above 4 MiB is not read to its end', async () => {
    server.answer = (_, response) =>
      response.writeHead(200, { 'content-type': MANIFEST }).end(Buffer.alloc(5_000_000))
    const error = await failure(client().manifest(repository, 'latest'))
    expect(error).toMatchObject({ code: 'TOO_LARGE' })
    expect(server.seen).toHaveLength(1)
  })

  test('a registry that answers with another digest than it was given is not believed', async () => {
    server.answer = (request, response) => {
      request.resume()
      response.writeHead(201, { 'docker-content-digest': `sha256:${'0'.repeat(64)}` }).end()
    }
    expect(await failure(client().putManifest(repository, 'latest', MANIFEST, body))).toMatchObject({
      code: 'DIGEST'
    })
  })

  test('tags that go on at another host are not followed', async () => {
    server.answer = (_, response) =>
      response.writeHead(200, { link: '<http://127.0.0.2:1/v2/x>; rel="next"' }).end('{"tags":["a"]}')
    expect((await failure(client().tags(repository))).message).toContain('lists tags at another host')
  })
})

describe('logins', () => {
  const login = { kind: 'basic', username: 'user', password: 'secret-password' } as const
  const basic = `Basic ${Buffer.from('user:secret-password').toString('base64')}`
  const withToken: FaultyServer['answer'] = (request, response) => {
    if (request.url?.startsWith('/token') === true) {
      const asked = new URL(request.url, 'http://x').searchParams.getAll('scope').join(' ')
      response.end(JSON.stringify({ token: Buffer.from(asked).toString('base64url'), expires_in: 300 }))
    } else if (request.headers.authorization?.startsWith('Bearer ') !== true) {
      const challenge = `Bearer realm="http://${server.host}/token",service="a,b \\"c\\"",scope="repository:acme/x:pull"`
      response.writeHead(401, { 'www-authenticate': challenge }).end()
    } else
      response.writeHead(request.method === 'PUT' ? 201 : 200, good).end(request.method === 'PUT' ? '' : body)
  }

  test('a token is asked for once for each scope, with the login, and then sent at once', async () => {
    server.answer = withToken
    const registry = client({
      credentials: host => Promise.resolve(host === server.host ? login : undefined)
    })
    await registry.manifest(repository, 'one')
    await registry.manifest(repository, 'two')
    await registry.putManifest(repository, 'three', MANIFEST, body)
    expect(server.seen).toEqual([
      'GET /v2/acme/x/manifests/one',
      'GET /token?service=a%2Cb+%22c%22&scope=repository%3Aacme%2Fx%3Apull',
      'GET /v2/acme/x/manifests/one',
      'GET /v2/acme/x/manifests/two',
      'GET /token?service=a%2Cb+%22c%22&scope=repository%3Aacme%2Fx%3Apull%2Cpush',
      'PUT /v2/acme/x/manifests/three'
    ])
    expect(server.authorizations.filter(header => header === basic)).toHaveLength(2)
  })

  test('a token is asked for again when its time is over', async () => {
    server.answer = withToken
    const clock = quickClock()
    const registry = client({ clock })
    await registry.manifest(repository, 'one')
    await clock.sleep(400_000)
    await registry.manifest(repository, 'one')
    expect(server.seen.filter(line => line.includes('/token'))).toHaveLength(2)
  })

  test('mounting asks for the right to read the other repository too', async () => {
    server.answer = (request, response, count) => {
      request.resume()
      const authorized = request.headers.authorization?.startsWith('Bearer ') === true
      if (request.method === 'HEAD' && authorized) response.writeHead(404).end()
      else if (request.method === 'POST' && authorized) response.writeHead(201).end()
      else withToken(request, response, count)
    }
    const blob = { mediaType: '', digest, size: body.length }
    expect(await client().copyBlob(`${server.host}/acme/from`, repository, blob)).toBe('mounted')
    expect(server.seen).toContain(
      'GET /token?service=a%2Cb+%22c%22&scope=repository%3Aacme%2Fx%3Apull%2Cpush&scope=repository%3Aacme%2Ffrom%3Apull'
    )
  })

  test('a token whose time is over when a blob is streamed is replaced, and the blob sent anew', async () => {
    const source = await faultyServer()
    source.answer = (_, response) => response.writeHead(200).end(body)
    let streams = 0
    server.answer = (request, response, count) => {
      request.resume()
      const authorized = request.headers.authorization?.startsWith('Bearer ') === true
      if (request.url?.startsWith('/token') === true || !authorized) withToken(request, response, count)
      else if (request.method === 'HEAD') response.writeHead(404).end()
      else if (request.method === 'POST')
        response.writeHead(202, { location: '/v2/acme/x/blobs/uploads/1' }).end()
      else {
        streams += 1
        // The token that was taken a moment ago is not any more.
        const challenge = `Bearer realm="http://${server.host}/token"`
        if (streams === 1) response.writeHead(401, { 'www-authenticate': challenge }).end()
        else response.writeHead(201).end()
      }
    }
    const blob = { mediaType: '', digest, size: body.length }
    const copied = await client()
      .copyBlob(`${source.host}/acme/from`, repository, blob)
      .finally(() => source.stop())
    expect(copied).toBe('copied')
    expect(streams).toBe(2)
    expect(source.seen).toHaveLength(2)
  })

  test('a registry with Basic gets the login after it asked', async () => {
    server.answer = (request, response) =>
      request.headers.authorization === basic
        ? response.writeHead(200, good).end(body)
        : response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    const registry = client({ credentials: () => Promise.resolve(login) })
    expect((await registry.manifest(repository, 'latest'))?.descriptor.digest).toBe(digest)
    expect(server.authorizations).toEqual([undefined, basic])
  })

  test('without a login the error says how to log in', async () => {
    server.answer = (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    const error = await failure(client().manifest(repository, 'latest'))
    expect(error.message).toContain(`Log in first: docker login ${server.host}.`)
    expect(server.seen).toHaveLength(1)
  })

  test('a wrong login ends at once and is never part of the error', async () => {
    server.answer = (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    const error = await failure(
      client({ credentials: () => Promise.resolve(login) }).manifest(repository, 'latest')
    )
    expect(error).toMatchObject({ status: 401 })
    expect(JSON.stringify(error) + error.message + String(error.stack)).not.toMatch(
      /secret-password|Basic dX/
    )
  })

  test('a login service that refuses is named with its words', async () => {
    server.answer = (request, response, count) => {
      if (request.url?.startsWith('/token') === true) {
        response.writeHead(403).end('{"errors":[{"code":"DENIED","message":"requested access is denied"}]}')
      } else withToken(request, response, count)
    }
    const error = await failure(client().manifest(repository, 'latest'))
    expect(error).toMatchObject({ status: 403, code: 'DENIED' })
    expect(error.message).toContain('requested access is denied')
  })

  test('storage behind a redirect gets neither login nor token', async () => {
    const storage = await faultyServer()
    storage.answer = (_, response) => response.writeHead(200).end(body)
    server.answer = (request, response, count) => {
      if (request.url?.includes('/blobs/') === true && request.headers.authorization !== undefined) {
        response.writeHead(307, { location: `http://${storage.host}/bucket/blob?signature=1` }).end()
      } else withToken(request, response, count)
    }
    const registry = client({ credentials: () => Promise.resolve(login) })
    expect(Buffer.from((await registry.blob(repository, digest))!).equals(body)).toBe(true)
    expect(storage.seen).toEqual(['GET /bucket/blob?signature=1'])
    expect(storage.authorizations).toEqual([undefined])
    await storage.stop()
  })

  test('an upload that is sent to another host goes there without login and token', async () => {
    const storage = await faultyServer()
    storage.answer = (request, response) => {
      request.resume()
      response.writeHead(201).end()
    }
    server.answer = (request, response, count) => {
      request.resume()
      const authorized = request.headers.authorization !== undefined
      if (request.method === 'HEAD' && authorized) response.writeHead(404).end()
      else if (request.method === 'POST' && authorized) {
        response.writeHead(202, { location: `http://${storage.host}/up?state=1` }).end()
      } else withToken(request, response, count)
    }
    await client({ credentials: () => Promise.resolve(login) }).putBlob(repository, body)
    expect(storage.seen).toEqual([`PUT /up?state=1&digest=${encodeURIComponent(digest)}`])
    expect(storage.authorizations).toEqual([undefined])
    await storage.stop()
  })
})
