"""Names out of a text: the first line lists them, separated by semicolons; the rest is the text."""

from __future__ import annotations

from pydantic import ValidationError

from lawmap.masking import Mask
from lawmap.model.persons import Person

from .inputs import text_of


def holds(data: bytes) -> None:
    """Mask these names in this text, and in one line of a file."""
    first, _, text = text_of(data).partition("\n")
    try:
        persons = [
            Person.model_validate({"name": name, "called": f"P{number}"})
            for number, name in enumerate(first.split(";"))
        ]
    except ValidationError:
        return
    mask = Mask(persons)
    called = [str(person.called) for person in persons]
    told = "; ".join(called)
    if mask.text(told) != told or any(one.casefold() in first.casefold() for one in called):
        return  # of a pseudonym that holds a name, or a part of one, nothing is promised
    masked = mask.text(text)
    assert list(mask.leaks(masked)) == []
    assert mask.text(masked) == masked
    for line in text.splitlines():
        hidden = mask.hidden(line)
        assert len(hidden) == len(line)
        assert list(mask.leaks(hidden)) == []
