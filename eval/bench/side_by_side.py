"""The project and its peers side by side: same documents, questions, machine and judgement."""

import os
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.bench.contenders import Program, ours, peers
from eval.bench.environment import peers_python
from eval.bench.figures import SideBySide
from eval.bench.measuring import Trial, compete
from eval.bench.questions import asked, benchmarks, write_corpus
from eval.bench.spawned import in_own_process
from eval.errors import EvalInputError
from eval.questions.dataset import QASet

if TYPE_CHECKING:
    from index.settings import Settings


def side_by_side(
    sets: Sequence[QASet],
    plans: Path,
    settings: "Settings",
    *,
    with_peers: bool,
    data: Path | None = None,
) -> SideBySide:
    """The figures of this project and, where asked for, of its peers, one after the other.

    `data` is the folder of the two benchmarks' files. Peers that cannot be installed are told in
    `missing`. Raises EvalInputError when there is nothing to ask.
    """
    from tqdm import tqdm

    on_plans = in_own_process(asked, sets, settings)
    texts = in_own_process(benchmarks, data) if data else ()
    programs, missing = _programs(settings.home, with_peers=with_peers)
    with tempfile.TemporaryDirectory(prefix="hoikh-bench-") as folder:
        corpus = Path(folder) / "corpus.jsonl"
        write_corpus(corpus, on_plans.texts)
        trial = Trial(plans, corpus, on_plans.questions, texts)
        found = tuple(compete(one, trial) for one in tqdm(programs, unit="cách", disable=None))
    return SideBySide(
        machine=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        n_cpus=os.cpu_count() or 1,
        contenders=found,
        missing=missing,
    )


def _programs(home: Path, *, with_peers: bool) -> tuple[tuple[Program, ...], str]:
    """The contenders, this project first, and why there is nobody else."""
    if not with_peers:
        return ours(), ""
    try:
        return (*ours(), *peers(peers_python(home))), ""
    except EvalInputError as exc:
        return ours(), exc.user_message
