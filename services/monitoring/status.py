"""Asks services how they are."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx


@dataclass(frozen=True)
class Status:
    service: str
    ok: bool
    detail: str


def addresses(text: str) -> Mapping[str, str]:
    """`name=http://host:port` with commas between. Raises ValueError with what is wrong."""
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, address = part.partition("=")
        if not equals or not address.startswith(("http://", "https://")):
            raise ValueError(f"{part!r} is no name=http://host:port")
        found[name] = address.rstrip("/")
    return found


def ask(services: Mapping[str, str], timeout: float = 2) -> list[Status]:
    """The health of each service, in the order given; one that does not answer is not ok."""
    with httpx.Client(timeout=timeout, trust_env=False) as client:
        return [ask_one(client, name, address) for name, address in services.items()]


def ask_one(client: httpx.Client, name: str, address: str) -> Status:
    try:
        answer = client.get(f"{address}/healthz")
    except httpx.HTTPError as error:
        return Status(name, False, f"does not answer: {error}")
    return Status(name, answer.is_success, f"{answer.status_code} {answer.text[:200]}")
