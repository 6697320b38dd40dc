"""Make `.venv` ready: `bootstrap.py run` for running, `test` for testing and checking.

`bootstrap.py current` only says, by its exit code, whether what is installed is what is locked.

Standard library only, and readable by an old Python, which is told what is wrong. The second
time costs a comparison of hashes: nothing is installed, nothing reaches the network.
"""

import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "throughcare-stamp.json"
LOCKS = {
    "runtime": ROOT / "requirements" / "runtime.txt",
    "dev": ROOT / "requirements" / "dev.txt",
}
OLDEST = (3, 11)


class Trouble(Exception):
    """One sentence for the person at the keyboard."""


def main(arguments):
    """Prepare the environment for `run`, `test` or `check`; return the exit code."""
    purpose = arguments[0] if arguments else "run"
    if purpose == "current":
        return 0 if is_stamped("runtime") else 1
    if purpose not in ("run", "test", "check"):
        print("Say what the environment is for: run, test or check.", file=sys.stderr)
        return 2
    try:
        use_a_new_enough_python(arguments)
        prepare("runtime" if purpose == "run" else "dev")
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def use_a_new_enough_python(arguments):
    """Go on in a Python that is new enough, if this one is too old and another is on PATH."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(15, OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found:
            os.execv(found, [found, os.path.abspath(__file__)] + list(arguments))
    raise Trouble(
        "Throughcare needs Python 3.11 or later; this is %s (%s). Install a newer one and say "
        "which: make PYTHON=python3.11" % (sys.version.split()[0], sys.executable)
    )


def prepare(kind):
    """Install the lock of this kind unless the stamp says it is there; compile messages."""
    if not is_stamped(kind):
        print("Installing what is needed into %s; the first time this may take a minute." % VENV)
        sys.stdout.flush()
        installer = Installer(make_environment())
        installer.install(["--require-hashes", "-r", str(LOCKS[kind])])
        installer.install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
        STAMP.write_text(json.dumps({"kind": kind, "of": fingerprint(kind)}))
    if messages_are_stale():
        run([str(PYTHON), str(ROOT / "tools" / "messages.py"), "compile"], "compile the messages")


def is_stamped(kind):
    """Say whether this lock, or the larger one of development, is installed as it stands."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or stamp.get("kind") not in (kind, "dev"):
        return False
    return PYTHON.exists() and stamp.get("of") == fingerprint(stamp["kind"])


def fingerprint(kind):
    """Return the hash of everything the environment is made from, its place included.

    Of pyproject.toml only what comes before the settings of tools: these install nothing.
    """
    project = (ROOT / "pyproject.toml").read_bytes().partition(b"[tool.ruff]")[0]
    made_from = [LOCKS[kind].read_bytes(), project, str(VENV).encode()]
    return hashlib.sha256(b"\0".join(made_from)).hexdigest()


def messages_are_stale():
    """Say whether a catalogue of messages is newer than its compiled form."""
    for source in (ROOT / "throughcare").glob("*/locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def make_environment():
    """Make `.venv` where it is missing, broken or from another place; return uv's path or None."""
    uv = shutil.which("uv")
    if uv and not works([uv, "--version"]):
        uv = None
    if not environment_works():
        shutil.rmtree(str(VENV), ignore_errors=True)
        made = uv and works([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
        if not made:
            make_with_venv()
    return uv or own_uv()


def environment_works():
    """Say whether `.venv` has a Python that starts, and was made at this very place."""
    if not works([str(PYTHON), "-c", "import sys; assert sys.version_info >= (3, 11)"]):
        return False
    activate = VENV / "bin" / "activate"
    return not activate.exists() or str(VENV) in activate.read_text()


def make_with_venv():
    """Make `.venv` with Python's own module, which bare Debian keeps in a package apart."""
    if not works([sys.executable, "-c", "import ensurepip, venv"]):
        raise Trouble(
            "This Python (%s) cannot make a virtual environment. On Debian or Ubuntu: "
            "apt-get install python3-venv. Then try again." % sys.executable
        )
    run([sys.executable, "-m", "venv", str(VENV)], "make the virtual environment")


def own_uv():
    """Install the locked uv into `.venv` with pip; return its path, or None if that fails."""
    uv = VENV / "bin" / "uv"
    if uv.exists():
        return str(uv)
    block = re.search(r"^uv==(?:.*\\\n)*.*\n", LOCKS["dev"].read_text(), re.MULTILINE)
    if not block:
        return None
    with tempfile.TemporaryDirectory() as folder:
        lock = pathlib.Path(folder) / "uv.txt"
        lock.write_text(block.group())
        installed = works(pip_command() + ["--quiet", "--require-hashes", "-r", str(lock)])
    return str(uv) if installed and uv.exists() else None


def pip_command():
    """Return pip's install command for `.venv`, putting pip there where uv left it out."""
    if not works([str(PYTHON), "-m", "pip", "--version"]):
        run([str(PYTHON), "-m", "ensurepip", "--default-pip"], "put pip into the environment")
    return [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]


class Installer:
    """Installs with uv, and with pip from the moment uv fails: only pip reads pip's settings."""

    def __init__(self, uv):
        self.uv = uv

    def install(self, arguments):
        """Install, or raise Trouble with the last line the installer said."""
        if self.uv:
            command = [self.uv, "pip", "install", "--quiet", "--compile-bytecode"]
            command += ["--python", str(PYTHON)] + arguments
            # The machine's own certificates, as pip uses them: a workplace may have its own.
            environ = dict({"UV_SYSTEM_CERTS": "true"}, **os.environ)
            done = subprocess.run(command, capture_output=True, text=True, env=environ)
            if done.returncode == 0:
                return
            print(
                "uv could not install (%s); trying pip, which reads this machine's own "
                "settings." % first_line(done.stderr),
                file=sys.stderr,
            )
            self.uv = None
        run(pip_command() + ["--quiet"] + arguments, "install what Throughcare needs")


def works(command):
    """Say whether a command ends well, without showing what it says."""
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def run(command, purpose):
    """Run a command and show what it says; raise Trouble naming what it was for."""
    if subprocess.run(command).returncode:
        raise Trouble("Could not %s; the lines above say why." % purpose)


def first_line(text):
    """Return the first line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if lines else "it gave no reason"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
