"""What PostgreSQL says when it gives up, and what that means to the person at the keyboard."""

from pathlib import Path

# What PostgreSQL says, and what that means to the person at the keyboard.
MEANINGS = (
    (
        "no space left on device",
        "The disk is full: free some space where {data} is, and try again.",
    ),
    ("disk quota exceeded", "Your disk quota is used up: free some space, and try again."),
    ("wrong ownership", "{data} belongs to another user; run Throughcare as that user."),
    ("permission denied", "PostgreSQL may not read or write {data}: look at who owns it."),
    (
        "incompatible with server",
        "{data} was made by another build of PostgreSQL, or is damaged ({line}).",
    ),
    ("lock file", "Another PostgreSQL already uses {data}; stop it first."),
    ("could not create shared memory", "This machine has too little shared memory left."),
    ("could not resize shared memory", "This machine has too little shared memory left."),
    ("checkpoint", "{damaged}"),
    ("could not open file", "{damaged}"),
    ("could not open directory", "{damaged}"),
    ("could not read", "{damaged}"),
    ("could not access directory", "{damaged}"),
    ("invalid", "{damaged}"),
    ("does not exist", "{damaged}"),
)
DAMAGED = (
    "The data folder {data} is damaged ({line}). Put back a copy of it, or move it away to "
    "begin with an empty office."
)


def meaning(said: str, data: Path) -> str:
    """Return one sentence for what PostgreSQL said when it gave up."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    failures = [line for line in lines if any(word in line for word in ("FATAL", "PANIC", "error"))]
    for line in [*failures, *lines]:
        for words, sentence in MEANINGS:
            if words in line.lower():
                bare = _bare(line)
                damaged = DAMAGED.format(data=data, line=bare)
                return sentence.format(data=data, line=bare, damaged=damaged)
    last = _bare(lines[-1]) if lines else "it said nothing"
    return f"PostgreSQL did not start in {data}: {last}."


def _bare(line: str) -> str:
    """Return what a line of the server's log says, without its time and its level."""
    for level in ("FATAL:", "PANIC:", "ERROR:", "error:", "LOG:", "HINT:"):
        _, found, rest = line.partition(level)
        if found:
            return rest.strip().removeprefix("but ").rstrip(".")
    return line.rstrip(".")
