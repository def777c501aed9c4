"""The peers that come in packages: JsonLogic twice, rule-engine and ZEN.

Each is given what its own documents call fast: everything compiled before, data in the form that it
takes without conversion where it has one, one call for all questions where it allows that.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from itertools import compress
from typing import Any

from benchmarks import plain
from benchmarks.forms import Form, Peer, Row
from benchmarks.questions import Questions, as_json_logic, as_text


def _named(questions: Questions) -> list[str]:
    return list(questions.names.values())


def _as_dicts(questions: Questions, rows: Sequence[Row]) -> list[dict[str, bool]]:
    names = _named(questions)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _datalogic(questions: Questions) -> list[Form]:
    module: Any = import_module("datalogic_py")
    engine = module.Engine()
    session = engine.session()
    asked = [{"!!": [rule]} for rule in as_json_logic(questions)]
    together = engine.compile(asked)
    rules = [engine.compile(rule) for rule in asked]
    names = _named(questions)

    def said_only(rows: Sequence[Row]) -> list[Any]:
        return [module.DataHandle(dict.fromkeys(compress(names, row), True)) for row in rows]

    return [
        Form(
            "session, one compiled rule for all questions, pre-parsed data",
            lambda data: (session.evaluate_data_str(together, one) for one in data),
            said_only,
            json.loads,
        ),
        Form(
            "session, one compiled rule for all questions, one call for all data",
            lambda data: session.evaluate_batch(together, data),
            said_only,
            json.loads,
        ),
        Form(
            "session, a compiled rule a question, one call an allegation",
            lambda data: (session.evaluate_many(rules, one) for one in data),
            said_only,
            lambda answers: [answer == "true" for answer in answers],
        ),
    ]


def _panzi(questions: Questions) -> list[Form]:
    module: Any = import_module("json_logic")
    rules = as_json_logic(questions)
    return [
        Form(
            "a rule a question",
            lambda data: ([module.jsonLogic(rule, one) for rule in rules] for one in data),
            lambda rows: _as_dicts(questions, rows),
        ),
        Form(
            "one list of rules for all questions",
            lambda data: (module.jsonLogic(rules, one) for one in data),
            lambda rows: _as_dicts(questions, rows),
        ),
    ]


def _rule_engine(questions: Questions) -> list[Form]:
    module: Any = import_module("rule_engine")
    texts = as_text(questions)
    names = _named(questions)
    in_set = module.Context(resolver=lambda said, name: name in said)
    in_dict = module.Context(resolver=dict.__getitem__)
    rules = [module.Rule(text, context=in_set) for text in texts]
    together = f"[{', '.join(texts)}]"
    on_sets = module.Rule(together, context=in_set)
    on_dicts = module.Rule(together, context=in_dict)

    def said_only(rows: Sequence[Row]) -> list[frozenset[str]]:
        return [frozenset(compress(names, row)) for row in rows]

    return [
        Form(
            "one rule for all questions, own resolver on sets",
            lambda data: map(on_sets.evaluate, data),
            said_only,
        ),
        Form(
            "one rule for all questions, own resolver on dicts",
            lambda data: map(on_dicts.evaluate, data),
            lambda rows: _as_dicts(questions, rows),
        ),
        Form(
            "a rule a question, own resolver on sets",
            lambda data: ([rule.matches(one) for rule in rules] for one in data),
            said_only,
        ),
    ]


def _zen(questions: Questions) -> list[Form]:
    module: Any = import_module("zen")
    texts = as_text(questions)
    together = f"[{', '.join(texts)}]"
    expression = module.compile_expression(together)
    content = {"all": _zen_graph(together)}
    engine = module.ZenEngine({"loader": {"type": "static", "content": content}})

    def dicts(rows: Sequence[Row]) -> list[dict[str, bool]]:
        return _as_dicts(questions, rows)

    def written(rows: Sequence[Row]) -> list[str]:
        return [json.dumps(one) for one in dicts(rows)]

    def requests(rows: Sequence[Row]) -> list[dict[str, Any]]:
        return [{"key": "all", "context": one} for one in written(rows)]

    return [
        Form(
            "one compiled expression for all questions, data as dicts",
            lambda data: map(expression.evaluate, data),
            dicts,
        ),
        Form(
            "one compiled expression for all questions, data as JSON",
            lambda data: map(expression.evaluate, data),
            written,
        ),
        Form(
            "decision graph in batches, data as JSON",
            engine.evaluate_batch,
            requests,
            lambda answer: answer["data"]["result"]["all"],
        ),
    ]


def _zen_graph(expression: str) -> dict[str, Any]:
    """A decision graph with one expression between input and output."""
    nodes: list[dict[str, Any]] = [
        {"id": "input", "type": "inputNode"},
        {
            "id": "ask",
            "type": "expressionNode",
            "content": {"expressions": [{"id": "all", "key": "all", "value": expression}]},
        },
        {"id": "output", "type": "outputNode"},
    ]
    edges = [("input", "ask"), ("ask", "output")]
    return {
        "nodes": [{**node, "name": node["id"], "position": {"x": 0, "y": 0}} for node in nodes],
        "edges": [
            {"id": f"{source}-{target}", "sourceId": source, "targetId": target, "type": "edge"}
            for source, target in edges
        ],
    }


PEERS = (
    plain.PEER,
    Peer("JsonLogic, native (datalogic-py)", "datalogic-py", 10_000, _datalogic),
    Peer("ZEN (zen-engine)", "zen-engine", 10_000, _zen),
    Peer("rule-engine", "rule-engine", 1_000, _rule_engine),
    Peer("JsonLogic, pure Python (panzi-json-logic)", "panzi-json-logic", 1_000, _panzi),
)
