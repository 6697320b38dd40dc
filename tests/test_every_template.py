"""Every page has a title, one h1, a language, and nothing inline."""

import re
from pathlib import Path

from tests.markup import page_faults, read
from tests.tree import PACKAGE, mend, name_of, templates

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
EXTENDS = re.compile(r'{%\s*extends\s+"([^"]+)"')
TITLE = re.compile(r"{%\s*block\s+head_title\s*%}\s*\S|{%\s*block\s+title\s*%}\s*\S")
TITLE_FROM_VIEW = re.compile(r"[\"']title[\"']\s*:|\btitle=")
UNTRANSLATED = re.compile(r">\s*([A-Za-zÀ-ÿ’']{3,}(?:[ ,][A-Za-zÀ-ÿ’'.]+)+)\s*<")
FILTER = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")
# A component takes the value of `:name="…"` as it stands: with a filter it would take nothing.
FILTERED = re.compile(r"""\s:[a-z_]+="[^"]*\|""")
# Words that are the same in both languages, or names.
SAME_WORDS = {"Throughcare", "English", "Français"}


def shape_of(template: str) -> str:
    """Return a template's markup, each of its tags blanked so that lines stay where they are."""
    text = COMMENT.sub(lambda found: re.sub(r"\S", " ", found.group()), template)
    return TAG.sub(lambda found: re.sub(r"[^\n]", "x", found.group()), text)


def inline_faults(template: str) -> list[str]:
    """Return the inline scripts, styles and handlers of a template."""
    return [fault for fault in read(shape_of(template)).faults if not fault.startswith("the id")]


def plain_words(template: str) -> list[str]:
    """Return the words that a template says without having them translated."""
    text = re.sub(r"{%\s*blocktrans.*?endblocktrans\w*\s*%}", "", template, flags=re.DOTALL)
    text = TAG.sub("", COMMENT.sub("", text))
    return [said for said in UNTRANSLATED.findall(text) if said.strip() not in SAME_WORDS]


def is_page(path: Path) -> bool:
    """Say whether a template is a whole page: it fills the frame and is no frame for others."""
    return not path.name.startswith("_") and bool(EXTENDS.search(path.read_text("utf-8")))


def titled(path: Path) -> bool:
    """Say whether a page's title is in its template, in the one it extends, or in its view."""
    text = path.read_text(encoding="utf-8")
    if TITLE.search(text):
        return True
    above = EXTENDS.search(text)
    if above and above.group(1) != "pages/frame.html":
        frame = [each for each in templates() if each.as_posix().endswith("/" + above.group(1))]
        return bool(frame) and titled(frame[0])
    name = path.as_posix().rpartition("/templates/")[2]
    app = PACKAGE / path.relative_to(PACKAGE).parts[0]
    views = [each.read_text("utf-8") for each in app.rglob("*.py")]
    return any(name in view and TITLE_FROM_VIEW.search(view) for view in views)


def test_no_template_has_anything_inline():
    """The policy of the headers refuses inline scripts and styles; no template has one."""
    found = [
        f"{name_of(path)} {fault}"
        for path in templates()
        for fault in inline_faults(path.read_text(encoding="utf-8"))
    ]

    assert found == [], mend("Put it into assets/ under a class or a data- attribute.", found)


def test_every_page_has_a_title():
    """The title is the first thing a screen reader says."""
    found = [name_of(path) for path in templates() if is_page(path) and not titled(path)]

    assert found == [], mend("Fill {% block title %}, or give `title` in the view.", found)


def test_every_page_fills_the_frame():
    """No page brings a frame of its own."""
    found = [
        name_of(path)
        for path in templates()
        if re.search(r"<html\b", path.read_text("utf-8"))
        and name_of(path) not in {"throughcare/pages/templates/pages/frame.html"}
        and not re.search(r"/(500|503)\.html$", name_of(path))
    ]

    assert found == [], mend('Begin with {% extends "pages/frame.html" %}.', found)


def test_no_template_trusts_its_values():
    """What people typed is shown as text, never as markup."""
    found = [name_of(path) for path in templates() if FILTER.search(path.read_text("utf-8"))]

    assert found == [], mend("Take |safe out: build markup with format_html.", found)


def test_no_component_is_handed_a_filter_that_it_does_not_carry_out():
    """What is filtered is handed over in braces."""
    found = [name_of(path) for path in templates() if FILTERED.search(path.read_text("utf-8"))]

    assert found == [], mend('Write name="{{ value|filter }}".', found)
    assert FILTERED.search('<c-section :count="conditions|length">')
    assert not FILTERED.search('<c-section count="{{ conditions|length }}" :title="title">')


def test_every_word_of_a_template_is_translated():
    """No template says anything in one language only."""
    found = [
        f"{name_of(path)}: {said}"
        for path in templates()
        for said in plain_words(path.read_text(encoding="utf-8"))
    ]

    assert found == [], mend("Write it in {% translate %} or {% blocktranslate trimmed %}.", found)


def test_every_partial_says_what_it_needs():
    """Whoever includes a partial knows what to hand it."""
    found = [
        name_of(path)
        for path in templates()
        if path.name.startswith("_")
        and not path.read_text(encoding="utf-8").lstrip().startswith(("{#", "{% comment %}"))
    ]

    assert found == [], mend("Begin with {# what it is. Needs: … #}.", found)


def test_the_law_sees_a_page_that_breaks_it():
    good = '<html lang="fr"><title>Dossier – Throughcare</title><h1>Dossier</h1></html>'
    bad = (
        '<html><title> – Throughcare</title><h1>A</h1><h1></h1><p style="x" onclick="y">'
        "<script>z</script><a href='javascript:1'>a</a><img src=''><i id=a></i><b id=a></b>"
    )

    assert page_faults(good) == []
    assert page_faults(bad) == [
        "line 1: style= on <p>",
        "line 1: onclick= on <p>",
        "line 1: a script inside the page",
        "line 1: a script as address on <a>",
        "line 1: an <img> without alt",
        "the id a twice",
        "no title of its own",
        "h1: ['A', '']",
        "language: ''",
    ]


def test_the_law_sees_a_template_that_breaks_it():
    template = (
        "{# Needs: one. #}<p {% if a %}class='b'{% endif %} style='{{ c }}'>Not in French yet</p>\n"
        "{% blocktranslate trimmed %}<b>This one is</b>{% endblocktranslate %}"
    )

    assert inline_faults(template) == ["line 1: style= on <p>"]
    assert plain_words(template) == ["Not in French yet"]
