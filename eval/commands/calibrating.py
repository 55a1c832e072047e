"""The command that fits how sure an answer must be."""

import argparse
from dataclasses import replace
from pathlib import Path

from eval.commands.common import OK, Commands, add_twins, settings
from eval.questions.dataset import SHIPPED, read_sets
from prompts import text


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    calibrate = commands.add_parser(
        "calibrate", help="tính lại độ chắc chắn cần có để trả lời, từ bộ dev và các cách hỏi khác"
    )
    calibrate.add_argument(
        "--qa", type=Path, nargs="+", default=[SHIPPED / "dev.jsonl"], metavar="FILE",
        help="bộ câu hỏi, JSONL (mặc định: bộ dev)",
    )  # fmt: skip
    add_twins(calibrate)
    calibrate.add_argument("--weights", type=Path, help="tệp TOML kết quả (mặc định: tệp đi kèm)")
    calibrate.add_argument("--curve", type=Path, help="tệp JSON kết quả (mặc định: tệp đi kèm)")
    calibrate.set_defaults(handler=_calibrate)


def _calibrate(options: argparse.Namespace) -> int:
    from app.chain import open_assistant
    from eval.calibration.examples import examples
    from eval.calibration.files import CURVE, WEIGHTS, write_curve, write_weights
    from eval.calibration.fitting import chosen, confidences, curve, fitted
    from eval.questions.twins import TwinKind, read_twins

    sets = read_sets(options.qa)
    items = [(item.id, item) for qa_set in sets for item in qa_set.items]
    twins = read_twins(options.twins, sets)
    items += [(twin.of, twin.item) for twin in twins if twin.kind is TwinKind.PARAPHRASE]
    found = tuple(examples(open_assistant(settings()), items))
    points = curve(found, confidences(found))
    weights = replace(fitted(found), needed=chosen(points))
    write_weights(options.weights or WEIGHTS, weights)
    write_curve(options.curve or CURVE, points)
    alone = points[0]
    now = next(point for point in points if point.needed == weights.needed)
    labelled = [one.label for one in found if one.label is not None]
    print(
        text(
            "eval.calibrated", n=len(labelled), positive=sum(labelled), needed=f"{now.needed:.2f}",
            declines=_percent(now.wrong_declines), declines_alone=_percent(alone.wrong_declines),
            left_out=_percent(now.left_out_answered), left_out_alone=_percent(alone.left_out_answered),
            unanswerable=_percent(now.unanswerable_answered),
            unanswerable_alone=_percent(alone.unanswerable_answered),
        )
    )  # fmt: skip
    return OK


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".replace(".", ",")
