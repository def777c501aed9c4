"""Templates that a team wrote or was sent: what they may read, and how much they may make.

They see the dossier and what lies in their own folder. Attributes that lead to Python are refused
by Jinja's sandbox; numbers and pages without end are refused here. How long a page may take, and
how much memory, is for whoever renders it: see ``lawmap/cli/rendering.py``.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lawmap.loading.raw import has_changed, read_raw
from lawmap.loading.text import MAX_BYTES, decode

MAX_PAGE = 10_000_000
"""So many characters a page has at most; the longest of the shipped ones has a hundredth."""
_MAX_BITS = 10_000


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which no single step takes long."""

    intercepted_binops = frozenset(["*", "**"])

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        del self.globals["lipsum"]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuse blocks whose text would be shown unescaped: expressions alone are escaped."""
        tree = super()._parse(source, name, filename)
        for block, word in ((nodes.FilterBlock, "filter"), (nodes.CallBlock, "call")):
            found = tree.find(block)
            if found:
                told = f"no {{% {word} %}} is read: what it makes would be shown unescaped"
                raise TemplateSyntaxError(told, found.lineno, name, filename)
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse powers, and products of numbers that nobody writes."""
        if operator == "**":
            raise SecurityError("powers are not worked out in templates")
        numbers = [one for one in (left, right) if isinstance(one, int)]
        if sum(one.bit_length() for one in numbers) > _MAX_BITS:
            raise SecurityError("the product is too large")
        return super().call_binop(context, operator, left, right)


class OwnFolder(FileSystemLoader):
    """Templates of a folder: regular files of a sane size that lie in it, in strict UTF-8."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, the name of its file, and what tells that it is still the same.

        Raises:
            TemplateNotFound: if the folder has none of this name.
            TemplateSyntaxError: if it cannot be read.
        """
        path = self._folder / template
        is_here = path.is_symlink() or path.exists()
        if ".." in path.parts or template.startswith("/") or not is_here:
            return super().get_source(environment, template)
        shown = path.as_posix()
        try:
            self._refuse_outside(path)
            raw = read_raw(path, MAX_BYTES)
            content = decode(raw.content, shown)
        except (OSError, RuntimeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise TemplateSyntaxError(f"cannot be read: {why}", 1, template, shown) from error
        for fault in content.faults:
            raise TemplateSyntaxError(fault.message, fault.position.line, template, shown)
        return content.text, shown, lambda: not has_changed(path, raw.stamp)

    def _refuse_outside(self, path: Path) -> None:
        if not path.resolve(strict=True).is_relative_to(self._folder.resolve()):
            raise OSError(errno.EPERM, "it leads out of the folder of templates")


def made(template: Template, **given: Any) -> str:
    """The page that a template makes.

    Raises:
        TemplateRuntimeError: if it is longer than any page.
    """
    pieces, length = [], 0
    for piece in template.generate(**given):
        pieces.append(piece)
        length += len(piece)
        if length > MAX_PAGE:
            raise TemplateRuntimeError(f"the page has more than {MAX_PAGE:,} characters")
    return "".join(pieces)
