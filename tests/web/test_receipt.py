# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The receipt at the foot of a page tells when a search was cut, and only then."""

import json
import shutil
from pathlib import Path

import pytest
from django.test import Client

from luwte.planning.files import ACCOUNT
from luwte_web.artefacts import services
from web.small_country import Folders

TOLD = {"/": "opnieuw gemaakt kan het een ander plan zijn", "/en/": "made again, the plan may be another"}


@pytest.fixture
def cut_short(db: None, folders: Folders, tmp_path: Path) -> None:
    """Publish the small country with a plan of which the search was cut."""
    shutil.copytree(folders.plan, tmp_path / "plan")
    account = json.loads((folders.plan / ACCOUNT).read_text(encoding="utf-8"))
    account["summary"]["receipt"]["cut"] = True
    (tmp_path / "plan" / ACCOUNT).write_text(json.dumps(account), encoding="utf-8")
    services.publish_folders(folders.tables, tmp_path / "plan")


@pytest.mark.usefixtures("cut_short")
@pytest.mark.parametrize("address", TOLD)
def test_the_receipt_tells_that_the_search_was_cut(client: Client, address: str) -> None:
    assert TOLD[address] in client.get(address).content.decode()


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("address", TOLD)
def test_the_receipt_says_nothing_of_a_search_that_ended_by_itself(client: Client, address: str) -> None:
    assert TOLD[address] not in client.get(address).content.decode()
