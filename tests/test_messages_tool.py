"""The tool for messages: what it collects, what it keeps, and each fault it finds in French."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, looking at a package of its own."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PACKAGE", tmp_path / "throughcare")
    return module


@pytest.fixture
def app(messages: ModuleType) -> Path:
    """An app with nothing to say."""
    folder = messages.PACKAGE / "cases"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    return folder


def put(app: Path, name: str, text: str) -> None:
    path = app / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def french(messages: ModuleType, app: Path, **texts: str) -> None:
    """Write an app's catalogue."""
    catalog = Catalog(locale="fr", fuzzy=False)
    for source, text in texts.items():
        catalog.add(source, text)
    put(app, "locale/fr/LC_MESSAGES/django.po", messages.written(catalog))


def ids(catalog: Catalog) -> list:
    return [message.id for message in catalog if message.id]


NUMBER = "a no-break space before $ and %"
COLON = "a no-break space before :"
CLOSE = "no space before ; ? !"
QUOTES = "a no-break space inside « »"
FAULTS = {
    "right": ("Name", "Nom", []),
    "colon": ("Name:", "Nom:", [COLON]),
    "colon-plain-space": ("Name:", "Nom :", [COLON]),
    "colon-right": ("Name:", "Nom\u00a0:", []),
    "colon-narrow": ("Name:", "Nom\u202f:", []),
    "time": ("At 10:30", "À 10:30", []),
    "question": ("Sure?", "Sûr ?", [CLOSE]),
    "exclamation": ("Stop!", "Arrêt\u00a0!", [CLOSE]),
    "semicolon": ("a; b", "a\u202f; b", [CLOSE]),
    "question-right": ("Sure?", "Sûr?", []),
    "quotes": ("Say it", "Dire «oui»", [QUOTES]),
    "quotes-plain-space": ("Say it", "Dire « oui »", [QUOTES]),
    "quotes-right": ("Say it", "Dire «\u00a0oui\u00a0»", []),
    "apostrophe": ("The order", "L'ordonnance", ["a curved apostrophe ’"]),
    "apostrophe-right": ("The order", "L’ordonnance", []),
    "straight-quotes": ("Say it", 'Dire "oui', ["« » for quotation marks"]),
    "ellipsis": ("More…", "Plus...", ["one character … for an ellipsis"]),
    "dollar": ("5 dollars", "5 $", [NUMBER]),
    "percent": ("5 of 100", "5 %", [NUMBER]),
    "dollar-right": ("5 dollars", "5\u00a0$", []),
}


@pytest.mark.parametrize(("source", "text", "wanted"), FAULTS.values(), ids=FAULTS)
def test_habits_of_french(messages, source, text, wanted) -> None:
    found = [fault for fault in messages.faults(Message(source, text)) if "ending" not in fault]
    assert found == [f"wanted {wish}" for wish in wanted]


PLACES = "other placeholders than in English"
TAGS = "other tags than in English"
ENDING = "another ending than in English"


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param("%(name)s left", "%(name)s parti", [], id="named"),
        pytest.param("%(name)s left", "%(nom)s parti", [PLACES], id="renamed"),
        pytest.param("{name} left", "parti", [PLACES], id="lost"),
        pytest.param("{a} {b}", "{b} {a}", [], id="turned"),
        pytest.param("<b>a</b>", "<b>a</b>", [], id="tags"),
        pytest.param("<b>a</b>", "<i>a</i>", [TAGS], id="other-tags"),
        pytest.param("Done.", "Fait", [ENDING], id="stop-lost"),
        pytest.param("Done", "Fait.", [ENDING], id="stop-added"),
    ],
)
def test_the_french_keeps_what_the_english_holds(messages, source, text, found) -> None:
    assert list(messages.faults(Message(source, text))) == found


def test_a_guess_is_a_fault(messages) -> None:
    guess = Message("Name", "Nom", flags={"fuzzy"})
    assert list(messages.faults(guess)) == ["a guess to be confirmed (fuzzy)"]


