#!/opt/venv/bin/python3
"""The service starts, finds loose pins, and says so when it cannot ask for vulnerabilities, as here without network."""

import subprocess

from service_probe import expect, running

TEXT = "# own\nfastapi>=0.1\nnumpy==1.26.4 \\\n    --hash=sha256:ab\nclick==8.1.0\n"

with running() as client:
    found = {
        each["line"]: each["missing"] for each in client.post("/pins", json={"text": TEXT}).json()
    }
    expect(found == {2: ["version", "hash"], 5: ["hash"]}, f"pins finds {found}")
    expect(
        client.post("/audit", json={"text": "fastapi>=1"}).status_code == 422, "a range was audited"
    )
    audited = client.post("/audit", json={"text": "jinja2==2.4.1"})
    if audited.status_code == 200:
        [told] = audited.json()
        expect(told.get("vulns") or told.get("skip_reason"), f"audit is content with {told}")
    else:
        expect(audited.status_code == 503, f"audit answers {audited.text}")
subprocess.run(["pip-audit", "--version"], check=True)
print("security works")
