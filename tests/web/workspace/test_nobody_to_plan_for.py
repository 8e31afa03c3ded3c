# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Where nobody was brought in yet, a plan says so, and how to begin."""

import pytest

from luwte_web.accounts.actors import Actor
from luwte_web.workspace import jobs, making
from luwte_web.workspace.models import JobState
from luwte_web.workspace.pulse import Pulse
from luwte_web.workspace.refusals import EMPTY
from web.workspace.country import DAY


@pytest.mark.django_db
def test_an_empty_registry_says_so(officer: Actor) -> None:
    asked = jobs.ask(officer, jobs.Wanted(DAY))
    making.make(asked.key, Pulse(asked.key))
    job = jobs.progress(asked.key)
    assert (job.state, job.failure) == (JobState.FAILED, [{"what": EMPTY.what, "mend": EMPTY.mend, "params": {}}])
