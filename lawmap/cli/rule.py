"""``lawmap rule``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from lawmap.cli import EXIT_OK
from lawmap.diagnostics import RULES
from lawmap.rules import Example, Explanation, explain_code, find_code, pages

from .generated import Generated, check_option, output_option
from .voice import speaks


def _completed(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    known = [*RULES, *(rule.name for rule in RULES.values())]
    return [one for one in known if one.lower().startswith(incomplete.lower())]


@click.command("rule", epilog="Example: lawmap rule LM201")
@click.argument("code", required=False, shell_complete=_completed)
@output_option
@check_option
@speaks
def command(code: str | None, output: Path | None, check: Path | None) -> int:
    """Say what a code of a fault means, why it matters, and how to mend it.

    CODE is a code such as LM201, or the name that stands at the end of a fault, such as
    unknown-term. Without it all codes are listed.

    Where files can show the fault, one example fails and one passes. Beside them lies a source
    "report" with three paragraphs and a claimant "paper".

    With -o all explanations are written as pages in Markdown, for a site or a repository.
    """
    if output is not None:
        return _made().write(output)
    if check is not None:
        return _made().check(check)
    if code is None:
        click.echo("\n".join(_list()))
    else:
        click.echo("\n".join(_lines(explain_code(find_code(code)))))
    return EXIT_OK


def _made() -> Generated:
    return Generated(dict(pages()), "LM*.md", "pages", "lawmap rule -o")


def _list() -> Iterator[str]:
    width = max(len(rule.name) for rule in RULES.values())
    for code, rule in RULES.items():
        yield f"{code}  {rule.severity.value:<7}  {rule.name:<{width}}  {rule.title}"


def _lines(told: Explanation) -> Iterator[str]:
    rule = RULES[told.code]
    yield f"{told.code} {rule.name} ({rule.severity.value}): {rule.title}"
    for heading, text in (
        ("", told.means),
        ("Why it matters", told.why),
        ("How to mend it", told.mend),
    ):
        yield from ["", heading] if heading else [""]
        yield from (f"  {line}" for line in text.splitlines())
    yield from _example("Fails", told.fails)
    yield from _example("Passes", told.passes)


def _example(heading: str, example: Example) -> Iterator[str]:
    if example.words or example.files:
        yield from ["", heading]
    if example.words:
        yield f"  {example.words}"
    for path, text in example.files.items():
        yield f"  {path}"
        yield from (f"    {line}" for line in text.splitlines())
