# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The provincial table as its reader may see it, and the commissioner's report of it as a document or a workbook."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from luwte.law.tasks import ProvinceTask
from luwte.model.dataset import Dataset
from luwte.model.findings import InputRefused
from luwte.model.receipt import software
from luwte.planning.law.province import provincial_table
from luwte.planning.law.provincial import ProvincialTable
from luwte.reporting.law import province as in_words
from luwte_web.pages.downloads import XLSX_TYPE
from luwte_web.pages.law.asked import AskedOfLaw, asked_of_law
from luwte_web.pages.law.cycle import pdf

FORMS_OF_REPORT = ("pdf", "xlsx")


def chosen(asked: AskedOfLaw, code: str) -> ProvinceTask:
    """The province with a code; Http404 where there is none."""
    for one in asked.tasks.provinces:
        if one.province_code == code:
            return one
    raise Http404


def seen(asked: AskedOfLaw, here: ProvinceTask) -> ProvincialTable:
    """The table of a province; exchanges that the Act does not allow raise InputRefused."""
    return provincial_table(tables_seen(asked), asked.tasks, here, asked.on)


def tables_seen(asked: AskedOfLaw) -> Dataset:
    """The tables; of a real country the conditions of offers are for who signed in, for they are free text."""
    dataset = asked.dataset
    if asked.is_live or dataset.synthetic:
        return dataset
    return replace(dataset, offers=tuple(replace(offer, conditions=None) for offer in dataset.offers))


@require_safe
def province_paper(request: HttpRequest, province: str, form: str) -> HttpResponse:
    """The commissioner's report of a province as a document (PDF/UA-1) or a workbook."""
    asked = asked_of_law(request)
    if asked is None:
        return render(request, "luwte/nothing_yet.html")
    if form not in FORMS_OF_REPORT:
        raise Http404
    here, words, synthetic = chosen(asked, province), asked.reader.words, asked.dataset.synthetic
    try:
        found = seen(asked, here)
    except InputRefused:
        raise Http404 from None
    name = f"province-{province}-{asked.cycle}-{asked.on.isoformat()}"
    if form == "pdf":
        return pdf(in_words.pdf(found, asked.names, software(), words, synthetic=synthetic), name)
    return _book(in_words.workbook(found, asked.names, software(), words, synthetic=synthetic), name)


def _book(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="luwte-{name}.xlsx"'}
    return HttpResponse(content, content_type=XLSX_TYPE, headers=headers)
