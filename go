#!/usr/bin/env python3
"""Sets Seasoned up and runs it. Needs Python 3.11 or newer and nothing else.

    python3 go run [ARGUMENTS]    build the environment, then run the sample person end to end
    python3 go seasoned ...       the program itself, with your own data
    python3 go test [ARGUMENTS]   build the test environment, then pass every check and test
    python3 go check              the quick checks alone: style, types, layers, content
    python3 go setup              build the environment and stop

The environment is .venv beside this file, made by uv from uv.lock; uv is taken from PATH or
fetched into .tools. Nothing outside this folder is changed, except that `test` installs Debian's
Chromium when it is missing and this user may (root, or sudo without a password).
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
TOOLS = HERE / ".tools"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
EXE = ".exe" if os.name == "nt" else ""


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        return stop(f"Seasoned needs Python 3.11 or newer; this is {platform.python_version()}.")
    commands = {"run": run, "seasoned": seasoned, "test": test, "check": check, "setup": setup}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if not arguments or arguments[0] in ("-h", "--help", "help") else 2
    return commands[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    build(dev=False)
    return call([PYTHON, "-m", "seasoned", "demo", *arguments])


def seasoned(arguments: list[str]) -> int:
    build(dev=False)
    return call([PYTHON, "-m", "seasoned", *arguments])


def setup(arguments: list[str]) -> int:
    build(dev="--dev" in arguments)
    say(f"Ready. The program is {BIN / ('seasoned' + EXE)}.")
    return 0


def check(arguments: list[str]) -> int:
    build(dev=True)
    steps = [
        ("style", [BIN / "ruff", "check", "."]),
        ("format", [BIN / "ruff", "format", "--check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("layers", [BIN / "lint-imports"]),
        ("content", [PYTHON, "-m", "seasoned", "content", "check"]),
    ]
    failed = [name for name, command in steps if not step(name, command)]
    return stop(f"Failed: {', '.join(failed)}.") if failed else 0


def test(arguments: list[str]) -> int:
    build(dev=True)
    chromium()
    checked = 0 if arguments else check([])
    tested = call([PYTHON, "-m", "pytest", *arguments])
    return tested or checked


def step(name: str, command: list) -> bool:
    say(f"{name} ...")
    return call(command) == 0


def build(*, dev: bool) -> None:
    """Makes .venv match uv.lock; does nothing when it already does."""
    wanted = fingerprint(dev)
    stamp = VENV / "seasoned-built"
    built = stamp.read_text().split() if stamp.exists() else []
    if PYTHON.exists() and wanted in built:
        return
    say("Building the environment (once) ...")
    groups = ["--group", "dev"] if dev else ["--no-dev"]
    keep = ["--inexact"]
    command = [uv(), "sync", "--locked", "--quiet", "--python", sys.executable, *groups, *keep]
    if call(command, cwd=HERE):
        raise SystemExit(stop("The environment could not be built; the lines above say why."))
    stamp.write_text("\n".join([wanted, *([fingerprint(False)] if dev else [])]))


def fingerprint(dev: bool) -> str:
    digest = hashlib.sha256(
        (HERE / "uv.lock").read_bytes() + (HERE / "pyproject.toml").read_bytes()
    )
    return (
        f"{digest.hexdigest()[:16]}-{'dev' if dev else 'run'}-{HERE.as_posix().replace(' ', '_')}"
    )


def uv() -> str:
    """Path of uv: from PATH, from an earlier run, by pip, by a throw-away venv, or straight from PyPI."""
    found = shutil.which("uv") or existing()
    if found:
        return found
    TOOLS.mkdir(exist_ok=True)
    for way in (by_pip, by_venv, by_download):
        try:
            way()
        except (OSError, subprocess.CalledProcessError, ValueError, KeyError):
            continue
        if existing():
            return existing()
    raise SystemExit(
        stop(
            "uv could not be fetched. Check the network, or install uv "
            "(https://docs.astral.sh/uv/) and run this again."
        )
    )


def existing() -> str:
    places = [
        TOOLS / "bin" / f"uv{EXE}",
        TOOLS / "venv" / BIN.name / f"uv{EXE}",
        TOOLS / f"uv{EXE}",
    ]
    return next((str(place) for place in places if place.exists()), "")


def by_pip() -> None:
    quiet([sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS, "uv>=0.9"])


def by_venv() -> None:
    quiet([sys.executable, "-m", "venv", TOOLS / "venv"])
    quiet([TOOLS / "venv" / BIN.name / "python", "-m", "pip", "install", "--quiet", "uv>=0.9"])


def by_download() -> None:
    request = urllib.request.Request(
        "https://pypi.org/simple/uv/", headers={"Accept": "application/vnd.pypi.simple.v1+json"}
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        files = json.load(reply)["files"]
    wheels = [f for f in files if f["filename"].endswith(".whl") and fits(f["filename"])]
    wheel = max(wheels, key=lambda f: f.get("upload-time", ""))
    with urllib.request.urlopen(wheel["url"], timeout=300) as reply:
        data = reply.read()
    if hashlib.sha256(data).hexdigest() != wheel["hashes"]["sha256"]:
        raise ValueError("the download of uv is damaged")
    target = TOOLS / wheel["filename"]
    target.write_bytes(data)
    with zipfile.ZipFile(target) as archive:
        name = next(n for n in archive.namelist() if n.endswith(f"/scripts/uv{EXE}"))
        (TOOLS / f"uv{EXE}").write_bytes(archive.read(name))
    (TOOLS / f"uv{EXE}").chmod(0o755)
    target.unlink()


def fits(name: str) -> bool:
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    if sys.platform.startswith("linux"):
        libc = "musllinux" if platform.libc_ver()[0] != "glibc" else "manylinux"
        return libc in name and machine in name
    if sys.platform == "darwin":
        return "macosx" in name and ("arm64" if machine == "aarch64" else machine) in name
    return "win_" in name and {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine) in name


def chromium() -> None:
    """Installs Debian's Chromium for the browser tests, or says that these will be skipped."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    may = shutil.which("apt-get") and (
        not sudo or (shutil.which("sudo") and not call([*sudo, "true"]))
    )
    if not may:
        say(
            "Chromium is missing and cannot be installed here: browser tests will be skipped. "
            "Install the package 'chromium' to run them."
        )
        return
    say("Installing Debian's Chromium for the browser tests ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call([*sudo, "apt-get", "update", "-qq"], env=environment)
    packages = ["chromium", "fonts-dejavu-core"]
    if call(
        [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        env=environment,
        stdout=subprocess.DEVNULL,
    ):
        say("Chromium could not be installed: browser tests will be skipped.")


def quiet(command: list) -> None:
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def call(command: list, **options: object) -> int:
    try:
        return subprocess.call([str(part) for part in command], **options)
    except KeyboardInterrupt:
        return 130


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> int:
    say(text)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
