import { parse, stringify } from 'yaml'

/** How the workflows of a test call this repository: the account and the commit of the README's `OWNER` and `COMMIT`. */
export const OWNER = 'base-images'
export const OWN = `${OWNER}/base-images`
export const OWN_REF = 'rehearsal'

interface Step {
  uses?: string
}

interface Job {
  uses?: string
  steps?: Step[]
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
 * Makes a shipped workflow runnable by act, which does not know `$/`: own actions and workflows get the name under which
 * the test hands them in. All else stays as it is shipped.
 */
export function rewriteForAct(text: string): Rewritten {
  const workflow = parse(text) as Workflow
  const thirdParty = new Set<string>()
  for (const job of Object.values(workflow.jobs)) {
    if (job.uses !== undefined) job.uses = ownName(job.uses)
    for (const step of job.steps ?? []) {
      if (step.uses === undefined) continue
      if (step.uses.startsWith('$/')) step.uses = ownName(step.uses)
      else thirdParty.add(step.uses)
    }
  }
  return { text: stringify(workflow, { lineWidth: 0 }), thirdParty: [...thirdParty] }
}

function ownName(uses: string): string {
  return uses.startsWith('$/') ? `${OWN}/${uses.slice(2)}@${OWN_REF}` : uses
}
