import type { Failure } from '../build/retry.js'
import { isObject, objectIn } from '../keys/json.js'

/** What was asked of a registry when it failed. */
export interface RegistryAction {
  /** Registry as in references, such as `ghcr.io`. */
  readonly host: string
  /** Repository in full, such as `ghcr.io/acme/python-base`. */
  readonly repository: string
  /** In words that follow "while", such as `reading tag latest`. */
  readonly doing: string
  readonly access: 'pull' | 'push' | 'delete'
}

/** What came back instead of success. */
export interface RegistryAnswer extends Failure {
  /** A sentence that replaces the one made from status and code. */
  readonly sentence?: string
}

/**
 * A request to a registry that failed for good. `message` is for a person: what was refused, which right or setting is
 * missing. It never holds credentials.
 */
export class RegistryError extends Error {
  readonly host: string
  readonly repository: string
  readonly status: number | undefined
  /** The registry's own error code such as `DENIED`, or the system's such as `ECONNRESET`. */
  readonly code: string | undefined
  readonly answer: RegistryAnswer

  constructor(
    readonly action: RegistryAction,
    answer: RegistryAnswer,
    readonly tries = 1
  ) {
    super(messageOf(action, answer, tries))
    this.name = 'RegistryError'
    this.host = action.host
    this.repository = action.repository
    this.status = answer.status
    this.code = answer.code ?? ownError(answer.body).code
    this.answer = answer
  }
}

function messageOf(action: RegistryAction, answer: RegistryAnswer, tries: number): string {
  const { message } = ownError(answer.body)
  const said = message === undefined ? '' : ` It says: "${message}".`
  const tried = tries > 1 ? ` (${String(tries)} tries)` : ''
  const what = answer.sentence ?? sentenceOf(action, answer)
  return `${action.repository}: ${what} while ${action.doing}${tried}.${said}${remedyOf(action, answer)}`
}

function sentenceOf({ host, access }: RegistryAction, { status, code }: RegistryAnswer): string {
  if (code === 'TRUNCATED') return `${host} broke off in the middle of its answer`
  if (code === 'DIGEST') return `${host} sent bytes that do not have their digest`
  if (status === undefined) return connectionSentence(host, code)
  if (status === 401) return `${host} does not accept the credentials, or has none (401)`
  if (status === 403) return `${host} refuses the right to ${access} (403)`
  if (status === 404) return `${host} does not know it (404)`
  if (status === 413) return `${host} refuses it as too large (413)`
  if (status === 429) return `${host} limits the rate of requests (429)`
  if (status >= 500) return `${host} has an error of its own (${String(status)})`
  return `${host} answers with status ${String(status)}`
}

function connectionSentence(host: string, code: string | undefined): string {
  const sentences: Readonly<Record<string, string>> = {
    ECONNREFUSED: `nothing listens at ${host}`,
    ENOTFOUND: `the name of ${host} is not known to DNS`,
    EAI_AGAIN: `the name of ${host} cannot be looked up`,
    ECONNRESET: `${host} broke the connection`,
    EPIPE: `${host} broke the connection`,
    CANCELLED: `the run ended before ${host} answered`,
    SILENCE: `${host} stopped answering for 60 s`,
    CONNECT_SILENCE: `${host} cannot be reached within 10 s`
  }
  return sentences[code ?? ''] ?? `the connection to ${host} failed (${code ?? 'no code'})`
}

function remedyOf({ host, access }: RegistryAction, { status, code, sentence }: RegistryAnswer): string {
  if (sentence !== undefined) return ''
  if (status === 401) return ` Log in first: docker login ${host}.`
  if (status === 403 && host === 'ghcr.io') {
    const right = access === 'pull' ? 'packages: read' : 'packages: write'
    return ` The job needs \`permissions: ${right}\`, and the package must give this repository access to it.`
  }
  if (status === 403) return ` The account or token needs the right to ${access} there.`
  if (status === 404 && access === 'push') return ' The repository may have to be created first.'
  if (status === 429) return ' Run fewer jobs at a time, or log in for a higher limit.'
  if (code === 'ENOTFOUND') return ' Check the name of the registry.'
  if (code?.includes('CERT') === true || code?.includes('SIGNED') === true) {
    return ' Trust its certificate with NODE_EXTRA_CA_CERTS.'
  }
  return ''
}

/** The first error of the OCI distribution specification's error document, fit for a line of a log. */
function ownError(body: string | undefined): { readonly code?: string; readonly message?: string } {
  const errors = objectIn(body ?? '')?.['errors']
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  if (!isObject(first)) return {}
  const { code, message } = first
  return {
    ...(typeof code === 'string' ? { code: oneLine(code) } : {}),
    ...(typeof message === 'string' && message !== '' ? { message: oneLine(message) } : {})
  }
}

function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, 200)
}
