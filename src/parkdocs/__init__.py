"""Turn scraped documents into records one can trust."""

__version__ = "0.1.0"
