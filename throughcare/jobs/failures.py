"""Where something failed, in words that hold nobody's data."""

import traceback
from pathlib import PurePath

DEEPEST = 8


def place_of(error: BaseException) -> dict[str, object]:
    """Return an error's type and the innermost places it came through.

    Its message is left out: messages quote values, and values are people's.
    """
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return {
        "error": f"{type(error).__module__}.{type(error).__qualname__}",
        "at": [f"{short_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
    }


def short_path(filename: str) -> str:
    """Return the last parts of a file's path: the same on every machine."""
    return "/".join(PurePath(filename).parts[-3:])
