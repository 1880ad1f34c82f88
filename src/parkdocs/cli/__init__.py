"""The command line: one verb a module, loaded when asked for; errors become exit codes here and only here."""

from __future__ import annotations

import os
import sys

from parkdocs import __version__
from parkdocs.errors import EXIT_FINE, EXIT_INTERRUPTED, EXIT_SOME_FAILED, EXIT_USAGE, ParkdocsError

VERBS = (
    "run",
    "clean",
    "segment",
    "extract",
    "restore",
    "explain",
    "validate",
    "diff",
    "stats",
    "learn",
    "dedup",
    "export",
    "report",
    "rules",
    "schema",
)

HELP = """Turn scraped documents into JSONL records one can trust.

Cleans text of site chrome, segments it into sections, extracts metadata. Nothing is ever lost: each record
carries the journal that gives its source back.
"""


def main() -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage, 3 some inputs failed, 130 interrupted."""
    _open_closed_streams()
    if sys.argv[1:] == ["--version"]:
        raise SystemExit(_version())
    import signal

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:  # nohup's wish to go on is respected
            signal.signal(number, _leave)
    try:
        raise SystemExit(invoke(sys.argv[1:]))
    except KeyboardInterrupt:  # before the verb was at work
        raise SystemExit(EXIT_INTERRUPTED) from None


def _version() -> int:
    """Print the version before any import: scripts ask this often."""
    try:
        sys.stdout.write(f"parkdocs {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        return _unwritable(error)
    return EXIT_FINE


def _open_closed_streams() -> None:
    """Streams that the shell closed (``>&-``): to read or write them fails, but does not fall over ``None``.

    They take the lowest free numbers, so that no file opened later becomes standard output by chance.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), "r")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _leave(number: int, frame: object) -> None:
    """Told to end: by the usual way, so that no half-written file and no process stays behind."""
    raise SystemExit(128 + number)


def invoke(args: list[str]) -> int:
    """Run one command line and return its exit code."""
    from typer import Abort, TyperException

    try:
        code = int(_app(args)(args, standalone_mode=False, prog_name="parkdocs") or EXIT_FINE)
        sys.stdout.flush()
    except ParkdocsError as error:
        code = error.exit_code
        _say(str(error))
    except TyperException as error:
        code = EXIT_USAGE
        _say(_usage(error))
    except (KeyboardInterrupt, Abort):
        code = EXIT_INTERRUPTED
    except OSError as error:  # standard output; every other file has its own error
        code = _unwritable(error)
    except MemoryError:
        code = EXIT_SOME_FAILED
        _say("parkdocs: out of memory; nothing was written to -o; leave the largest input out, or split it")
    except SystemExit as leaving:  # typer turns a closed pipe into exit code 1
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        code = _reader_left()
    if code == EXIT_INTERRUPTED:
        _say("parkdocs: interrupted")
    return code


def _unwritable(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        return _reader_left()
    _silence(1)
    _say(f"parkdocs: cannot write to standard output: {error.strerror}")
    return EXIT_SOME_FAILED


def _reader_left() -> int:
    """The reader has seen enough, as in ``| head``: that is no error, and nothing more is to be said."""
    _silence(1)
    return EXIT_FINE


def _silence(number: int) -> None:
    """What is still in a stream's buffer goes nowhere, instead of failing once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _usage(error: Exception) -> str:
    """A usage error in two lines: what is wrong, and where the right words stand."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error)
    name = context.command_path if context else "parkdocs"
    return f"{name}: {error}\nTry `{name} --help`."


def _say(message: str) -> None:
    from parkdocs.cli.safe import shown

    try:
        sys.stderr.write("\n".join(map(shown, message.split("\n"))) + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(2)


def _app(args: list[str]):  # type: ignore[no-untyped-def]
    """The typer application with the asked verb alone, or with all of them where none is asked."""
    import importlib

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
