"""The environment of the peers' packages: made once beside the index, pinned, never ours."""

import os
import subprocess
import sys
from pathlib import Path

from eval.errors import EvalInputError
from prompts import text

REQUIREMENTS = Path(__file__).with_name("peers") / "requirements.txt"
CONSTRAINTS = Path(__file__).with_name("peers") / "constraints.txt"
_STAMP = ".installed"
_INSTALL_S = 1_800


def peers_python(home: Path) -> str:
    """The interpreter of the peers' environment under `home`, installed on the first call.

    torch comes from TORCH_INDEX_URL where that is set, as in the Makefile. Raises EvalInputError
    when something cannot be installed, without a network for instance.
    """
    folder = home.resolve() / "bench-peers"
    python = folder / "bin" / "python"
    stamp = folder / _STAMP
    wanted = REQUIREMENTS.read_text(encoding="utf-8") + CONSTRAINTS.read_text(encoding="utf-8")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        install = [str(python), "-m", "pip", "install", "--quiet", "-c", str(CONSTRAINTS)]
        source = os.environ.get("TORCH_INDEX_URL")
        _run([*install, *(["--index-url", source] if source else []), "torch"])
        _run([*install, "-r", str(REQUIREMENTS)])
        stamp.write_text(wanted, encoding="utf-8")
    return str(python)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - pip of an environment of ours, pinned packages
            command, capture_output=True, text=True, timeout=_INSTALL_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as exc:
        raise EvalInputError(text("bench.peers_missing", problem=type(exc).__name__)) from exc
    if done.returncode != 0:
        problem = done.stderr.strip().splitlines()[-1:] or [""]
        raise EvalInputError(text("bench.peers_missing", problem=problem[0][:300]))
