"""Addresses into the past and back, and the instants that they name: pure functions."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.urls import get_script_prefix, reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from throughcare import clock
from throughcare.site.past_addresses import (
    addresses_under,
    later_url,
    own_address,
    past_address,
    present_address,
)
from throughcare.site.past_instants import NotAnInstant, instant, zone_of

ZONES = ("America/Toronto", "America/Winnipeg", "America/Atikokan")
PATHS = st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), max_size=4).map(
    lambda parts: "/" + "".join(f"{part}/" for part in parts)
)
PAST_DAYS = st.dates(date(1995, 1, 1), date(2026, 1, 1))


@given(PAST_DAYS, PATHS)
def test_an_address_of_a_past_leads_back_to_its_own(day, path):
    assert present_address(past_address(day.isoformat(), path)) == path


@given(PATHS)
def test_an_address_of_this_office_stays_itself(path):
    assert own_address(path) == path


@given(st.from_regex(r"[a-z]{2,9}\.[a-z]{2,3}", fullmatch=True), PATHS)
def test_no_other_place_is_ever_followed(host, path):
    assert {own_address(f"{start}{host}{path}") for start in ("//", "https://", "\\\\")} == {"/"}


@pytest.mark.parametrize(
    ("address", "present"),
    [
        ("/cases/", "/cases/"),
        ("/", "/"),
        ("", ""),
        ("/as-known-on/2026-03-14/", "/"),
        ("/as-known-on/2026-03-14T09:30/cases/C-1/", "/cases/C-1/"),
        ("/as-known-on/2026-03-14", "/as-known-on/2026-03-14"),
        ("/as-known-on/", "/as-known-on/"),
        ("/x/as-known-on/2026-03-14/", "/x/as-known-on/2026-03-14/"),
        ("/as-known-on/2026-03-14/find/?q=a/b", "/find/?q=a/b"),
    ],
)
def test_only_an_address_that_begins_in_a_past_is_shortened(address, present):
    assert present_address(address) == present


@pytest.mark.parametrize(
    ("number", "view", "leads"),
    [
        ("C-1", "cases:file", "/as-known-on/2026-03-14/what-came-later/C-1/"),
        ("C-1", "cases:identity", "/as-known-on/2026-03-14/what-came-later/C-1/"),
        ("", "cases:list", ""),
        ("C-1", "orders:register", ""),
        ("P-1", "staff:member", ""),
    ],
)
def test_only_a_page_of_a_file_leads_to_what_came_later(number, view, leads):
    assert later_url("2026-03-14", number, view) == leads


def test_addresses_made_in_a_past_lead_into_it_and_none_after():
    with addresses_under("/as-known-on/2026-03-14/"):
        inside = reverse("cases:list")

    assert (inside, reverse("cases:list")) == ("/as-known-on/2026-03-14/cases/", "/cases/")


def test_a_failure_in_a_past_leaves_no_prefix_behind():
    with pytest.raises(ZeroDivisionError), addresses_under("/as-known-on/2026-03-14/"):
        raise ZeroDivisionError

    assert get_script_prefix() == "/"


@given(PAST_DAYS, st.sampled_from(ZONES))
def test_a_day_means_its_last_moment_where_the_office_is(day, zone):
    moment = instant(day.isoformat(), zone)

    assert clock.day_of(moment, zone) == day
    assert clock.day_of(moment + timedelta(microseconds=1), zone) == day + timedelta(days=1)


@given(PAST_DAYS, st.times(), st.sampled_from(ZONES))
def test_a_time_without_a_zone_is_the_time_of_the_office(day, time, zone):
    local = datetime.combine(day, time)

    assert instant(local.isoformat(), zone) == local.replace(tzinfo=ZoneInfo(zone))


@given(PAST_DAYS, st.times(), st.sampled_from(ZONES))
def test_a_time_with_a_zone_is_the_same_everywhere(day, time, zone):
    moment = datetime.combine(day, time, UTC)

    assert instant(moment.isoformat(), zone) == moment


@given(PAST_DAYS, PAST_DAYS, st.sampled_from(ZONES))
def test_a_later_day_is_a_later_instant(one, other, zone):
    earlier, later = sorted([one, other])

    assert instant(earlier.isoformat(), zone) <= instant(later.isoformat(), zone)


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "soon", "That is not a day or a time."),
        ("fr", "bientôt", "Ce n’est ni un jour ni une heure."),
        ("en", "2199-01-01", "That day has not come yet."),
        ("fr", "2199-01-01", "Ce jour n’est pas encore venu."),
    ],
)
def test_what_is_no_past_instant_is_refused_in_the_language(language, written, said):
    with override(language), pytest.raises(NotAnInstant) as refused:
        instant(written, clock.EASTERN)

    assert str(refused.value) == said


@pytest.mark.parametrize(
    "written",
    ["", " ", "2026", "2026-3-14", "14/03/2026", "2026-02-29", "2026-03-14T25:00", "today", "-1"],
)
def test_other_ways_to_write_a_day_name_no_instant(written):
    with pytest.raises(NotAnInstant, match=r"^That is not a day or a time\.$"):
        instant(written, clock.EASTERN)


@pytest.mark.parametrize("zone", ZONES)
def test_days_begin_and_end_where_the_office_is(zone):
    assert zone_of(SimpleNamespace(office=SimpleNamespace(zone=zone))) == zone


def test_whoever_has_no_office_has_eastern_days():
    assert zone_of(SimpleNamespace(office=None)) == "America/Toronto"
