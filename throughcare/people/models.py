"""Who a person is: names, numbers, addresses and phones, each for its time."""

from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod
from django.db.models.lookups import Exact

from throughcare.access import looks
from throughcare.pages.dates import PartialDate
from throughcare.people import words
from throughcare.people.naming import ShownName
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, PeriodQuerySet

FIRST_BIRTH_YEAR = 1880
LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12]
LEAP_YEAR = Exact(Mod(F("born_year"), 4), 0) & (
    ~Exact(Mod(F("born_year"), 100), 0) | Exact(Mod(F("born_year"), 400), 0)
)


def _ends_after_it_starts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on"))
    )


@recorded
class Person(models.Model):
    """Someone whom the office supervises, reports on or was asked about.

    `surname`, `given`, `family_first` and `sort_key` repeat the name that pages show (the
    preferred one, else the legal one), so that a list of people needs no second table. The
    commands keep them in step with the names.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=12, unique=True)
    surname = models.CharField(max_length=80)
    given = models.CharField(max_length=120, blank=True)
    family_first = models.BooleanField(default=False)
    sort_key = models.CharField(max_length=450, db_collation="C", db_index=True)
    born_year = models.SmallIntegerField(null=True)
    born_month = models.SmallIntegerField(null=True)
    born_day = models.SmallIntegerField(null=True)
    pronoun = models.CharField(max_length=8, blank=True, choices=words.Pronoun)
    pronoun_words = models.CharField(max_length=60, blank=True)
    spoken_language = models.CharField(max_length=3, blank=True, choices=words.Language)
    written_language = models.CharField(max_length=3, blank=True, choices=words.Language)
    interpreter_language = models.CharField(max_length=3, blank=True, choices=words.Language)
    service_language = models.CharField(max_length=8, blank=True, choices=words.Service)
    french_offered_on = models.DateField(null=True)
    deceased_on = models.DateField(null=True)
    death_source = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["born_year", "born_month", "born_day"], name="person_born")]
        constraints = [
            models.CheckConstraint(
                name="person_number_is_p_and_digits", condition=Q(number__regex=r"^P-[0-9]{6,9}$")
            ),
            models.CheckConstraint(
                name="birth_day_has_a_month_and_month_a_year",
                condition=Q(born_day=None) | Q(born_month__isnull=False, born_year__isnull=False),
            ),
            models.CheckConstraint(
                name="birth_month_has_a_year",
                condition=Q(born_month=None) | Q(born_year__isnull=False),
            ),
            models.CheckConstraint(
                name="birth_date_is_in_the_calendar",
                condition=Q(born_day=None)
                | Q(born_day__range=(1, 28))
                | Q(born_day__range=(29, 30)) & ~Q(born_month=2)
                | Q(born_day=31, born_month__in=LONG_MONTHS)
                | Q(born_day=29, born_month=2) & LEAP_YEAR,
            ),
            models.CheckConstraint(
                name="birth_year_and_month_are_possible",
                condition=(Q(born_year=None) | Q(born_year__range=(FIRST_BIRTH_YEAR, 2200)))
                & (Q(born_month=None) | Q(born_month__range=(1, 12))),
            ),
            models.CheckConstraint(
                name="service_language_answers_an_offer",
                condition=Q(service_language="") | Q(french_offered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="death_has_a_day_and_a_source",
                condition=Q(deceased_on=None, death_source="")
                | Q(deceased_on__isnull=False) & ~Q(death_source=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name.full

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> "Person":
        """Return a person as read from the database, noted as shown to whoever looks."""
        person = super().from_db(*args, **kwargs)
        looks.lists([person.pk])
        return person

    @property
    def name(self) -> ShownName:
        """The name that pages show: `.full`, `.listed`, `.surname`, `.given`."""
        return ShownName(self.surname, self.given, self.family_first)

    @property
    def born(self) -> PartialDate | None:
        """As much of the birth date as is known."""
        if self.born_year is None:
            return None
        return PartialDate(self.born_year, self.born_month, self.born_day)


@recorded
class Name(models.Model):
    """A name that a person has or had. A single name stands in `surname`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10, choices=words.NameKind)
    surname = models.CharField(max_length=80)
    given = models.CharField(max_length=120, blank=True)
    family_first = models.BooleanField(default=False)
    folded = models.CharField(max_length=400)
    sounds = ArrayField(models.CharField(max_length=40))
    starts_on = models.DateField(null=True)
    ends_before = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="name_is_not_empty", condition=~Q(surname="")),
            _ends_after_it_starts("name_ends_after_it_starts"),
            models.UniqueConstraint(
                name="person_has_one_standing_legal_name",
                fields=["person"],
                condition=Q(kind="LEGAL", ends_before=None),
            ),
            models.UniqueConstraint(
                name="person_has_one_standing_preferred_name",
                fields=["person"],
                condition=Q(kind="PREFERRED", ends_before=None),
            ),
        ]
        indexes = [
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="name_trigrams"),
            GinIndex(fields=["sounds"], name="name_sounds"),
        ]

    def __str__(self) -> str:
        return self.shown.full

    @property
    def shown(self) -> ShownName:
        return ShownName(self.surname, self.given, self.family_first)


