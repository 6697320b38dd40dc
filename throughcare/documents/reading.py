"""Runs the parser in a confined process and returns what it found."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

PARSER = Path(__file__).with_name("parser.py")
WALL_SECONDS = 5


@dataclass(frozen=True)
class Reading:
    """What a file is by its content, or why it cannot be kept.

    `refused` is a code, empty for a good file. `whole` is false when not all of the text was
    read within the limits; the file itself is then still known to be what it says.
    """

    refused: str = ""
    media_type: str = ""
    pages: int | None = None
    text: str = ""
    whole: bool = False


def read(content: BinaryIO, *, parser: Path = PARSER) -> Reading:
    """Return what a file holds, read in a process without network, memory or time to waste.

    The answer is written to a file of bounded size that has no name, never to a pipe that a
    hostile process could fill. `content` must be a real file.
    """
    with tempfile.TemporaryFile() as answer:
        _run(parser, content, answer)
        answer.seek(0)
        return _reading(answer.read().splitlines())


def _run(parser: Path, content: BinaryIO, answer: BinaryIO) -> None:
    content.seek(0)
    child = subprocess.Popen(
        [sys.executable, "-I", str(parser)],
        stdin=content,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"LANG": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        child.wait(WALL_SECONDS)
    except subprocess.TimeoutExpired:
        pass  # what it said until now is read all the same
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _reading(lines: list[bytes]) -> Reading:
    said = [known for line in lines if (known := _json(line)) is not None]
    if not said:
        return Reading(refused="STOPPED")
    if "refused" in said[0]:
        return Reading(refused=said[0]["refused"])
    facts, words = said[0], said[1] if len(said) > 1 else {}
    whole = bool(words) and not words.get("cut")
    return Reading("", facts["media_type"], facts["pages"], str(words.get("text", "")), whole)


def _json(line: bytes) -> dict[str, Any] | None:
    """Return a line's values, or None for a line that was cut when the process was stopped."""
    try:
        values: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return values
