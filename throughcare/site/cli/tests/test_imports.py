"""`throughcare import` at the shell: templates, and what is missing is said."""

import pytest

from throughcare.site import cli


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Name the file and who brings it in"),
        (["orders.csv"], "Name the file and who brings it in"),
        (["--by", "gervais"], "Name the file and who brings it in"),
    ],
)
@pytest.mark.parametrize("what", ["orders", "caseload"])
def test_what_is_missing_is_said_in_a_sentence(capsys, what, words, said):
    assert cli.main(["import", what, *words]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("what", ["people", "contacts"])
def test_nothing_else_is_brought_in(capsys, what):
    with pytest.raises(SystemExit):
        cli.main(["import", what, "file.csv"])

    assert "invalid choice" in capsys.readouterr().err
