"""The card in the header, and the identity page with what was late or corrected."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.people import commands
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    DeathFacts,
    NameFacts,
    PhoneFacts,
    ServiceFacts,
    edition_of,
    facts_of,
)
from throughcare.people.queries import identity, person_card
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
    plain,
)
from throughcare.record.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TODAY = date(2026, 11, 23)


@pytest.fixture
def person():
    return a_person(pronoun="HE", spoken_language="fr", written_language="fr")


def card(person):
    return person_card(person.pk, on=TODAY)


class TestCard:
    def test_nobody_has_no_card(self):
        assert person_card(new_id(), on=TODAY) is None

    def test_facts_stand_in_the_order_of_the_header(self, person):
        facts = [plain(fact) for fact in card(person).facts]

        assert facts == [person.number, "born 3 Aug 1989, 37", "he"]

    def test_in_french(self, person):
        with translation.override("fr"):
            facts = [plain(fact) for fact in card(person).facts]
            language = card(person).spoken_language

        assert facts[1:] == ["naissance : 3 août 1989, 37 ans", "il"]
        assert language == "Français"

    @pytest.mark.parametrize(
        ("born", "words"),
        [
            ((1989, 11), "born Nov 1989, 36 or 37"),
            ((1989,), "born 1989, 36 or 37"),
            ((), "birth date not known"),
            ((1988, 2, 29), "born 29 Feb 1988, 38"),
        ],
    )
    def test_as_much_of_a_birth_date_as_is_known(self, born, words):
        assert plain(card(a_person(born=born)).facts[1]) == words

    def test_a_death_is_said_with_the_age(self, person):
        commands.record_death(person=person, facts=DeathFacts(date(2026, 8, 2), "Coroner"), by=BY)

        assert [plain(fact) for fact in card(person).facts][1:] == [
            "born 3 Aug 1989",
            "he",
            "died 2 Aug 2026, at 36",
        ]

    def test_a_death_without_birth_date_has_no_age(self):
        person = a_person(born=())
        commands.record_death(person=person, facts=DeathFacts(TODAY, "Coroner"), by=BY)

        assert plain(card(person).facts[-1]) == "died 23 Nov 2026"

    def test_own_words_for_a_pronoun(self):
        assert card(a_person(pronoun="OWN", pronoun_words="ze")).pronoun == "ze"

    def test_names_that_are_not_shown(self, person):
        a_name(person, "Lavallée", "Robin", kind="PREFERRED")
        a_name(person, "Lavalley", "Steve")

        shown = card(person)

        assert (shown.name.full, shown.legal_name.full, shown.also_known_as) == (
            "Robin Lavallée",
            "Étienne Lavallée",
            ("Steve Lavalley",),
        )

    def test_a_shown_legal_name_is_not_repeated(self, person):
        assert card(person).legal_name is None

    @pytest.mark.parametrize(
        ("said", "note"),
        [
            ({"spoken_language": "fr", "written_language": "fr"}, "spoken and written"),
            ({"spoken_language": "fr", "written_language": "en"}, "reads English"),
            ({"spoken_language": "fr"}, ""),
            (
                {"spoken_language": "prs", "interpreter_language": "prs"},
                "interpreter: Dari",
            ),
        ],
    )
    def test_what_stands_beside_the_language(self, said, note):
        assert card(a_person(**said)).language_note == note

    def test_service_in_french_is_said(self, person):
        facts = ServiceFacts(TODAY, "FRENCH")
        commands.record_active_offer(person=person, facts=facts, by=BY)

        assert card(person).language_note == "spoken and written, service in French"

    def test_where_a_person_lives_and_gets_mail(self, person):
        an_address(person, postal_code="P3C 1S6")
        an_address(person, kind="MAILING", line1="Box 4", city="Wawa")

        shown = card(person)

        assert plain(shown.address.where) == "88 Kathleen Street, Sudbury ON  P3C 1S6"
        assert plain(shown.address.since) == "since 1 Feb 2026"
        assert shown.mailing.where == "Box 4, Wawa ON"

    @pytest.mark.parametrize(
        ("said", "where"),
        [
            ({"kind": "NO_FIXED", "line1": ""}, "no fixed address (Sudbury ON)"),
            (
                {"kind": "UNKNOWN", "line1": "", "city": "", "province": ""},
                "not known",
            ),
            (
                {"kind": "CARE_OF", "care_of": "M. Roy"},
                "c/o M. Roy, 88 Kathleen Street, Sudbury ON",
            ),
            ({"kind": "SHELTER", "line1": "Cedar House"}, "Cedar House, Sudbury ON"),
        ],
    )
    def test_where_someone_is_in_words(self, person, said, where):
        an_address(person, **said)

        assert card(person).address.where == where

    def test_a_first_day_that_is_not_known(self, person):
        an_address(person, start_is_known=False)

        assert plain(card(person).address.since) == "since 1 Feb 2026 or earlier"

    def test_phones_with_their_rule(self, person):
        a_phone(
            person,
            answered_by="FAMILY",
            answered_words="his brother",
            message="NAME_ONLY",
            message_words="Call A. Okafor",
            extension="12",
        )

        (line,) = card(person).phones

        assert plain(line.number) == "705 555-0142, ext. 12"
        assert (line.answered_by, line.rule, line.message_words, line.may_leave_message) == (
            "another relative (his brother)",
            "leave only a name and a number to call",
            "Call A. Okafor",
            True,
        )

    def test_what_has_ended_is_not_on_the_card(self, person):
        commands.end_phone(phone=a_phone(person), ends_before=TODAY, by=BY)
        commands.end_address(address=an_address(person), ends_before=TODAY, by=BY)

        assert (card(person).phones, card(person).address) == ((), None)

    def test_a_number_abroad(self, person):
        a_phone(person, "+442079460018")

        assert card(person).phones[0].number == "+44 20 7946 0018"

    def test_it_takes_four_queries(self, person, django_assert_num_queries):
        a_phone(person)
        an_address(person)

        with django_assert_num_queries(4):
            card(person)


class TestIdentity:
    def test_nobody_has_no_identity(self):
        assert identity(new_id(), on=TODAY) is None

    def test_everything_is_there_and_what_stands_comes_first(self, person):
        commands.end_phone(phone=a_phone(person), ends_before=TODAY, by=BY)
        a_phone(person, "+17055550199", starts_on=TODAY)
        an_identifier(person)
        an_address(person)
        an_address(person, starts_on=TODAY, city="Wawa")

        known = identity(person.pk, on=TODAY)

        assert [plain(each.line.number) for each in known.phones] == [
            "705 555-0199",
            "705 555-0142",
        ]
        assert [each.line.through for each in known.addresses] == [None, date(2026, 11, 22)]
        assert [each.line.value for each in known.identifiers] == ["123456C"]

    def test_a_late_entry_says_by_how_many_days(self, person):
        told = datetime(2026, 11, 19, 19, tzinfo=UTC)
        facts = AddressFacts("HOME", starts_on=date(2026, 11, 19), city="Sudbury")
        wall = clock.wall()
        commands.add_address(id=new_id(), person=person, facts=facts, by=BY, happened_at=told)

        (kept,) = identity(person.pk, on=TODAY).addresses

        assert kept.recorded.entry.by_name == "A. Okafor"
        assert kept.recorded.days_late == max(0, (clock.day_of(wall) - date(2026, 11, 19)).days)

    def test_a_correction_shows_what_was_written_before(self, person):
        name = person.names.get()
        commands.correct_name(
            name=name,
            facts=NameFacts("LEGAL", "Lavallee", "Étienne", True, date(2026, 1, 5)),
            base=edition_of(facts_of(name, NameFacts)),
            reason="Licence",
            by=BY,
        )

        (kept,) = identity(person.pk, on=TODAY).names
        (correction,) = kept.corrections

        assert correction.before == ("surname: Lavallée; family name first: no; since: nothing")
        assert (correction.reason, correction.by_name) == ("Licence", "A. Okafor")

    def test_corrections_of_codes_and_days_are_in_words(self, person):
        row = a_phone(person)
        before = facts_of(row, PhoneFacts)
        commands.correct_phone(
            phone=row,
            facts=PhoneFacts(before.number, date(2026, 1, 5), before.as_typed, message="YES"),
            base=edition_of(before),
            reason="She agreed",
            by=BY,
        )

        (kept,) = identity(person.pk, on=TODAY).phones

        assert plain(kept.corrections[0].before) == ("message: leave no message; since: 1 Feb 2026")

    def test_a_corrected_birth_date_is_shown(self, person):
        commands.correct_birth(
            person=person,
            facts=BirthFacts(1989, 8, 4),
            base=edition_of(facts_of(person, BirthFacts)),
            reason="Passport",
            by=BY,
        )

        assert [each.before for each in identity(person.pk, on=TODAY).corrections] == [
            "day of birth: 3"
        ]
