"""Security: tells which requirements are not held fast, and which are known to be vulnerable (pip-audit)."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from fastapi import HTTPException
from pydantic import BaseModel, Field

from service_kit import NotConfigured, create_app, serve

AUDIT_SECONDS = 120

app = create_app("security", "Checks requirements: pins, hashes, known vulnerabilities")


class Requirements(BaseModel):
    text: str = Field(min_length=1, max_length=1_000_000)


class Loose(BaseModel):
    line: int
    requirement: str
    missing: list[str]


@app.post("/pins")
def pins(requirements: Requirements) -> list[Loose]:
    """The requirements without an exact version or without a hash, by line; needs no network."""
    loose = []
    for number, line in logical_lines(requirements.text):
        missing = []
        if not re.match(r"[A-Za-z0-9._-]+(\[[^\]]*\])?\s*===?[^*,;\s]+(\s|;|$)", line):
            missing.append("version")
        if "--hash=" not in line:
            missing.append("hash")
        if missing:
            loose.append(
                Loose(line=number, requirement=line.split(" --", 1)[0][:200], missing=missing)
            )
    return loose


def logical_lines(text: str) -> list[tuple[int, str]]:
    """Requirements with the number of their first line; comments and options are left out."""
    lines: list[tuple[int, str]] = []
    start, parts = 0, list[str]()
    for number, raw in enumerate(text.splitlines(), 1):
        start = start if parts else number
        parts.append(raw.removesuffix("\\").strip())
        if raw.endswith("\\"):
            continue
        line = re.sub(r"(^|\s)#.*$", "", " ".join(parts)).strip()
        if line and not line.startswith("-"):
            lines.append((start, line))
        parts = []
    return lines


@app.post("/audit")
def audit(requirements: Requirements) -> list[dict[str, object]]:
    """The packages with known vulnerabilities (`vulns`), and those that nothing is known of (`skip_reason`).

    503 when the index that knows them cannot be asked: no answer is never taken for a good one.
    """
    loose = [each.requirement for each in pins(requirements) if "version" in each.missing]
    if loose:
        raise HTTPException(422, f"only exact versions can be audited: {loose[:5]}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "requirements.txt")
        # Only names and versions: pip-audit would follow options such as an index of the caller's.
        file.write_text(
            "\n".join(re.split(r"[;\s]", line)[0] for _, line in logical_lines(requirements.text))
        )
        command = [
            "pip-audit",
            "--disable-pip",
            "--no-deps",
            "--format=json",
            "--progress-spinner=off",
        ]
        try:
            run = subprocess.run(
                [*command, f"--cache-dir={folder}", f"--requirement={file}"],
                capture_output=True,
                text=True,
                timeout=AUDIT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NotConfigured(f"pip-audit took more than {AUDIT_SECONDS} s") from None
    try:
        found = json.loads(run.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (run.stderr.strip().splitlines() or ["no reason given"])[-1][:300]
        raise NotConfigured(f"pip-audit found out nothing: {reason}") from None
    return [each for each in found if each.get("vulns") or "skip_reason" in each]


if __name__ == "__main__":
    serve(app)
