"""What the words of a command line are read as, and how wrong ones are refused."""

from datetime import date
from pathlib import Path

import pytest

from throughcare.kernel.reading.texts import LONGEST, Unfit
from throughcare.site import cli
from throughcare.site.cli import office, order_files, record
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.trouble import Trouble

READ = [
    ("record verify", {"case": None, "checkpoints": None}),
    ("record verify --case C-2026-00012", {"case": "C-2026-00012"}),
    ("record verify --checkpoints /a --checkpoints /b", {"checkpoints": ["/a", "/b"]}),
    ("record export C-1 out.zip", {"case": "C-1", "file": Path("out.zip"), "checkpoints": None}),
    ("record checkpoint --checkpoints /a", {"checkpoints": ["/a"]}),
    ("account export C-1 out.json", {"first": None, "last": None, "file": Path("out.json")}),
    (
        "account export C-1 --from 2026-01-31 --to 2026-02-28 out.json",
        {"first": date(2026, 1, 31), "last": date(2026, 2, 28), "case": "C-1"},
    ),
    ("account verify out.json", {"file": Path("out.json")}),
    ("pack show NCO --on 2026-01-31", {"code": "NCO", "on": date(2026, 1, 31), "lang": "en"}),
    ("pack show NCO --lang fr", {"on": None, "lang": "fr"}),
    ("pack check packs/on", {"folder": Path("packs/on")}),
    ("read-order -", {"file": "-", "made_on": None, "json": False}),
    ("read-order a.pdf --made-on 2026-03-01 --json", {"made_on": date(2026, 3, 1), "json": True}),
    ("import orders a.csv --by quill", {"what": "orders", "file": Path("a.csv"), "by": "quill"}),
    ("import caseload --template json", {"template": "json", "file": None, "dry_run": False}),
    ("demo load", {"what": "load", "size": "office", "demo": False}),
    ("demo reset --size province --demo", {"what": "reset", "size": "province", "demo": True}),
    ("run", {"demo": False, "with_parent": False}),
    ("run --demo --with-parent", {"demo": True, "with_parent": True}),
    ("doctor --json", {"json": True}),
    ("bench load --users 4", {"words": ["load", "--users", "4"]}),
    ("manage check --deploy", {"words": ["check", "--deploy"]}),
]
REFUSED = [
    ("record", "required: COMMAND"),
    ("record sign", "invalid choice: 'sign'"),
    ("record export C-1", "required: OUT.zip"),
    ("record export", "required: CASE, OUT.zip"),
    ("record chain --case C-1", "unrecognized arguments: --case C-1"),
    ("account", "required: WHAT"),
    ("account export C-1", "required: OUT.json"),
    ("account export C-1 --from soon out.json", "soon is not a day such as 2026-01-31"),
    ("account export C-1 --to 2026-02-30 out.json", "2026-02-30 is not a day"),
    ("account verify", "required: FILE"),
    ("pack show", "required: CODE"),
    ("pack show NCO --on soon", "'soon' is not a day. Write one such as 2026-01-31."),
    ("pack show NCO --lang de", "invalid choice: 'de'"),
    ("pack reference", "required: DIR"),
    ("read-order", "required: FILE"),
    ("import people a.csv", "invalid choice: 'people'"),
    ("import orders --template xml", "invalid choice: 'xml'"),
    ("import", "required: what"),
    ("run --demo=yes", "ignored explicit argument 'yes'"),
]


@pytest.mark.parametrize(("words", "meant"), READ, ids=[row[0] for row in READ])
def test_words_are_read_as_what_they_mean(words, meant):
    options = vars(cli.parser().parse_args(words.split()))

    assert {name: options[name] for name in meant} == meant
    assert callable(options["act"])


@pytest.mark.parametrize(("words", "complaint"), REFUSED, ids=[row[0] for row in REFUSED])
def test_wrong_words_are_refused_with_what_is_missing(capsys, words, complaint):
    with pytest.raises(SystemExit) as ended:
        cli.parser().parse_args(words.split())

    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("own", ["verify", "chain", "checkpoint", "rotate", "export"])
def test_each_command_of_the_record_leads_to_its_act(own):
    words = ["record", own, *(["C-1", "out.zip"] if own == "export" else [])]

    assert cli.parser().parse_args(words).act is getattr(record, own)


@pytest.mark.parametrize("words", ["import orders", "import orders a.csv", "import caseload"])
def test_what_is_brought_in_needs_a_file_and_a_name(capsys, words):
    assert cli.main(words.split()) == 1
    assert capsys.readouterr().err == (
        "throughcare: Name the file and who brings it in: throughcare import --help shows how.\n"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Keep the peace.", "Keep the peace."),
        ("Être à l’heure.".encode(), "Être à l’heure."),
        ("Être à l’heure.".encode("cp1252"), "Être à l’heure."),
    ],
    ids=["plain", "utf_8", "windows"],
)
def test_a_text_is_read_however_it_was_saved(tmp_path, content, text):
    path = tmp_path / "order.txt"
    path.write_bytes(content)

    assert order_files.text_of(str(path)) == (text, False)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unfit.EMPTY),
        (b" \n\t ", Unfit.NO_WORDS),
        (b"word " * (LONGEST // 5 + 1), Unfit.TOO_LONG),
        (b"x" * (4 * LONGEST + 1), Unfit.TOO_LONG),
        (b"Keep\x00 the peace.", Unfit.NOT_TEXT),
        (b"\x81\x8d\x8f", Unfit.NOT_TEXT),
        (b"12 - 34 ...", Unfit.NO_WORDS),
    ],
    ids=["empty", "blank", "long", "too_long_to_look_at", "nul", "no_encoding", "no_words"],
)
def test_what_is_no_order_is_refused_in_one_sentence(tmp_path, content, why):
    path = tmp_path / "order.txt"
    path.write_bytes(content)

    with pytest.raises(Trouble) as refused:
        order_files.text_of(str(path))

    assert str(refused.value) == order_files.SENTENCES[why]


@pytest.mark.parametrize("name", ["absent.txt", "."], ids=["absent", "folder"])
def test_what_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(Trouble, match=r" cannot be read: .+\.$"):
        order_files.text_of(str(tmp_path / name))


@pytest.mark.parametrize(
    ("embedded", "host", "asked", "allowed"),
    [
        (True, "127.0.0.1", False, True),
        (True, "0.0.0.0", False, False),
        (True, "0.0.0.0", True, True),
        (False, "127.0.0.1", False, False),
        (False, "127.0.0.1", True, True),
        (True, "[::1]", False, True),
        (True, "localhost", False, True),
        (True, "localhost.example", False, False),
        (True, "", False, False),
    ],
)
def test_where_demo_people_may_be_told_by_address(embedded, host, asked, allowed):
    addresses = Addresses("postgresql://a@/d", "postgresql://o@/d", embedded=embedded)

    assert office.demo_is_allowed(addresses, host=host, asked=asked) is allowed
