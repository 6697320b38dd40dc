"""What `throughcare run` prints: the address, and the demo sign-ins."""

from pathlib import Path

from throughcare.site.cli import demo
from throughcare.site.server.web import WebPlace


def announce(place: WebPlace, home: Path, *, with_demo: bool) -> None:
    print(f"\nThroughcare is at {place.url}\n", flush=True)
    if with_demo and demo.holds_the_demo():
        for line in sign_in_lines():
            print(line)
        print("\nThe code changes every half minute; `throughcare doctor` prints the next one.")
    print(f"Logs are in {home}. Ctrl-C stops everything.", flush=True)


def sign_in_lines() -> list[str]:
    """Return the table of demo sign-ins with the codes of this half minute."""
    rows = [("username", "password", "code", "code's secret", "who")]
    rows += [
        (
            each.username,
            each.password,
            demo.current_code(each.totp_secret),
            each.totp_secret,
            f"{each.name}, {each.role.lower().replace('_', ' ')}",
        )
        for each in demo.sign_ins()
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return ["  " + "  ".join([*map(str.ljust, row[:4], widths), row[4]]) for row in rows]
