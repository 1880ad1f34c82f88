"""Write the tables of src/parkdocs/metadata/profiles/ from the language profiles that langdetect ships (Apache 2.0).

usage: python tools/make_language_profiles.py

langdetect parses 2.3 MB of JSON for its first answer.  The tables hold the same numbers in the form that the answer
needs: for each n-gram and language the gain ``log((p + a) / a)``, where p is the n-gram's relative frequency in that
language's profile and a is langdetect's smoothing constant.  There is one table a script, for the scripts that more
than one language is written in.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from pathlib import Path

import langdetect

SMOOTHING = 0.5 / 10_000  # langdetect's ALPHA_DEFAULT / BASE_FREQ
SCRIPTS = {
    "latin": "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi",
    "cyrillic": "bg mk ru uk",
    "arabic": "ar fa ur",
    "devanagari": "hi mr ne",
}
RANGES = {
    "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)),
    "cyrillic": ((0x400, 0x52F),),
    "arabic": ((0x600, 0x6FF), (0x750, 0x77F)),
    "devanagari": ((0x900, 0x97F),),
}
STEPS_PER_UNIT, BASE, FIRST = 100, 90, 0x25  # a gain in hundredths, as two characters of base 90 from "%" on
TARGET = Path(__file__).parents[1] / "src" / "parkdocs" / "metadata" / "profiles"


def belongs(gram: str, script: str) -> bool:
    """Whether every letter of an n-gram is of the script."""
    return all(c == " " or any(a <= ord(c) <= b for a, b in RANGES[script]) for c in gram)


def table(script: str) -> str:
    """The table of a script: a line of language codes, then a line for each n-gram, sorted."""
    codes = SCRIPTS[script].split()
    rows: defaultdict[str, str] = defaultdict(str)
    for i, code in enumerate(codes):
        path = Path(langdetect.__file__).parent / "profiles" / code
        profile = json.loads(path.read_text(encoding="utf-8"))
        for gram, count in profile["freq"].items():
            if not belongs(gram, script):
                continue
            gain = math.log1p(count / profile["n_words"][len(gram) - 1] / SMOOTHING)
            high, low = divmod(round(gain * STEPS_PER_UNIT), BASE)
            if high or low:
                rows[gram.replace(" ", "_")] += chr(ord("A") + i) + chr(FIRST + high) + chr(FIRST + low)
    return "\n".join([" ".join(codes), *(f"{gram}\t{rows[gram]}" for gram in sorted(rows))]) + "\n"


def main() -> None:
    """Write every table and say how large it is."""
    TARGET.mkdir(exist_ok=True)
    for script in SCRIPTS:
        data = table(script).encode()
        (TARGET / f"{script}.txt").write_bytes(data)
        print(f"{script}.txt: {len(data)} bytes")


if __name__ == "__main__":
    main()
