import { join } from 'node:path'
import { troubleOf } from '../commands/trouble.js'
import { UserError } from '../diagnostics/user-error.js'
import { provideBuilder } from '../io/builder.js'
import { writeDockerLogin } from '../io/docker-login.js'
import type { ActionsHost } from '../io/actions-host.js'
import type { World } from '../world.js'
import { InputError, optionalText } from './inputs.js'
import { readSecretLines } from './secrets.js'

/**
 * Logs this step in to the one host that its inputs name. The host never comes from the manifest: a pull request could name
 * one of its own there and would be sent the token.
 */
export async function logIn(host: ActionsHost, world: World): Promise<void> {
  const registry = optionalText(host.input, 'login-registry')
  const password = optionalText(host.input, 'registry-password')
  if (password !== undefined) host.mask(password)
  if (registry === undefined || password === undefined) return
  if (!/^[A-Za-z0-9.-]+(?::\d+)?$/.test(registry)) {
    throw new InputError(
      `input login-registry: expected a host such as ghcr.io, found ${JSON.stringify(registry)}`
    )
  }
  const username = optionalText(host.input, 'registry-username')
  if (username === undefined)
    throw new InputError('input registry-username: it is needed with registry-password')
  const folder = join(scratchFolder(world), `docker-${process.pid}`)
  host.setEnvironment(
    await writeDockerLogin(folder, { host: registry, username, password }, world.environment)
  )
}

/** Gives the builds of this step their secrets, and a builder where the job brings none. */
export async function prepareBuilds(host: ActionsHost, world: World): Promise<void> {
  const secrets = readSecretLines(host.input('build-secrets'))
  for (const value of secrets.values()) if (value !== '') host.mask(value)
  host.setEnvironment(Object.fromEntries(secrets))
  try {
    host.setEnvironment(await provideBuilder('base-images', world))
  } catch (error) {
    throw new UserError(troubleOf(error, 'builder', '.'))
  }
}

/** A folder of the job for what ends with it. */
export function scratchFolder(world: World): string {
  const folder = world.environment['RUNNER_TEMP'] ?? ''
  if (folder === '') throw new InputError('RUNNER_TEMP is not set: this is not a job of GitHub Actions')
  return join(folder, 'base-images')
}
