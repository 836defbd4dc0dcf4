import { Evaluator, Lexer, Parser, data } from '@actions/expressions'

/** How a job ended. */
export type Result = 'success' | 'failure' | 'cancelled' | 'skipped'
export const RESULTS: readonly Result[] = ['success', 'failure', 'cancelled', 'skipped']

/** What a job sees of the jobs that it needs. */
export type Needs = Readonly<
  Record<string, { readonly result: Result; readonly outputs: Readonly<Record<string, string>> }>
>

/** Whether a condition holds, or what a value is, as GitHub evaluates it. */
export type Condition = (needs: Needs, cancelled: boolean) => boolean

/** Reads a condition of a workflow once, by GitHub's own expression library; the status functions come from the service. */
export function conditionOf(text: string): Condition {
  const expression = text
    .trim()
    .replace(/^\$\{\{([\s\S]*)\}\}$/, '$1')
    .trim()
  const status = ['cancelled', 'always', 'success', 'failure'].map(name => ({ name, minArgs: 0, maxArgs: 0 }))
  const tree = new Parser(new Lexer(expression).lex().tokens, ['needs'], status).parse()
  return (needs, cancelled) => {
    const results = Object.values(needs).map(need => need.result)
    const answers: Readonly<Record<string, boolean>> = {
      cancelled,
      always: true,
      success: !cancelled && results.every(result => result === 'success'),
      failure: !cancelled && results.includes('failure')
    }
    const functions = new Map(
      status.map(each => [
        each.name,
        { ...each, call: () => new data.BooleanData(answers[each.name] ?? false) }
      ])
    )
    const contexts = dictionary({ needs: dictionary(mapValues(needs, needOf)) })
    return truthy(new Evaluator(tree, contexts, functions).evaluate())
  }
}

function needOf(need: Needs[string]): data.Dictionary {
  const outputs = dictionary(mapValues(need.outputs, text => new data.StringData(text)))
  return dictionary({ result: new data.StringData(need.result), outputs })
}

function dictionary(entries: Readonly<Record<string, data.ExpressionData>>): data.Dictionary {
  return new data.Dictionary(...Object.entries(entries).map(([key, value]) => ({ key, value })))
}

function mapValues<A, B>(
  values: Readonly<Record<string, A>>,
  change: (value: A) => B
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}

function truthy(value: data.ExpressionData): boolean {
  return value instanceof data.BooleanData ? value.value : value.coerceString() !== ''
}
