"""Plain Python: the conditions written out as Python source, with no package at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.forms import Form, Peer, Row
from benchmarks.questions import Questions, as_text, norms_as_text

Answer = Callable[[Row], tuple[bool, ...]]


def forms(questions: Questions) -> list[Form]:
    """Generated source: one function for everything, with and without sharing; many functions."""
    in_one, sharing, each = one_function(questions), shared(questions), functions(questions)
    return [
        Form("one generated function", lambda rows: map(in_one, rows)),
        Form(
            "one generated function, norms reuse the answers of their elements",
            lambda rows: map(sharing, rows),
        ),
        Form(
            "one generated function a question",
            lambda rows: (tuple(one(row) for one in each) for row in rows),
        ),
    ]


def one_function(questions: Questions) -> Answer:
    """One function that answers all questions in one expression."""
    return _function(
        questions, f"    return ({''.join(f'{text},' for text in as_text(questions))})"
    )


def shared(questions: Questions) -> Answer:
    """One function that answers the conditions first and the norms from their answers."""
    conditions = as_text(questions)[: len(questions.conditions)]
    names = [f"c{place}" for place in range(len(conditions))]
    lines = [f"    {name} = {text}" for name, text in zip(names, conditions, strict=True)]
    answers = "".join(f"{text}," for text in (*names, *norms_as_text(questions, names)))
    return _function(questions, "\n".join([*lines, f"    return ({answers})"]))


def functions(questions: Questions) -> list[Callable[[Row], bool]]:
    """One function a question, each with the variables that it reads."""
    places = {name: f"row[{place}]" for place, name in enumerate(questions.names.values())}
    local = Questions(
        questions.plan,
        questions.conditions,
        questions.norms,
        {leaf: places[name] for leaf, name in questions.names.items()},
    )
    return [_made(f"lambda row: {text}") for text in as_text(local)]


def _function(questions: Questions, body: str) -> Answer:
    variables = "".join(f"{name}," for name in questions.names.values())
    space: dict[str, Any] = {}
    exec(f"def answer(row):\n    ({variables}) = row\n{body}", space)  # noqa: S102  (written above)
    found: Answer = space["answer"]
    return found


def _made(source: str) -> Callable[[Row], bool]:
    made: Callable[[Row], bool] = eval(source)  # noqa: S307  (written above)
    return made


PEER = Peer("Python alone", None, 100_000, forms)
