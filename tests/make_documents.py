"""`python tests/make_documents.py OUT_DIR [--kind html …] [--cache DIR]`: the test documents."""

import argparse
import sys
from pathlib import Path

from documents.build import KINDS, build


def main() -> int:
    """Write the files and truth.jsonl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--cache", type=Path, help="folder of printed PDFs, to be used again")
    options = parser.parse_args()
    files = build(options.folder, options.kind, options.cache)
    print(f"{len(files)} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
