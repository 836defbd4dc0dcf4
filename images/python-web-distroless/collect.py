"""Copies what a Python service needs at run time into a root file system of its own: `collect.py TARGET`.

What is needed is found, not listed: the interpreter of the virtual environment wherever the base keeps it, its standard
library, and the shared libraries that any of these files is linked to (`ldd`). Packages of Debian whose files are taken
are recorded in var/lib/dpkg/status.d, where scanners of images without a package manager look for them.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

VENV = pathlib.Path("/opt/venv")
# Of the standard library: never imported by a service, or there to install packages.
LEFT_OUT = {"ensurepip", "idlelib", "lib2to3", "test", "tkinter", "turtledemo"}
# Of the virtual environment: what installs packages.
INSTALLERS = {"pip", "wheel"}
FILES = [
    "/etc/nsswitch.conf",
    "/etc/os-release",
    "/etc/ssl/certs/ca-certificates.crt",
    "/usr/bin/tini",
    "/usr/local/bin/healthcheck",
]
# Loaded by name at run time, so ldd does not tell: the unwinder that ending a thread needs.
LOADED_BY_NAME = "libgcc_s.so.1"


class Collector:
    """Copies files with the chain of links that leads to them, under their real folders."""

    def __init__(self, target: pathlib.Path) -> None:
        self.target = target
        self.files: set[str] = set()

    def take(self, path: str) -> None:
        """Copies a file; a link is copied as a link, and what it points to as well."""
        here = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        if here in self.files:
            return
        self.files.add(here)
        place = self.target / here.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        if os.path.islink(here):
            to = os.readlink(here)
            place.symlink_to(to)
            if not os.path.isdir(here):  # what is in a folder is taken by itself
                self.take(os.path.join(os.path.dirname(here), to))
        else:
            shutil.copy2(here, place)

    def take_tree(self, folder: str, left_out: set[str]) -> None:
        """Copies a folder without the folders of some names."""
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(
                name
                for name in folders
                if name not in left_out and not re.match(r"(pip|wheel)-[\d.]+\.dist-info$|config-", name)
            )
            for name in sorted(names) + [each for each in folders if os.path.islink(os.path.join(parent, each))]:
                if not (parent.endswith("/bin") and re.match(r"(pip|wheel|[Aa]ctivate)", name)):
                    self.take(os.path.join(parent, name))

    def take_libraries(self) -> None:
        """Copies what the copied programs and libraries are linked to, directly or not."""
        programs = [path for path in sorted(self.files) if not os.path.islink(path) and is_elf(path)]
        for path in programs:
            said = subprocess.run(["ldd", path], capture_output=True, text=True, check=False).stdout
            if "not found" in said:
                # Libraries that a package carries find each other at run time by their own folder.
                print(f"collect: {path}: {said}", file=sys.stderr)
            for library in re.findall(r"(?:=> |^\s+)(/\S+)", said, re.MULTILINE):
                self.take(library)


def is_elf(path: str) -> bool:
    """Whether a file is a program or a shared library."""
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def write_accounts(target: pathlib.Path) -> None:
    """Only root and the user of services; nobody has a shell."""
    for name, keep in (("passwd", "root|app"), ("group", "root|app")):
        lines = pathlib.Path("/etc", name).read_text().splitlines()
        kept = [line for line in lines if re.match(f"({keep}):", line)]
        text = "".join(re.sub(r":/bin/\w+$", ":/nonexistent", line) + "\n" for line in kept)
        (target / "etc" / name).write_text(text)


def record_packages(target: pathlib.Path, files: set[str]) -> None:
    """One file for each Debian package that a taken file belongs to, as distroless images have them."""
    # dpkg knows some files by the names they had before /lib became a link to /usr/lib.
    asked = sorted(files | {file.removeprefix("/usr") for file in files if file.startswith("/usr/lib")})
    said = subprocess.run(["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False).stdout
    packages = {name for line in said.splitlines() for name in line.split(": ")[0].split(", ")}
    folder = target / "var/lib/dpkg/status.d"
    folder.mkdir(parents=True)
    for name in sorted(packages):
        status = subprocess.run(["dpkg-query", "--status", name], capture_output=True, text=True, check=True).stdout
        (folder / name.split(":")[0]).write_text(status)


def main() -> None:
    target = pathlib.Path(sys.argv[1])
    (target / "usr").mkdir(parents=True)
    for name in ("bin", "lib", "lib64"):
        if os.path.islink(f"/{name}"):
            (target / f"usr/{name}").mkdir()
            (target / name).symlink_to(f"usr/{name}")
    collector = Collector(target)
    for file in FILES:
        collector.take(file)
    for key in ("stdlib", "platstdlib"):
        collector.take_tree(sysconfig.get_paths(scheme="posix_prefix", vars=base_variables())[key], LEFT_OUT)
    collector.take_tree(str(VENV), INSTALLERS)
    for library in pathlib.Path("/usr/lib").glob(f"*/{LOADED_BY_NAME}"):
        collector.take(str(library))
    collector.take_libraries()
    write_accounts(target)
    record_packages(target, collector.files)
    for folder, mode in (("app", 0o755), ("home/app", 0o700), ("tmp", 0o1777)):
        (target / folder).mkdir(parents=True, exist_ok=True)
        (target / folder).chmod(mode)
    for folder in ("app", "home/app"):
        os.chown(target / folder, 10001, 10001)


def base_variables() -> dict[str, str]:
    """Where the interpreter that the virtual environment was made from keeps its library."""
    return {"base": sys.base_prefix, "platbase": sys.base_exec_prefix, "installed_base": sys.base_prefix,
            "installed_platbase": sys.base_exec_prefix}


if __name__ == "__main__":
    main()
