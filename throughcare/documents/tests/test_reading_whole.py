"""A text that was cut says so: what is not read is never taken for all there is."""

import json

import pytest

from throughcare.documents import parser, reading

FACTS = json.dumps({"media_type": "text/plain", "pages": None}).encode()


def said(**words):
    return reading._reading([FACTS, json.dumps(words).encode()])


@pytest.mark.parametrize("cut", [True, False])
def test_a_reading_is_whole_where_nothing_was_cut(cut):
    assert said(text="a", cut=cut).whole is not cut


def test_without_a_second_line_nothing_was_read():
    assert reading._reading([FACTS]).whole is False
    assert reading._reading([FACTS]).text == ""


def test_pieces_that_were_all_read_are_whole():
    pieces = parser.Pieces(["a", "b"])

    assert "".join(pieces) == "ab"
    assert pieces.are_whole


@pytest.mark.parametrize("stop_after", [0, 1])
def test_pieces_that_were_left_are_not_whole(stop_after):
    pieces = parser.Pieces(["a", "b", "c"])
    for place, _piece in enumerate(pieces):
        if place == stop_after:
            break

    assert not pieces.are_whole


def test_a_text_longer_than_the_bound_is_not_whole(monkeypatch):
    monkeypatch.setattr(parser, "TEXT_CHARACTERS", 3)
    monkeypatch.setattr(parser, "TEXT_SECONDS", 1 << 20)
    pieces = parser.Pieces(["abcdef"])

    assert parser.bounded(pieces) == "abc"
    assert not pieces.are_whole
