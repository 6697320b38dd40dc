"""Children end with their parent, stop when asked, and are killed when they do not listen."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from throughcare.site.server import children, processes, stopping
from throughcare.site.server.home import write_state
from throughcare.site.server.trouble import Trouble

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
PARENT = """
import sys, time
from throughcare.site.server import children
child = children.start([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""


def wait_until_gone(pid: int) -> None:
    until = time.monotonic() + 20
    while Path(f"/proc/{pid}/exe").exists():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_child_dies_with_its_parent():
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())
        parent.kill()

    wait_until_gone(child)


def test_a_child_has_a_group_of_its_own():
    child = children.start(["sleep", "600"])

    assert os.getpgid(child.pid) == child.pid
    children.stop(child)


def test_a_child_that_does_not_listen_is_killed(tmp_path):
    with (tmp_path / "said").open("wb") as said:
        deaf = children.start(
            [sys.executable, "-c", f"{DEAF}; time.sleep(600)"], output=said.fileno()
        )
    while not (tmp_path / "said").read_text():
        time.sleep(0.02)

    children.stop(deaf, patience=0.1)
    children.stop(deaf)

    assert deaf.returncode == -signal.SIGKILL


def test_a_child_of_one_who_ignores_signals_listens():
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = children.start(["sleep", "600"])
    signal.signal(signal.SIGTERM, before)

    children.stop(child)

    assert child.returncode == -signal.SIGTERM


@pytest.mark.parametrize("number", stopping.STOPPING)
def test_a_signal_ends_the_block_quietly_and_leaves_things_as_they_were(number):
    before = signal.getsignal(number)
    reached = []

    with stopping.stopping_on_signals():
        os.kill(os.getpid(), number)
        reached.append("after")

    assert reached == []
    assert signal.getsignal(number) == before


def test_a_child_that_ends_by_itself_is_named_with_its_last_words(tmp_path):
    running = processes.Processes(tmp_path)
    running.start("worker", "timeit", "-n", "1", "-r", "1", "no_such_name")
    running.children["worker"].wait()

    with pytest.raises(Trouble, match="The worker process ended by itself; .*worker.log ends with"):
        running.demand_alive()
    with pytest.raises(Trouble, match="NameError: name 'no_such_name' is not defined"):
        running.watch()
    running.stop()


def test_the_log_before_is_kept(tmp_path):
    running = processes.Processes(tmp_path)
    for _ in range(2):
        running.start("web", "timeit", "-n", "1", "-r", "1", "1")
        running.children["web"].wait()

    assert {path.name for path in tmp_path.iterdir()} == {"web.log", "web.log.1"}


def a_home_with_a_server(home: Path, *words: str) -> subprocess.Popen:
    """Write down a child of ours as the home's PostgreSQL, and what it said last."""
    server = subprocess.Popen([sys.executable, "-c", *words])
    write_state(home / "server.json", {"pid": server.pid})
    (home / "postgresql.log").write_text("LOG:  started\nPANIC:  no more\n")
    return server


def test_a_server_that_ended_is_named_before_the_children_that_miss_it(tmp_path):
    server = a_home_with_a_server(tmp_path, "pass")
    os.waitid(os.P_PID, server.pid, os.WEXITED | os.WNOWAIT)

    with pytest.raises(Trouble, match="PostgreSQL ended by itself; .* ends with: PANIC:  no more"):
        processes.Processes(tmp_path).demand_alive()

    assert server.wait() == 0


def test_a_server_that_lives_is_left_alone(tmp_path):
    server = a_home_with_a_server(tmp_path, "import time; time.sleep(60)")

    processes.Processes(tmp_path).demand_alive()

    server.kill()
    assert server.wait() == -signal.SIGKILL


@pytest.mark.parametrize("state", [None, {}, {"pid": "one"}, {"pid": 1}])
def test_a_server_of_another_process_is_not_ours_to_watch(tmp_path, state):
    if state is not None:
        write_state(tmp_path / "server.json", state)

    processes.Processes(tmp_path).demand_alive()
