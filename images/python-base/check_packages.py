#!/opt/venv/bin/python3
"""Imports every package that is installed: `check-packages [NAME…]`, without the named ones.

For smoke tests. A package counts by the modules at its top level, as its list of files names them. Ends with 0 and the
number of packages, else with 1 and a sentence for each that does not import. `pip check` looks at versions only; a package
whose library is missing or was built for another numpy fails here.
"""

import importlib
import importlib.metadata
import os
import sys
from collections.abc import Iterator


def modules(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """Names of the modules and packages that a distribution puts at the top level."""
    names = set()
    for file in distribution.files or ():
        top = file.parts[0]
        if top.endswith((".dist-info", ".data")) or top in ("..", "__pycache__"):
            continue
        if len(file.parts) > 1 and file.suffix in (".py", ".so"):
            names.add(top)
        elif len(file.parts) == 1 and file.suffix in (".py", ".so"):
            names.add(file.name.split(".")[0])
    return (name for name in sorted(names) if name.isidentifier())


def main() -> int:
    left_out = set(sys.argv[1:])
    failures = []
    count = 0
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if name in left_out:
            left_out.discard(name)
            continue
        count += 1
        for module in modules(distribution):
            try:
                importlib.import_module(module)
            except BaseException as error:  # a module may also end the program
                failures.append(f"{name}: import {module}: {type(error).__name__}: {error}")
    failures += [f"{name}: not installed, so it need not be left out" for name in sorted(left_out)]
    for failure in failures:
        print(f"check-packages: {failure}", file=sys.stderr)
    print(f"check-packages: {count} packages import" if not failures else "check-packages: failed", flush=True)
    # Threads that a package starts when it is imported must not keep the check from ending.
    os._exit(1 if failures else 0)


if __name__ == "__main__":
    main()
