import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

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
  const before = nonEmpty(environment['DOCKER_CONFIG']) ?? join(homedir(), '.docker')
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
    BUILDX_CONFIG: nonEmpty(environment['BUILDX_CONFIG']) ?? join(before, 'buildx')
  }
}

/** Docker keeps the login of Docker Hub under a name of its own. */
function serverOf(host: string): string {
  return host === 'docker.io' ? 'https://index.docker.io/v1/' : host
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text
}

async function readObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return objectOf(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // None, or one that Docker itself cannot read: there are no logins in it.
    return {}
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
