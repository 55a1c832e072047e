"""The figures of a comparison: what each contender finds and what that costs."""

from pydantic import BaseModel, ConfigDict

CUTS = (5, 10)
TEXT_CUTS = (1, 10)


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(_Figures):
    """Shares (0..1) of the questions of a QA set all of whose quotes are found, by cut.

    `per_plan` looks at the first k passages of each plan, `listed` at the first k of the one list.
    """

    n_questions: int
    per_plan: dict[int, float]
    listed: dict[int, float]


class Costs(_Figures):
    """What the plans cost: seconds, milliseconds and MiB of the larger process at its peak.

    `cold_s` is the median from the start of a process to its first answer, `ms_*` are of the
    questions after it.
    """

    build_s: float
    cold_s: float
    ms_p50: float
    ms_p95: float
    peak_mib: float


class Recall(_Figures):
    """R@k (0..1) on a benchmark with one text to be found per question, by k."""

    n_questions: int
    at: dict[int, float]


class Contender(_Figures):
    """A contender's figures: evidence by QA set, recall by benchmark; `problems` say what failed."""

    name: str
    problems: tuple[str, ...] = ()
    costs: Costs | None = None
    evidence: dict[str, Evidence] = {}
    recall: dict[str, Recall] = {}


class SideBySide(_Figures):
    """All contenders on the same questions and machine; `missing` says why there are no peers."""

    machine: str
    n_cpus: int
    contenders: tuple[Contender, ...]
    missing: str = ""

    @property
    def whole(self) -> bool:
        """Whether everything that was asked for was measured."""
        return not self.missing and not any(one.problems for one in self.contenders)
