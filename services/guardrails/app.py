"""Guardrails: says whether a text may pass: no private data, no swear words, and what a classifier says, where one is mounted."""

import re
from functools import cache
from threading import Lock
from typing import Any

from better_profanity import profanity
from pydantic import BaseModel, Field

from service_kit import NotConfigured, create_app, local_model, log, model_state, serve

MODEL = ("GUARDRAILS_MODEL", "a text classifier in the format of transformers")
#: A label such as `toxic` with this probability refuses a text.
THRESHOLD = 0.8
HARMLESS = ("neutral", "non-toxic", "safe", "label_0")

app = create_app(
    "guardrails",
    "Filters text by rules and, with a model, by machine learning",
    lambda: model_state(*MODEL),
)
profanity.load_censor_words()
lock = Lock()


class Request(BaseModel):
    text: str = Field(min_length=1, max_length=10_000)


class Verdict(BaseModel):
    allowed: bool
    findings: list[str]
    #: Whether a classifier took part.
    classified: bool


def private_data(text: str) -> list[str]:
    """Kinds of private data in a text; the text itself is never repeated."""
    found = []
    if re.search(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}", text):
        found.append("e-mail address")
    if any(
        fits_luhn(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d -]{11,22}\d", text)
    ):
        found.append("card number")
    return found


def fits_luhn(digits: str) -> bool:
    """Whether the check digit of a card number is right (ISO/IEC 7812)."""
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@cache
def classifier(folder: str) -> Any:
    """Loaded at the first request."""
    from transformers import pipeline

    log.info("loading the model", folder=folder)
    return pipeline("text-classification", model=folder, tokenizer=folder)


@app.post("/check")
def check(request: Request) -> Verdict:
    """Rules always; the classifier where one is mounted."""
    findings = private_data(request.text)
    if profanity.contains_profanity(request.text):
        findings.append("swear word")
    try:
        folder = local_model(*MODEL)
    except NotConfigured:
        return Verdict(allowed=not findings, findings=findings, classified=False)
    with lock:
        [best] = classifier(str(folder))([request.text], truncation=True)
    if best["label"].lower() not in HARMLESS and best["score"] >= THRESHOLD:
        findings.append(f"classified as {best['label']}")
    return Verdict(allowed=not findings, findings=findings, classified=True)


if __name__ == "__main__":
    serve(app)
