"""Whether values fit the documented schema, for the words of JSON Schema that it uses."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs/reference/account-export.schema.json").read_text())
DEFINED = SCHEMA["$defs"]
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def misfits(value, schema=SCHEMA, at="file"):
    """Return where a value does not fit."""
    if "$ref" in schema:
        schema = DEFINED[schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        fitting = [each for each in schema["oneOf"] if not misfits(value, each, at)]
        return [] if len(fitting) == 1 else [f"{at}: {len(fitting)} fit"]
    known = schema.get("enum", [schema.get("const", value)])
    if value not in known or not _is_of_type(value, schema.get("type")):
        return [f"{at}: {value!r}"]
    return _inside(value, schema, at)


def _is_of_type(value, name):
    if name is None:
        return True
    return isinstance(value, TYPES[name]) and isinstance(value, bool) is (name == "boolean")


def _inside(value, schema, at):
    if isinstance(value, dict):
        parts = schema["properties"]
        wrong = [each for each in schema.get("required", ()) if each not in value]
        wrong += [each for each in value if each not in parts]
        known = value.keys() & parts.keys()
        inner = [it for each in known for it in misfits(value[each], parts[each], f"{at}.{each}")]
        return [f"{at}: {each}" for each in wrong] + inner
    if isinstance(value, list):
        items = schema["items"]
        return [it for n, each in enumerate(value) for it in misfits(each, items, f"{at}.{n}")]
    fits = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
    return [] if fits else [f"{at}: {value!r}"]
