"""Hostile texts that faults, errors, settings and drafts repeat: every form says them as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from lawmap.loading.yaml_text import parse
from tests.cli.formats.parsed import github, links
from tests.hostile.case import Case
from tests.hostile.in_process import Said, run
from tests.hostile.payloads import Payload, of_classes
from tests.hostile.readers import bare, dialects, html, markdown, screen
from tests.hostile.texts_project import write_project

_FORMS = ("full", "concise", "json", "jsonl", "github", "sarif", "junit")
_SUMMARY = frozenset(
    f"{mark}{tag}"
    for mark in ("", "/")
    for tag in ("h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "br", "code")
)


@dataclass(frozen=True)
class InFaults(Case):
    """A text as a term, a key, a date and a state, in each form in which faults are shown."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return True

    def check(self, folder: Path) -> None:
        text = self.payload.text.strip()
        project = write_project(folder)
        path = project / "allegations" / "held.yaml"
        record = json.loads(path.read_text(encoding="utf-8"))
        record["facts"] = [text]
        record["when"] = {"within": text}
        record["review"] = {"state": text}
        record[text] = text
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        page = folder / "summary.md"
        said = {form: _validate(project, form, page) for form in _FORMS}
        objects = [json.loads(line) for line in said["jsonl"].out.splitlines()]
        assert objects  # a key of 1,500 characters is none, and hides the others
        assert json.loads(said["json"].out) == objects
        commands = [github(line) for line in said["github"].out.splitlines()]
        assert len(commands) == len(objects)
        assert {command.name for command in commands} <= {"error", "warning"}
        for form in ("full", "concise", "json", "jsonl", "sarif", "junit"):
            screen(said[form].out, form)
        assert len(said["concise"].out.splitlines()) - len(objects) in (0, 1, 2)
        results = json.loads(said["sarif"].out)["runs"][0]["results"]
        assert len(results) == len(objects)
        for result in results:
            numbers = {str(one["id"]) for one in result.get("relatedLocations", [])}
            assert {target for _, target in links(result["message"]["text"])} <= numbers
        root = ET.fromstring(said["junit"].out)  # noqa: S314
        assert {node.tag for node in root.iter()} <= {
            *("testsuites", "testsuite", "testcase", "failure", "system-out")
        }
        self._check_summary(page.read_text(encoding="utf-8"))

    def _check_summary(self, page: str) -> None:
        rows = set()
        for name, dialect in dialects().items():
            markdown(page, dialect)
            form = html(page, dialect).form
            assert {tag.replace(" style=text-align:left", "") for tag in form} <= _SUMMARY, form
            if name != "CommonMark":
                rows.add(form.count("tr"))
        assert len(rows) == 1


def _validate(project: Path, form: str, page: Path) -> Said:
    page.unlink(missing_ok=True)
    names = ("norms", "sources", "allegations", "--norms", "norms", "--output-format", form)
    done = run(project, "validate", *names, GITHUB_STEP_SUMMARY=str(page))
    assert done.code == 1, done.err
    screen(done.err)
    return done


_ASKED = (
    ("{}",),
    ("show", "{}"),
    ("explain", "{}", "{}"),
    ("match", "{}"),
    ("search", "{}"),
    ("rule", "{}"),
    ("config", "{}"),
    ("schema", "{}"),
    ("test", "--norm", "{}"),
    ("validate", "--output-format", "{}"),
    ("validate", "--select", "{}"),
    ("diff", "{}", "norms"),
    ("dossier", "--as-of", "{}"),
    ("match", "--{}"),
)


@dataclass(frozen=True)
class AsArgument(Case):
    """A text on the command line, which the message of an error repeats."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return True

    def check(self, folder: Path) -> None:
        project = write_project(folder)
        settings = 'paths = ["sources", "allegations"]\nnorms = ["norms"]\n'
        (project / "lawmap.toml").write_text(settings, encoding="utf-8")
        for command in _ASKED:
            done = run(project, *(part.replace("{}", self.payload.text) for part in command))
            assert done.code in (0, 1, 2), (command, done.err)
            screen(done.err, command[0])
            screen(done.out, command[0])


@dataclass(frozen=True)
class InSettings(Case):
    """A text as a value and as a key of ``lawmap.toml``, shown and refused."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return self.klass != "overwriting"

    def check(self, folder: Path) -> None:
        text = json.dumps(self.payload.text)
        file = folder / "lawmap.toml"
        for content in (f"paths = [{text}]\n", f"{text} = 1\n", f"output-format = {text}\n"):
            file.write_text(content, encoding="utf-8")
            for form in ("text", "json"):
                done = run(folder, "config", "--output-format", form)
                assert done.code in (0, 2), done.err
                screen(done.out, content)
                screen(done.err, content)


@dataclass(frozen=True)
class InDrafts(Case):
    """A text as every option of ``lawmap new source``: the file that is written says it again."""

    payload: Payload

    @property
    def is_slow(self) -> bool:
        return True

    def check(self, folder: Path) -> None:
        original = folder / "report.txt"
        original.write_text("One.\n\nTwo.\n", encoding="utf-8")
        options = {"--id": "made", "--publisher": self.payload.text, "--title": self.payload.text}
        options |= {"--language": "en", "--kind": "press", "--original": str(original)}
        options |= {"--url": self.payload.text}
        given = [f"{key}={value}" for key, value in options.items()]
        norms = write_project(folder / "law") / "norms"
        (folder / "work").mkdir()
        done = run(folder, "new", "source", *given, "--folder", "work", "--norms", norms)
        screen(done.err)
        assert done.code == 0, done.err
        (written,) = folder.rglob("made.yaml")
        document, faults = parse(written.read_text(encoding="utf-8"), "made.yaml")
        assert document is not None
        assert faults == []
        data = document.data
        assert isinstance(data, dict)
        for key in ("publisher", "title", "url"):
            assert bare(str(data[key])) == bare(self.payload.text)


_STEERING = tuple(
    Payload("steering", text)
    for text in (
        "\x1b[2J\x1b[31mred",
        "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
        "\x1b]52;c;cGF5\x07",
        "\x1bP$q\x1b\\",
        "\x9b2J\x90x\x9c",
        "\x07\x08\x7f",
        "a\rb",
        "\u202egnp.exe",
        "a\n::error::b\n  ::stop-commands::c",
        "a\u2028b\u200bc",
        "##vso[x]y ##[command]z",
    )
)
_FAULTS = of_classes(
    *("runner command", "sarif", "html", "html entity", "html declaration", "link", "table"),
    *("markdown code", "mention", "script in json", "overwriting", "odd space", "long word"),
    *("template", "autolink", "pandoc list", "mathematics"),
)
_TYPED = of_classes("runner command", "template", "odd space", "formula", "html", "long word")
_SET = of_classes("runner command", "html", "script in json", "template", "overwriting")
_DRAFTED = of_classes(
    *("front matter", "template", "html comment", "script in json", "odd space", "overwriting"),
    *("markdown list", "markdown hard break", "formula", "look-alike", "right to left", "emoji"),
)

CASES: tuple[Case, ...] = (
    *(InFaults(one.klass, repr(one.text[:60]), "texts in faults", one) for one in _FAULTS),
    *(
        AsArgument(one.klass, repr(one.text[:60]), "texts as arguments", one)
        for one in (*_STEERING, *_TYPED)
    ),
    *(
        InSettings(one.klass, repr(one.text[:60]), "texts in settings", one)
        for one in (*_STEERING, *_SET)
    ),
    *(InDrafts(one.klass, repr(one.text[:60]), "texts in drafts", one) for one in _DRAFTED),
)
