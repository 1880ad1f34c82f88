"""Records for the tests of the gate."""

import hashlib

from parkdocs import pipeline, record
from parkdocs.model import Document, Metadata
from parkdocs.pipeline import Settings

PAGE = """Home / News
Park Lindara opens its second phase
By Jane Smith
5 November 2023

The park opened its second phase on Sunday, the council said, with nine sheds for makers of glass.

Investors from several provinces visited the sheds, and the first of them signed for two.

Contact us
Follow us
All rights reserved
"""


def values(text=PAGE, name="page.txt", stage="extract"):
    """The record of a page, as plain values."""
    data = text.encode()
    metadata = Metadata(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    doc = pipeline.advance(Document(name, name, text, text, metadata), stage, Settings())
    return record.loads(record.dumps(doc))
