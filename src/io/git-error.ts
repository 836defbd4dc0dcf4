/** git could not do what it must; the message names the command and git's own words. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** Longest part of git's words that is repeated. */
const LONGEST = 300

/**
 * The sentence of git's standard error that says what is wrong: one line, without credentials of addresses, without the
 * secrets given, without control characters. What a server says ("remote: …") stands in it too, so it is not trusted.
 */
export function gitWords(stderr: string, secrets: readonly string[] = []): string {
  const lines = stderr.split(/[\r\n]+/).filter(line => line.trim() !== '')
  const told = lines.find(line => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'without a word'
  const plain = told.replace(/^(?:fatal|error): /, '').replace(/\p{Cc}/gu, ' ')
  return withoutSecrets(plain, secrets).trim().slice(0, LONGEST)
}

/** A text without user names and passwords of addresses (`https://user:password@host`) and without the secrets given. */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  const open = text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi, '$1')
  return secrets
    .filter(secret => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), open)
}
