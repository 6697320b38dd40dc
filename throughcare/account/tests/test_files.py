"""Through the office's own acts: a file kept whole has no alarm, and each gap in one is named."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.account.export.reading import exported as read
from throughcare.account.export.verifying import differences, recomputed
from throughcare.account.export.writing import as_values
from throughcare.account.gather import on_file
from throughcare.account.naming import PAGES
from throughcare.account.queries import exported, how_known_of, unsettled_of
from throughcare.account.tests.files import NOW, Gap, a_file
from throughcare.kernel.accounting.computing import account_of
from throughcare.kernel.accounting.conditions import ConditionLine
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import OwedBy, State
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
WHOLE = Period(date(2026, 1, 1))
# What the account must say for each gap, and nothing else.
SAID = {
    Gap.NOTHING_WATCHES: {"condition 5: nothing_on_file"},
    Gap.MISSED_REPORT: {"direction 2026-11-14"},
    Gap.LATE_ASSESSMENT: {"FIRST_ASSESSMENT 2026-09-19"},
    Gap.HOURS_SHORT: {"COMMUNITY_SERVICE:HOURS 2026-09-17"},
    Gap.TOO_WEAK: {"COUNSELLING:CONFIRM 2026-10-13", "condition 4: more_expected"},
    Gap.STALE: {"condition 3: more_expected"},
    Gap.NEVER_DIRECTED: {"REPORT_NEXT:NEXT_DIRECTION 2026-11-14"},
    Gap.SET_ASIDE_MISSES: {"direction 2026-11-14"},
    Gap.NEVER_EXPLAINED: {"ORDER_ITSELF:EXPLAIN 2026-09-17"},
    Gap.NOBODY_SAW_THE_PERSON: {"CONTACT_MONTHLY 2026-10-01"},
}
TOGETHER = [
    (Gap.NOTHING_WATCHES, Gap.LATE_ASSESSMENT, Gap.HOURS_SHORT),
    (Gap.MISSED_REPORT, Gap.STALE, Gap.NEVER_EXPLAINED),
    (Gap.TOO_WEAK, Gap.NEVER_DIRECTED, Gap.NOBODY_SAW_THE_PERSON, Gap.NOTHING_WATCHES),
]


@pytest.fixture(autouse=True)
def _now():
    with clock.frozen(NOW):
        yield


def account(file):
    today = clock.today()
    return account_of(on_file([file.case.pk], today)[file.case.pk], WHOLE, today)


def said(file) -> set[str]:
    """Return what the account of a file says is not accounted for, in short names."""
    found = account(file)
    numbers = {str(each.pk): number for number, each in file.condition.items()}
    return {
        f"condition {numbers[each.condition.id]}: {each.known.standing.value}"
        if isinstance(each, ConditionLine)
        else _short(*each.key)
        for each in (*found.nothing_on_file(), *found.more_expected())
    }


def _short(requirement: str, opens_on: date) -> str:
    kind, _name, *codes = requirement.split(":")
    return f"{':'.join(codes) or kind} {opens_on}"


def test_a_file_kept_whole_has_no_alarm(officer):
    assert said(a_file(officer)) == set()


@pytest.mark.parametrize("gap", Gap)
def test_each_gap_is_named_and_nothing_else(officer, gap):
    found = said(a_file(officer, gap))
    print(
        f"\n1 gap ({gap}) left in a file, {len(found & SAID[gap]) and 1} found; "
        f"{len(found - SAID[gap])} alarms elsewhere."
    )

    assert found == SAID[gap]


@pytest.mark.parametrize("gaps", TOGETHER, ids=" and ".join)
def test_several_gaps_are_all_named(officer, gaps):
    assert said(a_file(officer, *gaps)) == set().union(*(SAID[gap] for gap in gaps))


def test_what_the_person_and_what_the_office_left_undone_stand_apart(officer):
    found = account(a_file(officer, Gap.MISSED_REPORT, Gap.NEVER_EXPLAINED))
    undone = {
        who: [_short(*each.key) for each in found.owed_by(who) if each in found.nothing_on_file()]
        for who in OwedBy
    }

    assert undone == {
        OwedBy.PERSON: ["direction 2026-11-14"],
        OwedBy.OFFICE: ["ORDER_ITSELF:EXPLAIN 2026-09-17"],
    }


def test_every_condition_of_a_whole_file_is_known(officer):
    file = a_file(officer)
    known = how_known_of(file.case.pk, clock.today())

    assert [each.strength for each in known] == [4, 4, 2, 2, 5]
    assert {each.mark for each in known} == {""}


def test_a_whole_file_leaves_only_what_is_still_to_come(officer):
    file = a_file(officer)
    found = unsettled_of([file.case.pk], clock.today())[file.case.pk]

    assert {each.state for each in found} <= {State.AHEAD, State.OPEN}
    assert [each.what for each in found if each.owed_by is OwedBy.PERSON] == ["To report"]


def test_the_page_links_each_contact_to_where_it_stands(client, officer):
    file = a_file(officer)
    shown = signed_in(client, officer).get(reverse("account:account", args=[file.case.number])).text
    contact = file.case.contacts.order_by("happened_at").last()

    place = f"{reverse('contacts:list', args=[file.case.number])}#contact-{contact.pk}"
    assert f'href="{place}"' in shown


@pytest.mark.parametrize("source", PAGES)
def test_every_source_of_evidence_has_a_page_with_its_place(client, officer, source):
    file = a_file(officer)
    page, place = PAGES[source]
    shown = signed_in(client, officer).get(reverse(page, args=[file.case.number])).text

    assert f'id="{place.partition("{id}")[0]}' in shown


def test_the_export_of_a_real_file_follows_from_its_values(officer):
    file = a_file(officer, Gap.MISSED_REPORT)
    found, stated = read(as_values(exported(file.case, WHOLE, clock.today())))

    assert differences(stated, recomputed(found)) == []
    assert len(stated["conditions"]) == 5
