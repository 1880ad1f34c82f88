"""`parkdocs rules`: check a pack, list the rules, show one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parkdocs import rules as engine
from parkdocs.cli import codes, options, told
from parkdocs.cli.safe import shown
from parkdocs.corpus.catalogue import BY_ID
from parkdocs.errors import EXIT_FINDINGS, EXIT_FINE, UsageError

app = typer.Typer(help="Check, list and show cleaning rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def check(
    packs: Annotated[list[str], typer.Argument(metavar="PACK...", help="Rule packs (TOML).")],
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on warnings too.")] = False,
) -> int:
    """Run a pack's own hits and misses and lint its patterns; exit 1 on errors.

    \b
    Example:
      parkdocs rules check mysite.toml
    """
    findings = [finding for pack in packs for finding in engine.check(pack)]
    errors = sum(finding.level == "error" for finding in findings)
    code = EXIT_FINDINGS if errors or (strict and findings) else EXIT_FINE
    told.known(code)
    for finding in findings:
        sys.stdout.write(shown(f"{finding.path}:{finding.line}: {finding.level}: {finding.message}") + "\n")
    sys.stderr.write(f"packs {len(packs)}, errors {errors}, warnings {len(findings) - errors}\n")
    return code


@app.command("list")
def list_(packs: options.Rules = None) -> int:
    """List the rules in force: id, kind, where, reach and why, tab-separated.

    \b
    Example:
      parkdocs rules list | grep truncation
    """
    for rule in engine.load(tuple(packs or ())).rules:
        sys.stdout.write(f"{rule.id}\t{rule.kind}\t{rule.where}\t{rule.reach}\t{shown(rule.why)}\n")
    return EXIT_FINE


@app.command()
def show(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="An id such as zh/icp-licence or text/chrome-left.")],
    packs: options.Rules = None,
) -> int:
    """Show one rule: why it is there, its pattern, what it hits and misses; or a check of `validate`: what to do.

    Of an id that records and `explain` show and no pack has, it says which stage writes it and what it means.

    \b
    Examples:
      parkdocs rules show zh/icp-licence
      parkdocs rules show model/boilerplate
      parkdocs rules show corpus/duplicate-id
    """
    if check := BY_ID.get(rule_id):
        about = [("id", check.id), ("level", check.level), ("what", check.title), ("why", check.why)]
        about += [("do", check.advice), ("setting", check.setting or 'levels = { "' + check.id + '" = "off" }')]
        sys.stdout.write("".join(f"{name:8}{value}\n" for name, value in about))
        return EXIT_FINE
    known = {rule.id: rule for rule in engine.load(tuple(packs or ())).rules}
    rule = known.get(rule_id)
    if rule is None and (other := codes.about(rule_id)):
        sys.stdout.write("".join(f"{name:8}{shown(value)}\n" for name, value in other))
        return EXIT_FINE
    if rule is None:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(rule_id, [*known, *BY_ID], 3, 0.4)) or "see `parkdocs rules list`"
        raise UsageError(f"no rule {rule_id!r}; did you mean: {near}")
    rows = [("id", rule.id), ("kind", rule.kind), ("where", rule.where), ("reach", rule.reach)]
    rows += [("guards", ", ".join(rule.guards) or "-"), ("why", rule.why), ("pattern", rule.pattern)]
    rows += [*(("hit", h) for h in rule.hits), *(("miss", m) for m in rule.misses)]
    sys.stdout.write("".join(f"{name:8}{shown(value)}\n" for name, value in rows))
    return EXIT_FINE


def register(parent: typer.Typer) -> None:
    """Add the verb to the application."""
    parent.add_typer(app, name="rules")
