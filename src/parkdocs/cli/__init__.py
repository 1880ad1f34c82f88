"""The command line: one verb a module, loaded when asked for; errors become exit codes here and only here."""

from __future__ import annotations

import os
import sys

from parkdocs import __version__
from parkdocs.errors import EXIT_FINE, EXIT_INTERRUPTED, EXIT_SOME_FAILED, EXIT_USAGE, ParkdocsError

VERBS = {
    "run": "Clean, segment and extract: documents in, finished records out.",
    "clean": "Strip menus, share widgets, footers, notices and residue; write records, or clean text with --text.",
    "segment": "Split documents into sections and say whether they are whole; documents not yet cleaned are "
    "cleaned first.",
    "extract": "Read title, dates, people, places and contacts, each with its evidence; earlier stages run first where "
    "needed.",
    "restore": "Write each record's source below DIR, byte for byte where decoding it lost nothing.",
    "explain": "Show what cleaning does to each line of a document: kept, or removed and by which rule; one line "
    "in full.",
    "validate": "Check records (JSONL), or documents as they would come out, against the schema and for quality.",
    "diff": "Show what differs: documents by their id, texts line by line, metadata field by field.",
    "stats": "Count a corpus: lengths, languages, kinds, years, completeness, what was removed and by which rules.",
    "learn": "Learn the lines that the pages of a site share, and write them as a rule pack that a person can read and "
    "edit.",
    "dedup": "Find documents that are the same, nearly the same, or a part of another; the best copy of each is named.",
    "export": "Write records as Parquet, SQLite with full-text search, Markdown, CSV, Dolma, for datasets, "
    "or Croissant.",
    "report": "Show a corpus on one offline page: removals by rule and site, what is truncated, languages, "
    "dates, copies.",
    "rules": "Check, list and show cleaning rules.",
    "schema": "Print the JSON Schema (draft 2020-12) that every record validates against.",
}
"""The verbs, and what each says first of itself, so that a list of them needs none of them loaded."""

HELP = """Turn scraped documents into JSONL records one can trust.

Cleans text of site chrome, segments it into sections, extracts metadata. Nothing is ever lost: each record
carries the journal that gives its source back.
"""


def main() -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage, 3 some inputs failed, 130 interrupted."""
    _open_closed_streams()
    if sys.argv[1:] == ["--version"]:
        raise SystemExit(_version())
    _speak_utf8()
    import gc
    import signal

    gc.set_threshold(100_000)  # hardly anything here goes in circles, and to look for it took an eighth of start-up
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:  # nohup's wish to go on is respected
            signal.signal(number, _leave)
    try:
        code = invoke(sys.argv[1:])
        gc.freeze()  # nor is there anything to find at the end
        raise SystemExit(code)
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


def _speak_utf8() -> None:
    """UTF-8 whatever the locale and the environment say; what it cannot hold (names that are no UTF-8) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):  # a stream of somebody's own has none
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(number: int, frame: object) -> None:
    """Told to end: by the usual way, so that no half-written file and no process stays behind."""
    raise SystemExit(128 + number)


def invoke(args: list[str]) -> int:
    """Run one command line and return its exit code."""
    from parkdocs.cli import told

    told.forget()
    try:
        code = _run(args)
        told.known(code)
        sys.stdout.flush()
    except ParkdocsError as error:
        code = error.exit_code
        _say(str(error))
    except KeyboardInterrupt:
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


def _run(args: list[str]) -> int:
    """A plain command line at once, any other by typer, whose errors become messages here."""
    from parkdocs.cli import plain

    args = [plain.path(arg) if "://" in arg else arg for arg in args]
    if asked := plain.read(args):
        from parkdocs.cli import flow

        return flow.process(flow.call(*asked))
    from typer import Abort, TyperException

    try:
        return int(_app(args)(args, standalone_mode=False, prog_name="parkdocs") or EXIT_FINE)
    except TyperException as error:
        _say(_usage(error))
        return EXIT_USAGE
    except Abort:
        raise KeyboardInterrupt from None


def _unwritable(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        return _reader_left()
    _silence(1)
    _say(f"parkdocs: cannot write to standard output: {error.strerror}")
    return EXIT_SOME_FAILED


def _reader_left() -> int:
    """The reader has seen enough, as in ``| head``: no error, and nothing more is to be said; what was found stands."""
    from parkdocs.cli import told

    _silence(1)
    return told.worst()


def _silence(number: int) -> None:
    """What is still in a stream's buffer goes nowhere, instead of failing once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _usage(error: Exception) -> str:
    """A usage error in two lines: what is wrong, and where the right words stand."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error)
    name = context.command_path if context else "parkdocs"
    missing = getattr(error, "param", None) if type(error).__name__ == "MissingParameter" else None
    if missing is not None:
        word = missing.opts[0] if missing.param_type_name == "option" else missing.metavar or missing.name
        return f"{name}: {word} is missing\nTry `{name} --help`."
    return f"{name}: {error}\nTry `{name} --help`."


def _say(message: str) -> None:
    from parkdocs.cli.safe import shown

    try:
        sys.stderr.write("\n".join(map(shown, message.split("\n"))) + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(2)


def _app(args: list[str]):  # type: ignore[no-untyped-def]
    """The typer application with the asked verb alone; where none is asked, with the names and summaries of all."""
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
    if asked:
        importlib.import_module(f"parkdocs.cli.{asked}").register(app)
    else:
        for verb in sorted(VERBS, key="rules".__eq__):  # it has verbs of its own, and such stand last
            app.command(verb, help=VERBS[verb])(lambda: None)
    return app
