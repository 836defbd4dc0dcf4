#!/bin/sh
# Runs inside the built image and needs no network: every package imports, a service answers, nothing to compile with is there.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test "$(command -v python3)" = /opt/venv/bin/python3 || fail "python3 is $(command -v python3)"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
for tool in gcc git ffmpeg; do
  ! command -v "$tool" >/dev/null || fail "$tool does not belong into a light image"
done
pip check
check-packages

cat >/tmp/service.py <<'PYTHON'
from fastapi import FastAPI

app = FastAPI()


@app.get("/healthz")
def health() -> dict[str, bool]:
    return {"ok": True}
PYTHON
uvicorn --app-dir /tmp --host 127.0.0.1 --port 8000 --log-level warning service:app &
service=$!
# A busy machine may take a minute to start it.
attempt=1
until healthcheck 2>/dev/null; do
  test "$attempt" != 120 || fail "the service does not answer"
  attempt=$((attempt + 1))
  sleep 0.5
done
kill "$service"
echo "python-web-light works"
