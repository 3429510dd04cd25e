from __future__ import annotations

import pytest
from click.testing import CliRunner

from seasoned.cli.asking import asked_path


@pytest.mark.parametrize("typed", ["{0}", "'{0}'", "{0}/nowhere\n{0}"])
def test_path_is_asked_until_it_is_there(tmp_path, typed):
    with CliRunner().isolation(input=typed.format(tmp_path) + "\n"):
        assert asked_path("Where?") == str(tmp_path)


def test_path_may_be_skipped_after_a_wrong_one(tmp_path):
    with CliRunner().isolation(input=f"{tmp_path}/nowhere\n\n"):
        assert asked_path("Where?") == ""
