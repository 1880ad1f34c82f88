"""The one family of errors; the command line turns them into messages and exit codes in one place."""

from __future__ import annotations

EXIT_FINE, EXIT_FINDINGS, EXIT_USAGE, EXIT_SOME_FAILED, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


class ParkdocsError(Exception):
    """A problem with a place: ``path``, 1-based ``line`` (a whole file's problem stands at line 1) and what to do."""

    exit_code = EXIT_SOME_FAILED

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(path, line, message)
        self.path, self.line, self.message = path, line, message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class DocumentError(ParkdocsError):
    """One document cannot be read or processed; the others go on (exit code 3)."""


class PackError(ParkdocsError):
    """A rule pack is wrong; nothing is processed with it (exit code 2)."""

    exit_code = EXIT_USAGE


class UsageError(ParkdocsError):
    """The command line or the settings make no sense (exit code 2)."""

    exit_code = EXIT_USAGE

    def __init__(self, message: str) -> None:
        super().__init__("parkdocs", 1, message)

    def __str__(self) -> str:
        return f"parkdocs: {self.message}"


class OutputError(ParkdocsError):
    """The output cannot be written (full disk, no permission); what was there before stays (exit code 3)."""


class NothingReadError(OutputError):
    """Not one document could be read: the output stays as it was, rather than to become an empty one (exit code 3)."""

    def __init__(self, path: str) -> None:
        super().__init__(path, 1, "no document could be read, so nothing is written here")
