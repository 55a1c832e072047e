"""`python -m index build FILE|DIR…`, `index search "câu hỏi"` and `index bases [WORDS]`.

Exit 0: done. 1: some input was rejected or the snapshot cannot be used. 2: wrong usage.
"""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from index.builder import build_snapshot, ingest_files, is_stale
from index.citing import find_citing
from index.embedding.embedder import load_embedder
from index.search.retriever import ScoredChunk
from index.settings import Settings, load_settings
from index.snapshot import Snapshot, open_snapshot
from ingest.errors import AssistantError
from ingest.output.screen import Bars, notice_text, rejected_text
from ingest.running.cache import PlanCache

_MAX_RESULTS = 100


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="index", description="Lập chỉ mục các kế hoạch và tìm đoạn văn trong đó."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="lập chỉ mục các tệp hoặc thư mục")
    build.add_argument("paths", nargs="+", type=Path, metavar="TỆP|THƯ_MỤC")
    build.add_argument("--out", type=Path, help="thư mục chỉ mục (mặc định: HOIKH_HOME/index)")
    build.add_argument("--if-stale", action="store_true", help="chỉ lập khi chỉ mục đã cũ")
    search = commands.add_parser("search", help="tìm đoạn văn trong các kế hoạch")
    search.add_argument("query", metavar="CÂU_HỎI")
    search.add_argument("--k", type=_count, default=10, help="số đoạn cho mỗi kế hoạch (1-100)")
    search.add_argument("--plan", help="chỉ tìm trong kế hoạch có số hiệu này")
    search.add_argument("--json", action="store_true", help="mỗi đoạn một dòng JSON")
    bases = commands.add_parser("bases", help="tìm văn bản mà các kế hoạch dẫn")
    bases.add_argument("words", nargs="*", metavar="SỐ_HIỆU|TỪ", help="số hiệu hoặc từ trong tên")
    bases.add_argument("--json", action="store_true", help="mỗi văn bản một dòng JSON")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MAX_RESULTS:
        raise argparse.ArgumentTypeError(f"phải từ 1 đến {_MAX_RESULTS}")
    return number


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _build(paths: Sequence[Path], home: Path, settings: Settings, if_stale: bool) -> int:
    embedder = load_embedder(settings.embedder)
    limits = settings.ingest.limits
    if if_stale and not is_stale(paths, home, embedder, limits):
        print(f"Chỉ mục còn mới: {home}")
        return 0
    with Bars() as bars:
        ingested = ingest_files(paths, bars.show, limits, PlanCache(settings.plans_folder))
    for file, error in ingested.rejected:
        _say(rejected_text(str(file), error))
    for file, sentence in ingested.warnings:
        _say(notice_text(str(file), sentence))
    snapshot = build_snapshot(ingested, home, embedder)
    entries = snapshot.manifest.plans
    for entry in entries:
        print(f"{entry.number}: {entry.chunks} đoạn")
    print(f"Đã lập chỉ mục {len(entries)} kế hoạch: {home / snapshot.identity}")
    return 1 if ingested.rejected else 0


def _asked_plans(snapshot: Snapshot, number: str | None) -> list[str] | None:
    """The ids of the plans of that number; None when no number is given."""
    if number is None:
        return None
    wanted = number.casefold()
    found = [p.plan_id for p in snapshot.catalogue.plans() if p.number.casefold() == wanted]
    if not found:
        numbers = ", ".join(plan.number for plan in snapshot.catalogue.plans())
        raise AssistantError(f"Không có kế hoạch số “{number}”. Các kế hoạch hiện có: {numbers}.")
    return found


def _as_json(hit: ScoredChunk, number: str, expansions: Sequence[str]) -> str:
    record = {
        "plan": number,
        "section": " > ".join(hit.chunk.path),
        "text": hit.chunk.text,
        "score": round(hit.score, 4),
        "rank": hit.rank,
        "lexical": round(hit.lexical, 4),
        "dense": round(hit.dense, 4),
        "coverage": round(hit.coverage, 4),
        "chunk_id": hit.chunk.chunk_id,
        "start": hit.chunk.start,
        "end": hit.chunk.end,
        "expansions": list(expansions),
    }
    return json.dumps(record, ensure_ascii=False)


def _as_line(hit: ScoredChunk) -> str:
    text = " ".join(hit.chunk.text.split())
    place = " > ".join(hit.chunk.path)
    return f"{hit.rank:3d}. {hit.score:.3f} (phủ {hit.coverage:.0%})  [{place}] {text}"


def _search(query: str, k: int, number: str | None, as_json: bool, settings: Settings) -> int:
    snapshot = open_snapshot(settings)
    found = snapshot.retriever.search(query, _asked_plans(snapshot, number), k)
    opened = [f"{one.source} → {one.target}" for one in snapshot.retriever.expansions(query)]
    if opened and not as_json:
        print(f"Tìm thêm theo: {'; '.join(opened)}")
    for plan_id, hits in found.items():
        plan = snapshot.catalogue.plan(plan_id)
        if not as_json:
            print(f"{plan.number} ({plan.province}): {len(hits)} đoạn")
        for hit in hits:
            print(_as_json(hit, plan.number, opened) if as_json else _as_line(hit))
    return 0


def _bases(words: Sequence[str], as_json: bool, settings: Settings) -> int:
    found = find_citing(open_snapshot(settings).catalogue.plans(), " ".join(words))
    for citing in found:
        basis = citing.basis
        if as_json:
            issued = basis.issued.isoformat() if basis.issued else None
            record = {"plan": citing.plan.number, **asdict(basis), "issued": issued}
            print(json.dumps(record, ensure_ascii=False))
            continue
        dated = f" ngày {basis.issued:%d/%m/%Y}" if basis.issued else ""
        named = " ".join(filter(None, (basis.doc_type, basis.number)))
        print(f"{citing.plan.number}: {named}{dated}, {basis.issuer}: {basis.title}")
    if not found and not as_json:
        _say("Không kế hoạch nào dẫn văn bản như vậy.")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command."""
    given = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        settings = load_settings()
        if given.command == "build":
            home = given.out or settings.index_home
            return _build(given.paths, home, settings, given.if_stale)
        if given.command == "bases":
            return _bases(given.words, given.json, settings)
        return _search(given.query, given.k, given.plan, given.json, settings)
    except AssistantError as error:
        _say(error.user_message)
        return 1
    except KeyboardInterrupt:
        _say("Đã dừng theo yêu cầu. Các tệp đã đọc xong không phải đọc lại.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
