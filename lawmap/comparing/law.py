"""Two laws record by record: what came, what went, what has another name, what says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lawmap.model.base import Record
from lawmap.model.comparison import Effect, FieldChange, RecordChange, What
from lawmap.model.norm import Norm, See

from .effects import effect_of, effect_of_record, strongest
from .fields import differences
from .records import KINDS, Key, Law, law_of, title_of


def law_changes(old: Law, new: Law) -> tuple[RecordChange, ...]:
    """Every record that differs: what decides first, then by kind and id."""
    before, after = law_of(old.library), law_of(new.library)
    names = renamed(before, after)
    found = [
        *(_changed(new, key, before[key], after[key]) for key in before.keys() & after.keys()),
        *(_renamed(new, was, key, before[was], after[key]) for was, key in names.items()),
        *(_whole(old, key, before[key], What.REMOVED) for key in before if key not in after),
        *(_whole(new, key, after[key], What.ADDED) for key in after if key not in before),
    ]
    moved = {*names, *names.values()}
    kept = [
        one
        for one in found
        if one is not None and (one.what is What.RENAMED or Key(one.kind, one.id) not in moved)
    ]
    return tuple(sorted(kept, key=_order))


def renamed(before: Mapping[Key, Record], after: Mapping[Key, Record]) -> dict[Key, Key]:
    """For each norm that has another id and says the same: the key before, and the key after.

    What it refers to under ``see`` may differ, for other norms can be renamed along with it. Where
    two norms say the same, none is taken for the other.
    """
    gone = _by_content((key, one) for key, one in before.items() if key not in after)
    new = _by_content((key, one) for key, one in after.items() if key not in before)
    return {
        keys[0]: new[content][0]
        for content, keys in sorted(gone.items())
        if len(keys) == 1 and len(new.get(content, ())) == 1
    }


def _by_content(records: Iterator[tuple[Key, Record]]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = defaultdict(list)
    for key, record in records:
        if isinstance(record, Norm):
            bare = record.model_copy(update={"id": "", "see": See()})
            found[bare.model_dump_json()].append(key)
    return found


def _changed(new: Law, key: Key, before: Record, after: Record) -> RecordChange | None:
    fields = _fields(key.kind, before, after)
    if not fields:
        return None
    effect = strongest(one.effect for one in fields)
    return _change(new, key, after, What.CHANGED, effect).model_copy(update={"fields": fields})


def _renamed(new: Law, was: Key, key: Key, before: Record, after: Record) -> RecordChange:
    fields = tuple(one for one in _fields(key.kind, before, after) if one.path != "id")
    change = _change(new, key, after, What.RENAMED, Effect.WORDS)
    return change.model_copy(update={"was": was.id, "fields": fields})


def _whole(law: Law, key: Key, record: Record, what: What) -> RecordChange:
    return _change(law, key, record, what, effect_of_record(key.kind, record))


def _change(law: Law, key: Key, record: Record, what: What, effect: Effect) -> RecordChange:
    return RecordChange(
        kind=key.kind,
        id=key.id,
        what=what,
        effect=effect,
        title=title_of(law.library, key, record),
        file=law.files.get(key),
    )


def _fields(kind: str, before: Record, after: Record) -> tuple[FieldChange, ...]:
    if before == after or type(before) is not type(after):
        return ()
    found = [
        FieldChange(
            path=one.path,
            effect=effect_of(kind, one.names),
            before=one.before,
            after=one.after,
        )
        for one in differences(before, after)
    ]
    return tuple(sorted(found, key=lambda one: _rank(one.effect)))


def _order(change: RecordChange) -> tuple[int, int, str]:
    return _rank(change.effect), KINDS.index(change.kind), change.id


def _rank(effect: Effect) -> int:
    return list(Effect).index(effect)
