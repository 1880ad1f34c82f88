"""The command line: one verb a module, loaded when asked for; errors become exit codes here and only here."""

from __future__ import annotations

import importlib
import os
import sys

from parkdocs import __version__
from parkdocs.errors import EXIT_FINE, EXIT_INTERRUPTED, EXIT_USAGE, ParkdocsError

VERBS = ("run", "clean", "segment", "extract", "restore", "explain", "rules", "schema")

HELP = """Turn scraped documents into JSONL records one can trust.

Cleans text of site chrome, segments it into sections, extracts metadata. Nothing is ever lost: each record
carries the journal that gives its source back.
"""


def main() -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage, 3 some inputs failed, 130 interrupted."""
    if sys.argv[1:] == ["--version"]:  # before any import: scripts ask this often
        sys.stdout.write(f"parkdocs {__version__}\n")
        raise SystemExit(EXIT_FINE)
    raise SystemExit(invoke(sys.argv[1:]))


def invoke(args: list[str]) -> int:
    """Run one command line and return its exit code."""
    from typer import Abort, TyperException

    try:
        result = _app(args)(args, standalone_mode=False, prog_name="parkdocs")
        sys.stdout.flush()
        return int(result or EXIT_FINE)
    except ParkdocsError as error:
        _say(str(error))
        return error.exit_code
    except TyperException as error:
        _say(_usage(error))
        return EXIT_USAGE
    except (KeyboardInterrupt, Abort):
        _say("parkdocs: interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except SystemExit as leaving:  # typer turns a closed pipe into exit code 1
        if isinstance(leaving.__context__, BrokenPipeError):
            return _reader_left()
        raise


def _reader_left() -> int:
    """The reader has seen enough, as in ``| head``: that is no error, and nothing more is to be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return EXIT_FINE


def _usage(error: Exception) -> str:
    """A usage error in two lines: what is wrong, and where the right words stand."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error)
    name = context.command_path if context else "parkdocs"
    return f"{name}: {error}\nTry `{name} --help`."


def _say(message: str) -> None:
    try:
        sys.stderr.write(message + "\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _app(args: list[str]):  # type: ignore[no-untyped-def]
    """The typer application with the asked verb alone, or with all of them where none is asked."""
    import typer

    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )

    @app.callback()
    def root(
        version: bool = typer.Option(False, "--version", help="Print the version and exit."),
    ) -> None:
        if version:
            sys.stdout.write(f"parkdocs {__version__}\n")
            raise typer.Exit

    root.__doc__ = HELP
    asked = next((a for a in args if a in VERBS), "")
    for verb in (asked,) if asked else VERBS:
        importlib.import_module(f"parkdocs.cli.{verb}").register(app)
    return app
