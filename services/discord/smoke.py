#!/opt/venv/bin/python3
"""The service starts, believes only what Discord signed, and measures voice."""

import os
import struct

from nacl.signing import SigningKey

from service_probe import expect, running

key = SigningKey.generate()
os.environ["DISCORD_PUBLIC_KEY"] = key.verify_key.encode().hex()

with running() as client:
    body = b'{"type": 1}'
    signed = {
        "x-signature-timestamp": "1",
        "x-signature-ed25519": key.sign(b"1" + body).signature.hex(),
    }
    expect(
        client.post("/interactions", content=body, headers=signed).json() == {"type": 1}, "no pong"
    )
    forged = client.post("/interactions", content=b'{"type": 2}', headers=signed)
    expect(forged.status_code == 401, f"a forged interaction gives {forged.status_code}")
    loud = struct.pack("<960h", *([16384, -16384] * 480))
    expect(
        client.post("/voice/level", content=loud).json() == {"dbfs": -6.02}, "the level is wrong"
    )
    expect(
        client.post("/voice/level", content=b"x").status_code == 422, "half a sample was accepted"
    )
    expect(
        client.post("/voice/level", content=bytes(26_000_000)).status_code == 413,
        "26 MB were accepted",
    )
print("discord works")
