"""The same plan in two files: the better text is kept, and both files say so.

A plan is the same when number, issuer and date are. Numbers begin anew each year, so two plans
of one province may share theirs: the later then has its date in its id.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.plan import Plan
from ingest.running.outcome import Outcome

# The less a format loses, the earlier it stands: an unknown one counts as text.
_RANKS = {"docx": 0, "doc": 1, "html": 2, "text": 3, "xlsx": 3, "pdf": 4, "scan": 5}


def _same_plan(plan: Plan) -> tuple[str, str, str]:
    return plan.number.casefold(), plan.issuer.casefold(), plan.issued.isoformat()


def _quality(outcome: Outcome) -> tuple[float, ...]:
    """Less is better; of equals the first is taken."""
    plan = outcome.plan
    if plan is None:
        return ()
    confidence = sum(page.confidence for page in plan.ocr) / max(1, len(plan.ocr))
    return _RANKS.get(plan.kind, 3), len(plan.ocr), -confidence, -len(plan.text)


def settle(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes in their order; of each plan one file is kept, the others are set aside."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for place, outcome in enumerate(outcomes):
        if outcome.plan:
            groups.setdefault(_same_plan(outcome.plan), []).append(place)
    settled = list(outcomes)
    for places in groups.values():
        best = min(places, key=lambda place: _quality(outcomes[place]))
        winner = outcomes[best]
        for place in places:
            other = outcomes[place]
            if place == best:
                continue
            if other.sha256 != winner.sha256:
                settled[best] = settled[best].warned([_kept_sentence(winner, other)])
            settled[place] = replace(other.warned([_aside_sentence(other, winner)]), kept=False)
    return _with_distinct_ids(settled)


def _reason(kept: Outcome, other: Outcome) -> str:
    """Why the one is kept; "" when both read alike and it merely comes first."""
    better = _quality(kept) < _quality(other)
    return " vì chữ đọc được đầy đủ hoặc tin cậy hơn" if better else ""


def _kept_sentence(kept: Outcome, other: Outcome) -> str:
    return (
        f"Kế hoạch này còn có trong tệp “{other.shown_name}”; "
        f"chỉ mục dùng tệp này{_reason(kept, other)}."
    )


def _aside_sentence(other: Outcome, kept: Outcome) -> str:
    if other.sha256 == kept.sha256:
        return f"Tệp này giống hệt tệp “{kept.shown_name}” nên chỉ được dùng một lần."
    return (
        f"Kế hoạch này còn có trong tệp “{kept.shown_name}”; chỉ mục dùng tệp đó"
        f"{_reason(kept, other)}, tệp này được để riêng."
    )


def _with_distinct_ids(outcomes: list[Outcome]) -> tuple[Outcome, ...]:
    """Kept plans of one id: all but the earliest get their date behind it."""
    by_id: dict[str, list[tuple[str, int, Plan]]] = {}
    for place, outcome in enumerate(outcomes):
        if outcome.plan and outcome.kept:
            entry = (outcome.plan.issued.isoformat(), place, outcome.plan)
            by_id.setdefault(outcome.plan.plan_id, []).append(entry)
    taken = set(by_id)
    for plan_id, entries in by_id.items():
        for number, (issued, place, plan) in enumerate(sorted(entries, key=lambda e: e[:2])):
            if number:
                dated = f"{plan_id}-{issued}"
                new_id = dated if dated not in taken else f"{dated}-{number}"
                taken.add(new_id)
                outcomes[place] = replace(outcomes[place], result=with_id(plan, new_id))
    return tuple(outcomes)


def with_id(plan: Plan, plan_id: str) -> Plan:
    """The plan under another id, its chunks too."""

    def moved(chunk_id: str) -> str:
        return plan_id + chunk_id.removeprefix(plan.plan_id)

    chunks = tuple(
        replace(
            chunk,
            plan_id=plan_id,
            chunk_id=moved(chunk.chunk_id),
            lead_id=None if chunk.lead_id is None else moved(chunk.lead_id),
        )
        for chunk in plan.chunks
    )
    return replace(plan, plan_id=plan_id, chunks=chunks)
