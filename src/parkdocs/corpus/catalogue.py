"""The checks of ``parkdocs validate``: ids, levels, why each matters and what to do.

``parkdocs rules show ID`` prints an entry, ``docs/validate.md`` lists them all, and every report carries them along.
"""

from __future__ import annotations

from typing import NamedTuple


class Check(NamedTuple):
    """What is known about a check; ``setting`` names what switches or tunes it beside its level."""

    id: str
    level: str
    title: str
    why: str
    advice: str
    setting: str = ""


CHECKS = (
    Check(
        "record/broken-json",
        "error",
        "A line is no JSON object",
        "Readers stop here, or skip the line in silence; a file cut off in mid-write ends like this.",
        "Write the line anew; if it is the last one, the program that wrote the file was interrupted.",
    ),
    Check(
        "record/broken-contract",
        "error",
        "A record breaks its schema",
        "Typed readers (datasets, Arrow, DuckDB) fail on it or turn its values to null; the pointer names the place.",
        "Run the documents again with this parkdocs, or repair the program that made or changed the record.",
        "--schema FILE: another schema, for records that are not of parkdocs",
    ),
    Check(
        "record/broken-journal",
        "error",
        "A record contradicts itself",
        "Text, journal, sections and dates were written together and no longer agree: the text was edited afterwards, "
        "so the source can no longer be restored and spans point elsewhere.",
        "Change documents before they become records, or make the record anew.",
    ),
    Check(
        "record/no-text",
        "error",
        "A record has no text",
        "None of the usual fields (text, content, raw_content, html) is there as a string.",
        "Name the field that holds the text with --field.",
        "--field NAME; not looked for where --schema is given",
    ),
    Check(
        "corpus/duplicate-id",
        "error",
        "Two records have the same id",
        "Ids name documents: of two with one id, restored files and joins lose one.",
        "Give the second document its own id, or take it out.",
    ),
    Check(
        "corpus/duplicate-text",
        "warning",
        "Two records have the same text",
        "A model that is trained on copies learns them by heart, and counts are wrong.",
        "Keep one of them.",
    ),
    Check(
        "corpus/near-duplicate",
        "warning",
        "Two records have nearly the same text",
        "Syndicated and updated articles come many times; copies weigh more than they should.",
        "Keep the most complete one.",
        "near-duplicates = true or --near-duplicates (off, as it costs time); similarity = 0.8",
    ),
    Check(
        "corpus/drift",
        "error",
        "A record differs from the golden corpus",
        "With --against a corpus has to come out as it did when the golden one was accepted: a changed rule, a new "
        "version of a dependency or a changed source shows here first.",
        "Look at the difference; if it is wanted, accept it by writing the golden corpus anew.",
        '--against FILE; ignore = ["metadata.phones"] leaves fields out',
    ),
    Check(
        "corpus/missing-document",
        "error",
        "A document of the golden corpus is gone",
        "An input was lost, or got another id.",
        "Look for the input; if it was taken out on purpose, write the golden corpus anew.",
        "--against FILE",
    ),
    Check(
        "corpus/new-document",
        "note",
        "A document is not in the golden corpus",
        "Nobody has accepted this document's record yet.",
        "Look at it, then write the golden corpus anew.",
        "--against FILE",
    ),
    Check(
        "source/mismatch",
        "error",
        "A record does not restore its source",
        "The file below --sources is not the text that the record was made from, or the record was changed since.",
        "Run the document again.",
        "--sources DIR",
    ),
    Check(
        "source/missing",
        "warning",
        "A record's source is not there",
        "Without it nobody can check what the record says.",
        "Give the folder that the ids are relative to with --sources, or restore the sources from the records.",
        "--sources DIR",
    ),
    Check(
        "document/truncated",
        "warning",
        "A document was cut off",
        "The page shows a part only (a preview, a paywall, a feed's excerpt), so the text ends in mid-sentence or "
        "sections that its contents announce are missing.",
        "Fetch the whole document; completeness.continues_at holds the link where one was found.",
    ),
    Check(
        "document/suspect",
        "note",
        "A document may have been cut off",
        "One structural sign, such as a last sentence without an end, speaks for it; one is not proof.",
        "Look at the end of the source.",
    ),
    Check(
        "text/empty",
        "error",
        "A text is empty",
        "Nothing is left: the page needs a script to show its text, or everything on it was chrome.",
        "Look at the source; take the record out if there is nothing to read.",
        "min-characters = 1",
    ),
    Check(
        "text/chrome-left",
        "warning",
        "Site chrome is left in the text",
        "A cleaning rule would take this line away: menus, share buttons and legal lines are no content.",
        "Run `parkdocs clean` on the documents, with the rule packs that are given here.",
        '--rules PACK or rules = ["mysite.toml"]',
    ),
    Check(
        "text/too-much-removed",
        "warning",
        "Much of a document was removed as chrome",
        "So large a share is rare: the page is a list of links, or content was taken for chrome.",
        "See what went with `parkdocs explain FILE`; --favor recall keeps more.",
        "max-removed = 0.8 (share of the source's characters)",
    ),
    Check(
        "text/mojibake",
        "warning",
        "Characters are broken",
        "The text was decoded with a wrong encoding once, or bytes were lost (U+FFFD).",
        "Run `parkdocs clean`, which mends what can be mended; what is lost has to be fetched again.",
    ),
    Check(
        "text/wrong-language",
        "warning",
        "A text is not in an expected language",
        "A page in another language, a translation, or an error page got into the corpus.",
        "Take it out, or add the language to the expected ones.",
        'languages = ["en", "zh"] or --languages en,zh',
    ),
    Check(
        "text/language-mismatch",
        "warning",
        "Text and metadata disagree on the language",
        "Filters by language, and everything counted by it, are wrong for this record.",
        "Run `parkdocs extract` on the text again, or mend the metadata.",
        "detect-language = true reads every text; by default only where the script speaks against the metadata",
    ),
    Check(
        "metadata/missing-title",
        "warning",
        "A document has no title",
        "Titles are what people and search engines know a document by.",
        "Look at the first lines of the source; the page may be a fragment.",
    ),
    Check(
        "metadata/missing-date",
        "note",
        "A document has no date",
        "Without a date of publication it cannot be placed in time, and splits by date leak.",
        "Look for the date in the source; pages without one are common.",
    ),
)
"""All checks, in the order in which reports show them."""

BY_ID = {check.id: check for check in CHECKS}
