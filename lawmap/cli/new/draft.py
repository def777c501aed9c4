"""A new file on the way from answers to its place: asked, written down, checked, put there."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from lawmap.checks import check
from lawmap.checks.cases import missing
from lawmap.cli import EXIT_FAULTS, EXIT_OK
from lawmap.cli.formats import show
from lawmap.cli.inputs import norms_option
from lawmap.cli.templating import render
from lawmap.cli.voice import say, speaks
from lawmap.cli.writing import write_new
from lawmap.diagnostics import Diagnostic, Report
from lawmap.errors import OutputError
from lawmap.loading import Loaded, with_text
from lawmap.loading.yaml_writer import yaml_text
from lawmap.model.base import FileRecord

from .asking import ask
from .fields import Answers, Field, lacking
from .workplace import Workplace

Data = dict[str, Any]


def nothing_more(_: Loaded, data: Data) -> Data:
    """The content as it is."""
    return data


@dataclass(frozen=True)
class Draft:
    """One new file: of what kind, what it needs, and how its content and its place follow."""

    model: type[FileRecord]
    fields: tuple[Field, ...]
    loaded: Loaded
    """What it may refer to."""
    workplace: Workplace
    place: Callable[[Answers], Path]
    build: Callable[[Answers, Loaded], Data]
    finish: Callable[[Loaded, Data], Data] = nothing_more
    """What can be added only when the rest is in order; gets what was loaded with the file."""

    def make(self, told: Answers, *, to_print: bool) -> int:
        """Ask for what was not told, check the file, and put it in its place or print it."""
        answers = self._answers(told, to_print=to_print)
        path = self.place(answers)
        if not to_print and os.path.lexists(path):
            raise OutputError(f"{path} is there already; choose another id, or edit that file")
        data = self.build(answers, self.loaded)
        self._stop_on(self._faults(path, _plain(data)))
        data = self.finish(with_text(self.loaded, self.model, path, _plain(data)), data)
        schema = self.workplace.schema_of(self.model, path)
        text = self._text(data, os.path.relpath(schema, path.parent.absolute()))
        added = with_text(self.loaded, self.model, path, text)
        self._stop_on([*check(added, cases=False), *missing(added)])
        if to_print:
            click.echo(text, nl=False)
            return EXIT_OK
        write_new(path.parent, {path.name: text})
        say(f"Written: {path}. Its comments say what comes next; then run 'lawmap validate'.")
        if not schema.is_file():
            folder = self.workplace.folder / "schemas"
            say(f"For help in an editor write the schemas: lawmap schema -o {folder}")
        return EXIT_OK

    def _answers(self, told: Answers, *, to_print: bool) -> Answers:
        if not lacking(self.fields, told):
            return told

        def complaint(field: Field, answers: Answers) -> str | None:
            return self._complaint(field, answers, to_print=to_print)

        return ask(self.fields, told, complaint)

    def _complaint(self, field: Field, answers: Answers, *, to_print: bool) -> str | None:
        """What is wrong with the answer to one question, whatever the others will be."""
        stand_ins = {
            item.name: (item.stand_in or item.read(item.example),)
            for item in self.fields
            if item.needed
        }
        whole = {**stand_ins, **answers}
        path = self.place(whole)
        if field.key == "id" and not to_print and os.path.lexists(path):
            return f"{path} is there already"
        text = _plain(self.build(whole, self.loaded))
        faults = self._faults(path, text)
        return next(
            (one.message for one in faults if _key_at(text, one.position.line) == field.key), None
        )

    def _faults(self, path: Path, text: str) -> list[Diagnostic]:
        return check(with_text(self.loaded, self.model, path, text), cases=False)

    def _stop_on(self, faults: list[Diagnostic]) -> None:
        if faults:
            unfixed = (fault._replace(fix=None) for fault in faults)  # --fix takes files
            show(Report(tuple(unfixed)), "full", sys.stderr)
            click.echo("Nothing was written: the file would have these faults.", err=True)
            raise click.exceptions.Exit(EXIT_FAULTS)

    def _text(self, data: Data, schema: str) -> str:
        parts = {key: yaml_text({key: value}) for key, value in data.items()}
        template = f"new/{self.model.kind_of_file}.yaml.j2"
        schema = Path(schema).as_posix()
        return render(template, data=data, parts=parts, schema=schema)


def drafts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --folder, --norms and --print, and -q, -v and -V."""
    for option in (
        speaks,
        norms_option,
        click.option(
            "--print", "to_print", is_flag=True, help="Print the file instead of writing it."
        ),
        click.option(
            "--folder",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            default=Path(),
            metavar="DIR",
            help="The folder to work in, with its settings (default: the current one).",
        ),
    ):
        function = option(function)
    return function


def _plain(data: Data) -> str:
    """The file without comments."""
    return yaml_text(data) + "\n"


def _key_at(text: str, line: int) -> str:
    """The key of the file to which a line belongs."""
    keys = (re.match(r"(\w+):", one) for one in reversed(text.split("\n")[:line]))
    return next((found[1] for found in keys if found), "")
