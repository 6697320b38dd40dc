"""Where the pages are served: the address, and whether it is free."""

import errno
import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from throughcare.site.server.trouble import Trouble

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- compared, not bound


@dataclass(frozen=True)
class WebPlace:
    """The host and port of the web server."""

    host: str
    port: int

    @property
    def bind(self) -> str:
        """Return the place as the web server wants it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the address to open in a browser on this machine."""
        return f"http://{WebPlace(EVERYWHERE.get(self.host, self.host), self.port).bind}"


def place_of(environ: Mapping[str, str]) -> WebPlace:
    """Return the place that HOST and PORT name.

    :raises Trouble: PORT is not a number of a port.
    """
    port = environ.get("PORT") or str(DEFAULT_PORT)
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Trouble(f"PORT is {port!r}; it must be a number from 1 to 65535.")
    return WebPlace(environ.get("HOST") or DEFAULT_HOST, int(port))


def demand_free(place: WebPlace) -> None:
    """Make sure that the web server can listen there.

    :raises Trouble: another program listens there, or the place is not of this machine.
    """
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((place.host, place.port))
        except socket.gaierror as error:
            raise Trouble(f"There is no address called {place.host} (HOST).") from error
        except OSError as error:
            raise Trouble(_why_not(error, place)) from error


def _why_not(error: OSError, place: WebPlace) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {place.port} is in use by another program. Choose another, for example: "
            f"PORT={place.port + 80 if place.port < 65000 else DEFAULT_PORT} make run"
        )
    if error.errno == errno.EACCES:
        return f"You may not listen on port {place.port}; ports from 1024 are open to everybody."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{place.host} (HOST) is not an address of this machine."
    return f"The pages cannot be served at {place.bind}: {error.strerror}."


def answers(place: WebPlace, path: str = "/ready") -> bool:
    """Say whether the web server answers well."""
    host = EVERYWHERE.get(place.host, place.host)
    connection = http.client.HTTPConnection(host, place.port, timeout=5)
    try:
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
