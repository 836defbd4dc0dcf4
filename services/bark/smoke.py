#!/opt/venv/bin/python3
"""The service starts without a model, makes text ready to be spoken, and says what is missing for speech."""

from transformers import BarkModel

from service_probe import expect, running

expect(BarkModel.main_input_name, "transformers has no Bark")
with running() as client:
    found = client.post("/pieces", json={"text": "Room 21. " + "la " * 100}).json()
    expect(found[0] == "Room twenty-one.", f"the first piece is {found[0]}")
    expect(len(found) == 3 and max(map(len, found)) <= 200, f"there are {len(found)} pieces")
    missing = client.post("/speak", json={"text": "hello"})
    expect(
        missing.status_code == 503 and "BARK_MODEL" in missing.text, f"speak answers {missing.text}"
    )
    expect(client.post("/speak", json={"text": ""}).status_code == 422, "no text was accepted")
print("bark works")
