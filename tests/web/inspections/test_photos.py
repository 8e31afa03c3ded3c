# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A photo comes in with a place, a time and a camera, and stays as a picture alone."""

from io import BytesIO

import pytest
from django.http import Http404
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from luwte.model.quality import Answer
from luwte_web.inspections import photos
from luwte_web.inspections.handing_in import hand_in
from luwte_web.inspections.models import Inspection, Photo
from luwte_web.registry.refusals import ChangeRefused
from web.inspections.looking import COLLEAGUE, GATE, INSPECTOR, TEAM, WHY, says

GPS, ORIENTATION, MAKE, TAKEN = 0x8825, 0x0112, 0x010F, 0x0132
TURNED = 6  # a quarter to the left of how it is to be seen
SECRETS = (b"Exif", b"Fairphone", b"2026:11:21", b"GPSLatitude", b"xmpmeta", b"ICC_PROFILE", b"a remark")


def telling(kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture that tells where, when and with what it was made."""
    exif, written = Image.Exif(), BytesIO()
    exif[ORIENTATION], exif[MAKE], exif[TAKEN] = TURNED, "Fairphone", "2026:11:21 10:00:00"
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 22.0, 0.0), 3: "E", 4: (4.0, 53.0, 0.0)})
    more: dict[str, object] = {"exif": exif, "icc_profile": b"ICC_PROFILE"}
    more |= {"xmp": b"<x:xmpmeta>GPSLatitude</x:xmpmeta>"} if kind != "PNG" else {}
    more |= {"comment": b"a remark"} if kind == "JPEG" else {}
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", "a remark")
        more["pnginfo"] = info
    Image.new("RGB", size, "green").save(written, kind, **more)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_where_and_when_comes_along(kind: str) -> None:
    content = telling(kind)
    assert any(secret in content for secret in SECRETS)
    cleaned = photos.cleaned(content)
    assert not [secret for secret in SECRETS if secret in cleaned]
    with Image.open(BytesIO(cleaned)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (40, 60))
        assert not dict(kept.getexif())
        assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_large_photo_is_made_smaller() -> None:
    with Image.open(BytesIO(photos.cleaned(telling("JPEG", (4000, 3000))))) as kept:
        assert max(kept.size) == photos.LONGEST_SIDE


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", telling("JPEG")[:300], b"\xff\xd8\xff" + b"\0" * 50])
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(ChangeRefused) as told:
        photos.cleaned(content)
    assert [finding.kind.code for finding in told.value.findings] == ["inspection_no_picture"]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_sorts_of_pictures_are_refused(kind: str) -> None:
    written = BytesIO()
    Image.new("RGB", (10, 10)).save(written, kind)
    with pytest.raises(ChangeRefused):
        photos.cleaned(written.getvalue())


def test_a_photo_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = telling("JPEG")
    for limit, value in (("LARGEST", len(content) - 1), ("MOST_PIXELS", 100)):
        with monkeypatch.context() as less:
            less.setattr(photos, limit, value)
            with pytest.raises(ChangeRefused) as told:
                photos.cleaned(content)
        assert [finding.kind.code for finding in told.value.findings] == ["inspection_too_large"]


@pytest.mark.django_db
def test_a_photo_belongs_to_a_draft_and_goes_when_the_inspection_goes(visit: Inspection) -> None:
    kept = photos.attach(INSPECTOR, visit, GATE, telling("JPEG"))
    assert photos.attach(INSPECTOR, visit, GATE, telling("JPEG")) == kept
    assert photos.photo_seen(INSPECTOR, visit, kept.pk) == kept
    for stranger in (COLLEAGUE, TEAM):
        with pytest.raises(Http404):
            photos.photo_seen(stranger, visit, kept.pk)
    with pytest.raises(Http404):
        photos.detach(COLLEAGUE, visit, kept.pk)
    says(INSPECTOR, visit, GATE, Answer.MET)
    hand_in(INSPECTOR, visit, WHY)
    assert photos.photo_seen(COLLEAGUE, visit, kept.pk) == kept
    with pytest.raises(Http404):
        photos.detach(INSPECTOR, visit, kept.pk)
    visit.delete()
    assert not Photo.objects.exists()
