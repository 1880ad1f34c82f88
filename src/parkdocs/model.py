"""The one immutable document that every step takes and returns.

Nothing here imports anything of parkdocs.  Offsets are code points; spans are half-open; line numbers are 1-based
lines of the decoded source.  Unknown is ``""``, ``()`` or ``0``, never ``None``.

Annotations are no strings here, unlike elsewhere: ``NamedTuple`` would compile each of them, in every start.
"""

from typing import NamedTuple

SCHEMA = "parkdocs/1"

CHROME_KINDS = ("nav", "share", "footer", "related", "truncation", "credit", "residue")
"""Kinds of an edit that takes site chrome or residue away; a rule has one of them."""

EDIT_KINDS = (*CHROME_KINDS, "repair", "space")
"""All kinds of an edit: ``repair`` mends characters, ``space`` closes the gaps that removals leave."""

LAYERS = ("html", "pdf")
"""Formats of which a record keeps the text layer; ``sha256`` is of the page's bytes."""


class Edit(NamedTuple):
    """One change against the decoded source: ``raw[start:start + len(old)] == old`` became ``new``."""

    start: int
    old: str
    new: str
    rule: str
    kind: str


class Mark(NamedTuple):
    """A wish to change ``text[start:end]`` of the document's present text into ``new``, with its reason."""

    start: int
    end: int
    rule: str
    kind: str
    new: str = ""


class Section(NamedTuple):
    """A part of the clean text, ``text[start:end]``; a heading's own line is inside its section."""

    level: int
    heading: str
    kind: str  # front-matter | toc | body | disclaimer | annex
    start: int
    end: int
    path: tuple[str, ...] = ()
    language: str = ""


class Evidence(NamedTuple):
    """Where a metadata field came from: a line of the source and the rule that read it."""

    field: str
    line: int
    rule: str


class LanguageShare(NamedTuple):
    """A BCP 47 code and its share of the letters, 0 to 1."""

    code: str
    share: float


class Registration(NamedTuple):
    """A site's registration number; scheme is ``ICP``, ``PSB`` or ``licence``."""

    scheme: str
    number: str


class Organisation(NamedTuple):
    """An organisation the document names in a role, such as ``sponsor``, with other names that the text links to it."""

    name: str
    role: str
    line: int
    aliases: tuple[str, ...] = ()


class Person(NamedTuple):
    """A person the document names, with the role and organisation it gives."""

    name: str
    role: str
    organisation: str
    line: int


class Place(NamedTuple):
    """A country or place with its ISO 3166-1 alpha-2 code."""

    name: str
    country: str
    line: int


class Date(NamedTuple):
    """A date as EDTF, its role (published, event, updated, mentioned) and the words it was read from."""

    edtf: str
    role: str
    text: str
    line: int


class Declared(NamedTuple):
    """What an HTML page's tags say, such as ``meta/og:title``; ``line`` is a line of the page, 0 where unknown."""

    name: str
    value: str
    line: int


class Metadata(NamedTuple):
    """What is known about a document; field names follow Dublin Core and schema.org."""

    title: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str = ""
    credit: str = ""
    language: str = ""
    languages: tuple[LanguageShare, ...] = ()
    kind: str = ""  # news | report | notice | directory | other; "" until extracted
    breadcrumb: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    registrations: tuple[Registration, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    declared: tuple[Declared, ...] = ()  # of an HTML page, before anything is judged
    format: str = "text"  # text | markdown | html | pdf
    encoding: str = "utf-8"
    bytes: int = 0
    sha256: str = ""
    extra: str = ""  # other keys of an input JSONL line, as one JSON string


class Sign(NamedTuple):
    """One piece of evidence for or against a document being whole."""

    kind: str
    line: int
    rule: str
    note: str


class Missing(NamedTuple):
    """An entry of the table of contents that has no section; ``page`` is 0 where none is stated."""

    level: int
    heading: str
    page: int


class Completeness(NamedTuple):
    """Whether the document is whole: complete, truncated or suspect ("" until segmented)."""

    verdict: str = ""
    evidence: tuple[Sign, ...] = ()
    missing: tuple[Missing, ...] = ()
    continues_at: str = ""


class Tag(NamedTuple):
    """What an HTML element's start tag says: its name, classes, id, role, microdata, and whether it is hidden."""

    name: str
    classes: str = ""
    id: str = ""
    role: str = ""
    item: str = ""
    hidden: bool = False


class Block(NamedTuple):
    """One line of an HTML page's text layer: the element it stands in and what it is made of."""

    element: int  # index into the layout's elements
    form: str  # plain | heading | item | quote | code | row
    links: int  # how many
    linked: int  # characters inside links
    signs: int  # bits: 1 an image, 2 a field to fill in, 4 a time
    inline: Tag  # the first element within the line that has a class; one without a name where there is none


class Layout(NamedTuple):
    """The block elements of an HTML page, outermost first; the first is the page itself."""

    parents: list[int]  # index of the element around each
    tags: list[Tag]
    peers: list[int]  # elements with the same tag in the same parent, itself included
    blocks: list[Block | None]  # for each line of the text layer; None for an empty one
    page: str = ""  # as it was decoded

    def __repr__(self) -> str:
        return f"Layout of {len(self.tags)} elements"  # a page is too long to be shown


class Document(NamedTuple):
    """A source text, its clean view, the journal between the two, and what was read from both."""

    id: str
    source: str
    raw: str
    text: str
    metadata: Metadata = Metadata()
    sections: tuple[Section, ...] = ()
    completeness: Completeness = Completeness()
    edits: tuple[Edit, ...] = ()
    stage: str = "source"  # source | clean | segment | extract: the last stage that is done
    layout: Layout | None = None  # of a page just read; never in a record
