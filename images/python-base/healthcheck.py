#!/opt/venv/bin/python3
"""Tells whether a service answers: `healthcheck [URL]`, by default http://127.0.0.1:8000/healthz.

For HEALTHCHECK and for probes that run a command. Ends with 0 when the answer has a status below 400, else with 1 and a
sentence on standard error. Uses the standard library only, so it starts fast and breaks with no package.
"""

import sys
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 5


def main() -> int:
    url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000/healthz"
    if not url.startswith(("http://", "https://")):
        print(f"healthcheck: {url!r} is no http URL", file=sys.stderr)
        return 1
    # A probe asks the service itself, never a proxy.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=TIMEOUT_SECONDS):
            return 0
    except (urllib.error.URLError, OSError) as error:
        print(f"healthcheck: {url}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
