"""A team's own templates: each ends in exit 2 with the file and line, within the limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.answers import CommandCase, Content, Prepare, nothing, writing
from tests.hostile.running import Ended

RUN = ("dossier", "-o", "out", "--template", "t")
PAGE = "t/dossier.md.j2"

PAGES: dict[str, dict[str, Content]] = {
    "sandbox escape": {
        "the class of a text": "a\n{{ ''.__class__.__mro__ }}",
        "globals of a record": "a\n{{ dossier.__init__.__globals__ }}",
        "a program": "a\n{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "globals of a function": "a\n{{ lipsum.__globals__['os'].popen('id').read() }}",
        "a format": "a\n{{ '{0.__class__}'.format(dossier) }}",
        "a format of a mapping": "a\n{{ '{a.__class__}'.format_map({'a': dossier}) }}",
        "the filter attr": "a\n{{ ''|attr('__class__') }}",
        "a mapping that is changed": "a\n{{ {}.update(b=2) }}",
        "a list that is changed": "a\n{{ [1].append(2) }}",
        "globals of a macro": "{% macro m() %}{% endmacro %}\n{{ m.__globals__ }}",
        "the context": "a\n{{ self.__init__.__globals__ }}",
    },
    "file of others": {
        "an absolute include": "a\n{% include '/etc/passwd' %}",
        "an include above": "a\n{% include '../allegations/held.yaml' %}",
        "an import above": "a\n{% import '../../etc/passwd' as x %}",
        "an include of a URL": "a\n{% include 'http://example.org/x' %}",
        "an include with a NUL": "a\n{% include 'a\\0b' %}",
        "a parent above": "a\n{% extends '../x' %}",
    },
    "endless loop": {
        "a long range": "a\n{% for i in range(1000000000) %}x{% endfor %}",
        "loops in loops": "a\n{% for i in range(99999) %}{% for j in range(99999) %}"
        "{% endfor %}{% endfor %}",
        "loops of 3,000 times 1,000 times 1,000": "a\n{% for i in range(3000) %}"
        "{% for j in range(1000) %}{% for k in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
        "an endless recursion": "a\n{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "a list that holds itself": "{% set n = namespace(a=[]) %}\n"
        "{% for i in range(99999) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a|string }}",
        "a sort of many": "a\n{{ (range(99999)|list * 999)|sort|length }}",
        "groups of many": "a\n{{ (range(99999)|list * 999)|unique|list|length }}",
        "blanks cut off": "a\n{{ (' ' * 9999999)|title|wordcount }}"
        "{% for i in range(999) %}{{ (' ' * 9999999)|wordcount }}{% endfor %}",
        "a catch in a call": "a\n{% for i in range(99999) %}{{ ('a' * 99999) in ('b' * 99999) }}"
        "{% endfor %}",
        "a macro of itself": "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}",
        "an include of itself": "a\n{% include 'dossier.md.j2' %}",
        "its own parent": "a\n{% extends 'dossier.md.j2' %}",
    },
    "memory bomb": {
        "a text many times": "a\n{{ 'a' * 1000000000 }}",
        "a list many times": "a\n{{ [0] * 1000000000 }}",
        "a wide text": "a\n{{ 'a'.center(1000000000) }}",
        "a wide number": "a\n{{ '%1000000000d' % 1 }}",
        "a wide format": "a\n{{ '{:1000000000}'.format(1) }}",
        "a long joint": "a\n{{ range(99999)|join('a' * 9999) }}",
        "doubled 60 times": "{% set n = namespace(a='a') %}{% for i in range(60) %}\n"
        "{% set n.a = n.a ~ n.a %}{% endfor %}",
        "a power of a power": "a\n{{ 9**9**9 }}",
        "squares of squares": "{% set n = namespace(a=10) %}{% for i in range(60) %}\n"
        "{% set n.a = n.a * n.a %}{% endfor %}",
        "a batch": "a\n{{ [1]|batch(1000000000, 0)|list }}",
        "a text of 200 million": "a\n{{ 'a' * 200000000 }}",
        "a wide number of 999,999,999": 'a\n{{ "%0999999999d" % 1 }}',
        "the filter format": "a\n{{ '%0999999999d'|format(1) }}",
        "the filter center": "a\n{{ 'a'|center(1000000000) }}",
        "ljust": "a\n{{ 'a'.ljust(1000000000) }}",
        "zfill": "a\n{{ 'a'.zfill(1000000000) }}",
        "words wrapped": "a\n{{ ('a' * 9000000)|wordwrap(1) }}",
        "replaced nothing": "a\n{{ ('a' * 9999)|replace('', 'x' * 1000000) }}",
        "a translation": "a\n{{ ('a' * 999999).translate({97: 'x' * 99999}) }}",
        "bytes": "a\n{{ 'a'.encode('utf-32') * 1000000000 }}",
        "tabs": "a\n{{ ('\t' * 99999).expandtabs(99999999) }}",
        "a list of texts": "a\n{{ (['a' * 99999] * 99999)|join }}",
        "an integer of bytes": "a\n{{ (1).to_bytes(1000000000, 'big') }}",
        "pretty printed": "a\n{{ ([[0] * 999] * 9999)|pprint }}",
        "urls": "a\n{{ ('http://a.b ' * 999999)|urlize }}",
        "replaced by itself": "{% set x = 'a' * 99999 %}\n{{ x.replace('a', x) }}",
    },
    "faulty template": {
        "an unknown variable": "a\n{{ nothing }}",
        "an unknown field": "a\n{{ dossier.nothing }}",
        "half a loop": "a\n{% for %}",
        "a condition that never ends": "a\n{% if x",
        "an unknown tag": "a\n{% debug %}",
        "an unknown filter": "a\n{{ 1|nothing }}",
        "a division by nothing": "a\n{{ 1 / 0 }}",
        "no UTF-8": b"a\n\xff\xfe",
        "a control character": "a\n\x1b[31m",
    },
}
"""What a page holds; the fault lies in its second line."""

PLACELESS: dict[str, Content] = {
    "brackets in brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "conditions in conditions": "{% if 1 %}" * 2_000 + "{% endif %}" * 2_000,
    "a page of a gigabyte": "{% for i in range(99999) %}{% for j in range(99999) %}"
    "xxxxxxxx{% endfor %}{% endfor %}",
    "20 MB": "x" * 20_000_000,
    "a comparison that hears no signal": "a\n{% set n = namespace(a=[1], b=[1]) %}"
    "{% for i in range(60) %}{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% endfor %}"
    "{{ n.a == n.b }}",
    "an indentation": "a\n{{ 'a b'|indent(1000000000) }}",
    "as JSON": "a\n{{ ([[0] * 9999] * 9999)|tojson }}",
    "a sum of lists": "a\n{{ ([[0] * 99999] * 9999)|sum(start=[]) }}",
    "slices": "a\n{{ [1]|slice(1000000000)|list }}",
}
"""Of these the file is named, or the folder."""


def pipe(project: Path) -> None:
    (project / "t").mkdir()
    os.mkfifo(project / PAGE)


def folder(project: Path) -> None:
    (project / PAGE).mkdir(parents=True)


def link(target: str) -> Prepare:
    def prepare(project: Path) -> None:
        (project / "t").mkdir()
        (project / PAGE).symlink_to(target)

    return prepare


NO_FILES: dict[str, Prepare] = {
    "a pipe": pipe,
    "a folder": folder,
    "a link to nothing": link("nothing"),
    "a link to itself": link("dossier.md.j2"),
    "a link to a device": link("/dev/zero"),
    "a link out of the folder": link("../allegations/held.yaml"),
    "a link to passwords": link("/etc/passwd"),
}


def nothing_written(project: Path, _: Ended) -> None:
    """A page that cannot be made leaves no other behind."""
    assert not (project / "out").exists()


def _refused(klass: str, name: str, prepare: Prepare, *words: str) -> CommandCase:
    return CommandCase(
        klass, name, "templates", RUN, prepare, words=words, afterwards=nothing_written
    )


def _cases() -> Iterator[CommandCase]:
    for klass, pages in PAGES.items():
        for name, page in pages.items():
            yield _refused(klass, name, writing(PAGE, page), f"{PAGE}:2: ")
    for name, page in PLACELESS.items():
        yield _refused("memory bomb", name, writing(PAGE, page), "Error: t")
    for name, prepare in NO_FILES.items():
        yield _refused("no regular file", name, prepare, f"{PAGE}:1: cannot be read")
    index = writing("t/index.md.j2", "a\n{{ ''.__class__ }}")
    yield _refused("sandbox escape", "in the index", index, "t/index.md.j2:2: ")
    yield _refused("no regular file", "no folder", nothing, "'t' does not exist")


CASES = tuple(_cases())
