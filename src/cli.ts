#!/usr/bin/env node
import { runCli } from './cli/run.js'
import { cancellation } from './io/cancellation.js'
import { openScreen } from './io/screen.js'

const { env, stdout, stderr } = process
const wantsColour = env['NO_COLOR'] === undefined
// Where CI gives a job a terminal, what it keeps of it is a log.
const isLive = stderr.isTTY && (env['CI'] ?? '') === '' && env['TERM'] !== 'dumb'
const screen = isLive ? openScreen(stderr) : undefined

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    out: text => stdout.write(text),
    err: text => (screen === undefined ? stderr.write(text) : screen.print(text)),
    colour: stdout.isTTY && wantsColour,
    errColour: stderr.isTTY && wantsColour,
    screen
  },
  cancellation
)
