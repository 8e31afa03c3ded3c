# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Photos, drafts and sheets of inspections go when their term is over, and no day before; what counts stays."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from PIL import Image

from luwte.model.findings import InputRefused
from luwte.model.periods import months_later
from luwte.model.quality import Answer, Method
from luwte.quality.catalogue import Profile
from luwte_web.accounts.actors import SYSTEM
from luwte_web.audit import selectors as log
from luwte_web.audit.models import Line
from luwte_web.inspections import photos
from luwte_web.inspections.gaps import agree
from luwte_web.inspections.handing_in import hand_in
from luwte_web.inspections.models import Given, Inspection, Photo, Sheet
from luwte_web.inspections.planning import Wanted, call_off, plan
from luwte_web.records import inspections as kept
from luwte_web.records.inspection_terms import BUNDLED, Kept, load_inspection_terms
from luwte_web.registry.models import Assessment, Improvement
from luwte_web.registry.refusals import ChangeRefused
from web.inspections.looking import GATE, HERE, INSPECTOR, TO_DO, WHY, looked, says
from web.people import few
from web.people.few_tables import TODAY

TERMS = load_inspection_terms()
NOTHING = dict.fromkeys(Kept, 0)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


@pytest.fixture
def people(db: None, tmp_path: Path) -> None:
    few.come(tmp_path)


def with_photo() -> Inspection:
    """A visit that found a gap, with a photo of it, handed in."""
    made = plan(INSPECTOR, HERE, Wanted(Profile.EMERGENCY, Method.VISIT, TODAY), WHY)
    says(INSPECTOR, made, GATE, Answer.NOT_MET)
    agree(INSPECTOR, made, GATE, TO_DO)
    written = BytesIO()
    Image.new("RGB", (8, 8)).save(written, "JPEG")
    photos.attach(INSPECTOR, made, GATE, written.getvalue())
    hand_in(INSPECTOR, made, WHY)
    return made


def ago(inspection: Inspection, years: int, *, but_days: int = 0) -> None:
    """Let an inspection have been so many years ago, or some days less."""
    day = months_later(TODAY, -12 * years) + timedelta(days=but_days)
    Inspection.objects.filter(pk=inspection.pk).update(on=day)


def retain() -> dict[Kept, int]:
    return dict(kept.retain(SYSTEM, TERMS, "the term is over"))


@pytest.mark.parametrize("what", Kept)
def test_nothing_goes_a_day_before_its_term(what: Kept) -> None:
    made = (
        plan(INSPECTOR, HERE, Wanted(Profile.FULL, Method.VISIT, TODAY), WHY) if what is Kept.DRAFTS else with_photo()
    )
    ago(made, TERMS.of(what).years, but_days=1)
    assert kept.over_term(TERMS)[what] == 0
    retain()
    assert Inspection.objects.filter(pk=made.pk).exists()
    ago(made, TERMS.of(what).years)
    assert kept.over_term(TERMS)[what] == retain()[what] == 1


def test_a_photo_goes_and_everything_that_was_said_stays() -> None:
    made = with_photo()
    ago(made, TERMS.of(Kept.PHOTOS).years)
    assert retain() == {**NOTHING, Kept.PHOTOS: 1}
    assert not Photo.objects.exists()
    assert Given.objects.get(sheet__inspection=made).answer is Answer.NOT_MET
    assert made.steps.get().action == TO_DO.action


def test_what_nobody_handed_in_or_was_called_off_goes_sooner_than_what_counts() -> None:
    left, dropped = (plan(INSPECTOR, HERE, Wanted(Profile.FULL, Method.VISIT, TODAY), WHY) for _ in range(2))
    call_off(INSPECTOR, dropped, WHY)
    done = with_photo()
    for each in (left, dropped, done):
        ago(each, TERMS.of(Kept.DRAFTS).years)
    assert retain() == {**NOTHING, Kept.DRAFTS: 2}
    assert list(Inspection.objects.all()) == [done]


def test_a_whole_inspection_goes_while_the_registry_knows_what_it_found_and_the_visit_after_it_stays() -> None:
    made = with_photo()
    after = looked(INSPECTOR, Method.VISIT, TODAY - timedelta(days=1), {GATE: Answer.MET}, after=made.key)
    ago(made, TERMS.of(Kept.INSPECTIONS).years)
    assert retain() == {**NOTHING, Kept.PHOTOS: 1, Kept.INSPECTIONS: 1}
    assert [one.pk for one in Inspection.objects.filter(after=None)] == [after.pk]
    assert Sheet.objects.count() == 1
    assert Assessment.objects.known().filter(indicator=GATE, answer=Answer.NOT_MET).exists()
    assert Improvement.objects.known().get().action == TO_DO.action


def test_the_log_of_the_location_says_what_went_and_stays_whole() -> None:
    ago(with_photo(), TERMS.of(Kept.PHOTOS).years)
    retain()
    assert '"removed":{"photos":1}' in str(Line.objects.order_by("number").last().content)  # type: ignore[union-attr]
    assert list(log.faults()) == []
    before = Line.objects.count()
    assert retain() == NOTHING
    assert Line.objects.count() == before


def test_without_a_reason_nothing_goes() -> None:
    ago(with_photo(), TERMS.of(Kept.INSPECTIONS).years)
    with pytest.raises(ChangeRefused):
        kept.retain(SYSTEM, TERMS, " ")
    assert Photo.objects.exists()


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ({"photos": 2, "drafts": 1}, "each of photos, drafts and inspections"),
        ({"photos": 11, "drafts": 1, "inspections": 10}, "not kept longer"),
        ({"photos": 0, "drafts": 1, "inspections": 10}, "greater than or equal to 1"),
    ],
)
def test_terms_of_ones_own_are_checked(years: dict[str, int], told: str, tmp_path: Path) -> None:
    bundled = {each["what"]: each for each in yaml.safe_load(BUNDLED.read_text())["terms"]}
    own = tmp_path / "terms.yaml"
    own.write_text(yaml.safe_dump({"terms": [{**bundled[what], "years": each} for what, each in years.items()]}))
    with pytest.raises(InputRefused) as refused:
        load_inspection_terms(own)
    assert told in refused.value.findings[0].params["reason"]


def test_of_the_29th_of_february_the_term_ends_on_the_28th() -> None:
    term = TERMS.of(Kept.DRAFTS)
    assert not term.is_over(date(2024, 2, 29), date(2025, 2, 27))
    assert term.is_over(date(2024, 2, 29), date(2025, 2, 28))
