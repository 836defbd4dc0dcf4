"""Monitoring: Streamlit has a server and a health check of its own; this starts it for dashboard.py."""

import os

OPTIONS = {
    "server.address": "0.0.0.0",
    "server.port": os.environ.get("PORT", "8000"),
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}

if __name__ == "__main__":
    options = [f"--{name}={value}" for name, value in OPTIONS.items()]
    os.execvp("streamlit", ["streamlit", "run", "dashboard.py", *options])
