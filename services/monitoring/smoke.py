#!/opt/venv/bin/python3
"""The service starts, and its page tells a service that answers from one that does not."""

import os

from streamlit.testing.v1 import AppTest

from service_probe import expect, running

with running("/_stcore/health") as client:
    page = client.get("/")
    expect(page.is_success and "Streamlit" in page.text, "the page is not there")
    # The server answers any path, so it stands for a service that works; nothing listens on port 1.
    os.environ["SERVICES"] = f"self={client.base_url}, gone=http://127.0.0.1:1"
    shown = AppTest.from_file("/app/dashboard.py", default_timeout=60).run()
    expect(not shown.exception, f"the page fails: {shown.exception}")
    expect(shown.metric[0].value == "1 of 2", f"the page counts {shown.metric[0].value}")
os.environ["SERVICES"] = "nonsense"
wrong = AppTest.from_file("/app/dashboard.py", default_timeout=60).run()
expect("no name=http" in wrong.error[0].value, "a wrong setting is not told")
print("monitoring works")
