"""Levels, time away, transfers."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands import away, levels, opening, transfers
from throughcare.cases.commands.holding import CannotHold
from throughcare.cases.models import Away, Case, LevelPeriod, Transfer
from throughcare.cases.queries.holders import standing_assignment, standing_level
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.commands.keeping import SentBefore
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def officer(office):
    return a_member("OFFICER", office=office)


@pytest.fixture
def case(officer):
    return a_case(holder=officer, happened_at=clock.now() - 50 * DAY)


def set_level(case, by, level="HIGH", **said):
    facts = {"id": new_id(), "reason": "Assessment"} | said
    return levels.set_level(case=case, level=level, by=by, **facts)


def test_a_named_person_confirms_a_level(case, officer):
    interim = standing_level(case, clock.today())

    made = set_level(case, officer)

    interim.refresh_from_db()
    assert (made.level, made.confirmed_by, made.starts_on) == ("HIGH", officer, clock.today())
    assert interim.ends_before == clock.today()
    assert Entry.objects.latest("number").reason == "Assessment"


def test_a_level_of_the_same_day_takes_the_place_of_the_last(case, officer):
    set_level(case, officer, "HIGH")
    set_level(case, officer, "MEDIUM")

    standing = LevelPeriod.objects.filter(case=case).order_by("starts_on")
    assert [each.level for each in standing] == ["NOT_SET", "MEDIUM"]


def test_the_same_level_sent_twice_is_set_once(case, officer):
    sent = new_id()

    assert set_level(case, officer, id=sent) == set_level(case, officer, id=sent)
    assert Entry.objects.filter(act="cases.level_set").count() == 1


def test_a_level_sent_again_with_another_answer_is_not_passed_over_in_silence(case, officer):
    kept = set_level(case, officer, "HIGH")

    with pytest.raises(SentBefore, match="Nothing was kept now"):
        set_level(case, officer, "LOW", id=kept.pk)
    with pytest.raises(SentBefore):
        set_level(a_case(holder=officer), officer, "HIGH", id=kept.pk)


def test_a_level_is_refused(case, officer, office):
    today = clock.today()
    with pytest.raises(levels.CannotConfirm, match="officer or a manager"):
        set_level(case, a_member("CLERK", office=office))
    with pytest.raises(levels.CannotConfirm, match="Very low"):
        set_level(case, officer, "NOT_SET")
    with pytest.raises(opening.WordsMissing):
        set_level(case, officer, reason="")
    with pytest.raises(handover.NotYet):
        set_level(case, officer, starts_on=today + DAY)
    with pytest.raises(levels.BeforeLastLevel):
        set_level(case, officer, starts_on=today - 60 * DAY)
    with pytest.raises(handover.ChangedMeanwhile):
        set_level(case, officer, instead_of=new_id())


def test_a_report_has_no_level(officer):
    with pytest.raises(levels.KindHasNoLevel):
        set_level(a_case(holder=officer, kind="REPORT_ONLY"), officer)


def go_away(case, by, **said):
    facts = {"id": new_id(), "kind": "CUSTODY", "starts_on": clock.today() - 4 * DAY}
    return away.record_away(person=case.person, by=by, **facts | {"source": "Police"} | said)


def test_time_away_is_recorded_and_ended(case, officer):
    made = go_away(case, officer, place="Sudbury Jail")

    ended = away.end_away(away=made, last_day=clock.today() - DAY, by=officer)
    again = away.end_away(away=made, last_day=clock.today() - DAY, by=officer)

    assert ended.ends_before == again.ends_before == clock.today()
    assert not Away.objects.on(clock.today()).exists()
    assert Entry.objects.filter(act="cases.away_ended", person_id=case.person_id).count() == 1


def test_the_same_time_away_sent_twice_is_recorded_once(case, officer):
    sent = new_id()

    assert go_away(case, officer, id=sent) == go_away(case, officer, id=sent)


def test_time_away_of_one_kind_does_not_overlap(case, officer):
    go_away(case, officer)

    with pytest.raises(away.AwayAlready, match="Custody"):
        go_away(case, officer, starts_on=clock.today())
    assert go_away(case, officer, kind="WARRANT").kind == "WARRANT"


def test_time_away_is_refused(case, officer):
    today = clock.today()
    with pytest.raises(handover.NotYet):
        go_away(case, officer, starts_on=today + DAY)
    with pytest.raises(away.SourceMissing):
        go_away(case, officer, source=" ")
    with pytest.raises(away.BackBeforeAway):
        go_away(case, officer, ends_before=today - 9 * DAY)
    made = go_away(case, officer)
    with pytest.raises(away.BackBeforeAway):
        away.end_away(away=made, last_day=today - 9 * DAY, by=officer)
    away.end_away(away=made, last_day=today, by=officer)
    with pytest.raises(away.AwayAlready):
        away.end_away(away=made, last_day=today - DAY, by=officer)


def propose(case, by, to_office, **said):
    facts = {"id": new_id(), "summary": "Moved for work"} | said
    return transfers.propose_transfer(case=case, to_office=to_office, by=by, **facts)


def test_until_it_accepts_the_holder_holds(case, officer):
    transfer = propose(case, officer, an_office())

    assert transfer.outcome == "WAITING"
    assert standing_assignment(case).holder == officer
    assert Case.objects.get(pk=case.pk).office == officer.office


def test_office_and_holder_change_in_one_instant(case, officer):
    there = a_member("MANAGER")
    successor = a_member("OFFICER", office=there.office)
    transfer = propose(case, officer, there.office)
    before = standing_assignment(case)

    taken = transfers.accept_transfer(id=new_id(), transfer=transfer, by=there, holder=successor)

    before.refresh_from_db()
    assert before.ends_at == taken.starts_at
    assert (taken.holder, taken.uncovered) == (successor, False)
    assert Case.objects.get(pk=case.pk).office == there.office
    kept = Transfer.objects.get()
    assert (kept.outcome, kept.decided_by, kept.decided_at) == ("ACCEPTED", there, taken.starts_at)


def test_without_a_holder_the_receiving_manager_holds_it(case, officer):
    there = a_member("MANAGER")
    sent = new_id()
    transfer = propose(case, officer, there.office)

    taken = [transfers.accept_transfer(id=sent, transfer=transfer, by=there) for _ in range(2)]

    assert taken[0] == taken[1]
    assert (taken[0].holder, taken[0].uncovered) == (there, True)


def test_the_holder_of_a_restricted_file_is_named_when_it_moves(case, officer):
    there = a_member("MANAGER")
    restriction = restricted(case)
    transfer = propose(case, officer, there.office)

    transfers.accept_transfer(id=new_id(), transfer=transfer, by=there)

    assert restriction.named.filter(member=there).exists()


def test_a_transfer_is_answered_once_by_the_receiving_office(case, officer):
    there = a_member("MANAGER")
    transfer = propose(case, officer, there.office)

    with pytest.raises(transfers.NotTheReceivingOffice):
        transfers.accept_transfer(id=new_id(), transfer=transfer, by=officer)
    with pytest.raises(CannotHold):
        transfers.accept_transfer(id=new_id(), transfer=transfer, by=there, holder=officer)
    with pytest.raises(opening.WordsMissing):
        transfers.refuse_transfer(transfer=transfer, reason=" ", by=there)
    refused = transfers.refuse_transfer(transfer=transfer, reason="No address here", by=there)
    with pytest.raises(transfers.DecidedAlready):
        transfers.accept_transfer(id=new_id(), transfer=transfer, by=there)

    assert (refused.outcome, refused.refusal_reason) == ("REFUSED", "No address here")
    assert standing_assignment(case).holder == officer


def test_a_proposal_is_refused(case, officer, office):
    with pytest.raises(transfers.SameOffice):
        propose(case, officer, office)
    with pytest.raises(opening.WordsMissing):
        propose(case, officer, an_office(), summary="")
    sent, there = new_id(), an_office()
    assert propose(case, officer, there, id=sent) == propose(case, officer, there, id=sent)
    with pytest.raises(opening.TransferWaits):
        propose(case, officer, there)
