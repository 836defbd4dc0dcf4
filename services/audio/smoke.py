#!/opt/venv/bin/python3
"""The service starts, tells silence from what may be speech, and counts it."""

import numpy

from service_probe import expect, running

rate = 16_000
noise = numpy.random.default_rng(1).normal(0, 4000, rate)
# Voice is a low buzz with changing loudness: enough for the detector, and no recording has to be shipped.
time = numpy.arange(rate) / rate
voice = (
    sum(numpy.sin(2 * numpy.pi * 120 * k * time) / k for k in range(1, 25))
    * 6000
    * (1 + numpy.sin(2 * numpy.pi * 4 * time))
)
samples = (
    numpy.concatenate([numpy.zeros(rate), voice + noise / 40, numpy.zeros(rate)])
    .astype("<i2")
    .tobytes()
)

with running() as client:
    expect(client.post("/speech", content=bytes(32_000)).json() == [], "silence is speech")
    found = client.post("/speech", content=samples, params={"strictness": 0}).json()
    expect(found and found[0]["start"] >= 0.9 and found[-1]["end"] <= 2.7, f"speech is at {found}")
    expect(
        client.post("/speech", content=samples, params={"rate": 7}).status_code == 422,
        "7 Hz was accepted",
    )
    expect(client.post("/speech", content=b"xx").status_code == 422, "two bytes were accepted")
    expect("audio_seconds_total 3.99" in client.get("/metrics").text, client.get("/metrics").text)
print("audio works")
