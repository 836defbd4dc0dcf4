#!/opt/venv/bin/python3
"""The service starts without a model and says so; with a model, here a tiny one of random weights, it answers."""

import os
import tempfile
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration

from service_probe import expect, running

with running() as client:
    instruction = client.post("/prompt", json={"text": "a cat", "task": "translate"}).json()["text"]
    expect(instruction.startswith("Translate"), f"the instruction is {instruction}")
    missing = client.post("/generate", json={"text": "a cat"})
    expect(
        missing.status_code == 503 and "FLAN_MODEL" in missing.text,
        f"generate answers {missing.text}",
    )
    expect(client.post("/generate", json={"text": ""}).status_code == 422, "no text was accepted")

words = {word: number for number, word in enumerate(["<pad>", "</s>", "<unk>", "a", "cat", "sat"])}
plain = Tokenizer(WordLevel(words, unk_token="<unk>"))
plain.pre_tokenizer = Whitespace()
with tempfile.TemporaryDirectory() as folder:
    PreTrainedTokenizerFast(
        tokenizer_object=plain, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    ).save_pretrained(folder)
    sizes = {"d_model": 8, "d_kv": 4, "d_ff": 8, "num_layers": 1, "num_heads": 2}
    config = T5Config(vocab_size=len(words), decoder_start_token_id=0, **sizes)
    T5ForConditionalGeneration(config).save_pretrained(folder)
    expect(Path(folder, "model.safetensors").is_file(), "the tiny model was not saved")
    os.environ["FLAN_MODEL"] = folder
    with running() as client:
        first = client.post("/generate", json={"text": "a cat", "most_tokens": 3})
        expect(
            first.status_code == 200 and "text" in first.json(), f"generate answers {first.text}"
        )
        again = client.post("/generate", json={"text": "a cat", "most_tokens": 3})
        expect(again.json() == first.json(), "the same question has two answers")
print("flan works")
