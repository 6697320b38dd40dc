"""What the web server's process does once, before it answers."""

import gc

import pytest

from throughcare.site.wsgi import settle


@pytest.fixture
def collector():
    """The garbage collector, put back as it was."""
    before = gc.get_threshold()
    yield gc
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_is_loaded_is_out_of_the_collectors_way(collector):
    collector.set_threshold(700, 10, 10)
    settle()

    assert collector.get_freeze_count() > 10_000
    assert collector.get_threshold()[0] > 700
