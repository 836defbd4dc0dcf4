"""The service that runs when none is copied over it: it says that it is there."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/healthz")
def health() -> dict[str, bool]:
    """For probes."""
    return {"ok": True}
