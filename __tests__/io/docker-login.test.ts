import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { dockerCredentials } from '../../src/io/docker-config.js'
import { writeDockerLogin } from '../../src/io/docker-login.js'

let folder: string
let machine: string
let own: string
const LOGIN = { host: 'registry.example.org', username: 'ann', password: 'pa:ss' }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-login-'))
  machine = join(folder, 'machine')
  own = join(folder, 'own')
  mkdirSync(machine)
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function written(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(own, 'config.json'), 'utf8')) as Record<string, unknown>
}

test('the login holds for its host and those of the machine go on holding', async () => {
  const auth = Buffer.from('bob:word').toString('base64')
  writeFileSync(join(machine, 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }))
  const environment = await writeDockerLogin(own, LOGIN, { DOCKER_CONFIG: machine })
  const credentials = dockerCredentials({ environment })
  expect(await credentials('registry.example.org')).toEqual({
    kind: 'basic',
    username: 'ann',
    password: 'pa:ss'
  })
  expect(await credentials('ghcr.io')).toEqual({ kind: 'basic', username: 'bob', password: 'word' })
})

test('no helper of the machine hides it, and helpers of other hosts stay', async () => {
  const helpers = { 'registry.example.org': 'old', 'other.example.org': 'other' }
  writeFileSync(join(machine, 'config.json'), JSON.stringify({ credsStore: 'desktop', credHelpers: helpers }))
  await writeDockerLogin(own, LOGIN, { DOCKER_CONFIG: machine })
  expect(written()).toMatchObject({ credHelpers: { 'other.example.org': 'other' } })
  expect(written()).not.toHaveProperty('credsStore')
})

test('nobody else can read it, and the configuration of the machine stays as it was', async () => {
  writeFileSync(join(machine, 'config.json'), '{}')
  await writeDockerLogin(own, LOGIN, { DOCKER_CONFIG: machine })
  expect(statSync(own).mode & 0o777).toBe(0o700)
  expect(statSync(join(own, 'config.json')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(machine, 'config.json'), 'utf8')).toBe('{}')
})

test('builders and plugins stay those of the machine', async () => {
  const environment = await writeDockerLogin(own, LOGIN, { DOCKER_CONFIG: machine })
  expect(environment).toEqual({ DOCKER_CONFIG: own, BUILDX_CONFIG: join(machine, 'buildx') })
  expect(written()['cliPluginsExtraDirs']).toEqual([join(machine, 'cli-plugins')])
  const told = await writeDockerLogin(own, LOGIN, { DOCKER_CONFIG: machine, BUILDX_CONFIG: '/elsewhere' })
  expect(told['BUILDX_CONFIG']).toBe('/elsewhere')
})

test('Docker Hub has the name that Docker gives it', async () => {
  const environment = await writeDockerLogin(own, { ...LOGIN, host: 'docker.io' }, { DOCKER_CONFIG: machine })
  expect(await dockerCredentials({ environment })('docker.io')).toMatchObject({ username: 'ann' })
})
