# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Photos beside answers: read, turned upright, made smaller and written anew, so that nothing of where, when and by
whom they were made comes along. Who may read the inspection sees them.
"""

from io import BytesIO

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from PIL import Image, ImageOps, UnidentifiedImageError

from luwte_web.accounts.actors import Actor
from luwte_web.inspections.answering import draft
from luwte_web.inspections.asked import asked
from luwte_web.inspections.faults import NO_PICTURE, TOO_LARGE, TOO_MANY
from luwte_web.inspections.models import Inspection, Photo
from luwte_web.inspections.selectors import sheets_seen
from luwte_web.registry.refusals import ChangeRefused, refusal

MB = 1024 * 1024
LARGEST = 12 * MB  # bytes; what telephones make at most today (chosen by us)
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600  # pixels: small print on a door can still be read (chosen by us)
MOST = 6  # photos at one question
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP")


@transaction.atomic
def attach(actor: Actor, inspection: Inspection, norm: str, content: bytes) -> Photo:
    """Keep a photo beside an answer of a draft; what was attached already is not attached twice.

    Raises Http404 where there is no such question, and ChangeRefused where it is no photo or too large.
    """
    sheet = draft(actor, inspection)
    if norm not in asked(inspection):
        raise Http404
    picture = cleaned(content)
    there = list(sheet.photos.filter(norm=norm))
    same = next((photo for photo in there if bytes(photo.content) == picture), None)
    if same:
        return same
    if len(there) >= MOST:
        raise ChangeRefused(refusal(TOO_MANY, norm, limit=MOST))
    return Photo.objects.create(sheet=sheet, norm=norm, content=picture, added_at=timezone.now())


@transaction.atomic
def detach(actor: Actor, inspection: Inspection, number: int) -> None:
    """Remove a photo of one's own draft."""
    removed, _ = draft(actor, inspection).photos.filter(pk=number).delete()
    if not removed:
        raise Http404


def photo_seen(actor: Actor, inspection: Inspection, number: int) -> Photo:
    """A photo of a sheet that somebody reads; Http404 for any other."""
    photo = Photo.objects.filter(pk=number, sheet__in=sheets_seen(actor, inspection)).first()
    if photo is None:
        raise Http404
    return photo


def cleaned(content: bytes) -> bytes:
    """The picture alone, as JPEG: no place, time, camera or thumbnail comes along, whatever it came with."""
    if len(content) > LARGEST:
        raise ChangeRefused(refusal(TOO_LARGE, limit=LARGEST // MB))
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ChangeRefused(refusal(TOO_LARGE, limit=LARGEST // MB))
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ChangeRefused(refusal(NO_PICTURE)) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    written = BytesIO()
    bare.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
