/** A token for the server that the repository came from. */
export interface GitAccess {
  readonly token: string
  /** Address of the server that the token is for, such as `https://github.com`; it is sent to no other. */
  readonly server: string
}

/** What git needs to show a token, and what must not be repeated anywhere. */
export interface Credentials {
  /** Added to the environment of git alone: arguments can be seen by every process of the machine. */
  readonly environment: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
}

const NONE: Credentials = { environment: {}, secrets: [] }

/**
 * Gives a token to git as a header for exactly the server of the remote, by environment (`GIT_CONFIG_COUNT`, git 2.31).
 * Nothing when the remote is another server than the token's, or is not reached by HTTP. A header that a checkout with
 * `persist-credentials` left in the configuration is taken out first: GitHub refuses requests with two.
 */
export function credentialsFor(
  remote: string | undefined,
  access: GitAccess | undefined,
  environment: Readonly<Record<string, string | undefined>>
): Credentials {
  if (access === undefined || access.token === '') return NONE
  const origin = originOf(remote)
  if (origin === undefined || origin !== originOf(access.server)) return NONE
  const basic = Buffer.from(`x-access-token:${access.token}`).toString('base64')
  const key = `http.${origin}/.extraheader`
  // What is there already, such as safe.directory of the runner, stays.
  const before = Number(environment['GIT_CONFIG_COUNT'] ?? 0) || 0
  return {
    environment: {
      GIT_CONFIG_COUNT: String(before + 2),
      [`GIT_CONFIG_KEY_${before}`]: key,
      [`GIT_CONFIG_VALUE_${before}`]: '',
      [`GIT_CONFIG_KEY_${before + 1}`]: key,
      [`GIT_CONFIG_VALUE_${before + 1}`]: `AUTHORIZATION: basic ${basic}`
    },
    secrets: [access.token, basic]
  }
}

/** Scheme, host and port of an HTTP address; undefined for any other (ssh, file, a path). */
function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined
  try {
    return new URL(address).origin
  } catch {
    return undefined
  }
}
