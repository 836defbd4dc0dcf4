#!/opt/venv/bin/python3
"""The service starts, takes a turn through services that are there, and says which one fails."""

import json
import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from service_probe import expect, running


class Other(BaseHTTPRequestHandler):
    """Stands for Guardrails and FLAN."""

    def do_POST(self) -> None:
        text = json.loads(self.rfile.read(int(self.headers["content-length"])))["text"]
        guarded = {"allowed": "secret" not in text, "findings": ["secret"]}
        body = json.dumps(guarded if self.path == "/check" else {"text": text.upper()}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


other = HTTPServer(("127.0.0.1", 0), Other)
threading.Thread(target=other.serve_forever, daemon=True).start()

with running() as client:
    alone = client.post("/turn", json={"text": "hello"}).json()
    expect(
        alone["text"] == "hello" and "not set up" in alone["steps"][0], f"alone it answers {alone}"
    )
address = f"http://127.0.0.1:{other.server_port}"
os.environ.update(GUARDRAILS_URL=address, FLAN_URL=address)
with running() as client:
    together = client.post("/turn", json={"text": "hello"}).json()
    expect(
        together["text"] == "HELLO" and len(together["steps"]) == 3,
        f"together they answer {together}",
    )
    refused = client.post("/turn", json={"text": "a secret"})
    expect(refused.status_code == 502 and "guardrails refused" in refused.text, "a refusal passes")
    other.shutdown()
    other.server_close()
    gone = client.post("/turn", json={"text": "hello"})
    expect(
        gone.status_code == 502 and "guardrails failed" in gone.text,
        f"without them it answers {gone.text}",
    )
print("orchestrator works")
