"""What `export` and `report` share: finished records of the inputs, one by one; what failed is told and counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parkdocs import record
from parkdocs.cli import flow, told
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, NothingReadError, ParkdocsError


class Records:
    """The records of a call, as plain values, once; documents go through the pipeline first.

    Raises ``UsageError`` at once where the output would replace an input, ``NothingReadError`` at the end where not one
    document could be read and the output is a file or folder.
    """

    def __init__(self, given: dict[str, Any]) -> None:
        self.asked = flow.call("extract", given)
        self.count = self.failed = 0
        flow.guarded(self.asked)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for result in flow.results(self.asked):
            if result.error:
                self.tell(result.error)
            else:
                self.count += 1
                yield record.loads(result.data)
        if self.failed and not self.count and flow.is_file(self.asked.output):
            raise NothingReadError(self.asked.output)

    def tell(self, error: ParkdocsError) -> None:
        """Say what failed."""
        self.failed += 1
        told.failure(error)

    def exit_code(self) -> int:
        """0, or 3 where something failed."""
        return EXIT_SOME_FAILED if self.failed else EXIT_FINE
