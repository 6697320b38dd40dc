"""The papers of the demo office: short texts, in English and French. All invented."""

import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from throughcare.documents.inspection import LARGEST
from throughcare.documents.models import ContentText, Document, Kind, State
from throughcare.documents.parser import TEXT
from throughcare.documents.store import arriving, keep
from throughcare.record.loading import Loader

EVERY = 12
AT_MOST = 60


class Paper(NamedTuple):
    """A paper as it is kept: what it is, its name, and what it says of one file."""

    kind: Kind
    title: str
    file_name: str
    text: str


PAPERS = (
    Paper(
        Kind.LETTER,
        "Letter from the employer",
        "employer-letter.txt",
        "To the office.\n\nAbout file {number}: the person works with us from Monday to Thursday, "
        "7:00 to 15:30.\nWe can be called in the afternoon.\n\nNickel City Millwork (invented)\n",
    ),
    Paper(
        Kind.PROOF,
        "Attestation de présence, séances de groupe",
        "attestation-presence.txt",
        "Au bureau.\n\nDossier {number}\u00a0: la personne a suivi les quatre premières séances du "
        "groupe et a avisé de son absence à la cinquième.\n\nCentre du Carrefour (inventé)\n",
    ),
    Paper(
        Kind.CONSENT,
        "Consent to speak with the clinic",
        "consent-clinic.txt",
        "File {number}.\n\nI agree that my officer may ask the clinic whether I came to my "
        "appointments, and nothing more. I can take this back at any time.\n",
    ),
)


class File(Protocol):
    """A file of the world, by what this generator reads of it."""

    id: UUID
    number: str
    opened_on: date
    office_id: UUID


class World(Protocol):
    """The part of the generated world that is read here."""

    loader: Loader
    chance: Random
    today: date
    members: list[Any]

    def new_id(self) -> UUID: ...
    def moment(self, day: date, hour: int = 9, minute: int = 0) -> datetime: ...


def populate(world: World, cases: Iterable[File]) -> None:
    """Keep a paper on every twelfth file that has been open for a while, sixty at most."""
    staff: dict[UUID, list[Any]] = defaultdict(list)
    for member in world.members:
        if member.posting is not None:
            staff[member.posting.office_id].append(member)
    long_open = [case for case in cases if (world.today - case.opened_on).days > 30]
    for number, case in enumerate(long_open[::EVERY][:AT_MOST]):
        day = case.opened_on + timedelta(days=world.chance.randint(7, 28))
        there = [each for each in staff[case.office_id] if each.posting.starts_on <= day]
        if there:
            paper = PAPERS[number % len(PAPERS)]
            _keep(world, case, paper, world.chance.choice(there), world.moment(day, 14, 20))


def _keep(world: World, case: File, paper: Paper, by: Any, at: datetime) -> None:
    text = paper.text.format(number=case.number)
    with arriving(io.BytesIO(text.encode()), most=LARGEST) as arrival:
        keep(arrival)
    document = Document(
        id=world.new_id(),
        case_id=case.id,
        title=paper.title,
        kind=paper.kind,
        file_name=paper.file_name,
        sha256=arrival.sha256,
        size=arrival.size,
        media_type=TEXT,
        state=State.KEPT,
        kept_at=at,
        kept_by_id=by.id,
        kept_by_name=by.full_name,
    )
    world.loader.entry("documents.kept", by=by, recorded_at=at, case=case).add(document)
    words = ContentText(sha256=arrival.sha256, text=text.strip())
    world.loader.add_without_history(words)
