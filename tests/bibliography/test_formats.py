"""Each format, read back by readers that others wrote."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st

from lawmap.bibliography import FORMATS, Dated, Kind, Reference, one_line
from lawmap.model.instrument import Author, Published
from tests.bibliography.readers import READERS, read_csl

TREATY = Reference(
    key="gc4",
    kind=Kind.TREATY,
    title="Convention (IV) & 100% {braces}",
    short="GC Four",
    issued=Dated("1949-08-12"),
    opened=date(1949, 12, 8),
    in_force=date(1950, 10, 21),
    place="Geneva",
    published=(
        Published(series="UNTS", volume="75", page="287"),
        Published(series="ETS", number="005"),
    ),
    url="https://example.org/a_b?c=1&d=%20e{f}",
)
CASE = Reference(
    key="decision:tadic-1999",
    kind=Kind.CASE,
    title="Prosecutor v Duško Tadić",
    issued=Dated("1999-07-15"),
    body="ICTY, Appeals Chamber",
    number="IT-94-1-A",
    genre="appeal judgment",
    caveat="Reversed in part.",
)
BOOK = Reference(
    key="cihl",
    kind=Kind.BOOK,
    title="Rules",
    issued=Dated("2005"),
    authors=(
        Author(given="Jean-Marie", family="Henckaerts"),
        Author(given="L, and M", family="van and"),
    ),
    body="Cambridge University Press",
)
REPORT = Reference(
    key="source:report",
    kind=Kind.REPORT,
    title="Звіт про дітей",
    issued=Dated("2024-09~"),
    written_by="A group, and others",
    body="An agency",
    language="uk",
)
ALL = (TREATY, CASE, BOOK, REPORT)

EXPECTED: dict[str, dict[str, dict[str, Any]]] = {
    "csl-json": {
        "gc4": {
            "type": "treaty",
            "title": "Convention (IV) & 100% {braces}",
            "title-short": "GC Four",
            "issued": {"date-parts": [[1949, 8, 12]]},
            "available-date": {"date-parts": [[1949, 12, 8]]},
            "event-place": "Geneva",
            "container-title": "UNTS",
            "volume": "75",
            "page": "287",
            "URL": "https://example.org/a_b?c=1&d=%20e{f}",
            "note": "type: treaty\ncontainer-title: UNTS\nvolume: 75\npage: 287\n"
            "Entered into force 1950-10-21\nAlso published: ETS 005",
        },
        "decision:tadic-1999": {
            "type": "legal_case",
            "authority": "ICTY, Appeals Chamber",
            "number": "IT-94-1-A",
            "genre": "appeal judgment",
            "annote": "Reversed in part.",
        },
        "cihl": {
            "type": "book",
            "issued": {"date-parts": [[2005]]},
            "author": [
                {"family": "Henckaerts", "given": "Jean-Marie"},
                {"family": "van and", "given": "L, and M"},
            ],
            "publisher": "Cambridge University Press",
        },
        "source:report": {
            "type": "report",
            "issued": {"date-parts": [[2024, 9]], "circa": True},
            "author": [{"literal": "A group, and others"}],
            "language": "uk",
        },
    },
    "bibtex": {
        "gc4": {
            "entry_type": "misc",
            "year": "1949",
            "day": "12",
            "series": "UNTS",
            "volume": "75",
            "pages": "287",
            "address": "Geneva",
            "url": "https://example.org/a_b?c=1&d=%20e%7Bf%7D",
            "note": "75 UNTS 287. Opened for signature 1949-12-08. Entered into force 1950-10-21. "
            "Also published: ETS 005",
        },
        "decision:tadic-1999": {
            "entry_type": "misc",
            "institution": "ICTY, Appeals Chamber",
            "number": "IT-94-1-A",
            "annote": "Reversed in part.",
        },
        "cihl": {"entry_type": "book", "publisher": "Cambridge University Press"},
        "source:report": {
            "entry_type": "techreport",
            "year": "2024-09~",
            "institution": "An agency",
        },
    },
    "biblatex": {
        "gc4": {
            "entry_type": "legal",
            "date": "1949-08-12",
            "eventdate": "1949-12-08",
            "series": "UNTS",
            "volume": "75",
            "pages": "287",
            "note": "Entered into force 1950-10-21. Also published: ETS 005",
        },
        "decision:tadic-1999": {
            "entry_type": "jurisdiction",
            "institution": "ICTY, Appeals Chamber",
            "annotation": "Reversed in part.",
        },
        "cihl": {"entry_type": "book", "date": "2005"},
        "source:report": {"entry_type": "report", "language": "uk"},
    },
    "ris": {
        "gc4": {
            "type_of_reference": "STAT",
            "secondary_title": "UNTS",
            "volume": "75",
            "start_page": "287",
            "year": "1949",
            "date": "1949/08/12/",
            "short_title": "GC Four",
            "notes": [
                "Opened for signature 1949-12-08",
                "Entered into force 1950-10-21",
                "Also published: ETS 005",
            ],
        },
        "decision:tadic-1999": {
            "type_of_reference": "CASE",
            "publisher": "ICTY, Appeals Chamber",
            "notes": ["Reversed in part."],
        },
        "cihl": {
            "type_of_reference": "BOOK",
            "authors": ["Henckaerts, Jean-Marie", "van and, L, and M"],
            "date": "2005///",
        },
        "source:report": {"type_of_reference": "RPRT", "date": "2024/09//2024-09~"},
    },
}


@pytest.mark.parametrize("name", FORMATS)
def test_readers_find_each_reference_with_its_fields(name: str) -> None:
    found = READERS[name](FORMATS[name](ALL))
    assert list(found) == [one.key for one in ALL]
    for one in ALL:
        entry, wanted = found[one.key], EXPECTED[name][one.key]
        assert {field: entry.get(field) for field in wanted} == wanted
        assert entry["title"] == one.title


def test_nothing_cited_is_an_empty_file_of_each_format() -> None:
    assert {name: write([]) for name, write in FORMATS.items()} == {
        "csl-json": "[]\n",
        "bibtex": "",
        "biblatex": "",
        "ris": "",
    }


SIGNS = st.sampled_from("\\{}$&#%_~^@\"',;-`<>?!=\n\r\u2028 \x00ER")
HOSTILE = st.text(st.one_of(SIGNS, st.characters(codec="utf-8")), max_size=60)


@given(HOSTILE)
@example("}\n}\n@book{evil, title = {x}}")
@example("@article{evil, title={x}}")
@example("@article{evil, title={x}")
@example("\\input{/etc/passwd} \\write18{rm} $x$ %comment")
@example("a--b ''c'' ``d`` ?` !` ,,e <<f>>")
@example("x\nER  - \n\nTY  - BOOK\nTI  - evil")
@example('{"id": "evil"}')
@example("\\")
@example("Київ — дiти")
def test_no_title_ends_its_field_or_is_changed(text: str) -> None:
    title = one_line(text) or "x"
    pair = (replace(CASE, title=title, body=title, caveat=title), BOOK)
    for name, write in FORMATS.items():
        found = READERS[name](write(pair))
        assert list(found) == [CASE.key, BOOK.key], name
        assert as_read(found[CASE.key]["title"]) == as_read(title), name
        assert name not in {"bibtex", "biblatex"} or are_paired(write(pair))


def are_paired(text: str) -> bool:
    """Whether braces are paired as BibTeX counts them: those behind a backslash, too."""
    depths = list(accumulate({"{": 1, "}": -1}.get(char, 0) for char in text))
    return min(depths) >= 0 == depths[-1]


def as_read(text: str) -> str:
    """A title without what the readers at hand read loosely.

    Runs of blanks count as one; pylatexenc knows no name for a brace without its other, and takes
    LaTeX's name of "^" for an accent.
    """
    return re.sub(r"\s+", " ", re.sub(r"[{}]", "", text)).strip().replace("\u02c6", "^")


@given(st.text(max_size=40))
def test_no_address_ends_its_field(text: str) -> None:
    one = replace(CASE, url=one_line(f"https://example.org/{text}"))
    for name, write in FORMATS.items():
        assert list(READERS[name](write([one, BOOK]))) == [CASE.key, BOOK.key], name


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_a_name_stays_one_name(given_names: str, family: str) -> None:
    name = Author(given=one_line(given_names) or "x", family=one_line(family) or "y")
    found = read_csl(FORMATS["csl-json"]([replace(BOOK, authors=(name,))]))
    assert found["cihl"]["author"] == [{"family": name.family, "given": name.given}]
    written = FORMATS["biblatex"]([replace(BOOK, authors=(name,))])
    raw = parse_string(written).entries[0]["author"]
    outside = re.sub(r"\{(?:[^{}]|\{[^{}]*\})*\}", "", raw)
    assert outside.count(",") == 1
    assert " and " not in outside


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"
    default-locale="en-GB">
  <info><title>For tests</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <citation><layout>
    <group delimiter=" | ">
      <text variable="title"/><date variable="issued" form="numeric" date-parts="year-month-day"/>
      <group delimiter=" ">
        <text variable="volume"/><text variable="container-title"/><text variable="page"/>
      </group>
      <text variable="authority"/><text variable="number"/><names variable="author"/>
    </group>
  </layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>"""


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")
def test_a_processor_of_csl_styles_prints_the_series_of_a_treaty(tmp_path: Any) -> None:
    path = tmp_path / "t.csl"
    path.write_text(STYLE, encoding="utf-8")
    items = CiteProcJSON(json.loads(FORMATS["csl-json"](ALL)))
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(str(path), validate=False), items, formatter.plain
    )
    cites = [Citation([CitationItem(one.key)]) for one in (TREATY, CASE)]
    for one in cites:
        bibliography.register(one)
    treaty, case = (str(bibliography.cite(one, lambda _: None)) for one in cites)
    assert "75 UNTS 287" in treaty
    assert "ICTY, Appeals Chamber | IT-94-1-A" in case


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc on the PATH")
@pytest.mark.parametrize(
    ("name", "reader", "treaty"),
    [
        ("csl-json", "csljson", "treaty"),
        ("biblatex", "biblatex", "treaty"),
        ("bibtex", "bibtex", ""),
        ("ris", "ris", "legislation"),
    ],
)
def test_pandoc_reads_what_is_written(name: str, reader: str, treaty: str) -> None:
    done = subprocess.run(
        ["pandoc", "-f", reader, "-t", "csljson"],  # noqa: S607
        input=FORMATS[name](ALL),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found = read_csl(done.stdout)
    assert set(found) == {one.key for one in ALL}
    one = found["gc4"]
    assert (one["type"], one["volume"], one["page"]) == (treaty, "75", "287")
    assert one["title"] == TREATY.title
