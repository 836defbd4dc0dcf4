#!/opt/venv/bin/python3
"""The service starts, its page is there, and the page and the interface compute the same."""

import json

from service_probe import expect, running

SAID, HEARD = "one two three four", "one too three"

with running() as client:
    answer = client.post("/compare", json={"said": SAID, "heard": HEARD})
    expect(answer.json() == {"word_error_rate": 0.5}, f"compare answers {answer.text}")
    expect(client.post("/compare", json={"said": ""}).status_code == 422, "no words were accepted")
    page = client.get("/ui/", follow_redirects=True)
    expect(page.is_success and "gradio" in page.text, "the page is not there")
    event = client.post("/ui/gradio_api/call/compare", json={"data": [SAID, HEARD]}).json()[
        "event_id"
    ]
    lines = client.get(f"/ui/gradio_api/call/compare/{event}").text.splitlines()
    data = next(
        json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")
    )
    expect(data == [0.5], f"the page computes {data}")
print("testing works")
