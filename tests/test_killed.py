"""Whatever is killed while people write: what was said to be written is there, once, and whole."""

import re
import subprocess
import sys

from tests.tree import ROOT

KILLS = 30


def test_nothing_is_lost_when_web_worker_and_database_are_killed(capsys):
    """`make soak` kills a thousand times; here each part dies some times, at random moments."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.killing", "--kills", str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    with capsys.disabled():
        print(f"\n{done.stdout}", end="")
    assert (done.returncode, done.stderr) == (0, "")
    killed, written = (re.search(rf"{word}: (\d+)", done.stdout) for word in ("killed", "written"))
    assert int(killed[1]) == KILLS
    assert int(written[1]) >= KILLS
