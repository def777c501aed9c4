"""Questions on a terminal: each answer is checked at once, and asked for again if it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click

from .fields import Answers, Field

Complaint = Callable[[Field, Answers], str | None]
"""What is wrong with the answer to one question, if anything."""


def ask(fields: Iterable[Field], told: Answers, complaint: Complaint) -> Answers:
    """Ask for every field that has not been told."""
    answers = dict(told)
    for field in fields:
        if field.name not in answers and field.asked(answers):
            found = _answers(field, answers, complaint)
            if found:
                answers[field.name] = found
    return answers


def _answers(field: Field, told: Answers, complaint: Complaint) -> tuple[str, ...]:
    """Ask until an answer fits; where there can be several, until an empty one."""
    found: list[str] = []

    def accept(text: str) -> str:
        if text.strip():
            answer = field.read(text.strip())
            wrong = complaint(field, {**told, field.name: (*found, answer)})
            if wrong:
                raise click.UsageError(wrong)
            found.append(answer)
        elif field.needed and not found:
            raise click.UsageError("an answer is needed here")
        return text.strip()

    while click.prompt(
        _question(field, len(found)),
        default=None if field.needed and not found else "",
        show_default=False,
        value_proc=accept,
        err=True,
    ):
        if not field.many:
            break
    return tuple(found)


def _question(field: Field, told: int) -> str:
    if told:
        return "  another (empty: no more)"
    hint = f"one of {', '.join(field.values)}" if field.choices else f"such as {field.example}"
    empty = "" if field.needed else "; empty: not told"
    return f"{field.help} ({hint}{empty})"