@recorded
class Identifier(models.Model):
    """A number that someone else gave to a person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=12, choices=words.IdentifierKind)
    value = models.CharField(max_length=40)
    folded = models.CharField(max_length=40, db_index=True)
    issued_by = models.CharField(max_length=80, blank=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="identifier_is_not_empty", condition=~Q(folded="")),
            models.UniqueConstraint(
                name="identifier_belongs_to_one_person",
                fields=["kind", "folded"],
                condition=~Q(kind="OTHER") & Q(withdrawn_on=None),
            ),
        ]

    def __str__(self) -> str:
        return self.value


class AddressQuerySet(PeriodQuerySet):
    """Addresses by their days."""

    def meeting(self, starts_on: date, ends_before: date | None) -> "AddressQuerySet":
        """Return addresses that hold on some day of a period."""
        found = self.filter(Q(ends_before=None) | Q(ends_before__gt=starts_on))
        return found.filter(starts_on__lt=ends_before) if ends_before else found


@recorded
class Address(models.Model):
    """Where a person lives or gets mail, from one day until before another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=12, choices=words.AddressKind)
    care_of = models.CharField(max_length=120, blank=True)
    line1 = models.CharField(max_length=120, blank=True)
    line2 = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=80, blank=True)
    province = models.CharField(max_length=40, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=12, choices=words.Source)
    verified_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)
    start_is_known = models.BooleanField(default=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            _ends_after_it_starts("address_ends_after_it_starts"),
            models.CheckConstraint(
                name="address_says_where",
                condition=Q(kind__in=["NO_FIXED", "UNKNOWN"]) | ~Q(city="", line1=""),
            ),
            models.CheckConstraint(
                name="address_in_care_of_someone_names_them",
                condition=~Q(kind="CARE_OF") | ~Q(care_of=""),
            ),
            ExclusionConstraint(
                name="person_lives_in_one_place_at_a_time",
                expressions=[("person", "="), (DateRange("starts_on", "ends_before"), "&&")],
                condition=~Q(kind="MAILING"),
            ),
            ExclusionConstraint(
                name="person_has_one_mailing_address_at_a_time",
                expressions=[("person", "="), (DateRange("starts_on", "ends_before"), "&&")],
                condition=Q(kind="MAILING"),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.care_of, self.line1, self.line2, self.city]))


def addresses_beside(address: Address) -> AddressQuerySet:
    """Return the addresses that may not hold together with one: the mailing ones, or the rest."""
    return Address.objects.filter(
        Q(kind=words.AddressKind.MAILING, _negated=address.kind != words.AddressKind.MAILING),
        person=address.person_id,
    )


@recorded
class Phone(models.Model):
    """A number to call: who answers, and what may be said when it is not the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="phones")
    number = models.CharField(max_length=16)
    extension = models.CharField(max_length=8, blank=True)
    as_typed = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=words.PhoneKind)
    answered_by = models.CharField(max_length=8, choices=words.Answers)
    answered_words = models.CharField(max_length=120, blank=True)
    message = models.CharField(max_length=10, choices=words.Message)
    message_words = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=3, blank=True, choices=words.Language)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="phone_number_is_e164", condition=Q(number__regex=r"^\+[1-9][0-9]{6,14}$")
            ),
            _ends_after_it_starts("phone_ends_after_it_starts"),
            ExclusionConstraint(
                name="person_has_a_phone_number_once_at_a_time",
                expressions=[
                    ("person", "="),
                    ("number", "="),
                    ("extension", "="),
                    (DateRange("starts_on", "ends_before"), "&&"),
                ],
            ),
        ]
        indexes = [GinIndex(OpClass("number", name="gin_trgm_ops"), name="phone_trigrams")]

    def __str__(self) -> str:
        return self.number
