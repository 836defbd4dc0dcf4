#!/bin/sh
# Runs inside the built image, without network: every tool finds what it is there to find.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
for tool in curl git make tini; do
  command -v "$tool" >/dev/null || fail "$tool is missing"
done
python3 -c 'import sys; assert sys.version_info[:2] == (3, 11), sys.version'
python3 -c 'import mypy.api, pytest, pytest_asyncio'
pip check
check-packages
ruff --version
mypy --version
pytest --version
hadolint --version
uv --version
actionlint --version
checkmake --version
node --version
npm --version
go version

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >good.py <<'PYTHON'
def double(value: int) -> int:
    return 2 * value
PYTHON
cat >bad.py <<'PYTHON'
import os

answer: int = "text"
PYTHON
cat >test_good.py <<'PYTHON'
import pytest

from good import double


@pytest.mark.asyncio
async def test_doubles() -> None:
    assert double(2) == 4
PYTHON
printf 'FROM debian\nRUN cd /tmp\n' >Dockerfile

export RUFF_NO_CACHE=true MYPY_CACHE_DIR="$work/mypy"
ruff check --quiet good.py || fail "ruff refuses a good file"
! ruff check --quiet bad.py >ruff.txt || fail "ruff misses an unused import"
grep -q F401 ruff.txt || fail "ruff reports something else: $(cat ruff.txt)"
mypy --strict good.py || fail "mypy refuses a good file"
! mypy --strict bad.py >mypy.txt || fail "mypy misses a wrong type"
grep -q 'Incompatible types' mypy.txt || fail "mypy reports something else: $(cat mypy.txt)"
pytest -q -p no:cacheprovider -o asyncio_default_fixture_loop_scope=function test_good.py
! hadolint Dockerfile >hadolint.txt || fail "hadolint misses an untagged base"
grep -q DL3006 hadolint.txt || fail "hadolint reports something else: $(cat hadolint.txt)"
mkdir -p .github/workflows
printf 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nonsense }}\n' >.github/workflows/bad.yml
! actionlint .github/workflows/bad.yml >actionlint.txt || fail "actionlint misses an unknown property"
grep -q nonsense actionlint.txt || fail "actionlint reports something else: $(cat actionlint.txt)"
printf 'all:\n\ttrue\n' >Makefile
! checkmake Makefile >checkmake.txt || fail "checkmake misses a target that is not phony"
grep -q PHONY checkmake.txt || fail "checkmake reports something else: $(cat checkmake.txt)"
test "$(node --print '6 * 7')" = 42 || fail "node does not count"
export GOCACHE="$work/go-build" GOTOOLCHAIN=local CGO_ENABLED=0
printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(6 * 7) }\n' >main.go
test "$(go run main.go)" = 42 || fail "go does not compile"
test -z "$(gofmt -l main.go)" || fail "gofmt refuses a formatted file"
git init --quiet tree && git -C tree status >/dev/null
echo "tools works"
