"""The page of the Monitoring service (Streamlit): how the services of SERVICES are."""

import os

import streamlit

from status import addresses, ask

streamlit.set_page_config(page_title="Monitoring")
streamlit.title("Services")
try:
    services = addresses(os.environ.get("SERVICES", ""))
except ValueError as error:
    streamlit.error(f"SERVICES: {error}")
    streamlit.stop()
if not services:
    streamlit.info("Set SERVICES to name=http://host:port, with commas between.")
statuses = ask(services)
streamlit.metric("Answering", f"{sum(status.ok for status in statuses)} of {len(statuses)}")
for status in statuses:
    (streamlit.success if status.ok else streamlit.error)(f"{status.service}: {status.detail}")
streamlit.button("Ask again")
