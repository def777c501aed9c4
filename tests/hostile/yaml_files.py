"""Attacks on the reading of YAML: each is tried on allegations, on norms, and on one more kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import NamedTuple

from tests.hostile.answers import Content, FileCase, Place
from tests.hostile.project import ENTRIES, FILES

Make = Callable[[str], Content]


class Behind(NamedTuple):
    """A place in what was put behind a file."""

    line: int = 1
    column: int = 1


class Attack(NamedTuple):
    """What is done to a file, and what must be said of it."""

    klass: str
    name: str
    make: Make
    code: str
    at: Place | Behind = Place(1, 1)


def end(snippet: str) -> Make:
    """Put lines behind a file."""
    return lambda text: text + snippet


def top(snippet: str) -> Make:
    """Put lines on top of a file."""
    return lambda text: snippet + text


def encoded(encoding: str, mark: bytes = b"") -> Make:
    """Save a file in another encoding."""
    return lambda text: mark + text.encode(encoding)


def bytes_behind(raw: bytes) -> Make:
    """Put bytes behind a comment at the end of a file."""
    return lambda text: text.encode() + b"# " + raw + b"\n"


def whole(content: Content) -> Make:
    """Replace a file."""
    return lambda _: content


def laughs(width: int, depth: int) -> str:
    """Lists of aliases of lists of aliases: a few lines that stand for 10^9 texts."""
    levels = [f"x{n}: &x{n} [{','.join([f'*x{n - 1}'] * width)}]" for n in range(1, depth)]
    return "\n".join([f"x0: &x0 [{','.join('a' * width)}]", *levels]) + "\n"


def mapping_tower(depth: int) -> str:
    """Block mappings, each in the one before."""
    return "".join(f"{' ' * level}k:\n" for level in range(depth)) + f"{' ' * depth}k: v\n"


def mixed_tower(depth: int) -> str:
    """Lists in mappings in lists."""
    return f"x: {'[{a: ' * depth}b{'}]' * depth}\n"


MANY = 60_000
SIXTY = 60

ALIASES = (
    ("a billion laughs", laughs(10, 10), Behind(1, 5)),
    ("one anchor, 10,000 aliases", f"x: [&a {'b' * 1000}{',*a' * 10_000}]\n", Behind(1, 5)),
    ("a list that holds itself", "x: &a [*a]\n", Behind(1, 4)),
    ("a mapping that is its own key", "x: &a {*a : b}\n", Behind(1, 4)),
    ("an anchor that nobody uses", "x: &a b\n", Behind(1, 4)),
    ("an alias of nothing", "x: *nobody\n", Behind(1, 4)),
    ("an anchor on a key", "&k x: b\n", Behind()),
    ("an anchor of 10,000 letters", f"x: &{'a' * 10_000} b\n", Behind(1, 4)),
)
MERGES = (
    ("of an alias", "x: &a {b: c}\n<<: *a\n", Behind(1, 4)),
    ("of a mapping", "<<: {b: c}\n", Behind()),
    ("of a list of mappings", "<<: [{b: c}, {d: e}]\n", Behind()),
    ("of 2,000 mappings", f"<<: [{'{b: c},' * 2_000}]\n", Behind()),
    ("deep inside", "x: {y: {<<: {b: c}}}\n", Behind(1, 9)),
)
DEPTHS = (
    ("100,000 brackets", f"x: {'[' * 100_000}\n", Behind(1, 52)),
    ("100,000 braces", f"x: {'{a: ' * 100_000}\n", Behind(1, 196)),
    ("100,000 dashes", f"x:\n  {'- ' * 100_000}\n", Behind(2, 99)),
    ("100,000 question marks", f"x:\n  {'? ' * 100_000}\n", Behind(2, 99)),
    ("60 brackets", f"x: {'[' * SIXTY}a{']' * SIXTY}\n", Behind(1, 52)),
    ("60 braces", f"x: {'{a: ' * SIXTY}b{'}' * SIXTY}\n", Behind(1, 196)),
    ("60 block mappings", f"x:\n{mapping_tower(SIXTY)}", Behind(51, 50)),
    ("60 block lists", f"x:\n  {'- ' * SIXTY}a\n", Behind(2, 99)),
    ("lists in mappings in lists", mixed_tower(SIXTY), Behind(1, 124)),
    ("a key of 60 brackets", f"? {'[' * SIXTY}a{']' * SIXTY}\n: b\n", Behind(1, 51)),
)
SPELLINGS = (
    ("plain", "schema_version: 1"),
    ("double quotes", '"schema_version": 1'),
    ("single quotes", "'schema_version': 1"),
    ("a letter by its number", '"\\u0073chema_version": 1'),
    ("a letter by its short number", '"\\x73chema_version": 1'),
    ("a letter by its long number", '"\\U00000073chema_version": 1'),
    ("blanks before the colon", "schema_version   : 1"),
    ("with another value", "schema_version: 2"),
)
TAGS = (
    ("a Python object", "x: !!python/object/apply:os.system [id]\n"),
    ("a Python name", "x: !!python/name:os.system a\n"),
    ("a Python module", "x: !!python/module:os a\n"),
    ("binary", "x: !!binary aGk=\n"),
    ("local", "x: !local a\n"),
    ("verbatim", "x: !<tag:yaml.org,2002:int> 1\n"),
    ("a number", "x: !!int 1\n"),
    ("a set", "x: !!set {a, b}\n"),
    ("an ordered mapping", "x: !!omap [a: b]\n"),
    ("a day", "x: !!timestamp 2024-01-01\n"),
    ("no value", "x: !!null ''\n"),
    ("none in particular", "x: ! a\n"),
    ("with an escape", "x: !!p%79thon/name:os.system a\n"),
    ("with an include", "x: !include /etc/passwd\n"),
)
DOCUMENTS = (
    ("a directive of version 1.1", top("%YAML 1.1\n---\n"), "LM006", Place(1, 1)),
    ("a directive of version 9.9", top("%YAML 9.9\n---\n"), "LM004", Place(1, 1)),
    ("a directive of a tag", top("%TAG ! tag:example.org,2000:\n---\n"), "LM006", Place(1, 1)),
    ("a directive of nothing", top("%FOO bar\n---\n"), "LM004", Place(1, 5)),
    ("a second document", end("---\nx: 1\n"), "LM006", Behind()),
    ("a second document behind full stops", end("...\n---\nx: 1\n"), "LM006", Behind(2, 1)),
    ("a thousand documents", end("---\nx: 1\n" * 1000), "LM006", Behind()),
)
BYTES = (
    ("latin 1", b"\xe9t\xe9"),
    ("Windows 1251", "Київ".encode("cp1251")),
    ("byte FF", b"\xff"),
    ("a continuation alone", b"\x80"),
    ("a full stop in two bytes", b"\xc0\xae"),
    ("a slash in two bytes", b"\xc0\xaf"),
    ("a slash in three bytes", b"\xe0\x80\xaf"),
    ("a low surrogate", b"\xed\xb0\x80"),
    ("a pair of surrogates", b"\xed\xa0\xbd\xed\xb8\x80"),
    ("beyond Unicode", b"\xf4\x90\x80\x80"),
    ("five bytes", b"\xf8\x88\x80\x80\x80"),
    ("cut short", b"\xe2\x82"),
)
ENCODINGS = (
    ("UTF-16 with a mark", encoded("utf-16-le", b"\xff\xfe"), "LM002", Place(1, 1)),
    ("UTF-16, big end first, with a mark", encoded("utf-16-be", b"\xfe\xff"), "LM002", Place(1, 1)),
    ("UTF-32 with a mark", encoded("utf-32-le", b"\xff\xfe\0\0"), "LM002", Place(1, 1)),
    (
        "UTF-32, big end first, with a mark",
        encoded("utf-32-be", b"\0\0\xfe\xff"),
        "LM002",
        Place(1, 3),
    ),
    ("UTF-16 without a mark", encoded("utf-16-le"), "LM003", Place(1, 2)),
    ("UTF-16, big end first, without a mark", encoded("utf-16-be"), "LM003", Place(1, 1)),
    ("UTF-32 without a mark", encoded("utf-32-le"), "LM003", Place(1, 2)),
    ("UTF-32, big end first, without a mark", encoded("utf-32-be"), "LM003", Place(1, 1)),
)
CHARACTERS = (
    ("control", "NUL", "\0"),
    ("control", "bell", "\a"),
    ("control", "backspace", "\b"),
    ("control", "escape", "\x1b"),
    ("control", "delete", "\x7f"),
    ("control", "next line", "\x85"),
    ("control", "a sequence for terminals", "\x9b"),
    ("bidi", "override to the left", "\u202e"),
    ("bidi", "override to the right", "\u202d"),
    ("bidi", "embedding", "\u202b"),
    ("bidi", "isolate", "\u2067"),
    ("bidi", "mark to the left", "\u200f"),
    ("bidi", "Arabic mark", "\u061c"),
    ("zero width", "space", "\u200b"),
    ("zero width", "word joiner", "\u2060"),
    ("zero width", "invisible times", "\u2062"),
    ("zero width", "a mark of byte order", "\ufeff"),
    ("zero width", "digit shapes, deprecated", "\u206f"),
    ("zero width", "a vowel separator", "\u180e"),
    ("zero width", "a tag letter", "\U000e0041"),
    ("zero width", "a tag that begins a language", "\U000e0001"),
    ("zero width", "a musical beam", "\U0001d173"),
    ("zero width", "an annotation", "\ufff9"),
    ("line separator", "of lines", "\u2028"),
    ("line separator", "of paragraphs", "\u2029"),
)
BROKEN = (
    ("a quotation that never ends", 'x: "a\n', Behind(1, 4)),
    ("a single quotation that never ends", "x: 'a\n", Behind(1, 4)),
    ("a bracket that never closes", "x: [a, b\n", Behind(2, 1)),
    ("a brace that never closes", "x: {a: b\n", Behind(2, 1)),
    ("a bracket that nothing opened", "x: ]\n", Behind(1, 4)),
    ("a colon too many", "x: y: z\n", Behind(1, 5)),
    ("a reserved sign", "x: @a\n", Behind(1, 4)),
    ("a grave accent", "x: `a`\n", Behind(1, 4)),
    ("a tab in front", "x:\n\ty: z\n", Behind(2, 1)),
    ("a number beyond Unicode", 'x: "\\U00110000"\n', Behind(1, 7)),
    ("an escape that is none", 'x: "\\q"\n', Behind(1, 5)),
    ("steps that do not fit", "x:\n    a: b\n  c: d\n", Behind(3, 3)),
    ("half a document mark", "--\n", Behind(1, 1)),
)
EMPTY = (
    ("no byte", b"", Place(1, 1)),
    ("blanks", b"   \n  \n", Place(3, 1)),
    ("only comments", b"# a\n# b\n", Place(3, 1)),
    ("only a mark of byte order", b"\xef\xbb\xbf", Place(1, 1)),
)

COLONS = f'x: "{"a: " * 300_000}"\ny: b : c\n'
LARGE = (
    ("10 MB in a line", end(f"# {'a' * 10_000_000}\n"), "LM008", Place(1, 1)),
    (
        "a byte more than is read",
        lambda text: f"{text:#<1000001}",
        "LM008",
        Place(1, 1),
    ),
    ("60,000 unknown keys", end("".join(f"k{n}: 1\n" for n in range(MANY))), "LM008", Place(1, 1)),
    ("60,000 items of a list", end(f"x: [{'a,' * MANY}]\n"), "LM008", Behind(1, 4)),
    ("9,000 unknown keys", end("".join(f"k{n}: 1\n" for n in range(9_000))), "LM101", Behind()),
    ("an unknown key of 900,000", end(f"? {'k' * 900_000}\n: 1\n"), "LM101", Behind(1, 3)),
    ("an unknown key with 900,000 letters", end(f"x: {'a' * 900_000}\n"), "LM101", Behind()),
    ("a line of 300,000 colons", end(f'x: "{"a: " * 300_000}"\ny: b : c\n'), "LM004", Behind(2, 6)),
    ("400,000 question marks", end(f"x:\n  {'? ' * 400_000}\n"), "LM007", Behind(2, 99)),
    (
        "300,000 question marks in braces",
        end(f"x:\n  {'{? ' * 300_000}\n"),
        "LM007",
        Behind(2, 147),
    ),
)


FIRST = Behind()


def _attacks() -> Iterator[Attack]:
    for klass, code, attacks in (
        ("alias bomb", "LM006", ALIASES),
        ("merge bomb", "LM006", MERGES),
        ("deep nesting", "LM007", DEPTHS),
        ("no YAML", "LM004", BROKEN),
    ):
        for name, snippet, place in attacks:
            yield Attack(klass, name, end(snippet), code, place)
    for name, spelling in SPELLINGS:
        yield Attack("duplicate key", name, end(f"{spelling}\n"), "LM005", FIRST)
    yield Attack("duplicate key", "marked", end("? schema_version\n: 1\n"), "LM005", Behind(1, 3))
    yield Attack("duplicate key", "300 times", end("schema_version: 1\n" * 300), "LM005", FIRST)
    for name, snippet in TAGS:
        yield Attack("tag", name, end(snippet), "LM006", Behind(1, 4))
    yield Attack("tag", "on a key", end("!!str x: a\n"), "LM006", FIRST)
    for name, raw in BYTES:
        yield Attack("invalid UTF-8", name, bytes_behind(raw), "LM002", Behind(1, 3))
    yield from _of_characters()
    for klass, made in (("documents", DOCUMENTS), ("other encoding", ENCODINGS), ("large", LARGE)):
        for name, make, code, at in made:
            yield Attack(klass, name, make, code, at)
    for name, content, top_or_end in EMPTY:
        yield Attack("empty", name, whole(content), "LM010", top_or_end)


def _of_characters() -> Iterator[Attack]:
    for klass, name, sign in CHARACTERS:
        yield Attack(klass, name, end(f"# a{sign}b\n"), "LM003", Behind(1, 4))
    for klass, name, sign in CHARACTERS[::5]:
        escape = f'x: "\\U{ord(sign):08x}"\n'
        yield Attack(klass, f"{name}, escaped", end(escape), "LM003", Behind(1, 4))


HEAVY = frozenset({"10 MB in a line", "60,000 unknown keys", "60,000 items of a list"})
"""Tried on one kind of file only."""


NO_PACK = frozenset({"empty", "other encoding", "large"})
"""What leaves no id of a pack to be read, so that it is none beside which others are missed."""


def _cases() -> Iterator[FileCase]:
    """Each attack on a kind of record in turn; those that cost little on allegations as well."""
    kinds = cycle(entry for entry in ENTRIES if entry != "allegations")
    for attack in _attacks():
        entries = ["allegations", next(kinds)]
        if entries[1] == "packs" and attack.klass in NO_PACK:
            entries[1] = next(kinds)
        for entry in entries[: 1 if attack.name in HEAVY else 2]:
            yield FileCase(
                attack.klass,
                attack.name,
                entry,
                attack=attack.make,
                code=attack.code,
                at=_place(attack.at, FILES[ENTRIES[entry]]),
                beside=("LM101",) if attack.code in ("LM003", "LM005", "LM006") else (),
            )


def _place(at: Place | Behind, text: str) -> Place:
    return at if isinstance(at, Place) else Place(text.count("\n") + at.line, at.column)


CASES = tuple(_cases())
