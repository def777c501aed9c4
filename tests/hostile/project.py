"""A small project in which all is in order: one file of each kind that lawmap reads.

Its norm pack has the id of the shipped one and so stands in its place: a run takes no time. Each
attack changes one of these texts, and nothing else; so what lawmap then says is about the attack.
"""

from __future__ import annotations

from pathlib import Path

FILES = {
    "norms/pack.yaml": """\
schema_version: 1
id: lawmap-core
version: "1"
title: A pack
licence: CC-BY-4.0
about: Norms for tests.
""",
    "norms/vocabulary/terms/act.yaml": """\
schema_version: 1
namespace: act
sort: fact
about: Conduct.
terms:
  detain:
    def: To hold a person.
    label: {en: holding of a person}
  threaten:
    def: To threaten a person.
    label: {en: threat}
""",
    "norms/vocabulary/terms/fact.yaml": """\
schema_version: 1
namespace: fact
sort: fact
about: Facts.
terms:
  night:
    def: It was at night.
    label: {en: night}
  dark:
    def: It was dark.
    label: {en: dark}
""",
    "norms/vocabulary/roles.yaml": """\
schema_version: 1
roles:
  state:
    label: {en: State}
    def: A State.
    bearer: state
""",
    "norms/vocabulary/regimes.yaml": """\
schema_version: 1
regimes:
  general:
    label: {en: general law}
""",
    "norms/vocabulary/stages.yaml": """\
schema_version: 1
threatened: act.threaten
""",
    "norms/instruments/t/instrument.yaml": """\
schema_version: 1
id: t
title: {full: A Treaty, short: Treaty, abbreviation: T}
citation: 1 T 1
regime: general
binding: treaty
binds: [state]
adopted: {place: A town, on: 2000-01-01}
in_force: 2000-01-01
sources:
  adopted: {read_in: a print, verified: true}
  in_force: {read_in: a print, verified: true}
""",
    "norms/instruments/t/structure.yaml": """\
schema_version: 1
instrument: t
edition: t-2000
read_in: a print
provisions:
  "1": ["(1)", "(2)"]
  "8": []
""",
    "norms/instruments/t/parties.yaml": """\
schema_version: 1
instrument: t
parties:
  AAA:
    name: Aland
    events:
      - act: ratification
        on: 2001-01-01
        effect: 2001-02-01
        source: {read_in: a list, verified: true}
    known_until: 2024-12-31
""",
    "norms/instruments/t/1-1.yaml": """\
schema_version: 1
id: t:1(1)
heading: No holding
kind: prohibition
rule: Nobody may be held at night.
source: {edition: t-2000, checked: 2024-01-01, read_in: a print, texts: one, note: One print.}
include: [chapeau/dark]
elements:
  holding:
    kind: conduct
    text: A person was held.
    if: act.detain
decisions:
  - decision: d-2010
    at: para 1
    holds: Night is dark.
    source: {read_in: a print, verified: true}
cases:
  - name: held
    facts: [act.detain, fact.dark]
    expect: engaged
  - name: denied
    facts: [{not: act.detain}, fact.dark]
    expect: excluded
  - name: open
    facts: [act.detain]
    expect: arguable
  - name: who was held is open
    facts: [fact.dark]
    expect: silent
""",
    "norms/chapeaux/dark.yaml": """\
schema_version: 1
id: chapeau/dark
text: It was dark.
elements:
  darkness:
    kind: context
    text: It was dark.
    if: fact.dark
""",
    "norms/presumptions/night-is-dark.yaml": """\
schema_version: 1
id: night-is-dark
text: A night is dark.
if: fact.night
asserts: [fact.dark]
authority: A court.
""",
    "norms/decisions/d-2010.yaml": """\
schema_version: 1
id: d-2010
title: A v B
court: A court
form: judgment
on: 2010-01-01
source: {read_in: a print, verified: true}
""",
    "norms/situations/war.yaml": """\
schema_version: 1
id: war
name: The war
states: {AAA: Aland, BBB: Beland}
conflicts:
  conflict:
    name: The conflict
    kind: international
    sides: [[AAA], [BBB]]
    begins: 2014-03-01
    known_until: 2024-12-31
    source: {read_in: a print, verified: true}
places:
  AA-1: {name: a place, state: AAA}
""",
    "norms/instruments/t/names.yaml": """\
schema_version: 1
instrument: t
names:
  en: [Held Treaty, HT]
sources:
  en: {read_in: a print, verified: true}
""",
    "norms/other-instruments.yaml": """\
schema_version: 1
others:
  road:
    title: Another treaty
    names: {en: [Road Treaty]}
    source: {read_in: a print, verified: true}
""",
    "norms/citation-words.yaml": """\
schema_version: 1
units:
  art:
    en: {one: [article], many: [articles], any: [art, arts]}
always: [art]
parts:
  en: {one: [paragraph], many: [paragraphs], any: [para]}
joins: {en: [and]}
until: {en: [to]}
of: {en: [of]}
articles: {en: [the, a]}
kinds: {en: [treaty]}
""",
    "norms/styles/plain.yaml": """\
schema_version: 1
id: plain
title: Plain
about: For tests.
notes: text
dates: {months: [I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII], day: "{day} {month} {year}"}
units:
  art: {one: "art {numbers}", many: "arts {numbers}"}
  p: {one: "para {numbers}", many: "paras {numbers}"}
  page: {one: "p {numbers}", many: "pp {numbers}"}
  t: {one: "at {numbers}", many: "at {numbers}"}
templates:
  treaty:
    full: "{title}, {citation}[, {pinpoint}]"
    subsequent: "{short}[, {pinpoint}]"
    short: "{abbreviation}[ {pinpoint}]"
    entry: "{title}, {citation}"
  statute: {like: treaty}
  custom: {like: treaty}
  document: {like: treaty}
  law: {like: treaty}
  warrant: {full: "{person}", subsequent: "{person}", short: "{person}", entry: "{person}"}
  decision:
    full: "{title}[, {pinpoint}]"
    subsequent: "{title}[, {pinpoint}]"
    short: "{title}[, {pinpoint}]"
    entry: "{title}"
  report: {like: decision}
  dossier: {like: decision}
groups:
  - {title: Law, of: [treaty, statute, custom, document, law]}
  - {title: Others, of: [decision, warrant, report, dossier]}
""",
    "sources/report.yaml": """\
schema_version: 1
id: report
publisher: A paper
title: A report
published: 2024-03-01
language: en
kind: press
url: https://paper.example/report
original:
  sha256: {zeros}
  paragraphs: 9
claimants:
  paper: {name: A paper, knows: not said}
  witness: {name: A witness, knows: saw it}
default_claimant: paper
paragraphs:
  p2: witness
""".replace("{zeros}", "0" * 64),
    "allegations/held.yaml": """\
schema_version: 1
id: held
handling: public
title: A man was held
account: A man was held at night.
by: [{actor: Aland, state: AAA}]
when: {within: 2024-02}
where: {in: [AA-1]}
per: [report#p1]
facts:
  - act.detain
  - fact.night
""",
}
"""The text of each file by its path in the project."""

ENTRIES = {
    "packs": "norms/pack.yaml",
    "vocabulary": "norms/vocabulary/terms/act.yaml",
    "roles": "norms/vocabulary/roles.yaml",
    "regimes": "norms/vocabulary/regimes.yaml",
    "stages": "norms/vocabulary/stages.yaml",
    "instruments": "norms/instruments/t/instrument.yaml",
    "structures": "norms/instruments/t/structure.yaml",
    "parties": "norms/instruments/t/parties.yaml",
    "norms": "norms/instruments/t/1-1.yaml",
    "chapeaux": "norms/chapeaux/dark.yaml",
    "presumptions": "norms/presumptions/night-is-dark.yaml",
    "decisions": "norms/decisions/d-2010.yaml",
    "situations": "norms/situations/war.yaml",
    "styles": "norms/styles/plain.yaml",
    "names": "norms/instruments/t/names.yaml",
    "other instruments": "norms/other-instruments.yaml",
    "citation words": "norms/citation-words.yaml",
    "sources": "sources/report.yaml",
    "allegations": "allegations/held.yaml",
}
"""The file through which each kind of record comes in."""


def write_project(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the project, or other files, below a folder."""
    for name, text in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
