"""The programs that are measured: each takes a text and gives the spans that it calls citations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.citations.scoring import Found, Span, found
from lawmap.recognising import Names, recognise


class Finder(NamedTuple):
    """A program, as its own documents say it is fastest."""

    title: str
    package: str
    find: Callable[[str], Sequence[Found]]


def finders(names: Names, cache: Path) -> list[Finder]:
    """Lawmap first, then the others.

    Args:
        names: what lawmap's recogniser knows.
        cache: a folder where eyecite may keep what it compiles, as its documents advise.
    """
    return [
        Finder("lawmap", "lawmap", lambda text: [found(one) for one in recognise(text, names)]),
        *_eyecite(cache),
        _citeurl(),
    ]


def _eyecite(cache: Path) -> list[Finder]:
    eyecite: Any = import_module("eyecite")
    tokenizers: Any = import_module("eyecite.tokenizers")
    hyperscan = tokenizers.HyperscanTokenizer(cache_dir=str(cache))

    def finder(title: str, **options: Any) -> Finder:
        def find(text: str) -> list[Found]:
            return [Found(Span(*one.span())) for one in eyecite.get_citations(text, **options)]

        return Finder(title, "eyecite", find)

    return [finder("eyecite"), finder("eyecite, with hyperscan", tokenizer=hyperscan)]


def _citeurl() -> Finder:
    citator: Any = import_module("citeurl").Citator()
    return Finder(
        "citeurl",
        "citeurl",
        lambda text: [Found(Span(*one.span)) for one in citator.list_cites(text)],
    )
