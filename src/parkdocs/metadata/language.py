"""The languages of a document and of its sections, as BCP 47 codes.

The script comes first: most scripts name one language.  Han characters are Japanese beside kana, else Chinese, and the
characters say which kind.  Languages that share a script are told apart by naive Bayes over n-grams (``ngrams``).
The text is read in units of at most one line; a unit too short to judge follows the document.  A Chinese, Japanese or
Korean character weighs as three letters, about what a translation needs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from parkdocs.lines import clean_lines
from parkdocs.metadata import letters, ngrams
from parkdocs.metadata.function_words import FUNCTION_WORDS
from parkdocs.metadata.language_shares import Row, of_sections, shares_of
from parkdocs.metadata.scripts import EAST_ASIAN, RUN, SCRIPT_OF, SHARED, WRITTEN_IN, chinese, lean
from parkdocs.model import Document, Evidence

WORDS = 24  # distinct words that are scored in a unit; more do not change the answer
FEWER = 12  # once the document has said enough
SHORT = 20  # letters: below this a run of another script is a name or an acronym, and n-grams guess
OWN = 40  # letters that a unit needs to differ from its document
LEAD = 0.12  # gain an n-gram by which a unit's language must lead to differ from its document
DULL = 3.8  # gain an n-gram below which letters are not words: codes, noise (prose has 4.3 and more)
EAST_WEIGHT = 3

REPORTED = {"tl": "fil"}
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+")
CONFIRMED, EVIDENT = 3, 5  # different words needed where a language is expected, where English is not
OPENING = 200  # characters of a unit that they are looked for in
LONG = 100  # letters of a unit; in one that has no more a word less is needed
JUDGED = 12  # Latin units of a document that are judged at least
SCARCE = 600  # n-grams: below this the short lines are read too


class Part(NamedTuple):
    """Letters of a unit that belong together: a code, or a script whose language is still to be looked up."""

    start: int
    code: str
    weight: int


class Sums:
    """What the whole document says, for units that cannot say it themselves."""

    def __init__(self) -> None:
        self.gains, self.grams, self.east = Counter[str](), Counter[str](), Counter[str]()
        self.lean = 0
        self.short: list[str] = []  # Latin units too short to judge
        self.last = ""  # the language of the last Latin unit that was judged


def fill(doc: Document) -> Document:
    r"""Return the document with ``language``, ``languages`` and each section's language filled.

    >>> text = "The park opened its gates to the first tenants.\n"
    >>> done = fill(Document("i", "s", text, text))
    >>> done.metadata.language, done.metadata.languages
    ('en', (LanguageShare(code='en', share=1.0),))
    """
    parts = _rows(doc.text)
    shares = shares_of(parts)
    language = shares[0].code if shares else "und"
    sections = of_sections(doc.sections, parts, language)
    evidence = doc.metadata.evidence
    if shares:
        evidence = (*evidence, Evidence("language", _first_line(doc), _rule(language)))
    metadata = doc.metadata._replace(language=language, languages=shares, evidence=evidence)
    return doc._replace(metadata=metadata, sections=sections)


def _first_line(doc: Document) -> int:
    """Number of the first line that has something on it."""
    if not doc.edits:
        return doc.text[: len(doc.text) - len(doc.text.lstrip())].count("\n") + 1
    return next((line.number for line in clean_lines(doc) if line.text.strip()), 1)


def _rule(language: str) -> str:
    by_script = language.partition("-")[0] in {"zh", "ja", "ko", *(code for code, _ in WRITTEN_IN.values())}
    return "language/script" if by_script else "language/n-grams"


def read(text: str) -> list[Part]:
    """Every unit's letters with their language, in the order of the text."""
    return list(map(Part._make, _rows(text)))


