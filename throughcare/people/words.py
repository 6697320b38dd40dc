"""The codes that describe a person, with the words that pages show for them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Pronoun(TextChoices):
    """How the person is spoken of."""

    HE = "HE", _("he")
    SHE = "SHE", _("she")
    THEY = "THEY", _("they")
    OWN = "OWN", _("other words")


class Service(TextChoices):
    """The official language in which the person chose to be served."""

    ENGLISH = "ENGLISH", _("service in English")
    FRENCH = "FRENCH", _("service in French")


class Language(TextChoices):
    """A language that someone speaks or reads, by its ISO 639 code."""

    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    OJIBWE = "oj", _("Anishinaabemowin (Ojibwe)")
    OJI_CREE = "ojs", _("Oji-Cree")
    CREE = "cr", _("Cree")
    MOHAWK = "moh", _("Mohawk")
    INUKTITUT = "iu", _("Inuktitut")
    AMHARIC = "am", _("Amharic")
    ARABIC = "ar", _("Arabic")
    CANTONESE = "yue", _("Cantonese")
    DARI = "prs", _("Dari")
    FILIPINO = "fil", _("Filipino")
    GUJARATI = "gu", _("Gujarati")
    HINDI = "hi", _("Hindi")
    ITALIAN = "it", _("Italian")
    KOREAN = "ko", _("Korean")
    MANDARIN = "cmn", _("Mandarin")
    PERSIAN = "fa", _("Persian")
    POLISH = "pl", _("Polish")
    PORTUGUESE = "pt", _("Portuguese")
    PUNJABI = "pa", _("Punjabi")
    RUSSIAN = "ru", _("Russian")
    SOMALI = "so", _("Somali")
    SPANISH = "es", _("Spanish")
    SWAHILI = "sw", _("Swahili")
    TAMIL = "ta", _("Tamil")
    TIGRINYA = "ti", _("Tigrinya")
    UKRAINIAN = "uk", _("Ukrainian")
    URDU = "ur", _("Urdu")
    VIETNAMESE = "vi", _("Vietnamese")
    YORUBA = "yo", _("Yoruba")
    ASL = "ase", _("American Sign Language")
    LSQ = "fcs", _("Quebec Sign Language")
    OTHER = "mis", _("another language")


class NameKind(TextChoices):
    """What a name is to the person who has it."""

    LEGAL = "LEGAL", _("legal name")
    PREFERRED = "PREFERRED", _("preferred name")
    ALIAS = "ALIAS", _("also known as")
    FORMER = "FORMER", _("former name")
    MAIDEN = "MAIDEN", _("name at birth")


class IdentifierKind(TextChoices):
    """Who gave a number to the person."""

    FPS = "FPS", _("fingerprint (FPS) number")
    INSTITUTION = "INSTITUTION", _("institution number")
    LICENCE = "LICENCE", _("driver’s licence")
    IMMIGRATION = "IMMIGRATION", _("immigration client number")
    OTHER = "OTHER", _("other number")


class AddressKind(TextChoices):
    """In what way an address is the person's."""

    HOME = "HOME", _("home")
    SHELTER = "SHELTER", _("shelter")
    CARE_OF = "CARE_OF", _("in care of someone")
    INSTITUTION = "INSTITUTION", _("institution")
    NO_FIXED = "NO_FIXED", _("no fixed address")
    UNKNOWN = "UNKNOWN", _("not known")
    MAILING = "MAILING", _("mailing address")


class Source(TextChoices):
    """Who or what said so."""

    PERSON = "PERSON", _("the person’s word")
    DOCUMENT = "DOCUMENT", _("a document")
    COURT = "COURT", _("court papers")
    POLICE = "POLICE", _("police")
    INSTITUTION = "INSTITUTION", _("an institution")
    COLLATERAL = "COLLATERAL", _("someone who knows the person")
    VISIT = "VISIT", _("seen by an officer")


class PhoneKind(TextChoices):
    """Where a phone is."""

    MOBILE = "MOBILE", _("mobile")
    HOME = "HOME", _("home phone")
    WORK = "WORK", _("work phone")
    SHELTER = "SHELTER", _("shelter phone")
    BAND_OFFICE = "BAND_OFFICE", _("band office phone")
    OTHER = "OTHER", _("other phone")


class Answers(TextChoices):
    """Who answers a phone."""

    SELF = "SELF", _("the person")
    PARTNER = "PARTNER", _("partner")
    PARENT = "PARENT", _("parent")
    FAMILY = "FAMILY", _("another relative")
    SHARED = "SHARED", _("shared: anyone may answer")
    STAFF = "STAFF", _("staff of the place")
    OTHER = "OTHER", _("someone else")


class Message(TextChoices):
    """Whether a message may be left."""

    NO = "NO", _("leave no message")
    NAME_ONLY = "NAME_ONLY", _("leave only a name and a number to call")
    YES = "YES", _("a message may be left")


FIELD_WORDS = {
    "surname": _("surname"),
    "given": _("given names"),
    "family_first": _("family name first"),
    "born_year": _("year of birth"),
    "born_month": _("month of birth"),
    "born_day": _("day of birth"),
    "pronoun": _("pronoun"),
    "pronoun_words": _("pronoun in other words"),
    "spoken_language": _("spoken language"),
    "written_language": _("written language"),
    "interpreter_language": _("interpreter"),
    "service_language": _("language of service"),
    "french_offered_on": _("service in French offered"),
    "deceased_on": _("died"),
    "death_source": _("who says so"),
    "kind": _("kind"),
    "value": _("number"),
    "issued_by": _("given by"),
    "withdrawn_on": _("withdrawn"),
    "care_of": _("in care of"),
    "line1": _("street"),
    "line2": _("second line"),
    "city": _("place"),
    "province": _("province"),
    "postal_code": _("postal code"),
    "country": _("country"),
    "source": _("who says so"),
    "verified_on": _("checked"),
    "note": _("note"),
    "start_is_known": _("first day is known"),
    "starts_on": _("since"),
    "ends_before": _("ended"),
    "number": _("number"),
    "extension": _("extension"),
    "as_typed": _("as typed"),
    "answered_by": _("who answers"),
    "answered_words": _("who answers, in words"),
    "message": _("message"),
    "message_words": _("words of a message"),
    "language": _("language"),
}
"""What pages call the columns of this app."""
