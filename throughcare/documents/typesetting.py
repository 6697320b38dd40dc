"""The making of papers: values set by a template as a tagged PDF."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst

PACKAGE = Path(__file__).resolve().parent.parent
# Tags for screen readers as PDF/UA-1 asks. That a paper conforms, only a full checker can say.
STANDARD: Final = "ua-1"


def pdf_of(template: Path, said: Mapping[str, Any], made_at: datetime) -> bytes:
    """Return a paper as PDF. The same values at the same moment give the same bytes.

    A template reads its values from the input `said`, as JSON: words of people are values and
    never become part of the template. It may take in files of this package, and nothing else:
    no font of the machine, nothing from a network.

    :raises typst.TypstError: the template is wrong.
    """
    return typst.compile(
        str(template),
        root=str(PACKAGE),
        format="pdf",
        sys_inputs={"said": json.dumps(said, ensure_ascii=False)},
        pdf_standards=STANDARD,
        ignore_system_fonts=True,
        timestamp=made_at.replace(microsecond=0),
    )
