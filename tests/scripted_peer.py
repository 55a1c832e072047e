"""A scripted contender: it searches nothing, it answers what a script says."""

import sys
from pathlib import Path

from eval.bench.contenders import PEERS, Program

HONEST = """
def search(question, n):
    return [(one["doc"], one["text"]) for one in corpus][:n]
"""
_BEGINNING = f"""
import json, sys, time
sys.path.insert(0, {str(PEERS)!r})
from protocol import lines_of, serve

def build(corpus, index):
    index.mkdir()
    (index / "corpus").write_text(json.dumps(lines_of(corpus)))

def opened(index):
    global corpus
    corpus = json.loads((index / "corpus").read_text())
    return search
"""


def peer(folder: Path, script: str = HONEST, name: str = "Bên thử") -> Program:
    """A contender whose search, or whatever else, is defined by `script`."""
    file = folder / "peer.py"
    file.write_text(f"{_BEGINNING}\n{script}\nserve(build, opened)\n", encoding="utf-8")
    return Program(name, sys.executable, (str(file),))
