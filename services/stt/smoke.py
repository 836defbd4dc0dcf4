#!/opt/venv/bin/python3
"""The service starts without a model, reads recordings, and says what is missing for a text."""

import io

import librosa
import soundfile

from service_probe import expect, running

soundfile.write(
    tone := io.BytesIO(), librosa.tone(440, sr=8000, duration=1.5) / 2, 8000, format="FLAC"
)

with running() as client:
    read = client.post("/inspect", files={"audio": ("tone.flac", tone.getvalue())}).json()
    expect(read["seconds"] == 1.5 and 0.45 < read["peak"] < 0.55, f"inspect answers {read}")
    expect(
        client.post("/inspect", files={"audio": ("x", b"no sound")}).status_code == 422,
        "noise was read",
    )
    missing = client.post("/transcribe", files={"audio": ("tone.flac", tone.getvalue())})
    expect(
        missing.status_code == 503 and "STT_MODEL" in missing.text,
        f"transcribe answers {missing.text}",
    )
    expect("no model" in client.get("/healthz").json()["model"], "the missing model is not told")
print("stt works")
