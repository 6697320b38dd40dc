"""Every page has a title, one h1, a language, and nothing inline."""

import ast
import re
from pathlib import Path

from tests.markup import page_faults, read
from tests.tree import PACKAGE, code_files, mend, name_of, parsed, templates

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
EXTENDS = re.compile(r'{%\s*extends\s+"([^"]+)"')
HEAD = re.compile(r"{%\s*block\s+head_title\s*%}(.*?){%\s*endblock", re.DOTALL)
GIVEN_BY_VIEW = "{{ title }}"
GIVES_TITLE = re.compile(r"[\"']title[\"']\s*:|\btitle=")
FRAME = "pages/frame.html"
# Pages and papers are cut from these, and whoever fills one gives its title.
FRAMES = {FRAME, "pages/said.html", "pages/paper.html", "pages/field_frame.html"}
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
    if path.name.startswith("_") or path.as_posix().rpartition("/templates/")[2] in FRAMES:
        return False
    return bool(EXTENDS.search(path.read_text("utf-8")))


def head_of(path: Path) -> str:
    """Return what a page puts into its title: its own block, or that of the frame it fills."""
    text = path.read_text(encoding="utf-8")
    if own := HEAD.search(text):
        return own.group(1).strip()
    above = EXTENDS.search(text)
    if above is None or above.group(1) == FRAME:
        return GIVEN_BY_VIEW
    [frame] = [each for each in templates() if each.as_posix().endswith(f"/{above.group(1)}")]
    return head_of(frame)


def titled(path: Path) -> bool:
    """Say whether a page has a title: words of its template, or what each of its views gives."""
    head = head_of(path)
    if head != GIVEN_BY_VIEW:
        return head != ""
    template = path.as_posix().rpartition("/templates/")[2]
    app = path.relative_to(PACKAGE).parts[0]
    folder = PACKAGE if app == "pages" else PACKAGE / app
    given = [each for code in code_files(folder) for each in titles_given(code, template)]
    return bool(given) and all(given)


def titles_given(code: Path, template: str) -> list[bool]:
    """Return for each piece of a file that names a template whether a title comes with it."""
    return titles_in([ast.unparse(node) for node in parsed(code).body], template)


def titles_in(pieces: list[str], template: str) -> list[bool]:
    """Return for each piece of code that names a template whether a title comes with it."""
    given = []
    for piece in pieces:
        if f"'{template}'" not in piece:
            continue
        name = re.match(r"(?:@.*\n)*def (\w+)", piece)
        callers = [each for each in pieces if name and re.search(rf"(?<!def ){name[1]}\(", each)]
        gives = bool(GIVES_TITLE.search(piece))
        given.append(gives or (bool(callers) and all(map(GIVES_TITLE.search, callers))))
    return given


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


def test_the_law_of_titles_looks_at_each_page_alone():
    page = "def one(request):\n    return page(request, 'a/one.html', {'title': words})"
    none = "def three(request):\n    return page(request, 'a/three.html', {})"
    asks = "def ask(request):\n    return three(request)"
    tells = "def tell(request):\n    return three(request, title=words)"

    assert titles_in([page, none], "a/one.html") == [True]
    assert titles_in([page, none], "a/three.html") == [False]
    assert titles_in([page, none, tells], "a/three.html") == [True]
    assert titles_in([page, none, tells, asks], "a/three.html") == [False]
    assert titles_in([page, none], "a/four.html") == []
