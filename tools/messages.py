"""Collects, compiles and checks the French of each app: `messages.py extract|compile|check`.

English is the source, so only French catalogues exist: throughcare/<app>/locale/fr/LC_MESSAGES.
Nothing but Babel and Django's template reader is needed; gettext's own programs are not.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "throughcare"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NOT_FOR_PEOPLE = {"tests", "migrations", "node_modules", "static", "locale"}
PLURAL = "nplurals=2; plural=(n > 1);"
HEADER = "# The French of this app. `make messages` collects what is new; see docs for the words."

PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]?[\d.]*[a-zA-Z]|%[sdf]|\{\w*(?:![rsa])?(?::[^}]*)?\}")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
# Each French habit, as what breaks it, and the sentence that says so. \u00a0 does not break a
# line; \u202f is its narrow form.
HABITS = (
    (re.compile(r"(?<![\u00a0\u202f]):(?=\s|$)"), "a no-break space before :"),
    (re.compile(r"[ \t\u00a0\u202f][;?!]"), "no space before ; ? !"),
    (re.compile("«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»"), "a no-break space inside « »"),
    (re.compile(r"(?<=\w)'(?=\w)"), "a curved apostrophe ’"),
    (re.compile('"'), "« » for quotation marks"),
    (re.compile(r"\.\.\."), "one character … for an ellipsis"),
    (re.compile(r"(?<=\d) (?=[$%])"), "a no-break space before $ and %"),
)


def main() -> int:
    """Do what was asked and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("extract", "compile", "check"))
    parser.add_argument("apps", nargs="*", help="only these apps; all where none is named")
    options = parser.parse_args()
    settings.configure(USE_I18N=False)
    chosen = [app for app in apps() if not options.apps or app.name in options.apps]
    findings = [finding for app in chosen for finding in ACTS[options.what](app)]
    if options.what == "check" and not findings:
        print("Every message has its French.")
    print("\n".join(findings), end="\n" if findings else "")
    return 1 if findings and options.what == "check" else 0


def apps() -> list[Path]:
    """Return the folders of the package that may hold messages."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def catalogue_of(app: Path) -> Path:
    """Return where an app's French is."""
    return app / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def collected(app: Path) -> Catalog:
    """Return the messages that an app's Python and templates hold today."""
    catalog = Catalog(locale="fr", fuzzy=False)
    for path in sources(app):
        for _, message, comments, context in messages_in(path):
            name = path.relative_to(PACKAGE.parent).as_posix()
            catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def sources(app: Path) -> list[Path]:
    """Return the files of an app that may hold messages."""
    found = [path for kind in ("*.py", "*.html", "*.txt") for path in app.rglob(kind)]
    inside = [path for path in found if not NOT_FOR_PEOPLE & set(path.relative_to(app).parts)]
    return sorted(path for path in inside if path.suffix == ".py" or "templates" in path.parts)


def messages_in(path: Path) -> Iterator[tuple]:
    """Give the messages of one file; a template is first turned into calls of gettext.

    These stand at any column, so a bracket round all of them keeps Python from minding.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = f"({templatize(text, origin=str(path))}\n)"
    return extract("python", BytesIO(text.encode()), KEYWORDS, ["Translators:"])


def read(path: Path) -> Catalog:
    """Return a catalogue as it stands, empty where the file is missing."""
    if not path.exists():
        return Catalog(locale="fr", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="fr")


def _extract(app: Path) -> Iterator[str]:
    """Bring an app's catalogue up to date, keeping every translation that is still used.

    Gives a line where French is missing.
    """
    today, path = collected(app), catalogue_of(app)
    kept = read(path)
    if not len(today) and not len(kept):
        return
    for message in today:
        known = kept.get(message.id, message.context) if message.id else None
        if known:
            message.string = known.string
            message.user_comments = known.user_comments
            message.flags |= known.flags & {"fuzzy"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(today), encoding="utf-8")
    new = [message for message in today if message.id and not translated(message)]
    if new:
        yield f"{path.relative_to(PACKAGE.parent)}: {len(new)} without French"


def written(catalog: Catalog) -> str:
    """Return a catalogue as text: sorted, without line numbers, dates or names."""
    out = BytesIO()
    write_po(out, catalog, width=98, omit_header=True, sort_output=True, include_lineno=False)
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n'
    head += '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    head += f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {PLURAL}\\n"\n\n'
    return head + out.getvalue().decode().strip() + "\n"


def _compile(app: Path) -> Iterator[str]:
    """Write the form that Django reads; it has nothing to say."""
    path = catalogue_of(app)
    if path.exists():
        out = BytesIO()
        write_mo(out, read(path))
        path.with_suffix(".mo").write_bytes(out.getvalue())
    return iter(())


def _check(app: Path) -> Iterator[str]:
    """Give one line for each thing that is wrong with an app's French."""
    path = catalogue_of(app)
    name, kept = path.relative_to(PACKAGE.parent), read(path)
    today = collected(app)
    for message in today:
        known = kept.get(message.id, message.context) if message.id else None
        if message.id and (known is None or not translated(known)):
            yield f"{name}: no French for {shown(message)}"
        elif known is not None and message.id:
            yield from (f"{name}: {fault} in {shown(message)}" for fault in faults(known))
    for message in kept:
        if message.id and today.get(message.id, message.context) is None:
            yield f"{name}: no longer used: {shown(message)} (make messages)"


def faults(message: Message) -> Iterator[str]:
    """Give what is wrong with one translated message."""
    if message.fuzzy:
        yield "a guess to be confirmed (fuzzy)"
    for source, french in pairs(message):
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(french)):
            yield "other placeholders than in English"
        if sorted(TAG.findall(source)) != sorted(TAG.findall(french)):
            yield "other tags than in English"
        if (source[-1:] in ":." or french[-1:] in ":.") and source[-1:] != french[-1:]:
            yield "another ending than in English"
        plain = TAG.sub("", PLACEHOLDER.sub("x", french))
        yield from (f"wanted {wish}" for habit, wish in HABITS if habit.search(plain))


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Give the English and the French of each form of a message.

    The French singular also serves zero, so it may need the number that "one" leaves out.
    """
    if isinstance(message.id, str):
        yield message.id, str(message.string)
        return
    one, many = message.id
    for_one, for_many = message.string
    numbered = len(PLACEHOLDER.findall(for_one)) == len(PLACEHOLDER.findall(many))
    yield (many if numbered else one), for_one
    yield many, for_many


def translated(message: Message) -> bool:
    """Say whether every form of a message has a text."""
    if isinstance(message.string, tuple):
        return len(message.string) == 2 and all(message.string)
    return bool(message.string)


def shown(message: Message) -> str:
    """Return a message in short, for one line."""
    source = message.id if isinstance(message.id, str) else message.id[0]
    return repr(source if len(source) < 70 else source[:69] + "…")


ACTS = {"extract": _extract, "compile": _compile, "check": _check}


if __name__ == "__main__":
    sys.exit(main())
