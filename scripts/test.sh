#!/usr/bin/env bash
# The one test command: everything a change must pass, from nothing but git, make, node, npm, go and python3.
# Every step installs what it needs; nothing is skipped silently.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

step 'install'
npm ci --no-audit --no-fund --loglevel=error

step 'engine'
node tools/engine/cli.mjs start >/dev/null
eval "$(node tools/engine/cli.mjs env)"

step 'format'
npx --no-install prettier --check .
step 'lint'
npx --no-install eslint .
step 'types'
npx --no-install tsc --noEmit -p tsconfig.json
step 'dist'
node scripts/check-dist.mjs
step 'common'
node scripts/common-test.mjs
step 'tests'
node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --ci --maxWorkers=3
step 'done'
