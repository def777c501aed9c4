"""The one definition of every file format, as frozen pydantic models.

Nothing here reads a file or knows YAML: a model takes plain mappings, lists and text, and the
JSON Schemas in ``schemas/`` are generated from it. In: data that was read. Out: values that never
change again.
"""
