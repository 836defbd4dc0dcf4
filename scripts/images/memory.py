"""Imports the packages whose names are given and says what the process then needs: `memory.py NAME…`."""

import importlib
import importlib.metadata
import re
import sys


def modules(name: str) -> list[str]:
    """The importable modules of a package: those at its top level that have an __init__, or the namespace it fills."""
    found = set()
    for file in importlib.metadata.files(name) or ():
        if file.suffix == ".py" and file.name == "__init__.py" and 1 < len(file.parts) <= 6:
            found.add(".".join(file.parts[:-1]))
        elif len(file.parts) == 1 and file.suffix in (".py", ".so"):
            found.add(file.name.split(".")[0])
    shortest = min((each.count(".") for each in found), default=0)
    return sorted(each for each in found if each.count(".") == shortest and re.fullmatch(r"[\w.]+", each))


for package in sys.argv[1:]:
    for module in modules(package):
        importlib.import_module(module)
with open("/proc/self/status") as status:
    resident = next(line for line in status if line.startswith("VmRSS:"))
print(f"memory at start: {int(resident.split()[1]) * 1024} bytes", flush=True)
