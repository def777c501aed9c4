"""A made-up norm pack of many files, and as many Sigma rules of the same size.

The law in it is invented. Each norm has what a shipped one has: sourced words, elements of several
kinds, an exception, a neighbour, and cases that decide every element. No two are alike.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent
from uuid import NAMESPACE_URL, uuid5

from lawmap.loading import load, shipped_pack
from lawmap.model.library import Library

ARTICLES = 100
"""So many norms an instrument has."""

TEMPLATES = Path(__file__).parent / "templates"
INSTRUMENT, NORM, SIGMA = (
    (TEMPLATES / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("instrument.yaml", "norm.yaml", "sigma.yml")
)


def make_pack(folder: Path, size: int) -> Path:
    """Write a norm pack with so many norms below a folder, and give its folder.

    The vocabulary is the shipped one, and nothing in it is left unused.
    """
    pack = folder / "pack"
    # Without derived terms, which name norms of the shipped pack.
    left_out = shutil.ignore_patterns("derived.yaml")
    shutil.copytree(shipped_pack() / "vocabulary", pack / "vocabulary", ignore=left_out)
    shutil.copyfile(shipped_pack() / "pack.yaml", pack / "pack.yaml")
    words = load([pack]).library
    terms = sorted(words.terms)
    acts = [name for name in terms if name.startswith("act.")]
    others = [name for name in terms if name.startswith(("means.", "purpose.", "person."))]
    for index in range(size):
        number, article = index // ARTICLES + 1, index % ARTICLES + 1
        articles = min(ARTICLES, size - index + article - 1)
        instrument = pack / "instruments" / f"invented-{number}"
        if article == 1:
            _begin(instrument, number, articles, words)
        pair = index // len(acts)
        text = NORM.format(
            id=instrument.name,
            number=number,
            article=article,
            next=article % articles + 1,
            act=acts[index % len(acts)],
            one=others[pair % len(others)],
            other=others[(pair + 1 + index % 7) % len(others)],
            hint=terms[index % len(terms)],
        )
        (instrument / f"{article}.yaml").write_text(text, encoding="utf-8")
    return pack


def _begin(folder: Path, number: int, articles: int, words: Library) -> None:
    folder.mkdir(parents=True)
    regimes = sorted(words.regimes)
    instrument = INSTRUMENT.format(
        id=folder.name,
        number=number,
        regime=regimes[number % len(regimes)],
        roles=", ".join(sorted(words.roles)),
    )
    (folder / "instrument.yaml").write_text(instrument, encoding="utf-8")
    head = f"""\
        schema_version: 1
        instrument: {folder.name}
        edition: invented-{number}
        read_in: nowhere
        provisions:
        """
    provisions = "".join(f'  "{article}": []\n' for article in range(1, articles + 1))
    (folder / "structure.yaml").write_text(dedent(head) + provisions, encoding="utf-8")


def make_sigma_rules(folder: Path, size: int, lines: int) -> Path:
    """Write so many Sigma rules of about so many lines, and give their folder."""
    rules = folder / "sigma"
    rules.mkdir()
    spare = lines - SIGMA.count("\n") + 3
    counts = (spare // 3, spare // 3, spare - 2 * (spare // 3))
    for number in range(size):
        references, images, words = (
            [f"item-{number}-{place}" for place in range(count)] for count in counts
        )
        text = SIGMA.format(
            number=number,
            uuid=uuid5(NAMESPACE_URL, f"invented-{number}"),
            references="\n".join(
                f"  - https://example.org/{one}/page-of-a-report" for one in references
            ),
            images="\n".join(f"      - '\\\\folder-of-a-program\\\\{one}.exe'" for one in images),
            lines="\n".join(f"      - ' --option-of-the-program {one} '" for one in words),
        )
        (rules / f"rule_{number}.yml").write_text(text, encoding="utf-8")
    return rules
