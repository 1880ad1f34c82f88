"""Write predictions in the form that the evaluation sets' own scorers read.

    python bench/predict.py indomain DATA -o pred.jsonl && python DATA/score.py pred.jsonl
    python bench/predict.py flatb DATA -o pred.jsonl && python DATA/score.py flatb pred.jsonl --gold DATA

DATA holds ``docs/ID.txt`` (indomain) or ``flat/ID.txt``, ``flatb/ID.txt`` or ``html/ID.html.gz``; it is never part of
this project.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from parkdocs.model import Completeness, Document, Metadata
from parkdocs.pipeline import Settings, advance

FOLDERS = {"indomain": "docs", "flat": "flat", "flatb": "flatb", "html": "html"}


def document(path: Path) -> Document:
    """One evaluation document, as ``parkdocs run`` would load it."""
    from parkdocs import sources

    if path.suffix == ".gz":
        item = sources.Item(str(path), path.name, 0, "html", gzip.decompress(path.read_bytes()))
    else:
        item = sources.Item(str(path), path.name, 0, "text", path.read_bytes())
    return sources.load(item)


def is_cut_by_its_site(found: Completeness) -> bool:
    """What the gold calls truncated: the page keeps something back.  An extract cut by whoever made it is none."""
    kinds = {sign.kind for sign in found.evidence}
    return found.verdict == "truncated" and ("limit" not in kinds or bool(kinds & {"notice", "marker"}))


def prediction(doc: Document, name: str) -> dict[str, object]:
    """What the scorers ask of a record."""
    meta: Metadata = doc.metadata
    return {
        "id": name,
        "text": doc.text,
        "title": meta.title or None,
        "date": meta.published[:10] or None,
        "author": ", ".join(meta.authors) or None,
        "lang": meta.language,
        "truncated": is_cut_by_its_site(doc.completeness),
        "sections": [{"level": s.level, "heading": s.heading} for s in doc.sections if s.heading and s.kind != "toc"],
    }


def main() -> int:
    """Predict for one task; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=FOLDERS)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--favor", default="balanced", choices=("recall", "balanced", "precision"))
    options = parser.parse_args()
    settings = Settings(favor=options.favor)
    begin = time.process_time()
    paths = [p for p in sorted((options.data / FOLDERS[options.task]).iterdir()) if p.suffix != ".lab"]
    with options.output.open("w", encoding="utf-8") as out:
        for number, path in enumerate(paths, 1):
            doc = advance(document(path), "extract", settings)
            out.write(json.dumps(prediction(doc, path.name.split(".")[0]), ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{number}/{len(paths)}", end="", file=sys.stderr)
    print(f"{len(paths)} documents, {time.process_time() - begin:.1f} s of CPU", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
