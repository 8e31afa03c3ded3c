# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A distribution as tables and as a receipt: the files that the verb `distribute` writes, as bytes."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from luwte.law.published import residuals
from luwte.law.tasks import Tasks
from luwte.law.trace import written

SHARE_DECIMALS = 20  # a share rarely ends; twenty decimals are enough to redo every rounding of a country
TASK_COLUMNS = (
    "municipality",
    "indicative",
    "indicative_amv",
    "name",
    "province_code",
    "inhabitants",
    "weight",
    "key_used",
    "share",
)
PROVINCE_COLUMNS = ("province_code", "province", "indicative", "indicative_amv")
RECEIPT = "distribute.json"


def result_files(
    tasks: Tasks, *, software: str, dataset: str, national: Mapping[str, str] | None = None
) -> Mapping[str, bytes]:
    """tasks.csv, provinces.csv and the receipt, by name; `dataset` is the content hash of the input.

    `national` is the hash of the receipt of refreshed national tables, where these were taken.
    """
    tables = {"tasks.csv": _task_table(tasks), "provinces.csv": _province_table(tasks)}
    receipt = _receipt(tasks, software, dataset) | {"files": {name: _hash(text) for name, text in tables.items()}}
    receipt |= {"inputs": national} if national else {}
    return tables | {RECEIPT: (json.dumps(receipt, indent=2, ensure_ascii=False) + "\n").encode()}


def _task_table(tasks: Tasks) -> bytes:
    return _csv(
        TASK_COLUMNS,
        (
            (
                task.municipality,
                task.indicative,
                task.indicative_amv,
                task.name,
                task.province_code,
                task.inhabitants,
                written(task.weight),
                task.key_used.value,
                decimal_text(task.share),
            )
            for task in tasks.municipalities
        ),
    )


def _province_table(tasks: Tasks) -> bytes:
    rows = ((one.province_code, one.province, one.indicative, one.indicative_amv) for one in tasks.provinces)
    return _csv(PROVINCE_COLUMNS, rows)


def decimal_text(share: Fraction) -> str:
    """A share with twenty decimals, rounded; exact where it has no more."""
    with localcontext(prec=SHARE_DECIMALS + 10):
        number = Decimal(share.numerator) / Decimal(share.denominator)
        return f"{number.quantize(Decimal(1).scaleb(-SHARE_DECIMALS)):f}"


def _receipt(tasks: Tasks, software: str, dataset: str) -> dict[str, object]:
    weighted = sum((task.weight * task.inhabitants for task in tasks.municipalities), Fraction(0))
    return {
        "verb": "distribute",
        "software": software,
        "dataset": dataset,
        "parameters": tasks.parameters_hash,
        "cycle": tasks.cycle,
        "need": tasks.need,
        "need_amv": tasks.need_amv,
        "inhabitants_on": tasks.inhabitants_on.isoformat() if tasks.inhabitants_on else None,
        "key_used": tasks.key_used.value if tasks.key_used else None,
        "inhabitants": sum(task.inhabitants for task in tasks.municipalities),
        "weight_times_inhabitants": written(weighted),
        "sum": sum(task.indicative for task in tasks.municipalities),
        "findings": [{"code": one.kind.code, "subject": one.subject, **one.params} for one in tasks.findings],
        "residuals": [
            {
                "subject": one.figure.subject,
                "quantity": one.figure.quantity.value,
                "published": one.figure.places,
                "computed": one.computed,
                "mark": one.figure.mark.value,
                "source": one.figure.source,
            }
            for one in residuals(tasks)
        ],
    }


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
