import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { renderAnnotations, renderText } from '../diagnostics/render.js'
import type { Log } from '../ports.js'
import { withoutWorkflowCommands } from '../report/escape.js'

/** The runner of GitHub Actions as the actions use it. */
export interface ActionsHost {
  /** Folds long texts; no text can be read as a workflow command. */
  readonly log: Log
  /** Value of an input without surrounding space; empty when it was not given. */
  readonly input: (name: string) => string
  readonly output: (name: string, value: string) => void
  /** Keeps a value out of all later log lines of the job. */
  readonly mask: (value: string) => void
  /** Adds to the environment of this step and of the programs that it starts; later steps do not get it. */
  readonly setEnvironment: (values: Readonly<Record<string, string>>) => void
  /** Adds Markdown to the job summary. */
  readonly summary: (markdown: string) => Promise<void>
  /** Shows findings at their lines, errors first, as many as GitHub shows; all of them are in the log too. */
  readonly annotate: (diagnostics: readonly Diagnostic[]) => void
  /** Shows why a step could not do its work at all. */
  readonly fail: (text: string) => void
  /** What started the run; undefined outside of a run. */
  readonly event: () => Promise<{ readonly name: string; readonly payload: unknown } | undefined>
}

/** Opens the runner that this process was started by. */
export async function openActionsHost(
  environment: Readonly<Record<string, string | undefined>>
): Promise<ActionsHost> {
  // Loaded here because it takes 60 ms, which a command line must not pay.
  const core = await import('@actions/core')
  const safe = withoutWorkflowCommands
  const log: Log = {
    info: text => {
      core.info(safe(text))
    },
    warn: text => {
      core.info(`Warning: ${safe(text)}`)
    },
    error: text => {
      core.info(`Error: ${safe(text)}`)
    },
    group: (title, text) => {
      core.startGroup(safe(title).replace(/\n/g, ' '))
      core.info(safe(text))
      core.endGroup()
    }
  }
  return {
    log,
    input: name => core.getInput(name),
    output: (name, value) => {
      core.setOutput(name, value)
    },
    mask: value => {
      core.setSecret(value)
    },
    setEnvironment: values => {
      Object.assign(process.env, values)
    },
    summary: async markdown => {
      // Elsewhere than on a runner there is no file for it, and the report is in the log.
      if ((environment['GITHUB_STEP_SUMMARY'] ?? '') === '') return
      await core.summary.addRaw(markdown, true).write()
    },
    annotate: diagnostics => {
      if (diagnostics.length === 0) return
      process.stdout.write(renderAnnotations(diagnostics))
      log.group(`All findings: ${diagnostics.length}`, renderText(diagnostics, { colour: false }))
    },
    fail: text => {
      core.error(text)
    },
    event: async () => {
      const name = environment['GITHUB_EVENT_NAME'] ?? ''
      const path = environment['GITHUB_EVENT_PATH'] ?? ''
      if (name === '' || path === '') return undefined
      return { name, payload: await readPayload(path) }
    }
  }
}

/** The payload of the event; undefined when it cannot be read, so that nothing is compared and everything is planned. */
async function readPayload(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
