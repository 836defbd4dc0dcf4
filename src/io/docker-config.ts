import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isObject } from '../keys/json.js'
import type { Log } from '../ports.js'
import { run } from './process.js'
import type { Credential, Credentials } from './registry-auth.js'
import { codeOf } from './thrown.js'

/** Where Docker's configuration is looked for. */
export interface DockerConfigOptions {
  /** The process's environment: `DOCKER_CONFIG` names the folder, `PATH` has the credential helpers. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log?: Log
}

interface DockerConfig {
  readonly auths: Readonly<Record<string, unknown>>
  readonly credHelpers: Readonly<Record<string, unknown>>
  readonly credsStore?: string
}

const DOCKER_HUB = 'https://index.docker.io/v1/'
const HELPER_TIME = 30_000
/** Helpers are programs `docker-credential-<name>`; a name with a path in it would start something else. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
/** The user name by which helpers say that the secret is a refresh token (docker/docker-credential-helpers). */
const TOKEN_USER = '<token>'

/**
 * Looks logins up as `docker login` keeps them: a helper of the host, the general helper, then `auths` of `config.json`.
 * Each host is looked up once. A file or helper that cannot be used is told by a warning and counts as no login; no
 * secret is ever part of a message.
 */
export function dockerCredentials(options: DockerConfigOptions): Credentials {
  let config: Promise<DockerConfig> | undefined
  const found = new Map<string, Promise<Credential | undefined>>()
  return host => {
    config ??= readConfig(options)
    const known = found.get(host)
    if (known !== undefined) return known
    const looking = config.then(read => lookUp(read, host, options))
    found.set(host, looking)
    return looking
  }
}

/** The folder of Docker's configuration: the one that `DOCKER_CONFIG` names, else `.docker` of the user. */
export function dockerFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const folder = environment['DOCKER_CONFIG'] ?? ''
  return folder === '' ? join(homedir(), '.docker') : folder
}

/** The name under which Docker keeps the login of a registry host. */
export function serverOf(host: string): string {
  return host === 'docker.io' ? DOCKER_HUB : host
}

async function readConfig(options: DockerConfigOptions): Promise<DockerConfig> {
  const path = join(dockerFolder(options.environment), 'config.json')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') options.log?.warn(`${path} cannot be read; going on without logins.`)
    return '{}'
  })
  try {
    const document = record(JSON.parse(text))
    const store = document['credsStore']
    return {
      auths: record(document['auths']),
      credHelpers: record(document['credHelpers']),
      ...(typeof store === 'string' && store !== '' ? { credsStore: store } : {})
    }
  } catch {
    options.log?.warn(`${path} is not valid JSON; going on without logins.`)
    return { auths: {}, credHelpers: {} }
  }
}

async function lookUp(
  config: DockerConfig,
  host: string,
  options: DockerConfigOptions
): Promise<Credential | undefined> {
  const server = serverOf(host)
  const own = config.credHelpers[server] ?? config.credHelpers[host]
  const helper = typeof own === 'string' ? own : config.credsStore
  const fromHelper = helper === undefined ? undefined : await askHelper(helper, server, options)
  return fromHelper ?? fromAuths(config.auths, host)
}

async function askHelper(
  helper: string,
  server: string,
  options: DockerConfigOptions
): Promise<Credential | undefined> {
  const program = `docker-credential-${helper}`
  if (!HELPER_NAME.test(helper)) {
    options.log?.warn(`Credential helper "${helper.slice(0, 60)}" has no valid name; going on without it.`)
    return undefined
  }
  const environment = options.environment['PATH'] === undefined ? {} : { PATH: options.environment['PATH'] }
  const result = await run(program, ['get'], { stdin: server, timeoutMs: HELPER_TIME, environment }).catch(
    () => undefined
  )
  if (result?.code === 0) return fromHelperAnswer(result.stdout)
  // Having no login is the usual case; helpers tell it by this sentence (docker/docker-credential-helpers, errors).
  const said = `${result?.stdout ?? ''}${result?.stderr ?? ''}`
  if (!said.includes('credentials not found')) {
    const why = result === undefined ? 'cannot be started' : 'failed'
    options.log?.warn(`${program} ${why}; going on without a login for ${server}.`)
  }
  return undefined
}

function fromHelperAnswer(text: string): Credential | undefined {
  try {
    const answer = record(JSON.parse(text))
    return credentialOf(answer['Username'], answer['Secret'])
  } catch {
    return undefined
  }
}

/** `auths` has been keyed by host, URL and URL with path over the years; all of them are matched by host. */
function fromAuths(auths: DockerConfig['auths'], host: string): Credential | undefined {
  const key =
    Object.keys(auths).find(name => name === host) ?? Object.keys(auths).find(name => hostOf(name) === host)
  if (key === undefined) return undefined
  const entry = record(auths[key])
  if (typeof entry['identitytoken'] === 'string' && entry['identitytoken'] !== '') {
    return { kind: 'identity-token', token: entry['identitytoken'] }
  }
  if (typeof entry['auth'] !== 'string') return credentialOf(entry['username'], entry['password'])
  const text = Buffer.from(entry['auth'], 'base64').toString('utf8').replace(/\0+$/, '')
  const colon = text.indexOf(':')
  return colon < 1 ? undefined : credentialOf(text.slice(0, colon), text.slice(colon + 1))
}

function hostOf(key: string): string {
  const host = key.replace(/^https?:\/\//, '').split('/')[0] ?? ''
  return host === 'index.docker.io' || host === 'registry-1.docker.io' ? 'docker.io' : host
}

function credentialOf(username: unknown, secret: unknown): Credential | undefined {
  if (typeof username !== 'string' || typeof secret !== 'string' || username === '') return undefined
  if (username === TOKEN_USER) return { kind: 'identity-token', token: secret }
  return { kind: 'basic', username, password: secret }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}
