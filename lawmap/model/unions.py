"""Two shapes that files allow for brevity: a bare text for a mapping, one value for a list.

Both tell the two shapes apart before validation, so that a fault is reported for the shape that
the writer chose and not for every shape that would have been possible.
"""

from __future__ import annotations

from typing import Any

from pydantic import Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class OneOrMore:
    """Metadata for a tuple field: a single item may stand without the list."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._wrap, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}

    @staticmethod
    def _wrap(value: Any) -> Any:
        return value if isinstance(value, list | tuple) else (value,)


def _is_text(value: Any) -> str:
    return "<text>" if isinstance(value, str) else "<record>"


TEXT_OR_RECORD = Discriminator(_is_text)
"""Discriminator of a union whose members are tagged ``<text>`` and ``<record>``."""
