#!/bin/sh
# Runs inside the built image and needs no network: every package the image promises works, as its user.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test "$(command -v python3)" = /opt/venv/bin/python3 || fail "python3 is $(command -v python3)"
for tool in gcc g++ make curl git tini; do
  command -v "$tool" >/dev/null || fail "$tool is missing"
done
test -s /etc/ssl/certs/ca-certificates.crt || fail "no CA certificates"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
pip check
check-packages

# The health check tells a service that answers from one that does not.
# A port of its own: a BuildKit on the machine's network runs the tests of several images side by side.
python3 -m http.server --bind 127.0.0.1 --directory /app 8001 >/dev/null 2>&1 &
server=$!
# A busy machine may take a minute to start it.
attempt=1
until healthcheck http://127.0.0.1:8001/ 2>/dev/null; do
  test "$attempt" != 120 || fail "healthcheck does not see a service that answers"
  attempt=$((attempt + 1))
  sleep 0.5
done
kill "$server"
if healthcheck http://127.0.0.1:1/ 2>/dev/null; then fail "healthcheck sees a service that is not there"; fi

python3 - <<'PYTHON'
import importlib.util
import pathlib
import sys

assert sys.version_info[:2] == (3, 11), sys.version

# Bytecode is there and checked against its source's hash (flags 3, PEP 552), not against a time.
package = importlib.util.find_spec("fastapi")
assert package is not None and package.cached is not None
assert pathlib.Path(package.cached).read_bytes()[4:8] == bytes([3, 0, 0, 0]), package.cached

import dotenv, httptools, uvicorn, uvloop, watchfiles, websockets, yaml  # uvicorn[standard]
import httpx, pydantic, requests, structlog
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.instrumentation.requests import RequestsInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

spans = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(spans))
trace.set_tracer_provider(provider)
HTTPXClientInstrumentor().instrument()
RequestsInstrumentor().instrument()
OTLPSpanExporter(endpoint="http://127.0.0.1:1").shutdown()

app = FastAPI()


@app.get("/healthz")
def health() -> dict[str, bool]:
    return {"ok": True}


FastAPIInstrumentor.instrument_app(app)
with TestClient(app) as client:
    assert client.get("/healthz").json() == {"ok": True}
assert any("/healthz" in span.name for span in spans.get_finished_spans())
structlog.get_logger().info("python-base works", python=sys.version.split()[0])
PYTHON
