"""The process that reads a file can do nothing else."""

import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from throughcare.documents import reading
from throughcare.documents.parser import MEMORY, NEW_USER_AND_NETWORK

CONFINED = """
import json, os, sys
sys.path.insert(1, {folder!r})
import parser_under_test as parser
parser.confine()
answer = {{"media_type": "text/plain", "pages": None}}
try:
    {attempt}
    answer["refused"] = "DONE"
except BaseException as refused:
    answer["refused"] = type(refused).__name__
parser.say(answer)
"""


@pytest.fixture
def attempt(tmp_path):
    """Try a statement after the confinement, and return how it ended."""
    source = reading.PARSER.read_text()
    (tmp_path / "parser_under_test.py").write_text(source)

    def run(statement):
        script = tmp_path / "attempt.py"
        indented = textwrap.indent(statement, "    ").strip()
        script.write_text(CONFINED.format(folder=str(tmp_path), attempt=indented))
        with tempfile.TemporaryFile() as nothing:
            return reading.read(nothing, parser=script).refused

    return run


@pytest.mark.parametrize(
    ("statement", "ending"),
    [
        ("pass", "DONE"),
        ("import socket; socket.socket()", "PermissionError"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "PermissionError"),
        ("import subprocess; subprocess.run(['id'])", "PermissionError"),
        ("os.system('id')", "PermissionError"),
        ("os.fork()", "PermissionError"),
        ("os.execv('/bin/id', ['id'])", "PermissionError"),
        ("open('/etc/passwd')", "PermissionError"),
        ("os.open('/etc/passwd', os.O_RDONLY)", "PermissionError"),
        ("import ctypes; ctypes.CDLL(None)", "PermissionError"),
        (f"bytearray({MEMORY})", "MemoryError"),
        ("assert sorted(os.environ) in (['LANG'], ['LANG', 'LC_CTYPE'])", "DONE"),
        ("for number in range(3, 32):\n    os.fstat(number)", "OSError"),
    ],
)
def test_the_confined_process_may_not(attempt, statement, ending):
    assert attempt(statement) == ending


def test_a_process_without_end_is_stopped(attempt, monkeypatch):
    monkeypatch.setattr(reading, "WALL_SECONDS", 1)

    assert attempt("while True: pass") == "STOPPED"


def test_an_answer_without_end_is_cut(attempt):
    assert attempt("while True: os.write(1, b'x' * 65536)") in {"STOPPED", "OSError"}


def kernel_grants_a_network_of_its_own() -> bool:
    ask = f"import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare({NEW_USER_AND_NETWORK}) != 0)"
    return subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


def test_the_network_of_the_process_is_its_own_where_the_kernel_grants_it(attempt):
    ours = str(Path("/proc/self/ns/net").readlink())
    expected = "DONE" if kernel_grants_a_network_of_its_own() else "AssertionError"

    assert attempt(f"assert os.readlink('/proc/self/ns/net') != {ours!r}") == expected
