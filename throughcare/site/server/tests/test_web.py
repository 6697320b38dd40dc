"""The place of the web server is read, checked and refused in one sentence each."""

import socket

import pytest

from throughcare.site.server import web
from throughcare.site.server.trouble import Trouble
from throughcare.site.server.web import WebPlace


@pytest.mark.parametrize(
    ("environ", "place"),
    [
        ({}, WebPlace("127.0.0.1", 8000)),
        ({"PORT": "8080"}, WebPlace("127.0.0.1", 8080)),
        ({"PORT": "", "HOST": "0.0.0.0"}, WebPlace("0.0.0.0", 8000)),
    ],
)
def test_host_and_port_come_from_the_environment(environ, place):
    assert web.place_of(environ) == place


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "80 80"])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(Trouble, match="it must be a number from 1 to 65535"):
        web.place_of({"PORT": port})


@pytest.mark.parametrize(
    ("place", "bind", "url"),
    [
        (WebPlace("127.0.0.1", 8000), "127.0.0.1:8000", "http://127.0.0.1:8000"),
        (WebPlace("0.0.0.0", 80), "0.0.0.0:80", "http://127.0.0.1:80"),
        (WebPlace("::", 8000), "[::]:8000", "http://[::1]:8000"),
        (WebPlace("::1", 8000), "[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_a_place_is_written_for_the_server_and_for_the_browser(place, bind, url):
    assert (place.bind, place.url) == (bind, url)


def test_a_busy_port_is_refused_and_another_proposed():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Trouble, match=f"Port {port} is in use by another program. Choose"):
            web.demand_free(WebPlace("127.0.0.1", port))

    web.demand_free(WebPlace("127.0.0.1", port))


@pytest.mark.parametrize(
    ("host", "sentence"),
    [("192.0.2.1", "is not an address of this machine"), ("no.such.invalid", "no address called")],
)
def test_a_host_that_is_not_ours_is_refused(host, sentence):
    with pytest.raises(Trouble, match=sentence):
        web.demand_free(WebPlace(host, 8000))


def test_nothing_answers_where_nothing_listens():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert not web.answers(WebPlace("127.0.0.1", port))
