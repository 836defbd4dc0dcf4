#!/opt/venv/bin/python3
"""Runs inside the built image, which has no shell: the service starts as it would and answers; nothing else can be run."""

import importlib.metadata
import os
import pathlib
import ssl
import subprocess
import sys
import time
import urllib.request

assert sys.version_info[:2] == (3, 11), sys.version
assert os.getuid() == 10001 and os.getgid() == 10001, (os.getuid(), os.getgid())

for program in ("sh", "bash", "dash", "busybox", "apt", "apt-get", "dpkg", "pip", "pip3", "perl", "cat", "ls"):
    found = [folder for folder in ("/bin", "/usr/bin", "/usr/local/bin", "/opt/venv/bin", "/sbin", "/usr/sbin")
             if os.path.lexists(f"{folder}/{program}")]
    assert not found, f"smoke: {program} is in {found}"
try:
    subprocess.run("true", shell=True, check=False)
except FileNotFoundError:
    pass
else:
    raise SystemExit("smoke: a shell runs")
try:
    import pip
except ModuleNotFoundError:
    pass
else:
    raise SystemExit(f"smoke: pip is at {pip.__file__}")

# Every package imports, as far as one can tell without its list of files: the names that it is known by.
for module in ("fastapi", "uvicorn", "uvloop", "httptools", "watchfiles", "websockets", "yaml", "dotenv", "pydantic",
               "httpx", "requests", "structlog", "opentelemetry.sdk", "opentelemetry.exporter.otlp.proto.http",
               "opentelemetry.instrumentation.fastapi", "opentelemetry.instrumentation.httpx",
               "opentelemetry.instrumentation.requests"):
    __import__(module)
for module in ("ctypes", "decimal", "hashlib", "lzma", "bz2", "sqlite3", "ssl", "zlib", "uuid", "readline"):
    __import__(module)
assert len(list(importlib.metadata.distributions())) > 30
assert ssl.create_default_context().cert_store_stats()["x509_ca"] > 50, "no CA certificates"
assert any(pathlib.Path("/var/lib/dpkg/status.d").iterdir())
pathlib.Path("/tmp/can-write").write_text("yes")

service = subprocess.Popen(["/usr/bin/tini", "-s", "--", "/opt/venv/bin/python3", "-m", "uvicorn", "--port", "8000", "service:app"],
                           cwd="/app")
try:
    for attempt in range(40):
        probe = subprocess.run(["/usr/local/bin/healthcheck"], stderr=subprocess.DEVNULL, check=False)
        if probe.returncode == 0:
            break
        time.sleep(0.25)
    else:
        raise SystemExit("smoke: the service does not answer")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open("http://127.0.0.1:8000/healthz", timeout=5) as answer:
        assert answer.read() == b'{"ok":true}'
finally:
    service.terminate()
    service.wait(10)
print("python-web-distroless works")
