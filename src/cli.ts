#!/usr/bin/env node
import { runCli } from './cli/run.js'

const cancel = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort())

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  },
  cancel.signal
)
