"""``lawmap new`` with options: the file is in order, in its place, and holds what was told."""

from __future__ import annotations

import hashlib
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from lawmap.checks import check
from lawmap.loading import load, packs_for
from lawmap.model.allegation import Allegation
from lawmap.model.base import Handling
from lawmap.model.instrument import TextsAtHand
from lawmap.model.library import Library
from lawmap.model.norm import Kind, Norm
from lawmap.model.outcome import Outcome
from lawmap.model.source import Source, SourceKind
from tests.cli.running import ROOT, Run
from tests.cli.test_help import examples_of
from tests.cli.test_init import content
from tests.schemas.seen import as_an_editor_sees, faults

# Each reads the whole law.
pytestmark = pytest.mark.slow

REPORT = "First line.\n\n  \nSecond line.\nThird line.\n"
TITLE = "Adults moved"

SOURCE = {
    "--id": "daily",
    "--publisher": "Daily News",
    "--title": TITLE,
    "--language": "en",
    "--kind": "press",
    "--original": "daily.txt",
}
ALLEGATION = {
    "--id": "moved",
    "--title": TITLE,
    "--account": "The Daily News says that adults were moved.",
    "--source": "daily",
    "--paragraph": "p2",
    "--fact": "act.move",
    "--by": "Russia=RUS",
}
NORM = {
    "--heading": "Honour",
    "--kind": "prohibition",
    "--rule": "Nobody may be humiliated.",
    "--term": "act.degrade",
    "--checked": "2024-10-31",
}
HONOUR = "gc4:27(2)/honour"


