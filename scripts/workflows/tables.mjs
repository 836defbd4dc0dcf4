import { INPUTS, OUTPUTS, SECRETS, of } from './inputs.mjs'

/** Replaces the tables between `<!-- tables: images -->` and `<!-- end -->`, and so for `check`, in a page. */
export function renderTables(page) {
  return page.replace(
    /(<!-- tables: (images|check) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start, workflow, end) => `${start}\n${tables(workflow)}\n\n${end}`
  )
}

function tables(workflow) {
  return [
    table(
      ['input', 'type', 'default', 'meaning'],
      of(INPUTS, workflow).map(input => [
        `\`${input.name}\``,
        input.type,
        input.value === '' ? 'empty' : `\`${input.value}\``,
        input.text
      ])
    ),
    table(
      ['secret', 'meaning'],
      SECRETS.map(secret => [`\`${secret.name}\``, secret.text])
    ),
    table(
      ['output', 'meaning'],
      of(OUTPUTS, workflow).map(output => [`\`${output.name}\``, output.text])
    )
  ].join('\n\n')
}

function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}
