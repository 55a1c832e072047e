"""The command that measures speed, memory and retrieval, alone or beside other programs."""

import argparse
import sys
from pathlib import Path

from eval.commands.common import (
    OK,
    REJECTED,
    Commands,
    add_qa,
    add_run_folder,
    now,
    qa_files,
    settings,
)
from eval.questions.dataset import read_sets
from prompts import text


def register(commands: Commands) -> None:
    """Add the command of this module."""
    bench = commands.add_parser("bench", help="đo tốc độ, bộ nhớ và việc tìm kiếm")
    add_qa(bench)
    add_run_folder(bench)
    bench.add_argument("--plans", type=Path, default=Path("plans"), help="thư mục các kế hoạch")
    bench.add_argument(
        "--peers", action="store_true", help="so với LangChain, LlamaIndex, rank_bm25 và bm25s"
    )
    bench.add_argument(
        "--data", type=Path, help="thư mục có bench_alqac2022*.jsonl.xz và bench_xquad_vi.jsonl.xz"
    )
    bench.add_argument(
        "--publish", type=Path, metavar="README.md", help="ghi bảng vào trang này, hình vào docs/"
    )
    bench.set_defaults(handler=_bench)


def _bench(options: argparse.Namespace) -> int:
    from eval.bench.own import bench, bench_text
    from eval.bench.publishing import publish, write_plots
    from eval.bench.side_by_side import side_by_side
    from eval.bench.table import screen_text
    from eval.record import run_folder, write_json
    from eval.report.texts import Language

    own = settings()
    sets = read_sets(qa_files(options.qa))
    folder = options.out or run_folder(own.home, now())
    found = side_by_side(sets, options.plans, own, with_peers=options.peers, data=options.data)
    write_json(folder / "side_by_side.json", found)
    figures = bench(sets, options.plans, own)
    write_json(folder / "bench.json", figures)
    print(f"{bench_text(figures)}\n\n{screen_text(found)}")
    write_plots(found, folder, Language.VIETNAMESE)
    if options.publish and not found.whole:
        print(text("bench.unpublished", path=options.publish), file=sys.stderr)
    elif options.publish:
        publish(found, options.publish)
        print(text("bench.published", path=options.publish))
    return OK if found.whole else REJECTED