def _rows(text: str) -> list[Row]:
    """What ``read`` gives, as plain tuples: a document has many, and each is made twice."""
    sums = Sums()
    parts: list[Row] = []
    long: list[Long] = []
    addressed = "@" in text or "://" in text or "www." in text
    plain = not letters.OTHER.search(text)
    for start, line, latin in letters.units(text):
        unit, count = line, latin
        if addressed and ("@" in unit or "://" in unit or "www." in unit):
            unit = ADDRESS.sub(" ", line)
            count = letters.latin_letters(unit)
        if plain or unit.isascii() or not letters.OTHER.search(unit):
            if count >= OWN:
                long.append(Long(len(parts), unit, count))
            elif len(sums.short) < SCARCE:
                sums.short.append(unit)
            if count:
                parts.append((start, "latin", count))
        elif part := _chinese(start, unit, sums):
            parts.append(part)
        else:
            parts += _unit(start, unit, sums)
    for at, code in _latin(long, sums):
        parts[at] = (parts[at][0], code, parts[at][2])
    known = _known({code for _, code, _ in parts} & SCRIPTS, parts, sums)
    return [(start, known.get(code, code), weight) for start, code, weight in parts] if known else parts


def _known(scripts: Set[str], parts: Iterable[Row], sums: Sums) -> dict[str, str]:
    """The languages of scripts that some unit did not tell: what the other units say, else all letters together."""
    known = {}
    if "latin" in scripts:
        if most := _most(parts):
            known["latin"] = most
        else:
            _read_short(sums)
    return known | {script: _document_language(script, sums) for script in scripts if script not in known}


SCRIPTS = frozenset({*SHARED, "han"})
"""What a part's code is as long as only the document can say its language."""


class Long(NamedTuple):
    """A Latin unit that can be judged: index of its part, text, letters."""

    at: int
    text: str
    letters: int


def _latin(long: list[Long], sums: Sums) -> Iterator[tuple[int, str]]:
    """Indexes of parts with their languages, where these are sure.

    Of many units only some are judged, evenly spread; those between two that differ are judged too.  So a passage in
    another language is found, and only a line or two alone in a long document can be missed.
    """
    step = len(long) // JUDGED + 1
    asked = dict.fromkeys((*range(0, len(long), step), len(long) - 1)) if long else ()
    before, said = 0, ""
    sums.last = _evident(max(long, key=attrgetter("letters"))) if long else ""
    for at in asked:
        code = _judged(long[at], sums)
        for between in range(before, at):
            yield long[between].at, code if code == said else _judged(long[between], sums)
        yield long[at].at, code
        before, said = at + 1, code


def _evident(longest: Long) -> str:
    """English where a document's longest unit shows its words, which no other language has; else ""."""
    found = FUNCTION_WORDS["en"].intersection(longest.text[:OPENING].split())
    return "en" if len(found) >= EVIDENT else ""


def _judged(unit: Long, sums: Sums) -> str:
    """The language of a unit, "latin" where it does not tell.

    What the unit before was written in needs only to be confirmed, by words that few sentences lack.
    """
    if usual := FUNCTION_WORDS.get(sums.last):
        found = len(usual.intersection(unit.text[:OPENING].split()))
        if found >= CONFIRMED or (found and unit.letters <= LONG):
            return sums.last if found > 1 else "latin"
    code = _of_script("latin", letters.latin_words(unit.text, WORDS), sums)
    if code != "latin":
        sums.last = code
    return code


def _chinese(start: int, text: str, sums: Sums) -> Part | None:
    """The part of a unit in Chinese characters with at most a name in Latin letters; None for any other unit."""
    if letters.NOT_CHINESE.search(text):
        return None
    weight = sum(map(len, letters.HAN.findall(text)))
    if not weight or letters.ascii_letters(text) >= SHORT:
        return None
    leaning = lean(text)
    sums.lean += leaning
    sums.east["han"] += weight
    return Part(start, chinese(leaning, "han") if weight >= SHORT else "han", EAST_WEIGHT * weight)


