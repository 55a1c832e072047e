"""An optional second opinion: a language model judges stored answers, and is itself measured.

Off unless asked for, and never part of the pass rate: what is reported is how far the model
agrees with the deterministic measures (share and Cohen's kappa), and where it does not.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.case import Case
from eval.errors import EvalInputError
from eval.measures.definitions import judge as judge_measures
from prompts import text

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from index.settings import LlmSettings

TIMEOUT_S = 60.0
MAX_REPLY_TOKENS = 300
_MAX_CHARS = 8_000  # of one part of the prompt: an answer or its evidence


class Opinion(BaseModel):
    """A judge's verdict on one answer."""

    model_config = ConfigDict(frozen=True, strict=True)

    right: bool
    reason: str = ""


class Judge(Protocol):
    """Judges answers; `model` names what does it."""

    @property
    def model(self) -> str:
        """The name of the model, reported with every figure."""
        ...

    def opinion(self, case: Case) -> Opinion | None:
        """The verdict on a case; None when the reply cannot be read."""
        ...


class JudgedItem(BaseModel):
    """Both verdicts on one item; `right` is None for a reply that could not be read."""

    model_config = ConfigDict(frozen=True)

    id: str
    category: str
    passed: bool
    right: bool | None
    reason: str


class Agreement(BaseModel):
    """How far a judge agrees with the deterministic pass, over the items it could be read on.

    `kappa` is None when there is nothing to compare.
    """

    model_config = ConfigDict(frozen=True)

    model: str
    n: int
    n_unreadable: int
    agreement: float | None
    kappa: float | None
    by_category: dict[str, float]
    items: tuple[JudgedItem, ...]


def cohen_kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Agreement of two raters beyond chance (Cohen 1960); None without pairs.

    1.0 when both always say the same one thing, where chance alone would explain all.
    """
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(one == other for one, other in pairs) / n
    first, second = (sum(pair[i] for pair in pairs) / n for i in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return 1.0 if chance == 1.0 else (observed - chance) / (1 - chance)


def prompt_of(case: Case) -> tuple[str, str]:
    """The instructions and the item, as they are sent to a model."""
    item = case.item

    def listed(lines: Iterable[str]) -> str:
        return "\n".join(_data(f"- {line}") for line in lines) or text("judge.nothing")

    return text("judge.system"), text(
        "judge.item",
        question=_data("\n".join(item.turns)),
        answerable=text("judge.yes" if item.answerable else "judge.no"),
        must=listed(" / ".join(group) for group in item.must),
        must_not=listed(item.must_not),
        evidence=listed(f"{one.doc}: {one.quote}" for one in item.evidence),
        answer=_data(case.prediction.answer) or text("judge.nothing"),
    )


def _data(said: str) -> str:
    """Text as data between tags: it can neither close its tag nor open one."""
    return said[:_MAX_CHARS].replace("<", "‹").replace(">", "›")


def read_opinion(reply: str) -> Opinion | None:
    """The verdict in a model's reply; None when there is none."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return Opinion.model_validate_json(reply[start : end + 1])
    except ValidationError:
        return None


class ModelJudge:
    """A judge behind a chat model."""

    def __init__(self, model: str, chat: "BaseChatModel") -> None:
        if not model.strip():
            raise EvalInputError(text("judge.model_missing"))
        self.model = model
        self._chat = chat

    def opinion(self, case: Case) -> Opinion | None:
        """The verdict on a case; None when the reply cannot be read.

        Raises: EvalInputError when the model cannot be asked.
        """
        system, item = prompt_of(case)
        try:
            reply = self._chat.invoke([("system", system), ("human", item)])
        except Exception as exc:
            # Whatever the client raises (connection, time-out, 4xx, 5xx) ends the judging.
            problem = type(exc).__name__
            sentence = text("judge.unreachable", model=self.model, problem=problem)
            raise EvalInputError(sentence, detail=problem) from exc
        return read_opinion(reply.text)


def model_judge(model: str, settings: "LlmSettings") -> ModelJudge:
    """A judge at the configured OpenAI-compatible endpoint.

    Raises: EvalInputError without a model's name or an endpoint.
    """
    if not model.strip():
        raise EvalInputError(text("judge.model_missing"))
    if not settings.base_url:
        raise EvalInputError(text("judge.no_endpoint"))
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    chat = ChatOpenAI(
        model=model,
        base_url=settings.base_url,
        # The client insists on a key; servers on the intranet often need none.
        api_key=settings.api_key if settings.api_key.get_secret_value() else SecretStr("none"),
        temperature=0.0,
        timeout=TIMEOUT_S,
        max_retries=1,
        max_completion_tokens=MAX_REPLY_TOKENS,
    )
    return ModelJudge(model, chat)


def agreement(judge: Judge, cases: Iterable[Case]) -> Agreement:
    """The judge's verdicts on all cases beside the deterministic ones."""
    items = tuple(_judged(judge, case) for case in cases)
    readable = [item for item in items if item.right is not None]
    pairs = [(item.passed, bool(item.right)) for item in readable]
    categories: dict[str, list[bool]] = {}
    for item in readable:
        categories.setdefault(item.category, []).append(item.passed == item.right)
    return Agreement(
        model=judge.model,
        n=len(items),
        n_unreadable=len(items) - len(readable),
        agreement=sum(one == other for one, other in pairs) / len(pairs) if pairs else None,
        kappa=cohen_kappa(pairs),
        by_category={name: sum(same) / len(same) for name, same in categories.items()},
        items=items,
    )


def _judged(judge: Judge, case: Case) -> JudgedItem:
    opinion = judge.opinion(case)
    (scored,) = judge_measures([case])
    return JudgedItem(
        id=case.item.id,
        category=case.item.category,
        passed=scored.scores["passed"] == 1.0,
        right=opinion.right if opinion else None,
        reason=opinion.reason if opinion else "",
    )


def agreement_text(found: Agreement) -> str:
    """The agreement for the terminal, with the items on which the two differ."""
    from eval.console import percent

    kappa = "–" if found.kappa is None else f"{found.kappa:.2f}".replace(".", ",")
    only_judge = [item.id for item in found.items if item.right and not item.passed]
    only_measures = [item.id for item in found.items if item.passed and item.right is False]
    lists = (("judge.only_judge", only_judge), ("judge.only_measures", only_measures))
    return "\n".join(
        [
            text("judge.result", model=found.model, n=found.n, unreadable=found.n_unreadable),
            text("judge.agreement", agreement=percent(found.agreement), kappa=kappa),
            *(text(key, n=len(ids), ids=", ".join(ids)) for key, ids in lists if ids),
            text("judge.caution"),
        ]
    )
