"""Each refusal of each command: the fact it names, its sentence in both languages, its field."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands import (
    away,
    closing,
    conflict,
    covering,
    holding,
    levels,
    opening,
    restriction,
    transfers,
)
from throughcare.cases.tests.factories import a_conflict, restricted
from throughcare.cases.tests.test_entries import Scene
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.refusal import Refused
from throughcare.staff.tests.factories import a_member

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def scene(case, officer, manager, colleague, there):
    return Scene(case, officer, manager, colleague, there)


def assign(scene, **said):
    facts = {"holder": scene.colleague, "by": scene.manager, "case": scene.case}
    return holding.assign_officer(id=new_id(), **facts | said)


def uncover(scene, **said):
    facts = {"reason": "Vacant", "by": scene.manager, "case": scene.case}
    return holding.mark_uncovered(id=new_id(), **facts | said)


def cover(scene, **said):
    today = clock.today()
    facts = {"covering": scene.colleague, "starts_on": today, "ends_before": today + 3 * DAY}
    return covering.cover_cases(id=new_id(), by=scene.manager, **facts | said)


def confirm(scene, **said):
    facts = {"level": "HIGH", "reason": "Assessment", "by": scene.officer}
    return levels.set_level(id=new_id(), case=scene.case, **facts | said)


def go_away(scene, **said):
    facts = {"kind": "CUSTODY", "starts_on": clock.today() - 4 * DAY, "source": "Police"}
    return away.record_away(id=new_id(), person=scene.case.person, by=scene.officer, **facts | said)


def end_away(scene, days=0):
    standing = go_away(scene)
    return away.end_away(away=standing, last_day=clock.today() + days * DAY, by=scene.officer)


def end_away_twice(scene):
    standing = go_away(scene)
    for ago in (1, 2):
        away.end_away(away=standing, last_day=clock.today() - ago * DAY, by=scene.officer)


def propose(scene, **said):
    facts = {"to_office": scene.there.office, "summary": "Moved", "by": scene.officer}
    return transfers.propose_transfer(id=new_id(), case=scene.case, **facts | said)


def answer(scene, by, **said):
    return transfers.accept_transfer(id=new_id(), transfer=propose(scene), by=by, **said)


def answer_twice(scene):
    transfer = propose(scene)
    transfers.refuse_transfer(transfer=transfer, reason="No address", by=scene.there)
    transfers.refuse_transfer(transfer=transfer, reason="Still none", by=scene.there)


def restrict(scene, **said):
    facts = {"members": [], "reason": "Related", "by": scene.manager}
    return restriction.restrict_case(id=new_id(), case=scene.case, **facts | said)


def close(scene, **said):
    facts = {"closing_words": "Ended", "by": scene.manager}
    return closing.close_case(case=scene.case, **facts | said)


def then(first, do):
    """Return an act that comes after another."""
    return lambda scene: (first(scene), do(scene))


def with_conflict(do):
    return then(lambda scene: a_conflict(scene.case, scene.colleague), do)


def lift(scene, reason="Left"):
    restriction.lift_restriction(case=scene.case, reason=reason, by=scene.manager)


def name(scene):
    restriction.name_on_restriction(
        case=scene.case, member=scene.colleague, reason="", by=scene.manager
    )


def reopen(scene, reason="Wrong"):
    closing.reopen_case(case=scene.case, reason=reason, by=scene.manager)


def declare(scene, **said):
    conflict.declare_conflict(id=new_id(), by=scene.colleague, **{"words": "A cousin"} | said)


def of_two(scene):
    declare(scene, case=scene.case, person=scene.case.person)


MEANWHILE = (
    "Someone changed this since you opened the page. What stands now is shown above; "
    "send again if you still mean it."
)
REFUSALS = [
    (
        "holds_already",
        lambda scene: assign(scene, holder=scene.officer),
        holding.HoldsAlready,
        "Adaeze Okafor holds this file already.",
        "holder",
    ),
    (
        "clerk_holds",
        lambda scene: assign(scene, holder=scene_clerk(scene)),
        holding.CannotHold,
        "Jo Keys does not hold files. Choose an officer or a manager.",
        "holder",
    ),
    (
        "other_office_holds",
        lambda scene: assign(scene, holder=scene.there),
        holding.CannotHold,
        "Colette Beaudry works at another office. Propose a transfer to that office.",
        "holder",
    ),
    (
        "conflict_holds",
        with_conflict(assign),
        holding.CannotHold,
        "Julie Roy cannot hold this file. Choose someone else.",
        "holder",
    ),
    (
        "assigned_before_the_last",
        lambda scene: assign(scene, happened_at=clock.now() - 30 * DAY),
        handover.BeforeLastHolder,
        "Adaeze Okafor began to hold the file later than that. Give a later day.",
        "since",
    ),
    (
        "assigned_ahead",
        lambda scene: assign(scene, happened_at=clock.now() + DAY),
        handover.NotYet,
        "This moment has not come yet. Give one that has passed.",
        "since",
    ),
    (
        "stale",
        lambda scene: assign(scene, instead_of=new_id()),
        handover.ChangedMeanwhile,
        MEANWHILE,
        None,
    ),
    (
        "uncovered_twice",
        then(uncover, uncover),
        holding.HoldsAlready,
        "This file is uncovered already, held by the manager.",
        None,
    ),
    (
        "nothing_to_cover",
        lambda scene: cover(scene, officer=scene.officer, ends_before=clock.today()),
        covering.PeriodIsEmpty,
        "The last day is before the first.",
        "last_day",
    ),
    (
        "covers_themselves",
        lambda scene: cover(scene, officer=scene.colleague),
        covering.CannotCover,
        "Nobody covers for themselves. Choose someone else.",
        "covering",
    ),
    (
        "reviewer_covers",
        lambda scene: cover(scene, officer=scene.officer, covering=scene_reviewer(scene)),
        covering.CannotCover,
        "Jo Reads does not work on files. Choose someone else.",
        "covering",
    ),
    (
        "covered_already",
        lambda scene: [cover(scene, officer=scene.officer) for _ in range(2)],
        covering.CoveredAlready,
        "Julie Roy covers on some of these days already. End that cover first.",
        "starts_on",
    ),
    (
        "level_by_clerk",
        lambda scene: confirm(scene, by=scene_clerk(scene)),
        levels.CannotConfirm,
        "An officer or a manager confirms a level. Ask one of them.",
        None,
    ),
    (
        "level_not_set",
        lambda scene: confirm(scene, level="NOT_SET"),
        levels.CannotConfirm,
        "Choose a level from Very low to Very high.",
        "level",
    ),
    (
        "level_without_reason",
        lambda scene: confirm(scene, reason=" "),
        opening.WordsMissing,
        "Say what this level rests on.",
        "reason",
    ),
    (
        "level_before_the_last",
        lambda scene: confirm(scene, starts_on=clock.today() - 30 * DAY),
        levels.BeforeLastLevel,
        "The level that stands began after that day. Give a later day.",
        "starts_on",
    ),
    (
        "level_ahead",
        lambda scene: confirm(scene, starts_on=clock.today() + DAY),
        handover.NotYet,
        "This day has not come yet. Give today or an earlier day.",
        "starts_on",
    ),
    (
        "away_without_source",
        lambda scene: go_away(scene, source=" "),
        away.SourceMissing,
        "Say who or what told you.",
        "source",
    ),
    (
        "back_before_away",
        lambda scene: go_away(scene, ends_before=clock.today() - 9 * DAY),
        away.BackBeforeAway,
        "The last day is before the first.",
        "last_day",
    ),
    (
        "away_already",
        then(go_away, go_away),
        away.AwayAlready,
        "Custody is written down for some of these days already. End that time first.",
        "starts_on",
    ),
    (
        "ended_before_away",
        lambda scene: end_away(scene, days=-9),
        away.BackBeforeAway,
        "The last day is before the first.",
        "last_day",
    ),
    (
        "ended_ahead",
        lambda scene: end_away(scene, days=2),
        handover.NotYet,
        "This day has not come yet. Give today or an earlier day.",
        "last_day",
    ),
    (
        "ended_already",
        end_away_twice,
        away.AwayAlready,
        "This time away has ended already. Nothing was changed.",
        None,
    ),
    (
        "same_office",
        lambda scene: propose(scene, to_office=scene.officer.office),
        transfers.SameOffice,
        "The file is at that office. Choose another.",
        "to_office",
    ),
    (
        "transfer_without_summary",
        lambda scene: propose(scene, summary=""),
        opening.WordsMissing,
        "Write what the other office must know to take the file over.",
        "summary",
    ),
    (
        "transfer_waits",
        then(propose, propose),
        opening.TransferWaits,
        "A transfer of this file waits for an answer. Nothing new was proposed.",
        None,
    ),
    (
        "answered_by_the_asking_office",
        lambda scene: answer(scene, scene.manager),
        transfers.NotTheReceivingOffice,
        "Only {there} answers this transfer. Ask someone there.",
        None,
    ),
    (
        "given_to_the_asking_office",
        lambda scene: answer(scene, scene.there, holder=scene.officer),
        holding.CannotHold,
        "Adaeze Okafor works at another office. Propose a transfer to that office.",
        "holder",
    ),
    (
        "answered_already",
        answer_twice,
        transfers.DecidedAlready,
        "This transfer was answered already. Nothing was changed; open the file to see how.",
        None,
    ),
    (
        "restricted_already",
        then(restrict, restrict),
        restriction.RestrictedAlready,
        "This file is restricted already. Nothing was changed.",
        None,
    ),
    (
        "restricted_without_reason",
        lambda scene: restrict(scene, reason=""),
        opening.WordsMissing,
        "Say why the file is restricted.",
        "reason",
    ),
    (
        "named_with_conflict",
        with_conflict(lambda scene: restrict(scene, members=[scene.colleague])),
        restriction.CannotBeNamed,
        "Julie Roy cannot be named on this file. Leave them out.",
        "members",
    ),
    (
        "lifted_unrestricted",
        lift,
        restriction.NotRestricted,
        "This file is not restricted. Nothing was changed.",
        None,
    ),
    (
        "named_unrestricted",
        name,
        restriction.NotRestricted,
        "This file is not restricted. Nothing was changed.",
        None,
    ),
    (
        "lifted_without_reason",
        then(lambda scene: restricted(scene.case), lambda scene: lift(scene, " ")),
        opening.WordsMissing,
        "Say why the restriction is lifted.",
        "reason",
    ),
    (
        "conflict_of_what",
        of_two,
        conflict.ConflictOfWhat,
        "Say whether the conflict is with this file or with the person.",
        None,
    ),
    (
        "conflict_without_words",
        lambda scene: declare(scene, case=scene.case, words=" "),
        opening.WordsMissing,
        "Say what the conflict is, in a sentence.",
        "words",
    ),
    (
        "closed_without_words",
        lambda scene: close(scene, closing_words=" "),
        opening.WordsMissing,
        "Say why the file closes.",
        "closing_words",
    ),
    (
        "closed_while_a_transfer_waits",
        then(propose, close),
        opening.TransferWaits,
        "A transfer of this file waits for an answer. Have it answered, then close.",
        None,
    ),
    (
        "closed_before_it_was_held",
        lambda scene: close(scene, happened_at=clock.now() - 30 * DAY),
        handover.BeforeLastHolder,
        "Adaeze Okafor began to hold the file later than that. Give a later day.",
        "since",
    ),
    (
        "reopened_while_open",
        reopen,
        closing.NotClosed,
        "This file is open. Nothing was changed.",
        None,
    ),
    (
        "reopened_without_reason",
        then(close, lambda scene: reopen(scene, "")),
        opening.WordsMissing,
        "Say why the closing was a mistake.",
        "reason",
    ),
    *[
        (
            f"{do.__name__}_after_closing",
            then(close, do),
            handover.CaseIsClosed,
            "File {number} is closed. Nothing was changed; open a new file if work goes on.",
            None,
        )
        for do in (assign, uncover, confirm, propose, restrict, name)
    ],
]
IDS = [each[0] for each in REFUSALS]


def scene_clerk(scene):
    return a_member("CLERK", office=scene.officer.office, given_name="Jo", surname="Keys")


def scene_reviewer(scene):
    return a_member("REVIEWER", office=scene.officer.office, given_name="Jo", surname="Reads")


def refused(do, scene, language):
    """Return the refusal of an act, and its sentence in a language."""
    with translation.override(language), pytest.raises(Refused) as found:
        do(scene)
    return found.value, plain(found.value)


@pytest.mark.parametrize(("_id", "do", "fact", "sentence", "field"), REFUSALS, ids=IDS)
def test_an_act_is_refused_by_name(scene, _id, do, fact, sentence, field):
    found, words = refused(do, scene, "en")

    assert type(found) is fact
    assert words == sentence.format(number=scene.case.number, there=scene.there.office.name)
    assert found.field == field


@pytest.mark.parametrize(("_id", "do", "fact", "sentence", "field"), REFUSALS, ids=IDS)
def test_a_refusal_speaks_french(scene, _id, do, fact, sentence, field):
    found, words = refused(do, scene, "fr")

    assert type(found) is fact
    assert words != sentence.format(number=scene.case.number, there=scene.there.office.name)
    assert words.endswith(".")
    assert not any(word in words.split() for word in ("the", "This", "file", "Nothing"))


@pytest.mark.parametrize(
    "do", [each[1] for each in REFUSALS if each[4]], ids=[each[0] for each in REFUSALS if each[4]]
)
def test_what_is_refused_leaves_the_holder(scene, do):
    refused(do, scene, "en")

    assert scene.case.assignments.get().holder == scene.officer
    assert not Entry.objects.filter(act="cases.assigned").exists()