def _read_short(sums: Sums) -> None:
    """Let short units count for the document where there is little else."""
    for text in sums.short:
        if sums.grams["latin"] >= SCARCE:
            break
        _of_script("latin", letters.latin_words(text, WORDS), sums)


def _most(parts: Iterable[Row]) -> str:
    """The language of most letters in Latin units that could be judged; "" where there is none."""
    weights: Counter[str] = Counter()
    for _, code, weight in parts:
        if code not in SCRIPT_OF and code not in NOT_LATIN:
            weights[code] += weight
    return min(weights, key=lambda code: (-weights[code], code), default="")


NOT_LATIN = frozenset({*SHARED, "han", "und", "zh-Hans", "zh-Hant"})
"""What a part's code is beside languages written in Latin letters and those of ``SCRIPT_OF``."""


def _unit(start: int, text: str, sums: Sums) -> Iterator[Part]:
    """The parts of one unit; a stretch as short as a name goes to the script that the unit is written in."""
    runs = ((m.lastgroup or "", m.group()) for m in RUN.finditer(text))
    stretches = [(family, list(run)) for family, run in groupby(runs, lambda r: "east" if r[0] in EAST_ASIAN else r[0])]
    weights: Counter[str] = Counter()
    for family, run in stretches:
        weights[family] += _weight(family, run)
    main = max(weights, key=lambda family: (weights[family], family), default="")
    for family in sorted(weights):
        kept = [run for f, run in stretches if f == family and (f == main or _weight(f, run) >= SHORT)]
        words = [word for run in kept for word in run]
        if words:
            judged = _east_asian(words, sums) if family == "east" else _of_script(family, [w for _, w in words], sums)
            yield Part(start, judged, _weight(family, words))


def _weight(family: str, run: list[tuple[str, str]]) -> int:
    return sum(len(word) for _, word in run) * (EAST_WEIGHT if family == "east" else 1)


def _east_asian(words: list[tuple[str, str]], sums: Sums) -> str:
    """Korean, Japanese or Chinese; "han" where only the document can say which."""
    east = {script: sum(len(word) for s, word in words if s == script) for script in EAST_ASIAN}
    sums.east.update(east)
    if east["hangul"] > east["han"] + east["kana"]:
        return "ko"
    if east["kana"] * 10 >= east["han"] + east["kana"]:
        return "ja"
    leaning = lean("".join(word for _, word in words))
    sums.lean += leaning
    return chinese(leaning, "han") if east["han"] >= SHORT else "han"


def _of_script(script: str, words: list[str], sums: Sums) -> str:
    """A code where the words speak for themselves, else the script's name: the document decides."""
    if script in WRITTEN_IN:
        return WRITTEN_IN[script][0]
    most = FEWER if sums.last or sums.grams[script] >= SCARCE else WORDS
    sample = list(islice(dict.fromkeys(words), most))
    count = sum(map(len, sample))
    gains = ngrams.add_up(script, sample)
    if sums.grams[script] < ngrams.FULL:
        sums.gains[script] += gains
        sums.grams[script] += 3 * count
    if count < OWN:
        return script
    if own := ngrams.without_profile(script, sample):
        return own
    verdict = ngrams.judge(script, gains, 3 * count)
    sure = verdict.lead >= LEAD and verdict.gain >= DULL
    return REPORTED.get(verdict.code, verdict.code) if sure else script


def _document_language(script: str, sums: Sums) -> str:
    """What units of a script count as when they are too short to tell."""
    if script == "han":
        japanese = sums.east["kana"] * 10 >= sums.east["han"] + sums.east["kana"]
        return "ja" if japanese else chinese(sums.lean)
    grams = sums.grams[script]
    verdict = ngrams.judge(script, sums.gains[script], grams)
    if verdict.gain < DULL or (grams < 3 * SHORT and verdict.lead < LEAD):
        return "und"
    return REPORTED.get(verdict.code, verdict.code)
