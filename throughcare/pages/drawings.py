"""The drawings of marks, of how strong knowledge is, and of levels."""

from django.utils.safestring import SafeString, mark_safe

from throughcare.pages.marks import MARKS


def _drawing(width: int, height: int, content: str) -> SafeString:
    return mark_safe(  # noqa: S308 - the content is this module's own
        f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'aria-hidden="true" focusable="false">{content}</svg>'
    )


def mark_drawing(kind: str) -> SafeString:
    """Return the drawing of a mark.

    :raises KeyError: for a kind that is not in `MARKS`.
    """
    return _drawing(15, 15, MARKS[kind].shape)


def strength_drawing(level: int) -> SafeString:
    """Return five equal squares, as many filled as the knowledge is strong."""
    squares = "".join(
        f'<rect x="{10 * place + 0.5}" y=".5" width="7" height="8" stroke="currentColor" '
        f'fill="{"currentColor" if place < level else "none"}"/>'
        for place in range(5)
    )
    return _drawing(48, 9, squares)


def level_drawing(level: int) -> SafeString:
    """Return five rising bars, as many filled as the level is high."""
    bars = "".join(
        f'<rect x="{6 * place}" y="{8 - 2 * place}" width="4" height="{5 + 2 * place}" '
        + ('fill="currentColor"/>' if place < level else 'class="tc-rest"/>')
        for place in range(5)
    )
    return _drawing(28, 13, bars)
