import { parse, stringify } from 'yaml'

/** How the workflows of a test call the actions of this repository. */
export const OWN = 'base-images/base-images'
export const OWN_REF = 'rehearsal'

interface Step {
  uses?: string
}

interface Job {
  uses?: string
  steps?: Step[]
  services?: unknown
  env?: Record<string, string>
}

interface Workflow {
  jobs: Record<string, Job>
}

/** A workflow that act can run: what was changed and which third-party actions it calls, as `owner/name@ref`. */
export interface Rewritten {
  readonly text: string
  readonly thirdParty: readonly string[]
}

/**
 * Makes a shipped workflow runnable by act, which knows neither `$/` nor a Docker daemon here: own actions get the name
 * under which the test hands them in, called workflows are taken from the repository itself, service containers go and
 * their address is replaced by that of the registry of the test. All else stays as it is shipped.
 */
export function rewriteForAct(text: string, registry: string): Rewritten {
  const workflow = parse(text) as Workflow
  const thirdParty = new Set<string>()
  for (const job of Object.values(workflow.jobs)) {
    if (job.uses !== undefined) job.uses = job.uses.replace(/^\$\//, './')
    delete job.services
    for (const [name, value] of Object.entries(job.env ?? {})) {
      if (job.env !== undefined) job.env[name] = value.replace(/^localhost:5000/, registry)
    }
    for (const step of job.steps ?? []) {
      if (step.uses === undefined) continue
      if (step.uses.startsWith('$/')) step.uses = `${OWN}/${step.uses.slice(2)}@${OWN_REF}`
      else thirdParty.add(step.uses)
    }
  }
  return { text: stringify(workflow, { lineWidth: 0 }), thirdParty: [...thirdParty] }
}
