"""FLAN: writes instructions as FLAN-T5 was trained on them, and, where a model is mounted, its answers."""

from functools import cache
from threading import Lock
from typing import Any, Literal

from cachetools import TTLCache
from pydantic import BaseModel, Field

from service_kit import create_app, local_model, log, model_state, serve

MODEL = ("FLAN_MODEL", "a FLAN-T5 model in the format of transformers")
TEMPLATES = {
    "answer": "{text}",
    "summarise": "Summarize the following text.\n\n{text}\n\nSummary:",
    "translate": "Translate to German:\n\n{text}",
    "classify": "Is the sentiment of this text positive or negative?\n\n{text}",
}

app = create_app("flan", "Language model for instructions", lambda: model_state(*MODEL))


class Request(BaseModel):
    text: str = Field(min_length=1, max_length=10_000)
    task: Literal["answer", "summarise", "translate", "classify"] = "answer"
    most_tokens: int = Field(default=64, ge=1, le=512)


#: The same question within an hour has the same answer.
answers: TTLCache[tuple[str, int], str] = TTLCache(maxsize=1000, ttl=3600)
lock = Lock()


@cache
def model(folder: str) -> tuple[Any, Any]:
    """Tokenizer and model, loaded at the first request."""
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    log.info("loading the model", folder=folder)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    return tokenizer, AutoModelForSeq2SeqLM.from_pretrained(folder, local_files_only=True)


@app.post("/prompt")
def prompt(request: Request) -> dict[str, str]:
    """The instruction for a task; needs no model."""
    return {"text": TEMPLATES[request.task].format(text=request.text)}


@app.post("/generate")
def generate(request: Request) -> dict[str, str]:
    """The model's answer; greedy, so that equal questions have equal answers."""
    folder = local_model(*MODEL)
    instruction = prompt(request)["text"]
    key = (instruction, request.most_tokens)
    with lock:
        if key not in answers:
            tokenizer, language_model = model(str(folder))
            tokens = tokenizer(
                instruction,
                return_tensors="pt",
                return_token_type_ids=False,
                truncation=True,
                max_length=512,
            )
            out = language_model.generate(
                **tokens, max_new_tokens=request.most_tokens, do_sample=False
            )
            answers[key] = tokenizer.decode(out[0], skip_special_tokens=True)
        return {"text": answers[key]}


if __name__ == "__main__":
    serve(app)
