#!/opt/venv/bin/python3
"""The service starts, its rules find what they are for, and a classifier, here a tiny one, takes part when mounted."""

import os
import tempfile

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import (
    DistilBertConfig,
    DistilBertForSequenceClassification,
    PreTrainedTokenizerFast,
)

from service_probe import expect, running

CASES = {
    "What a fine day": [],
    "write to ann@example.org": ["e-mail address"],
    "my card is 4111 1111 1111 1111": ["card number"],
    "call 4111 1111 1111 1112": [],
    "this is shit": ["swear word"],
}

with running() as client:
    for text, findings in CASES.items():
        verdict = client.post("/check", json={"text": text}).json()
        wanted = {"allowed": not findings, "findings": findings, "classified": False}
        expect(verdict == wanted, f"{text!r} gives {verdict}")
    expect(
        client.post("/check", json={"text": "x" * 10_001}).status_code == 422,
        "any length is accepted",
    )

words = {word: number for number, word in enumerate(["[PAD]", "[UNK]", "a", "cat"])}
plain = Tokenizer(WordLevel(words, unk_token="[UNK]"))
plain.pre_tokenizer = Whitespace()
with tempfile.TemporaryDirectory() as folder:
    PreTrainedTokenizerFast(
        tokenizer_object=plain,
        pad_token="[PAD]",
        unk_token="[UNK]",
        model_max_length=64,
        model_input_names=["input_ids", "attention_mask"],
    ).save_pretrained(folder)
    config = DistilBertConfig(
        vocab_size=len(words),
        dim=8,
        n_heads=2,
        n_layers=1,
        hidden_dim=8,
        max_position_embeddings=64,
    )
    DistilBertForSequenceClassification(config).save_pretrained(folder)
    os.environ["GUARDRAILS_MODEL"] = folder
    with running() as client:
        expect(
            client.post("/check", json={"text": "a cat"}).json()["classified"],
            "the classifier takes no part",
        )
print("guardrails works")
