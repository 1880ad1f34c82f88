"""What `export` and `report` share: finished records of the inputs, one by one; what failed is told and counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from parkdocs import record
from parkdocs.cli import flow
from parkdocs.cli.safe import shown
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, ParkdocsError


class Records:
    """The records of a call, as plain values, once; documents go through the pipeline first."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.asked = flow.call("extract", given)
        self.count = self.failed = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for result in flow.results(self.asked):
            if result.error:
                self.tell(result.error)
            else:
                self.count += 1
                yield record.loads(result.data)

    def tell(self, error: ParkdocsError) -> None:
        """Say what failed."""
        self.failed += 1
        sys.stderr.write(f"{shown(str(error))}\n")

    def exit_code(self) -> int:
        """0, or 3 where something failed."""
        return EXIT_SOME_FAILED if self.failed else EXIT_FINE