@pytest.mark.parametrize(
    ("string", "done"),
    [("", False), ("Nom", True), (("a", "b"), True), (("a", ""), False), (("a",), False)],
)
def test_translated_means_every_form(messages, string, done) -> None:
    source = "Name" if isinstance(string, str) else ("one", "many")
    assert messages.translated(Message(source, string)) is done


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        pytest.param("Name", "'Name'", id="short"),
        pytest.param("a" * 69, f"'{'a' * 69}'", id="just"),
        pytest.param("a" * 70, f"'{'a' * 69}…'", id="long"),
        pytest.param(("one", "many"), "'one'", id="plural"),
    ],
)
def test_a_message_is_shown_in_short(messages, source, shown) -> None:
    assert messages.shown(Message(source)) == shown


@pytest.mark.parametrize(
    ("one", "first"),
    [("%(n)s cas", "%(n)s cases"), ("Un cas", "One case")],
    ids=["numbered", "in-words"],
)
def test_the_french_singular_may_need_the_number(messages, one, first) -> None:
    message = Message(("One case", "%(n)s cases"), (one, "%(n)s cas"))
    assert list(messages.pairs(message)) == [(first, one), ("%(n)s cases", "%(n)s cas")]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("views.py", True),
        ("forms/fields.py", True),
        ("templates/cases/case.html", True),
        ("templates/cases/case.txt", True),
        ("notes.txt", False),
        ("tests/test_views.py", False),
        ("migrations/0001_first.py", False),
        ("static/page.html", False),
    ],
)
def test_files_that_may_hold_messages(messages, app, name, counts) -> None:
    put(app, name, "")
    assert (app / name in messages.sources(app)) is counts


@pytest.mark.parametrize(
    ("call", "source"),
    [
        ('_("Name")', "Name"),
        ('gettext_lazy("Name")', "Name"),
        ('pgettext("of a case", "Open")', "Open"),
        ('ngettext("one", "many", n)', ("one", "many")),
        ('npgettext("of a case", "one", "many", n)', ("one", "many")),
    ],
)
def test_messages_of_python(messages, app, call, source) -> None:
    put(app, "views.py", f"x = {call}\n")
    assert ids(messages.collected(app)) == [source]


def test_apps_are_packages(messages, app) -> None:
    (messages.PACKAGE / "assets").mkdir()
    assert messages.apps() == [app]


def test_a_missing_catalogue_is_empty(messages, app) -> None:
    assert ids(messages.read(messages.catalogue_of(app))) == []


def test_extracting_keeps_french_and_drops_what_is_unused(messages, app) -> None:
    put(app, "views.py", '_("Name")\n_("Order")\n')
    french(messages, app, Name="Nom", Old="Vieux")
    path = "throughcare/cases/locale/fr/LC_MESSAGES/django.po"
    assert list(messages._extract(app)) == [f"{path}: 1 without French"]
    kept = messages.read(messages.catalogue_of(app))
    assert {m.id: m.string for m in kept if m.id} == {"Name": "Nom", "Order": ""}


def test_extracting_nothing_writes_nothing(messages, app) -> None:
    assert list(messages._extract(app)) == []
    assert not messages.catalogue_of(app).exists()


def test_checking_names_each_thing(messages, app) -> None:
    put(app, "views.py", '_("Name")\n_("Order")\n_("Sure?")\n')
    french(messages, app, **{"Name": "Nom", "Sure?": "Sûr ?", "Old": "Vieux"})
    assert sorted(line.partition("django.po: ")[2] for line in messages._check(app)) == [
        "no French for 'Order'",
        "no longer used: 'Old' (make messages)",
        "wanted no space before ; ? ! in 'Sure?'",
    ]


def test_compiling_writes_what_the_pages_read(messages, app) -> None:
    french(messages, app, Name="Nom")
    assert list(messages._compile(app)) == []
    compiled = messages.catalogue_of(app).with_suffix(".mo").read_bytes()
    assert compiled.startswith(b"\xde\x12\x04\x95")
    assert b"\0Nom\0" in compiled


def test_a_word_to_translators_is_collected(messages, app) -> None:
    put(app, "views.py", "# Translators: of a person\n_('Name')\n")
    assert messages.collected(app)["Name"].auto_comments == ["Translators: of a person"]