def told(options: dict[str, str], **changed: str | None) -> list[str]:
    """Options as a shell passes them; None leaves one out, and underlines stand for hyphens."""
    whole = {**options, **{f"--{key.replace('_', '-')}": value for key, value in changed.items()}}
    return [part for key, value in whole.items() if value is not None for part in (key, value)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report, settings and nothing else."""
    (tmp_path / "daily.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "lawmap.toml").write_text('paths = ["sources", "allegations"]\n', encoding="utf-8")
    return tmp_path


def describe(folder: Path, name: str) -> None:
    """A source of this id that describes the report."""
    path = folder / "sources" / f"{name}.yaml"
    path.parent.mkdir()
    path.write_text(
        f"schema_version: 1\nid: {name}\npublisher: Daily\ntitle: News\nlanguage: en\nkind: press\n"
        f"original: {{sha256: {hashlib.sha256(REPORT.encode()).hexdigest()}, paragraphs: 3}}\n"
        "claimants: {daily: {name: Daily, knows: Not stated.}}\ndefault_claimant: daily\n",
        encoding="utf-8",
    )


@pytest.fixture
def described(folder: Path) -> Path:
    """The same with the report described."""
    describe(folder, "daily")
    return folder


@pytest.fixture
def pack(folder: Path) -> Path:
    """The same with an empty norm pack of its own."""
    (folder / "norms").mkdir()
    (folder / "norms" / "pack.yaml").write_text(
        'schema_version: 1\nid: own\nversion: "1"\ntitle: Own\nlicence: CC0-1.0\nabout: Own.\n',
        encoding="utf-8",
    )
    (folder / "lawmap.toml").write_text('paths = []\nnorms = ["norms"]\n', encoding="utf-8")
    return folder


def library_of(folder: Path) -> Library:
    """What lies in the folder on top of the shipped pack; everything in it must be in order."""
    paths = [path for path in sorted(folder.iterdir()) if path.is_dir()]
    loaded = load(paths, packs_for(()))
    # That nothing cites it yet is what is to be said of a new source.
    assert {fault.code for fault in check(loaded, cases=False)} <= {"LM111"}
    return loaded.library


# The file is in its place and holds what was told


def test_a_source_has_the_hash_and_the_number_of_lines_and_no_words_of_the_report(
    run: Run, folder: Path
) -> None:
    more = told(SOURCE, published="2024-10-31", url="https://example.org/1")
    done = run("new", "source", *more, cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert f"Written: {Path('sources/daily.yaml')}." in done.err
    source: Source = library_of(folder).sources["daily"]
    assert source.publisher == "Daily News"
    assert source.title == TITLE
    assert source.language == "en"
    assert source.kind is SourceKind.PRESS
    assert source.published is not None
    assert source.published.text == "2024-10-31"
    assert source.url == "https://example.org/1"
    assert source.original.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert source.original.paragraphs == 3
    assert source.handling is Handling.CONFIDENTIAL
    assert source.claimants[source.default_claimant].name == "Daily News"
    assert source.quotes == {}
    text = (folder / "sources" / "daily.yaml").read_text(encoding="utf-8")
    assert not any(line.strip() in text for line in REPORT.splitlines() if line.strip())
    assert run("match", "sources", "--reports", ".", cwd=folder).code == 0


def test_an_allegation_holds_what_was_told(run: Run, described: Path) -> None:
    several = ["--fact", "not:consent.person", "--fact", "planned:act.kill", "--paragraph", "p3"]
    more = told(
        ALLEGATION,
        when="during:2022-07",
        to="RU",
        against="adults of a town",
        nationality="UKR",
        **{"from": "UA-23/melitopol"},
    )
    done = run("new", "allegation", *more, *several, "--by", "The mayor", cwd=described)
    assert (done.code, done.out) == (0, ""), done.err
    found: Allegation = library_of(described).allegations["moved"]
    data = found.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert data["title"] == TITLE
    assert data["account"] == ALLEGATION["--account"]
    assert data["where"] == {"from": ["UA-23/melitopol"], "to": ["RU"]}
    assert data["by"] == [{"actor": "Russia", "state": "RUS"}, {"actor": "The mayor"}]
    assert data["against"] == {"group": "adults of a town", "nationality": [{"is": "UKR"}]}
    assert data["per"] == ["daily#p2", "daily#p3"]
    assert data["facts"] == ["act.move", {"not": "consent.person"}, {"planned": "act.kill"}]
    assert found.when is not None
    assert found.when.during is not None
    assert found.when.during.text == "2022-07"
    assert run("dossier", cwd=described).code == 0


def test_what_is_not_told_is_not_written(run: Run, described: Path) -> None:
    run("new", "allegation", *told(ALLEGATION, by="unstated"), cwd=described)
    found = library_of(described).allegations["moved"]
    assert found.by == "unstated"
    assert (found.when, found.where, found.against) == (None, None, None)


def test_handling_is_written_out_and_confidential(run: Run, described: Path) -> None:
    run("new", "source", *told(SOURCE, id="new"), cwd=described)
    run("new", "allegation", *told(ALLEGATION), cwd=described)
    for name in ("sources/new.yaml", "allegations/moved.yaml"):
        lines = (described / name).read_text(encoding="utf-8").splitlines()
        at = lines.index("handling: confidential")
        assert "confidential" in lines[at - 1]
        assert lines[at - 1].startswith("# ")


def test_a_norm_is_begun_and_its_cases_pass(run: Run, pack: Path) -> None:
    done = run("new", "norm", HONOUR, *told(NORM), cwd=pack)
    assert (done.code, done.out) == (0, ""), done.err
    path = pack / "norms" / "instruments" / "gc4" / "27-2-honour.yaml"
    assert f"Written: {path.relative_to(pack)}." in done.err
    norm: Norm = library_of(pack).norms[HONOUR]
    assert norm.heading == "Honour"
    assert norm.kind is Kind.PROHIBITION
    assert norm.rule == "Nobody may be humiliated."
    assert norm.include == ("chapeau/international-armed-conflict",)
    assert [element.condition for element in norm.elements.values()] == ["act.degrade"]
    ends = run("test", "--norm", HONOUR, cwd=pack)
    assert (ends.code, ends.out) == (0, "3 passed, 0 failed\n")
    assert run("validate", cwd=pack).code == 0


def test_a_norm_does_not_claim_that_anything_was_read(run: Run, pack: Path) -> None:
    run("new", "norm", HONOUR, *told(NORM), cwd=pack)
    norm = library_of(pack).norms[HONOUR]
    assert norm.words is None
    assert norm.source.texts is TextsAtHand.NONE
    assert norm.source.read_in == "not read yet"
    assert norm.source.note is not None
    assert norm.source.edition == "gc4-1949"


CASES: dict[str, tuple[str, dict[str, str | None], tuple[str, ...], str]] = {
    "with an occupation": (
        "gc4:53",
        {"include": "chapeau/occupation"},
        ("act.degrade", "place.occupied"),
        "occupation not reported",
    ),
    "of a crime against humanity": (
        "rome:7(1)(a)",
        {"kind": "crime"},
        ("act.degrade", "pattern.attack-on-civilians", "pattern.policy", "pattern.widespread"),
        "policy not reported",
    ),
    "of human rights, without context": (
        "iccpr:10(1)",
        {"kind": "right"},
        ("act.degrade",),
        "every element reported, not known whether the norm applied",
    ),
    "with a hint": (
        "iccpr:10(1)",
        {"kind": "right", "hint": "act.threaten"},
        ("act.degrade",),
        "only a hint reported",
    ),
}


@pytest.mark.parametrize(("identity", "changed", "facts", "name"), CASES.values(), ids=CASES)
def test_the_first_cases_come_from_the_elements(
    run: Run,
    pack: Path,
    identity: str,
    changed: dict[str, str | None],
    facts: tuple[str, ...],
    name: str,
) -> None:
    identity = f"{identity}/own"
    done = run("new", "norm", identity, *told(NORM, **changed), cwd=pack)
    assert done.code == 0, done.err
    first, second, third = library_of(pack).norms[identity].cases
    assert first.expect is Outcome.ENGAGED
    assert set(facts) <= set(first.facts)
    assert second.expect is Outcome.EXCLUDED
    assert (third.expect, third.name) == (Outcome.ARGUABLE, name)
    assert run("test", "--norm", identity, cwd=pack).code == 0


def test_several_terms_are_one_act_in_several_forms(run: Run, pack: Path) -> None:
    done = run("new", "norm", HONOUR, *told(NORM), "--term", "act.beat", cwd=pack)
    assert done.code == 0, done.err
    text = (pack / "norms/instruments/gc4/27-2-honour.yaml").read_text(encoding="utf-8")
    assert "if: {any: [act.degrade, act.beat]}" in text
    assert run("test", "--norm", HONOUR, cwd=pack).code == 0


def test_a_definition_has_neither_conduct_nor_cases(run: Run, pack: Path) -> None:
    options = told(NORM, kind="definition", term=None)
    done = run("new", "norm", HONOUR, *options, cwd=pack)
    assert done.code == 0, done.err
    norm = library_of(pack).norms[HONOUR]
    assert (norm.elements, norm.cases, norm.include) == ({}, (), ())


MADE = {
    "source": (SOURCE, "sources/daily.yaml"),
    "allegation": (ALLEGATION, "allegations/moved.yaml"),
    "norm": (NORM, "norms/instruments/gc4/27-2-honour.yaml"),
}


@pytest.fixture
def whole(pack: Path) -> Path:
    """A folder in which each kind of file can be begun."""
    describe(pack, "other")
    shutil.copytree(ROOT / "schemas", pack / "schemas")
    (pack / "lawmap.toml").write_text(
        'paths = ["sources", "allegations"]\nnorms = ["norms"]\n', encoding="utf-8"
    )
    return pack


def arguments(kind: str, /, **changed: str | None) -> list[str]:
    options, _ = MADE[kind]
    if kind == "allegation":
        changed = {"source": "other", **changed}
    return ["new", kind, *([HONOUR] if kind == "norm" else []), *told(options, **changed)]


@pytest.mark.parametrize("kind", MADE)
def test_the_first_line_names_the_schema_and_the_file_fits_it(
    run: Run, whole: Path, kind: str
) -> None:
    assert run(*arguments(kind), cwd=whole).code == 0
    path = whole / MADE[kind][1]
    text = path.read_text(encoding="utf-8")
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert found
    assert (path.parent / found[1]).resolve() == whole.resolve() / "schemas" / f"{kind}.schema.json"
    assert faults(kind, as_an_editor_sees(text)) == []
    assert all(len(line) <= 120 for line in text.splitlines())
    assert not any(line != line.rstrip() or not line for line in text.splitlines())


@pytest.mark.parametrize("kind", MADE)
def test_printing_writes_nothing(run: Run, whole: Path, kind: str) -> None:
    before = content(whole)
    printed = run(*arguments(kind), "--print", cwd=whole)
    assert (printed.code, printed.err) == (0, "")
    assert content(whole) == before
    run(*arguments(kind), cwd=whole)
    assert (whole / MADE[kind][1]).read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("kind", MADE)
def test_a_file_that_is_there_is_never_written_over(run: Run, whole: Path, kind: str) -> None:
    path = whole / MADE[kind][1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Mine.\n", encoding="utf-8")
    before = content(whole)
    done = run(*arguments(kind), cwd=whole)
    assert done.code in {1, 2}
    assert done.out == ""
    assert content(whole) == before


@pytest.mark.parametrize("kind", ["source", "allegation"])
def test_an_id_that_is_taken_is_refused_in_one_line(run: Run, whole: Path, kind: str) -> None:
    run(*arguments(kind), cwd=whole)
    before = content(whole)
    done = run(*arguments(kind), cwd=whole)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert str(Path(MADE[kind][1])) in done.err
    assert content(whole) == before


@pytest.mark.parametrize("kind", MADE)
def test_all_missing_options_are_named_at_once(run: Run, whole: Path, kind: str) -> None:
    before = content(whole)
    done = run("new", kind, cwd=whole)
    assert done.code == 2
    needed = [*MADE[kind][0], *(["ID"] if kind == "norm" else [])]
    line = next(line for line in done.err.splitlines() if line.startswith("Error: Missing: "))
    assert sorted(re.findall(r"(?:--[a-z]+|\bID\b)", line)) == sorted(needed)
    assert content(whole) == before


@pytest.mark.parametrize("kind", MADE)
def test_each_missing_option_is_missed(run: Run, whole: Path, kind: str) -> None:
    for option in MADE[kind][0]:
        done = run(*arguments(kind, **{option.removeprefix("--"): None}), cwd=whole)
        assert done.code == 2
        assert f"Error: Missing: {option}." in done.err


# Wrong values: the diagnostics are shown and nothing is written

WRONG: dict[str, tuple[str, dict[str, str], int, str]] = {
    "an id with blanks": ("source", {"id": "Bad Id"}, 1, "LM106"),
    "an id that leaves the folder": ("source", {"id": "../../daily"}, 1, "LM106"),
    "a reserved id": ("source", {"id": "index"}, 1, "reserved file name"),
    "an empty title": ("source", {"title": " "}, 1, "there is no value"),
    "a language that is none": ("source", {"language": "english"}, 1, "such as 'en'"),
    "a day that does not exist": ("source", {"published": "2024-02-30"}, 1, "LM105"),
    "an unknown kind of source": ("source", {"kind": "pres"}, 2, "'press'"),
    "an original that is not there": ("source", {"original": "no.txt"}, 2, "'no.txt'"),
    "an original without lines": ("source", {"original": "empty.txt"}, 2, "no line of text"),
    "a title with an invisible mark": ("source", {"title": "a\u202eb"}, 1, "LM003"),
    "a title with half a character": ("source", {"title": "a\udcffb"}, 1, "LM004"),
    "an unknown term": ("allegation", {"fact": "act.moove"}, 1, "did you mean 'act.move'?"),
    "an unknown sort of fact": ("allegation", {"fact": "nto:act.move"}, 1, "did you mean 'not'?"),
    "an unknown source": ("allegation", {"source": "othr"}, 1, "did you mean 'other'?"),
    "a paragraph that is not there": ("allegation", {"paragraph": "p4"}, 1, "LM603"),
    "a claimant that is not there": ("allegation", {"paragraph": "p1@x"}, 1, "LM602"),
    "a State with two letters": ("allegation", {"by": "Russia=RU"}, 1, "such as 'UKR'"),
    "an unknown State": ("allegation", {"by": "Russia=RUZ"}, 1, "did you mean 'RUS'?"),
    "an unknown place": ("allegation", {"where": "UA-23/melitopl"}, 1, "LM208"),
    "a time without a sense": ("allegation", {"when": "2024-09"}, 2, "during:2024-09"),
    "an unknown sense of time": ("allegation", {"when": "durin:2024"}, 1, "'during'?"),
    "a month that does not exist": ("allegation", {"when": "within:2024-13"}, 1, "LM105"),
    "a nationality of nobody": ("allegation", {"nationality": "UKR"}, 2, "--against"),
    "an unknown term of a norm": ("norm", {"term": "act.degrde"}, 1, "'act.degrade'?"),
    "a derived term of a norm": ("norm", {"hint": "derived.nothing"}, 1, "LM201"),
    "an unknown chapeau": ("norm", {"include": "chapeau/ocupation"}, 1, "'chapeau/occupation'?"),
    "an unknown kind of norm": ("norm", {"kind": "prohibtion"}, 2, "'prohibition'"),
    "a day of reading that is none": ("norm", {"checked": "yesterday"}, 1, "LM105"),
}


@pytest.mark.parametrize(("kind", "changed", "code", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_told_and_nothing_is_written(
    run: Run, whole: Path, kind: str, changed: dict[str, str], code: int, words: str
) -> None:
    (whole / "empty.txt").write_text(" \n\n", encoding="utf-8")
    before = content(whole)
    done = run(*arguments(kind, **changed), cwd=whole)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert "fixable" not in done.err
    assert content(whole) == before


WRONG_NORMS = {
    "a pinpoint that does not exist": ("gc4:27(9)/honour", "did you mean 'gc4:27("),
    "an unknown instrument": ("gc5:27(2)", "unknown instrument 'gc5'"),
    "no pinpoint": ("gc4", "LM106"),
    "a path": ("../x:1", "LM106"),
    "a norm that the shipped pack has": ("gc4:27(3)", "LM205"),
}


@pytest.mark.parametrize(("identity", "words"), WRONG_NORMS.values(), ids=WRONG_NORMS)
def test_a_wrong_pinpoint_is_told_and_nothing_is_written(
    run: Run, whole: Path, identity: str, words: str
) -> None:
    before = content(whole)
    done = run("new", "norm", identity, *told(NORM), cwd=whole)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert content(whole) == before


def test_all_faults_are_told_at_once(run: Run, whole: Path) -> None:
    done = run(*arguments("allegation", fact="act.moove", source="othr", where="UA-99"), cwd=whole)
    assert done.code == 1
    assert {"LM201", "LM601", "LM208"} <= set(re.findall(r"LM\d{3}", done.err))
    assert done.err.splitlines()[-1].startswith("Nothing was written")


def test_unstated_stands_alone(run: Run, whole: Path) -> None:
    done = run(*arguments("allegation"), "--by", "unstated", cwd=whole)
    assert done.code == 2
    assert "stands alone" in done.err


# Whatever people type comes back

TYPED = (
    "# 'one': \"two\" {three}, [four] & *five",
    "Перший рядок: «лапки»\n\n  # другий\n- третій",
    "yes",
    "2024-10-31",
    "{{ title }} {% raw %}",
    "a long line " * 30 + "with an end",
)


@pytest.mark.slow
@pytest.mark.parametrize("text", TYPED)
def test_what_was_typed_comes_back(run: Run, whole: Path, text: str) -> None:
    typed = {"title": text, "account": text, "against": text, "by": f"{text}=RUS"}
    assert run(*arguments("allegation", **typed), cwd=whole).code == 0
    assert run(*arguments("source", title=text, publisher=text), cwd=whole).code == 0
    assert run(*arguments("norm", heading=text, rule=text), cwd=whole).code == 0
    library = library_of(whole)
    allegation, source, norm = (
        library.allegations["moved"],
        library.sources["daily"],
        library.norms[HONOUR],
    )
    assert allegation.against is not None
    values = [allegation.title, allegation.account, allegation.against.group]
    values += [allegation.actors[0].actor, source.title, source.publisher, norm.heading, norm.rule]
    assert values == [text.strip()] * 8


# Where things lie


@pytest.mark.slow
def test_a_folder_elsewhere_is_worked_in_with_its_settings(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "ours", "--norms")
    cwd = tmp_path
    (tmp_path / "daily.txt").write_text(REPORT, encoding="utf-8")
    there = ("--folder", "ours")
    assert run("new", "source", *told(SOURCE), *there, cwd=cwd).code == 0
    assert run("new", "allegation", *told(ALLEGATION), *there, cwd=cwd).code == 0
    assert run("new", "norm", HONOUR, *told(NORM), *there, cwd=cwd).code == 0
    names = content(tmp_path / "ours")
    assert {path for _, path in MADE.values()} <= set(names)
    assert run("match", "ours", cwd=cwd).code == 0


def test_records_go_where_their_like_lie(run: Run, folder: Path) -> None:
    (folder / "lawmap.toml").write_text('paths = ["mine"]\n', encoding="utf-8")
    (folder / "mine" / "sources").mkdir(parents=True)
    run("new", "source", *told(SOURCE), cwd=folder)
    assert (folder / "mine" / "sources" / "daily.yaml").is_file()


def test_without_settings_records_go_below_the_current_folder(run: Run, folder: Path) -> None:
    (folder / "lawmap.toml").unlink()
    assert run("new", "source", *told(SOURCE), cwd=folder).code == 0
    assert run("new", "allegation", *told(ALLEGATION), cwd=folder).code == 0
    assert {"sources/daily.yaml", "allegations/moved.yaml"} <= set(content(folder))


def test_a_norm_goes_into_the_pack_in_which_one_stands(run: Run, pack: Path) -> None:
    inside = pack / "norms" / "instruments"
    inside.mkdir()
    assert run("new", "norm", HONOUR, *told(NORM), cwd=inside).code == 0
    assert (inside / "gc4" / "27-2-honour.yaml").is_file()


def test_a_pack_can_be_named(
    run: Run, pack: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    options = told(NORM, pack=str(pack / "norms"))
    assert run("new", "norm", HONOUR, *options, cwd=elsewhere).code == 0
    assert (pack / "norms" / "instruments" / "gc4" / "27-2-honour.yaml").is_file()
    assert list(elsewhere.iterdir()) == []


def test_without_a_pack_there_is_no_norm(run: Run, folder: Path) -> None:
    done = run("new", "norm", HONOUR, *told(NORM), cwd=folder)
    assert done.code == 2
    assert "--pack" in done.err
    done = run("new", "norm", HONOUR, *told(NORM, pack="."), cwd=folder)
    assert done.code == 2
    assert "pack.yaml" in done.err


def test_with_two_packs_one_must_be_named(run: Run, pack: Path) -> None:
    shutil.copytree(pack / "norms", pack / "more")
    (pack / "lawmap.toml").write_text('norms = ["norms", "more"]\n', encoding="utf-8")
    done = run("new", "norm", HONOUR, *told(NORM), cwd=pack)
    assert done.code == 2
    assert "norms, more" in done.err.replace(str(pack) + "/", "")


def test_a_faulty_record_elsewhere_does_not_stop_a_new_one(run: Run, described: Path) -> None:
    (described / "allegations").mkdir()
    (described / "allegations" / "half.yaml").write_text("id: half\n", encoding="utf-8")
    assert run("new", "allegation", *told(ALLEGATION), cwd=described).code == 0


def test_a_faulty_norm_elsewhere_stops_a_new_norm(run: Run, pack: Path) -> None:
    path = pack / "norms" / "instruments" / "gc4" / "28.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: gc4:28\n", encoding="utf-8")
    done = run("new", "norm", HONOUR, *told(NORM), cwd=pack)
    assert done.code == 1
    assert "mend these faults first" in done.err


def test_editors_are_helped_to_their_schemas(run: Run, folder: Path) -> None:
    done = run("new", "source", *told(SOURCE), cwd=folder)
    assert "lawmap schema -o schemas" in done.err
    assert run("schema", "-o", "schemas", cwd=folder).code == 0
    done = run("new", "source", *told(SOURCE, id="again"), cwd=folder)
    assert "lawmap schema" not in done.err


# Help


@pytest.mark.parametrize("kind", MADE)
def test_the_example_in_the_help_runs(run: Run, tmp_path: Path, kind: str) -> None:
    for name in ("norms", "seeds", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (example,) = examples_of(run("new", kind, "-h").out)
    done = run(*shlex.split(example)[1:], cwd=tmp_path)
    assert done.code == 0, done.err
    written = [name for name in content(tmp_path) if not (ROOT / name).exists()]
    assert len(written) == 2 if kind != "norm" else 1


@pytest.mark.parametrize("kind", MADE)
def test_the_help_offers_the_values_of_the_model(run: Run, kind: str) -> None:
    text = " ".join(run("new", kind, "-h").out.split()).replace("| ", "|").replace(" |", "|")
    choices: dict[str, Any] = {"source": SourceKind, "norm": Kind}
    if kind in choices:
        for member in choices[kind]:
            assert member.value in text
