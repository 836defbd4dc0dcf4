"""Testing: a page on which people compare what a service heard with what was said (Gradio)."""

import os

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio
from pydantic import BaseModel, Field

from service_kit import create_app, serve

LONGEST = 20_000


class Transcripts(BaseModel):
    said: str = Field(min_length=1, max_length=LONGEST)
    heard: str = Field(max_length=LONGEST)


def word_error_rate(said: str, heard: str) -> float:
    """Words that were added, lost or changed, as a part of the words said (Levenshtein distance over words)."""
    wanted, got = said.lower().split(), heard.lower().split()
    above = list(range(len(got) + 1))
    for row, word in enumerate(wanted, 1):
        line = [row]
        for column, other in enumerate(got, 1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (word != other)))
        above = line
    return above[-1] / max(len(wanted), 1)


def page() -> gradio.Blocks:
    with gradio.Blocks(title="Testing") as blocks:
        said = gradio.Textbox(label="Said", max_length=LONGEST)
        heard = gradio.Textbox(label="Heard", max_length=LONGEST)
        rate = gradio.Number(label="Word error rate")
        gradio.Button("Compare").click(word_error_rate, [said, heard], rate, api_name="compare")
    return blocks


app = create_app("testing", "Compares what a service heard with what was said")


@app.post("/compare")
def compare(transcripts: Transcripts) -> dict[str, float]:
    return {"word_error_rate": word_error_rate(transcripts.said, transcripts.heard)}


app = gradio.mount_gradio_app(app, page(), path="/ui")

if __name__ == "__main__":
    serve(app)
