"""Orchestrator: takes a turn of a conversation through the other services, step by step (LangChain)."""

import os

import httpx
from fastapi import HTTPException
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel, Field
from typing_extensions import TypedDict

from service_kit import create_app, serve


class Turn(TypedDict):
    text: str
    """What every step did, in order."""
    steps: list[str]


class Request(BaseModel):
    text: str = Field(min_length=1, max_length=10_000)


class StepFailed(Exception):
    """A service that belongs to the turn did not do its part."""


async def ask(service: str, path: str, text: str) -> dict[str, object] | None:
    """The answer of a service; None where it is not set up (`GUARDRAILS_URL`, `FLAN_URL`)."""
    address = os.environ.get(f"{service.upper()}_URL", "")
    if not address:
        return None
    try:
        async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
            answer = await client.post(f"{address.rstrip('/')}{path}", json={"text": text})
            answer.raise_for_status()
            return dict(answer.json())
    except (httpx.HTTPError, ValueError) as error:
        raise StepFailed(f"{service} failed: {error}") from error


async def guard(turn: Turn) -> Turn:
    answer = await ask("guardrails", "/check", turn["text"])
    if answer is None:
        return {**turn, "steps": [*turn["steps"], "guardrails: not set up"]}
    if not answer.get("allowed"):
        raise StepFailed(f"guardrails refused: {answer.get('findings')}")
    return {**turn, "steps": [*turn["steps"], "guardrails: allowed"]}


async def reply(turn: Turn) -> Turn:
    answer = await ask("flan", "/generate", turn["text"])
    if answer is None:
        return {**turn, "steps": [*turn["steps"], "flan: not set up, the text is the answer"]}
    return {"text": str(answer.get("text", "")), "steps": [*turn["steps"], "flan: answered"]}


CHAIN: Runnable[Turn, Turn] = RunnableLambda(guard) | RunnableLambda(reply) | RunnableLambda(guard)

app = create_app("orchestrator", "Takes a turn of a conversation through the other services")


@app.post("/turn")
async def turn(request: Request) -> Turn:
    """What is said in, what is answered, and what every step did; 502 when a service does not do its part."""
    try:
        return await CHAIN.ainvoke({"text": request.text, "steps": []})
    except StepFailed as error:
        raise HTTPException(502, str(error)) from None


if __name__ == "__main__":
    serve(app)
