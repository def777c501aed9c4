"""``lawmap show``: terms, instruments, allegations, sources and what else has a name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from lawmap.lookup import allegations_citing, norms_of, norms_reading
from lawmap.model.library import Library
from tests.applicability.shipped import loaded_pack, pack
from tests.cli.running import ROOT, Done, Run
from tests.dossier.made import library_with, seed_library
from tests.dossier.records import allegation, source, write

Show = Callable[..., list[str]]


@pytest.fixture
def show(run: Run, monkeypatch: pytest.MonkeyPatch) -> Show:
    """The lines of ``lawmap show`` on libraries that are already in memory."""

    def lines(*arguments: str, library: Library | None = None) -> list[str]:
        held = SimpleNamespace(library=library or seed_library())
        monkeypatch.setattr("lawmap.cli.show.load_norms", lambda _: loaded_pack())
        monkeypatch.setattr("lawmap.cli.show.load_sound", lambda _: held)
        done = run("show", *arguments)
        assert (done.code, done.err) == (0, "")
        return done.out.splitlines()

    return lines


def below(lines: list[str], heading: str) -> list[str]:
    """The lines under a heading, without their indent."""
    at = next(at for at, line in enumerate(lines) if line.startswith(f"  {heading}"))
    found = []
    for line in lines[at + 1 :]:
        if not line.startswith("    "):
            break
        found.append(line[4:])
    return found


# Terms


def test_a_term_is_shown_with_its_label_sort_and_definition(show: Show) -> None:
    lines = show("act.beat")
    term = pack().terms["act.beat"]
    assert lines[:2] == [f"{term.label}  (act.beat)", "term; fact: claimants report it"]
    assert f"  {term.term.definition}" in lines


def test_the_broader_terms_come_nearest_first_and_the_narrower_ones_as_a_tree(show: Show) -> None:
    broader = [line.partition(":")[0] for line in below(show("act.beat"), "broader")]
    assert broader == list(pack().broader_terms["act.beat"])
    narrower = below(show("act.ill-treat"), "narrower")
    names = [line.strip().partition(":")[0] for line in narrower]
    assert sorted(names) == sorted(pack().narrower_terms["act.ill-treat"])
    indents = {
        name: len(line) - len(line.lstrip()) for name, line in zip(names, narrower, strict=True)
    }
    assert indents["act.beat"] == indents["act.physical-violence"] + 2


def test_the_norms_that_read_a_term_are_listed_with_where(show: Show) -> None:
    uses = norms_reading(pack(), "act.move")
    lines = show("act.move")
    assert below(lines, f"read by {len(uses)} norms") == [
        f"{use.norm.id}: {', '.join(use.places)}" for use in uses
    ]
    assert any("removal (conduct)" in line for line in lines)


def test_norms_are_counted_that_hear_of_a_term_through_a_broader_one(show: Show) -> None:
    direct = {use.norm.id for use in norms_reading(pack(), "act.beat")}
    through = {
        use.norm.id
        for term in pack().broader_terms["act.beat"]
        for use in norms_reading(pack(), term)
    } - direct
    (line,) = [line for line in show("act.beat") if "through a broader term" in line]
    assert line.endswith(f"by {len(through)} further norms")
    assert "act.ill-treat" in line


def test_a_status_names_the_presumptions_that_set_it(show: Show) -> None:
    lines = below(show("status.protected"), "set by presumptions")
    heads = [" ".join(line.split()[:2]) for line in lines]
    assert "protected-in-occupied-territory asserts" in heads
    assert "own-national-not-protected denies" in heads


def test_a_derived_term_says_how_it_is_set(show: Show) -> None:
    lines = show("derived.icc-crime")
    assert lines[1] == "term; derived: set from the outcome of norms, never written by hand"
    told = below(lines, "set in a second pass")
    assert any(line.startswith("norms at rome:7(1): ") for line in told)
    other = below(show("derived.wrongful-act-shared"), "set in a second pass")
    assert "only norms that bind States" in other
    assert "only conduct of a State other than the actor's" in other


def test_labels_in_other_languages_are_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary" / "terms" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "schema_version: 1\nnamespace: own\nsort: fact\nabout: Words.\n"
        "terms: {part: {def: Parting., label: {en: parting, uk: розлучення}}}\n",
        encoding="utf-8",
    )
    done = run("show", "own.part", "--norms", tmp_path)
    assert done.code == 0
    assert "  label (uk): розлучення" in done.out.splitlines()
    assert "  read by no norm itself" in done.out.splitlines()


# Instruments


@pytest.mark.parametrize("name", ["gc4", "GCIV", "fourth geneva convention"])
def test_an_instrument_is_shown_by_id_and_by_its_other_names(show: Show, name: str) -> None:
    lines = show(name)
    instrument = pack().instruments["gc4"]
    assert lines[0] == "Geneva Convention IV  (gc4)"
    for text in (
        f"title: {instrument.title.full}",
        "citation: 75 UNTS 287",
        "adopted: Geneva, 12 August 1949",
        "in force: 21 October 1950",
        "depositary: Swiss Federal Council",
        "regime: law of international armed conflict",
    ):
        assert f"  {text}" in lines


def test_the_norms_of_an_instrument_are_listed_by_kind(show: Show) -> None:
    lines = show("gc4")
    norms = norms_of(pack(), "gc4")
    assert f"  {len(norms)} norms" in lines
    listed = [
        line for kind in {norm.kind for norm in norms} for line in below(lines, f"{kind.value}, ")
    ]
    assert sorted(listed) == sorted(f"{norm.id}: {norm.heading}" for norm in norms)


def test_the_states_of_the_table_are_told_with_how_far_it_is_known(show: Show) -> None:
    told = below(show("echr"), "States in the party table")
    assert [line.partition(":")[0] for line in told] == [
        "Belarus (BLR)",
        "Russian Federation (RUS)",
        "Ukraine (UKR)",
    ]
    assert "not a party; known up to " in told[0]
    assert "cessation of 16 March 2022, with effect on 16 September 2022" in told[1]
    assert "ratification of 11 September 1997, with effect on 11 September 1997" in told[2]
    assert all("known up to" in line for line in told)


def test_an_instrument_of_custom_has_no_table(show: Show) -> None:
    lines = show("cihl")
    assert lines[1] == "instrument; custom: binds every State"
    assert "  no party table is loaded" in lines


# Allegations and sources

DENIED = {"by": "Russia", "per": ["report#p3"], "text": "It was not so.", "denies": "conduct"}
OTHERWISE = {
    "by": "Russia",
    "per": ["report#p3"],
    "text": "They came of their own will.",
    "denies": ["means.force"],
    "claims": ["consent.person"],
}
CLAIMANTS = {
    "paper": {"name": "The newspaper", "knows": "Not stated."},
    "ministry": {"name": "The ministry", "side": "RUS", "knows": "Its own conduct."},
    "echo": {"name": "Another paper", "knows": "From the first.", "same_origin_as": "paper"},
}


def made() -> Library:
    return library_with(
        source(
            claimants=CLAIMANTS, paragraphs={"p3": "ministry", "p4-p5": "echo"}, quotes={"p1": "so"}
        ),
        allegation(
            facts=[
                "act.compel-armed-service",
                {"not": "consent.person", "per": ["report#p4"]},
                {"threatened": "act.beat", "per": ["report#p1", "report#p3"]},
            ],
            responses=[DENIED, OTHERWISE],
            notes=["How it was read."],
        ),
        allegation("part", part_of="a", facts=["act.beat"], when=None, where=None, against=None),
    )


def test_an_allegation_is_shown_with_who_did_what_to_whom_when_and_where(show: Show) -> None:
    lines = show("a", library=made())
    assert lines[0] == "Residents drafted  (a)"
    assert lines[1] == "allegation; handling: public; review: draft"
    for text in (
        "The newspaper says that residents were drafted.",
        "by: Russia (para 1)",
        "against: residents",
        "nationality: Ukraine (para 1)",
        "when: at some time in October 2024 (para 1)",
        "where: Kherson region (para 1)",
    ):
        assert f"  {text}" in lines
    assert below(lines, "notes") == ["How it was read."]


def test_each_fact_has_its_stage_and_its_claimants(show: Show) -> None:
    assert below(show("a", library=made()), "facts") == [
        "done: act.compel-armed-service: compelled service in armed forces",
        "  The newspaper (para 1)",
        f"done: not consent.person: {pack().terms['consent.person'].label}",
        "  Another paper (para 4)",
        "threatened: act.beat: hitting or kicking of a person",
        "  The newspaper (para 1)",
        "  The ministry (para 3)",
    ]


def test_the_other_side_s_answers_are_told_with_what_they_deny_and_claim(show: Show) -> None:
    labels = {name: term.label for name, term in pack().terms.items()}
    assert below(show("a", library=made()), "responses") == [
        "Russia: It was not so. (para 3)",
        "  denies the conduct: every act and omission",
        "Russia: They came of their own will. (para 3)",
        f"  denies means.force: {labels['means.force']}",
        f"  claims consent.person: {labels['consent.person']}",
    ]


def test_a_part_is_shown_with_what_it_takes_from_its_whole(show: Show) -> None:
    lines = show("part", library=made())
    assert "  part of: a; what it does not say itself is taken from there" in lines
    assert "  against: residents" in lines
    assert "  where: Kherson region (para 1)" in lines
    assert [line for line in below(lines, "facts") if "compel" in line] == []


@pytest.mark.parametrize("name", sorted(seed_library().allegations))
def test_every_shipped_allegation_is_shown(show: Show, name: str) -> None:
    lines = show(name)
    assert lines[0].endswith(f"  ({name})")
    assert len(below(lines, "sources")) >= 1


def test_a_source_is_shown_with_its_claimants_their_side_origin_and_paragraphs(show: Show) -> None:
    lines = show("report", library=made())
    assert lines[0] == "A report  (report)"
    assert "  publisher: A newspaper" in lines
    assert below(lines, "claimants") == [
        "paper: The newspaper; on no side, as far as is known; an origin of its own",
        "  paragraphs: all that are nobody else's",
        "  knows: Not stated.",
        "ministry: The ministry; on the side of Russia; an origin of its own",
        "  paragraphs: p3",
        "  knows: Its own conduct.",
        "echo: Another paper; on no side, as far as is known; one origin with paper",
        "  paragraphs: p4-p5",
        "  knows: From the first.",
    ]
    assert below(lines, "quotations") == ['p1: "so"']
    assert below(lines, "used by 2 allegations") == [
        "a: Residents drafted",
        "part: Residents drafted",
    ]


@pytest.mark.parametrize("name", sorted(seed_library().sources))
def test_every_shipped_source_names_the_allegations_that_use_it(show: Show, name: str) -> None:
    users = allegations_citing(seed_library(), name)
    assert below(show(name), f"used by {len(users)} allegation") == [
        f"{one.id}: {one.title}" for one in users
    ]


# What a record tells of how it is known, and of warrants


def test_an_instrument_tells_where_its_provisions_were_read(show: Show) -> None:
    structure = pack().structures["gc4"]
    lines = show("gc4")
    at = lines.index(f"  provisions: edition {structure.edition}, read in {structure.read_in}")
    assert lines[at + 1] == f"    note: {structure.note}"


def test_a_term_of_attempts_says_so(show: Show) -> None:
    told = below(show("derived.icc-crime-attempted"), "set in a second pass")
    assert [line for line in told if "attempted" in line]


def test_a_warrant_of_an_allegation_tells_the_conduct_charged_and_where_it_was(show: Show) -> None:
    linked = seed_library().allegations["children-taken-to-russia"].proceedings
    told = below(show("children-taken-to-russia"), "warrants")
    for link in linked:
        item = seed_library().proceedings[link.proceeding]
        (at,) = [n for n, line in enumerate(told) if line.startswith(f"{link.proceeding}: ")]
        assert item.conduct.text in told[at]
        places = (seed_library().place_names[code] for code in item.conduct.territory)
        assert told[at + 1] == f"  territory of the conduct charged: {', '.join(places)}"


# What else has a name

OTHERS = {
    "a presumption": ("own-national-not-protected", "denies status.protected: "),
    "a chapeau": ("chapeau/occupation", "included by "),
    "a role": ("occupying-power", "bound by "),
    "a regime": ("human-rights", "governs if any of (jurisdiction."),
    "a place": ("UA-65/kherson", "in: Kherson district (UA-65/kherson-raion)"),
    "a State": ("RUS", "in the party tables:"),
}


@pytest.mark.parametrize(("name", "words"), OTHERS.values(), ids=OTHERS)
def test_what_else_has_a_name_is_shown(show: Show, name: str, words: str) -> None:
    lines = show(name)
    assert name in lines[0]
    assert any(line.startswith(f"  {words}") for line in lines)


def test_a_place_shows_its_occupation_by_day_with_the_source(show: Show) -> None:
    told = below(show("UA-65/kherson"), "occupation")
    assert "by Russia, whole: from 3 March 2022 until 8 November 2022" in told[3]
    assert told[4].startswith("  source: ")


# Which name is meant, and where it is looked for


def test_a_name_of_several_kinds_shows_all_and_says_which(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = library_with(source("cat"), allegation("cat", per=["cat#p1"]))
    held = SimpleNamespace(library=library)
    monkeypatch.setattr("lawmap.cli.show.load_sound", lambda _: held)
    done = run("show", "cat", "here")
    assert done.code == 0
    assert done.err == ("'cat' names several things: instrument cat, allegation cat, source cat\n")
    heads = [line for line in done.out.splitlines() if line.endswith("(cat)")]
    assert [head.partition("  ")[0] for head in heads] == [
        "Convention against Torture",
        "Residents drafted",
        "A report",
    ]
    assert run("show", "cat", "here", "-q").err == ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, source(), allegation("own-draft"))


def test_an_allegation_is_looked_for_in_the_current_folder_or_in_paths(
    run: Run, folder: Path
) -> None:
    for done in (run("show", "own-draft", cwd=folder), run("show", "own-draft", folder)):
        assert done.code == 0
        assert done.out.startswith("Residents drafted  (own-draft)\n")


def test_an_allegation_is_looked_for_in_the_paths_of_the_settings(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = tmp_path_factory.mktemp("project")
    (project / "lawmap.toml").write_text(f"paths = ['{folder}']", encoding="utf-8")
    assert run("show", "report", cwd=project).code == 0


def test_law_is_shown_while_drafts_are_faulty_and_drafts_are_not(run: Run, folder: Path) -> None:
    (folder / "allegations" / "bad.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run("show", "gc4", cwd=folder).code == 0
    assert run("show", "act.move", cwd=folder).code == 0
    done = run("show", "own-draft", cwd=folder)
    assert (done.code, done.out) == (1, "")
    assert "Nothing was done" in done.err


def test_a_team_s_own_packs_are_searched_for_names(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for root, name in ((one, "first"), (other, "second")):
        path = root / "presumptions" / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(
            f"schema_version: 1\nid: {name}\ntext: Presumed.\nif: person.civilian\n"
            "asserts: [status.protected]\nauthority: A court.\n",
            encoding="utf-8",
        )
    packs = ("--norms", one, "--norms", other)
    assert run("show", "first", *packs).code == run("show", "second", *packs).code == 0
    assert run("show", "second", "--norms", one, cwd=ROOT).code == 2
    out = run("show", "status.protected", *packs).out
    assert "first asserts it" in out
    assert "second asserts it" in out


def refused(done: Done, *words: str) -> None:
    assert (done.code, done.out) == (2, "")
    assert [word for word in words if word not in done.err] == []


def test_an_unknown_name_is_refused_with_the_nearest_of_any_kind(run: Run) -> None:
    refused(run("show", "act.mvoe"), "no term 'act.mvoe'", "did you mean 'act.move'?")
    refused(run("show", "gc44"), "did you mean 'gc4'?")
    refused(run("show", "thirty-draftd-2024"), "did you mean 'thirty-drafted-2024'?")


def test_an_unknown_name_in_a_folder_without_files_says_where_it_may_lie(
    run: Run, tmp_path: Path
) -> None:
    refused(run("show", "own-draft", cwd=tmp_path), "no norm pack has the name", "PATHS")


def test_a_day_is_for_norms(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawmap.cli.show.load_norms", lambda _: loaded_pack())
    refused(run("show", "act.move", "--on", "2022-03-15"), "--on is for norms", "term act.move")


# On a screen


def test_a_text_cannot_steer_a_terminal_nor_break_a_line(show: Show) -> None:
    title = "one\u00ad\ttwo\nthree\u00a0four\U000e0041"
    lines = show("a", library=library_with(source(), allegation(title=title, facts=["act.beat"])))
    assert lines[0] == "one\\xad two three four\\xe0041  (a)"
    assert all(line.isprintable() for line in lines)


def test_names_that_dossiers_mask_are_masked(run: Run, tmp_path: Path) -> None:
    child = {"name": "Jan Roe", "called": "child A", "marks": ["minor"]}
    folder = write(tmp_path, source(), allegation("taken", title="Jan Roe taken", persons=[child]))
    done = run("show", "taken", folder)
    assert done.code == 0
    assert done.out.startswith("[child A] taken  (taken)\n")
    assert "Roe" not in done.out + done.err


def test_the_whole_of_the_seeds_is_shown_from_a_copy(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "reports")
    show = partial(run, "show", cwd=tmp_path)
    assert show("thirty-drafted-2024", "reports").out == show("thirty-drafted-2024").out
