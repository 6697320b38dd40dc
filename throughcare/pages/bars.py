"""A bar in the row of its figure: it grows from zero, and what is over the limit is hatched."""

from django.utils.safestring import SafeString, mark_safe

STEP = 4  # between the lines of the hatching


def bar_drawing(value: float, most: float, limit: float | None = None) -> SafeString:
    """Return a bar for a value of a column whose largest is `most`.

    A limit is an ink tick; what lies over it is hatched. The figure beside the bar is what a
    screen reader reads.
    """
    whole = max(most, limit or 0, value, 0.0001)
    end = _share(value, whole)
    kept = min(end, _share(limit, whole)) if limit is not None else end
    drawn = f'<rect width="{kept:g}" height="9" fill="currentColor"/>'
    if end > kept:
        lines = "".join(f"M{kept + x:g} 9l4-9" for x in range(0, round(end - kept), STEP))
        drawn += (
            f'<path d="{lines}M{kept:g} .5H{end:g}M{kept:g} 8.5H{end:g}M{end:g} 0V9" fill="none" '
            'stroke="currentColor"/>'
        )
    if limit is not None:
        drawn += f'<path class="tc-bar-limit" d="M{_share(limit, whole):g} 0V9"/>'
    return mark_safe(  # noqa: S308 - numbers only
        '<svg class="tc-bar-drawing" viewBox="0 0 100 9" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{drawn}</svg>'
    )


def _share(value: float, whole: float) -> float:
    return round(100 * max(value, 0) / whole, 1)
