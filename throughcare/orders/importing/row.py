"""One row of a file to bring in."""

from typing import Any

from throughcare.refusal import Refused

Row = dict[str, Any]
FAULT = "\0fault"
"""The name under which a row keeps why it cannot be read."""


class UnreadableFile(Refused): ...
