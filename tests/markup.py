"""Reading a page as a browser would, for the laws of pages."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

WRITTEN = {"text", "search", "tel", "email"}
HANDLER = re.compile(r"on[a-z]{3,}$")


@dataclass
class Sent:
    """A form that sends something: where to, the names of its fields, and which are written in."""

    action: str
    names: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


@dataclass
class Markup:
    """What the laws want to know of a page."""

    title: str = ""
    language: str = ""
    headings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Addresses that a script or a form asks for something to read."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Markup()
        self.inside = ""
        self.form: Sent | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.inside = tag if tag in {"title", "script", "style"} else self.inside
        if tag == "html":
            self.found.language = given.get("lang", "")
        elif tag == "h1":
            self.found.headings.append("")
            self.inside = "h1"
        elif tag == "a" and "href" in given:
            self.found.links.append(given["href"])
        elif tag == "style":
            self.found.faults.append(f"line {self.getpos()[0]}: a <style> in the page")
        if "id" in given:
            self.found.ids.append(given["id"])
        if "hx-get" in given:
            self.found.asked.append(given["hx-get"])
        self.handle_form(tag, given)
        self.found.faults += [
            f"line {self.getpos()[0]}: {fault}" for fault in faults_of(tag, given)
        ]

    def handle_form(self, tag: str, given: dict[str, str]) -> None:
        """Note a form that sends something, and each field inside it."""
        if tag == "form":
            posts = given.get("method", "").lower() == "post"
            self.form = Sent(given.get("action", "")) if posts else None
            self.found.sent += [self.form] if self.form else []
            self.found.asked += [] if self.form else [given.get("action", "")]
        elif self.form and given.get("name"):
            self.form.names.append(given["name"])
            if tag == "textarea" or (tag == "input" and given.get("type", "text") in WRITTEN):
                self.form.written.append(given["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, text: str) -> None:
        if self.inside == "title":
            self.found.title += text
        elif self.inside == "h1":
            self.found.headings[-1] += text
        elif self.inside == "script" and text.strip():
            self.found.faults.append(f"line {self.getpos()[0]}: a script inside the page")


def faults_of(tag: str, given: dict[str, str]) -> list[str]:
    """Return what a tag carries that the strict policy refuses or a reader stumbles over."""
    found = [
        f"{name}= on <{tag}>"
        for name in given
        if name in ("style", "srcdoc") or HANDLER.match(name)
    ]
    found += [
        f"a script as address on <{tag}>"
        for value in given.values()
        if value.strip().lower().startswith("javascript:")
    ]
    if tag == "img" and "alt" not in given:
        found.append("an <img> without alt")
    if given.get("tabindex", "0").lstrip("-").isdigit() and int(given.get("tabindex", "0")) > 0:
        found.append(f"a tabindex above 0 on <{tag}>")
    return found


def read(html: str) -> Markup:
    """Return what the laws want to know of a page or of a template."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = reader.found
    found.headings = [" ".join(each.split()) for each in found.headings]
    found.title = " ".join(found.title.split())
    twice = sorted({each for each in found.ids if found.ids.count(each) > 1})
    found.faults += [f"the id {each} twice" for each in twice]
    return found


def page_faults(html: str) -> list[str]:
    """Return what is wrong with a whole page: title, one h1, language, nothing inline."""
    found = read(html)
    wrong = list(found.faults)
    name = found.title.rpartition("–")[0].strip()
    if not name:
        wrong.append("no title of its own")
    if len(found.headings) != 1 or not found.headings[0]:
        wrong.append(f"h1: {found.headings}")
    if found.language not in ("en", "fr"):
        wrong.append(f"language: {found.language!r}")
    return wrong
