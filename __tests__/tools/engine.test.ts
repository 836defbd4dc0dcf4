import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engineEnvironment, engineStatus, startEngine, stopEngine } from '../../tools/engine/engine.mjs'
import { socketPath } from '../../tools/engine/paths.mjs'
import { EngineProblem } from '../../tools/engine/problem.mjs'
import { debianSources } from '../../tools/engine/standin-sources.mjs'
import { ensureSystemPackages } from '../../tools/engine/system-packages.mjs'

/** Process numbers whose command line holds that text; its words are separated by zeros. */
const processesOf = (text: string): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
      } catch {
        return false
      }
    })

/** No other process waits that long. */
const sleepSeconds = '86461'

/** A context whose build does nothing but wait. It needs no base: this machine's `sleep` and its libraries are enough. */
const sleepingContext = (dir: string): string => {
  const libraries = execFileSync('ldd', ['/bin/sleep'], { encoding: 'utf8' }).match(/\/\S+/g) ?? []
  for (const file of ['/bin/sleep', ...libraries])
    cpSync(file, path.join(dir, file), { dereference: true, recursive: true })
  writeFileSync(
    path.join(dir, 'Dockerfile'),
    `FROM scratch\nCOPY . /\nRUN ["/bin/sleep", "${sleepSeconds}"]\n`
  )
  return dir
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !holds(); tries += 1)
    await new Promise(resolve => setTimeout(resolve, 25))
}

describe('an engine with a folder of its own', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'engine-test-'))
  const options = { name: 'test', dataDir, standIn: 'never' } as const
  // Programs, which take minutes to build, are those of the default engine.
  beforeAll(() => startEngine(options), 600_000)
  afterAll(async () => {
    await stopEngine(options)
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a second start finds what already runs', async () => {
    const [first, second] = [await startEngine(options), await startEngine(options)]
    expect(second.registry.pid).toBe(first.registry.pid)
    expect(second.buildkitd?.pid).toBe(first.buildkitd?.pid)
    expect(second.env).toEqual(first.env)
  })

  test('its environment builds an image and pushes it', async () => {
    const env = await engineEnvironment(options)
    const context = path.join(dataDir, 'context')
    execFileSync('mkdir', ['-p', context])
    writeFileSync(path.join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n')
    const name = `${env.BASE_IMAGES_REGISTRY ?? ''}/hello:1`
    execFileSync(env.BASE_IMAGES_BUILDX ?? '', ['build', '--quiet', '--push', '--tag', name, context], {
      env: { ...process.env, ...env },
      stdio: 'pipe'
    })
    const answer = await fetch(`http://${env.BASE_IMAGES_REGISTRY ?? ''}/v2/hello/tags/list`)
    expect(await answer.json()).toEqual({ name: 'hello', tags: ['1'] })
  })

  test('a killed buildkitd is started again by the next start, the registry stays', async () => {
    const before = await startEngine(options)
    process.kill(before.buildkitd?.pid ?? 0, 'SIGKILL')
    const after = await startEngine(options)
    expect(after.buildkitd?.pid).not.toBe(before.buildkitd?.pid)
    expect(after.registry.pid).toBe(before.registry.pid)
    expect((await engineStatus(options)).buildkitd?.answers).toBe(true)
  })

  test('a build that outlives its killed daemon is ended by stop, its mounts are gone', async () => {
    const { env, buildkitd } = await startEngine(options)
    const context = sleepingContext(path.join(dataDir, 'sleeper'))
    const build = spawn(env.BASE_IMAGES_BUILDX ?? '', ['build', context], { env: { ...process.env, ...env } })
    await until(() => processesOf('/bin/sleep\0' + sleepSeconds).length === 1)
    process.kill(buildkitd?.pid ?? 0, 'SIGKILL')
    await stopEngine(options)
    build.kill()
    expect(processesOf('/bin/sleep\0' + sleepSeconds)).toEqual([])
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(dataDir)
  })

  test('a process file of another process with that number is not taken for a daemon', async () => {
    const { registry } = await startEngine(options)
    const file = path.join(dataDir, 'registry', 'registry.pid.json')
    const record = JSON.parse(readFileSync(file, 'utf8'))
    await stopEngine(options)
    writeFileSync(file, JSON.stringify({ ...record, process: { ...record.process, pid: process.pid } }))
    const after = await startEngine(options)
    expect(after.registry.pid).not.toBe(process.pid)
    expect(after.registry.host).toBe(registry.host)
  })

  test('stop leaves no process behind and env then says how to start', async () => {
    await startEngine(options)
    expect(processesOf(dataDir)).toHaveLength(2)
    expect(await stopEngine(options)).toEqual({ registry: true, buildkitd: true })
    expect(processesOf(dataDir)).toEqual([])
    expect(await stopEngine(options)).toEqual({ registry: false, buildkitd: false })
    await expect(engineEnvironment(options)).rejects.toThrow(/not running.*make engine/)
  })
})

describe('system packages', () => {
  test('what is missing is named in one message with the command that installs it', async () => {
    const ensured = ensureSystemPackages({
      programs: ['runc', 'mmdebstrap', 'xz'],
      searchPath: '/nonexistent',
      asRoot: null
    })
    await expect(ensured).rejects.toThrow(EngineProblem)
    await expect(ensured).rejects.toThrow(
      "Missing: runc, mmdebstrap, xz. Install with: sudo sh -c 'apt-get update && " +
        "apt-get install -y --no-install-recommends mmdebstrap runc xz-utils'"
    )
  })

  test('nothing happens when everything is there', async () => {
    await expect(ensureSystemPackages({ programs: ['tar'], asRoot: null })).resolves.toBeUndefined()
  })
})

describe('sources of the stand-in', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'apt-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the archives of this machine are used, in both of apt’s formats', async () => {
    execFileSync('mkdir', ['-p', path.join(folder, 'sources.list.d')])
    writeFileSync(
      path.join(folder, 'sources.list'),
      '# a mirror\ndeb [signed-by=/k.gpg] http://near.example/debian bookworm main contrib\n'
    )
    writeFileSync(
      path.join(folder, 'sources.list.d', 'security.sources'),
      'Types: deb\nURIs: http://near.example/security\nSuites: bookworm-security\nComponents: main\n'
    )
    expect(await debianSources(folder)).toBe(
      'deb http://near.example/debian bookworm main\n' +
        'deb http://deb.debian.org/debian bookworm-updates main\n' +
        'deb http://near.example/security bookworm-security main\n'
    )
  })
})

describe('the path of a socket', () => {
  test('it stays below the limit of the system in a deep folder', () => {
    const deep = `/${'deep/'.repeat(30)}`
    expect(Buffer.byteLength(socketPath(deep, 'buildkitd.sock'))).toBeLessThan(108)
    expect(socketPath(deep, 'buildkitd.sock')).not.toBe(socketPath(`${deep}er`, 'buildkitd.sock'))
  })
})
