"""Discord: answers interactions that Discord signed, and tells how loud a piece of voice is."""

import json
import os

import numpy
from fastapi import HTTPException, Request
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from service_kit import NotConfigured, create_app, serve

PING, COMMAND = 1, 2
PONG, MESSAGE = 1, 4

app = create_app(
    "discord", "Interactions of a Discord application, and levels of its voice channel"
)


def public_key() -> VerifyKey:
    """The key of the application, from its page in Discord's developer portal."""
    try:
        return VerifyKey(bytes.fromhex(os.environ["DISCORD_PUBLIC_KEY"]))
    except (KeyError, ValueError, TypeError):
        raise NotConfigured(
            "set DISCORD_PUBLIC_KEY to the application's public key, 64 hex digits"
        ) from None


@app.post("/interactions")
async def interactions(request: Request) -> dict[str, object]:
    """Discord's webhook: 401 unless its signature fits, as Discord itself checks before it accepts the address."""
    key = public_key()
    body = await request.body()
    stamp = request.headers.get("x-signature-timestamp", "")
    try:
        key.verify(
            stamp.encode() + body, bytes.fromhex(request.headers.get("x-signature-ed25519", ""))
        )
    except (BadSignatureError, ValueError):
        raise HTTPException(401, "the signature does not fit") from None
    interaction = json.loads(body)
    if interaction.get("type") == PING:
        return {"type": PONG}
    if interaction.get("type") == COMMAND:
        name = str(interaction.get("data", {}).get("name", ""))
        return {
            "type": MESSAGE,
            "data": {"content": f"{name} was heard", "allowed_mentions": {"parse": []}},
        }
    raise HTTPException(400, "expected a ping or a command")


@app.post("/voice/level")
async def level(request: Request) -> dict[str, float]:
    """Loudness of 16-bit little-endian samples, in decibels below full scale."""
    body = await request.body()
    if not body or len(body) % 2:
        raise HTTPException(422, "expected 16-bit samples")
    samples = numpy.frombuffer(body, "<i2").astype(numpy.float64) / 32768
    rms = float(numpy.sqrt(numpy.mean(samples**2)))
    return {"dbfs": round(20 * float(numpy.log10(max(rms, 1e-6))), 2)}


if __name__ == "__main__":
    serve(app)
