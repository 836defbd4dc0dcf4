import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, objectIn } from '../keys/json.js'
import { dockerFolder, serverOf } from './docker-config.js'

const HELPERS = ['credsStore', 'credHelpers']

/** A login that is to hold for one step. */
export interface StepLogin {
  /** Host of the registry, such as `ghcr.io`. */
  readonly host: string
  readonly username: string
  readonly password: string
}

/**
 * Writes a Docker configuration of its own, which only this user may read, with the logins of the machine and this one
 * beside, for as long as this process lives; returns the environment that makes Docker, buildx and this program use it.
 * Builders and plugins stay those of the machine.
 */
export async function writeDockerLogin(
  folder: string,
  login: StepLogin,
  environment: Readonly<Record<string, string | undefined>>
): Promise<Readonly<Record<string, string>>> {
  const before = dockerFolder(environment)
  const builders = environment['BUILDX_CONFIG'] ?? ''
  const old = await readObject(join(before, 'config.json'))
  // A helper is asked before `auths`, so the one of this host would hide the login; one for all hosts would too.
  const rest = Object.fromEntries(Object.entries(old).filter(([key]) => !HELPERS.includes(key)))
  const helpers = Object.fromEntries(
    Object.entries(objectOf(old['credHelpers'])).filter(([host]) => host !== login.host)
  )
  const plugins = Array.isArray(old['cliPluginsExtraDirs']) ? (old['cliPluginsExtraDirs'] as unknown[]) : []
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64')
  const document = {
    ...rest,
    ...(Object.keys(helpers).length === 0 ? {} : { credHelpers: helpers }),
    auths: { ...objectOf(old['auths']), [serverOf(login.host)]: { auth } },
    cliPluginsExtraDirs: [...plugins, join(before, 'cli-plugins')]
  }
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await writeFile(join(folder, 'config.json'), JSON.stringify(document), { mode: 0o600 })
  return {
    DOCKER_CONFIG: folder,
    // buildx keeps its builders beside Docker's configuration unless it is told where they are.
    BUILDX_CONFIG: builders === '' ? join(before, 'buildx') : builders
  }
}

async function readObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  // None, or one that Docker itself cannot read: there are no logins in it.
  return objectIn(await readFile(path, 'utf8').catch(() => '')) ?? {}
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}
