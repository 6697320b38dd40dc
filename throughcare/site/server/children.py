"""Child processes that never outlive their parent."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
# Loaded before any fork: between fork and exec nothing may be loaded.
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def follow_parent(death_signal: signal.Signals, parent: int) -> None:
    """Have the system send this process a signal when its parent dies (Linux only)."""
    if _libc is None:
        return
    _libc.prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
    if os.getppid() != parent:  # it died before the line above
        os.kill(os.getpid(), death_signal)


def _following(death_signal: signal.Signals, parent: int) -> Callable[[], None]:
    def before_exec() -> None:
        # A child begins with the usual answers to signals, whatever its parent ignores.
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_DFL)
        follow_parent(death_signal, parent)

    return before_exec


def start(
    command: Sequence[str],
    *,
    output: IO[bytes] | int | None = None,
    environ: Mapping[str, str] | None = None,
    death_signal: signal.Signals = signal.SIGTERM,
    folder: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own.

    A Ctrl-C in the terminal thus reaches the parent alone, which stops its children in order.
    """
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
        env=dict(environ) if environ is not None else None,
        cwd=folder,
        process_group=0,
        # Safe here: it calls the system only, and no thread has been started yet.
        preexec_fn=_following(death_signal, os.getpid()),  # noqa: PLW1509
    )


def stop(
    child: subprocess.Popen[bytes],
    *,
    gently: signal.Signals = signal.SIGTERM,
    patience: float = 10,
) -> None:
    """Ask a child to stop; after so many seconds, kill it. One that is gone is left alone."""
    if child.poll() is not None:
        return
    child.send_signal(gently)
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
