"""Ending quietly when somebody asks a process to stop."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(BaseException):
    """Somebody asked this process to stop. Not an Exception: no command may take it for one."""


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """End the block quietly when the process is asked to stop; a second time changes nothing."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise StopAsked

    before = {each: signal.signal(each, stop) for each in STOPPING}
    try:
        yield
    except StopAsked:
        pass
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
