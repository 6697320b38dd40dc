"""How somebody works a page: with a mouse, or with the keyboard alone. Both do the same things."""

from dataclasses import dataclass

from playwright.sync_api import Page

# A focus that nobody sees is a focus nobody has: an outline, a shadow or another ground.
SEEN = """() => {
    const on = document.activeElement, style = getComputedStyle(on);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const beside = on.nextElementSibling && getComputedStyle(on.nextElementSibling);
    const marked = beside && beside.outlineStyle !== 'none' && parseFloat(beside.outlineWidth) > 0;
    return outlined || marked || style.boxShadow !== 'none'
        || style.backgroundColor === 'rgb(246, 201, 69)';
}"""
MOST = 150


def press_enter(page: Page) -> None:
    """Press Enter, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, matches: str, most: int = 60) -> None:
    """Press Tab until what has the focus matches a selector, and is seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if has_focus(page, matches):
            assert page.evaluate(SEEN), f"the focus on {matches} cannot be seen"
            return
    raise AssertionError(f"{most} presses of Tab do not lead to {matches} on {page.url}")


def has_focus(page: Page, matches: str) -> bool:
    """Say whether what has the focus matches a selector."""
    return page.evaluate(f"document.activeElement.matches({matches!r})")


@dataclass(frozen=True)
class Mouse:
    """Points and presses."""

    page: Page

    def write(self, field: str, words: str) -> None:
        """Write into a field, instead of what stands there."""
        self.page.locator(field).fill(words)

    def choose(self, answer: str) -> None:
        """Choose one of several answers."""
        self.page.locator(answer).first.check(force=True)

    def pick(self, field: str, number: int) -> None:
        """Pick the answer of a number in a list; the first is 0."""
        self.page.locator(field).select_option(index=number)

    def press(self, button: str, letter: str = "") -> None:
        """Press a link or a button that leads on to a page; no letter is needed."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()


@dataclass(frozen=True)
class Keys:
    """Touches the keyboard only, and sees at each step where the focus is."""

    page: Page

    def write(self, field: str, words: str) -> None:
        """Write into a field, instead of what stands there."""
        tab_to(self.page, field, MOST)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)

    def choose(self, answer: str) -> None:
        """Go to the answers, and along them with the arrows."""
        name = self.page.locator(answer).first.get_attribute("name")
        tab_to(self.page, f'[name="{name}"]', MOST)
        for _ in range(self.page.locator(f'[name="{name}"]').count()):
            if has_focus(self.page, answer):
                break
            self.page.keyboard.press("ArrowDown")
        assert has_focus(self.page, answer), f"the arrows do not lead to {answer}"
        if not has_focus(self.page, ":checked"):
            self.page.keyboard.press("Space")

    def pick(self, field: str, number: int) -> None:
        """Pick the answer of a number in a list; the first is 0."""
        tab_to(self.page, field, MOST)
        for _ in range(number):
            self.page.keyboard.press("ArrowDown")

    def press(self, button: str, letter: str = "") -> None:
        """Go to a link or a button and press Enter, or press the letter that stands for it."""
        if letter:
            with self.page.expect_navigation():
                self.page.keyboard.press(letter)
        else:
            tab_to(self.page, button, MOST)
            press_enter(self.page)


# Each journey is gone in these three ways.
WAYS = {"en": ("en", Mouse), "fr": ("fr", Mouse), "keyboard": ("en", Keys)}
Hands = Mouse | Keys
