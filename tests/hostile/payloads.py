"""Texts that are attacks, by class. All of them may be read: they are well-formed and visible."""

from __future__ import annotations

from typing import NamedTuple


class Payload(NamedTuple):
    """A text, and what it tries."""

    klass: str
    text: str


_BY_CLASS: dict[str, tuple[str, ...]] = {
    "markdown heading": ("# heading", "###### h {#id .class}", "a\n===", "a\n---", "====="),
    "markdown thematic break": ("---", "* * *", "___", "- - -"),
    "markdown list": ("- item", "+ item", "* item", "1. item", "12) item", "1986. A year"),
    "pandoc list": (
        "(1) item",
        "a) item",
        "ii. item",
        "#. item",
        "(@) item",
        "(@good) see (@good)",
    ),
    "task list": ("[x] task", "[ ] task", "- [ ] task"),
    "markdown quotation": ("> quoted", "> > deep", "> [!WARNING]"),
    "markdown code": ("`code` ``co`de`` `", "```", "~~~ python\nx", "    indented"),
    "markdown emphasis": ("*a* **b** _c_ __d__", "~~e~~ H~2~O x^2^", "==h== ++i++"),
    "markdown hard break": ("trailing \\", "two  \nlines", "\\\nx"),
    "backslash": ("\\*a\\* \\\\*b\\\\*", "!\\[a](b)", "\\<b> \\\\<b>"),
    "html": (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href='x'>y</a> </td></table>",
        "<div",
        "</details></div>",
    ),
    "html comment": ("<!-- hidden", "--> <!-- x -->"),
    "html declaration": ("<![CDATA[ x ]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "]]> &amp;"),
    "html entity": ("&lt;b&gt; &amp;amp; &#60; &#x3c;", "&copy; &NewLine; &Tab; &nbsp;"),
    "link": (
        "[a](https://example.org 't')",
        "[a](javascript:alert(1))",
        "[a](data:text/html;base64,AAAA)",
        "[a](../../etc/passwd)",
        "[a](<b c>)",
        "](x) [",
        "[[wiki|link]]",
    ),
    "image": ("![an image](https://example.org/x.png)", "![][r]"),
    "reference link": ("[a][b] [b][] [b]", "[wordword]", "[At a glance]"),
    "reference definition": ("[b]: https://example.org", "[b]: <x> 'title'"),
    "autolink": ("<https://example.org>", "<a@example.org>", "<javascript:alert(1)>"),
    "bare address": (
        "https://example.org/x?y=1&z=2",
        "HTTPS://EXAMPLE.ORG ftp://example.org",
        "www.example.org",
        "javascript:alert(1) data:text/html,x",
        "see http://localhost.",
    ),
    "footnote": ("[^1] and ^[note]", "[^1]: a note"),
    "table": (
        "| a | b |",
        "a | b \\| c \\\\| d",
        "|---|:--:|",
        ":---|:---",
        "+---+---+",
        "Table: x",
    ),
    "definition list": (": definition", ":   definition", "~ definition", "term\n: meaning"),
    "mathematics": ("$x^2$ and $$y$$", "\\(x\\) \\[y\\] \\\\(z\\\\)", "$`x`$", "\\begin{align} x"),
    "latex": ("\\input{/etc/passwd} \\write18{ls}", "50% % comment", "\\newcommand{\\x}{y} \\x"),
    "fenced div": ("::: warning", "::: {.x}", ":::", "!!! note", "```{note}"),
    "attributes": ("word {.attr}", "[span]{.cls onclick=x}", "{: .cls}", "{#id}"),
    "raw block": ("```{=html}", "`<b>x</b>`{=html}", "```{r}\nsystem('ls')"),
    "citation": ("[@cite2020] -@key [-@x, p. 3]", "@key says"),
    "line block": ("| line", "|  two\n| lines"),
    "front matter": ("---\ntitle: x\n---", "+++\nx = 1\n+++", "% Title\n% Author", "..."),
    "abbreviation": ("*[HTML]: Hyper Text",),
    "emoji name": (":smile: :+1:", "x:100:y"),
    "mention": (
        "@user",
        "@org/team",
        "#1 GH-1 owner/repo#5",
        "0123456789abcdef0123456789abcdef01234567",
    ),
    "template": (
        "{{ 7*7 }} {% raw %} {# c #}",
        "${x} #{x} <%= 1 %> {{< sc >}}",
        "{{ dossier.__class__ }} {{cookiecutter.x}}",
        "$short $title %(x)s {0} {x!r}",
    ),
    "runner command": (
        "::error file=x,line=1::no",
        "::set-output name=x::y",
        "::stop-commands::x",
        "##[command]ls ##[group]x",
        "##vso[task.setvariable variable=x]y",
        "##teamcity[testFailed name='x']",
        "a\n::error::b",
        "a\n  ::warning::b\n##[error]c",
    ),
    "formula": ("=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(1)"),
    "sarif": ("{0} {1}", "[a](1) [b](https://example.org)"),
    "script in json": ("</script><script>alert(1)</script>", '"}],"x":[{"y":"', "\\u003cb\\u003e"),
    "long word": ("x" * 1500,),
    "right to left": ("مرحبا *b* שלום [a](b)", "א. ب) ג"),
    "combining marks": ("e" + "\u0301" * 200, "*\u0338 [\u0301a](b)"),
    "look-alike": (
        "Аdmin раypal",
        "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｏｒｇ",
        "＜b＞ ＊x＊ ［a］（b）",
    ),
    "odd space": ("a\u00a0b\u2003c\u3000d", "tab\there", "a\r\nb"),
    "overwriting": ("harmless\rreplaced",),
    "emoji": ("🕊 👩‍👩‍👧 🇺🇦",),
}

PAYLOADS = tuple(Payload(klass, text) for klass, texts in _BY_CLASS.items() for text in texts)


def of_classes(*classes: str) -> tuple[Payload, ...]:
    """The payloads of these classes."""
    assert set(classes) <= set(_BY_CLASS)
    return tuple(one for one in PAYLOADS if one.klass in classes)
