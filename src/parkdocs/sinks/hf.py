"""A folder that ``datasets.load_dataset`` reads: Parquet files and a card."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from parkdocs.sinks.columns import Problems, Record, Rows, columns
from parkdocs.sinks.folders import whole_folder
from parkdocs.sinks.parquet import Writer, groups, pyarrow

SHARD = 256 << 20
"""Characters of text in one Parquet file."""
SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
MOST = 20
PERSONAL = ("emails", "phones", "people", "authors")


@dataclass(slots=True)
class Figures:
    """What the card says of the corpus."""

    documents: int = 0
    characters: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    personal: Counter[str] = field(default_factory=Counter)

    def add(self, values: Record) -> None:
        """Count one record."""
        metadata = values["metadata"]
        self.documents += 1
        self.characters += len(values["text"])
        self.languages[metadata["language"] or "und"] += 1
        self.kinds[metadata["kind"] or "unknown"] += 1
        self.verdicts[values["completeness"]["verdict"] or "unknown"] += 1
        self.personal.update(name for name in PERSONAL if metadata[name])


def write(rows: Rows, out: Path) -> Problems:
    """Write records as a dataset for the Hugging Face tools, a new folder ``out``."""
    pyarrow()
    figures = Figures()
    with whole_folder(out) as folder:
        (folder / "data").mkdir()
        made = _shards(rows, folder / "data", figures)
        for k, path in enumerate(made):
            path.rename(path.with_name(f"train-{k:05}-of-{len(made):05}.parquet"))
        (folder / "README.md").write_text(card(figures), "utf-8", newline="\n")
    return []


def _shards(rows: Rows, folder: Path, figures: Figures) -> list[Path]:
    """Parquet files of about ``SHARD`` characters; one without rows where there are none."""
    made, waiting = list[Path](), groups(rows)
    group = next(waiting, [])
    while group or not made:
        made.append(folder / f"part-{len(made):05}")
        size = 0
        with open(made[-1], "wb") as stream, Writer(stream) as writer:
            while group and size < SHARD:
                writer.write(group)
                for values in group:
                    figures.add(values)
                    size += len(values["text"])
                group = next(waiting, [])
    return made


def card(figures: Figures) -> str:
    """The dataset card: what the tools read above, what a person reads below."""
    codes = sorted({code.split("-")[0] for code in figures.languages} - {"und"})
    size = next((name for limit, name in SIZES if figures.documents < limit), "n>1M")
    head = ["---", "pretty_name: parkdocs corpus", "license: unknown", "annotations_creators:", "- machine-generated"]
    head += ["language:", *(f"- {code}" for code in codes)] if codes else []
    head += ["size_categories:", f"- {size}", "tags:", "- parkdocs", "configs:", "- config_name: default"]
    head += ["  data_files:", "  - split: train", "    path: data/train-*.parquet", "---", ""]
    body = [
        "# parkdocs corpus",
        "",
        f"{figures.documents:,} documents, {figures.characters:,} characters of clean text. Each record holds the",
        "journal of what was removed, so that its source can be restored, and where its metadata were read.",
        "",
        "| | documents |",
        "|---|---:|",
        *_rows("language", figures.languages),
        *_rows("kind", figures.kinds),
        *_rows("completeness", figures.verdicts),
        "",
        "## Personal data",
        "",
        "Texts and metadata are as public pages gave them: " + _personal(figures) + ".",
        "",
        "## Licence",
        "",
        "The rights in the texts remain with their publishers; whoever passes it on has to state its licence.",
        "",
        "## Fields",
        "",
        *(f"- `{'.'.join(c.path)}`{': ' + c.about if c.about else ''}" for c in columns()),
        "",
    ]
    return "\n".join([*head, *body])


def _rows(name: str, counts: Counter[str]) -> list[str]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return [f"| {name}: {value} | {count:,} |" for value, count in ranked]


def _personal(figures: Figures) -> str:
    found = [f"{name} in {figures.personal[name]:,}" for name in PERSONAL if figures.personal[name]]
    if not found:
        return "no e-mail addresses, telephone numbers or names were found"
    return f"{', '.join(found)} of {figures.documents:,} documents"
