"""Values that YAML or a careless reader would take for something else, and values without end."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.answers import Content, FileCase, Place
from tests.hostile.project import ENTRIES, FILES


class Swap:
    """Writes a text in place of another one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def __call__(self, text: str) -> Content:
        assert self.old in text
        return text.replace(self.old, self.new, 1)


class Behind:
    """Writes lines behind a file."""

    def __init__(self, lines: str) -> None:
        self.lines = lines

    def __call__(self, text: str) -> Content:
        return text + self.lines


HUGE = "1" + "0" * 400
LETTERS = [
    f"{a}{b}{c}" for a in "abcdefgh" for b in "abcdefghijklmnopqrstuvw" for c in "abcdefghij"
]

NUMBERS = {
    "float article": ("8.10", "1.0", "1e3", "1_000"),
    "octal": ("0o17", "017", "0x1F", "0b11"),
    "sexagesimal": ("1:30", "190:20:30"),
    "no number": (".nan", "NaN", ".inf", "-.inf", "+1", "-1", "१", "１", "true", "1,000"),
    "huge number": (HUGE, f"-{HUGE}", "1" * 16),
}
TRUTHS = ("y", "Y", "off", "NO", "no", "True", "TRUE", "1", "on")
DAYS = {
    "impossible date": ("2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00"),
    "year out of range": ("0000-01-01", "10000-01-01", "-2024-01-01", "24-01-01"),
    "no day": ("٢٠٢٤-٠١-٠١", "2024-366", "2024-W01-1", "1704067200", ".nan", "2024-01-01T25:00"),
    "huge date": (HUGE, "2" * 100_000, "2024-01-01" * 10_000),
}
PERIODS = {
    "impossible date": ("2024-02-30", "2024-13", "2024-02-30/..", "2024-06-31~", "2024-00"),
    "year out of range": ("0000", "-2024", "10000", "Y170000000002", "Y-17e7", "99999-01-01"),
    "no day": ("..", "/", "2024/2023", "2024-01-01/2024-02-01/2025", "1e3", "2024-1-1", "XXXX"),
    "huge date": ("2024" + "~" * 10_000, "X" * 100_000, "2024/" * 20_000 + "2024", "%" * 100_000),
}
IDS = {
    "traversing id": ("../x", "/etc/passwd", "..", ".", "a/b", "%2e%2e", "..\\x", "C:\\x", "~root"),
    "look-alike id": ("hеld", "ｈeld", "𝐡eld", "hé", "he\u0301ld", "Held", "heⅼd"),
    "id that steers": ("--rf", "-x", "<script>", "::error::x", "$(id)", "{{x}}", "held.", "a b"),
    "over-long id": ("a" * 201, "a-" * 100_000 + "!", "a" * 300_000),
}
RESERVED = ("con", "nul", "aux", "prn", "com1", "lpt9", "index", "manifest")


def _cases() -> Iterator[FileCase]:
    for klass, values in NUMBERS.items():
        for value in values:
            yield _case("sources", klass, "paragraphs: 9", f"paragraphs: {value}", "LM104", 12)
    yield from _of_dates_and_ids()
    yield from _crowds()
    for value in ("8.10", "1e3", "1_000", "0o17", "1:30", ".nan", "-1", "１"):
        yield _case("structures", "float article", '  "8"', f"  {value}", "LM106", 2)
    for value in ("t:8.10", "t:1e3", "t:1:30", "t:0o17", "t:１(1)", "т:1(1)", f"t:{HUGE}"):
        yield _case("norms", "float article", "id: t:1(1)", f"id: {value}", "LM106", 4)
    for value in ("1.0", "01", "2", "true", "1e0", HUGE, ".inf"):
        yield _case("allegations", "version", ": 1", f": {value}", "LM104", 2)
    for value in TRUTHS:
        yield _case("parties", "Norway", "verified: true", f"verified: {value}", "LM104", 10)
    yield _case("allegations", "Norway", "state: AAA", "state: NO", "LM106", 7)
    yield _case("parties", "Norway", "AAA:", "NO:", "LM106", 0)
    yield _case("situations", "Norway", "{AAA: Aland", "{NO: Aland", "LM106", 1)
    yield _case("sources", "Norway", "language: en", "language: NO", "LM106", 10)


def _of_dates_and_ids() -> Iterator[FileCase]:
    for klass, values in DAYS.items():
        for value in values:
            new = f"in_force: '{value}'"
            yield _case("instruments", klass, "in_force: 2000-01-01", new, "LM105", 10)
    for klass, values in PERIODS.items():
        for value in values:
            yield _case("allegations", klass, "within: 2024-02", f"within: '{value}'", "LM105", 8)
    for klass, values in IDS.items():
        for value in values:
            yield _case("allegations", klass, "id: held", f"id: '{value}'", "LM106", 4)
    for name in RESERVED:
        yield _case("allegations", "reserved id", "id: held", f"id: {name}", "LM106", 4, "LM108")


def _case(
    entry: str, klass: str, old: str, new: str, code: str, behind: int, *beside: str
) -> FileCase:
    """A case whose fault lies so many characters behind the beginning of what is written."""
    text = FILES[ENTRIES[entry]]
    before = text[: text.index(old)]
    line = before.count("\n") + 1
    column = len(before.rpartition("\n")[2]) + 1 + behind
    shown = new if len(new) < 50 else f"{new[:30]}... ({len(new):,} characters)"
    return FileCase(
        klass, f"{shown} for {old}", entry, Swap(old, new), code, Place(line, column), beside=beside
    )


def _crowds() -> Iterator[FileCase]:
    """Thousands of faults, and what is looked for among thousands of words for each of them."""
    facts = "".join(f"  - act.detai{word}\n" for word in LETTERS)
    passages = ", ".join(f"report#p{number}" for number in range(100, 5_000))
    years = "".join(
        f"  - name: c{n}\n    facts: [act.detain]\n    when: {{within: {1000 + n}~}}\n"
        "    expect: silent\n"
        for n in range(1_200)
    )
    cases = "".join(
        f"  - name: c{n}\n    facts: [act.detain]\n    expect: engaged\n" for n in range(1_900)
    )
    spans = "".join(f"  p{number}-p999999: paper\n" for number in range(10, 8_000))
    terms = ", ".join(f"act.{word}" for word in LETTERS)
    for name, entry, attack, code, at in (
        ("1,840 terms nearly known", "allegations", Behind(facts), "LM201", "act.detaiaaa"),
        (
            "4,900 paragraphs too many",
            "allegations",
            Swap("report#p1", passages),
            "LM603",
            "report#p100",
        ),
        (
            "1,840 unknown terms in a condition",
            "norms",
            Swap("if: act.detain", f"if: {{any: [act.detain, {terms}]}}"),
            "LM201",
            "act.aaa",
        ),
        ("1,900 cases that fail", "norms", Behind(cases), "LM501", "engaged\n  - name: c1\n"),
        ("1,200 approximate dates", "norms", Behind(years), "LM008", "1100~"),
        ("7,990 spans of paragraphs", "sources", Behind(spans), "LM603", "paper\n  p11-"),
    ):
        yield FileCase("crowd", name, entry, attack, code, at)


CASES = tuple(_cases())
