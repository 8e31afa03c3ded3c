# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of the log in the terms of the Dutch standard Logboek dataverwerkingen, one span for each line.

Read from the working version 0.8.0 of Logius (interface of the component Logboek). What the standard leaves to who
uses it, and what of this is ours, stands in decision 13.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import TypeAlias

from luwte_web.audit import chain
from luwte_web.audit.acts import Act
from luwte_web.audit.check import Row
from luwte_web.audit.tokens import NAMED_BY_THEIR_KEY

STANDARD = "Logboek dataverwerkingen 0.8.0"
TRACE_LENGTH = 32  # 16 bytes, hexadecimal
SPAN_LENGTH = 16  # 8 bytes, hexadecimal
UNSET, OK = "STATUS_CODE_UNSET", "STATUS_CODE_OK"

Pair: TypeAlias = Mapping[str, str | int]


def spans(rows: Iterable[Row], register: str) -> Iterator[Mapping[str, object]]:
    """Each line as the standard's interface has it. `register` is the address of the organisation's register of
    processing activities, to which the act is added.
    """
    resource = {"attributes": _pairs({"service.name": "luwte", "service.version": version("luwte")})}
    for row in rows:
        moment = round(chain.read(row.moment).timestamp() * 1000)
        yield {
            "trace_id": row.seal[:TRACE_LENGTH],
            "span_id": row.seal[TRACE_LENGTH : TRACE_LENGTH + SPAN_LENGTH],
            "status_code": UNSET if row.act == Act.LOGIN_FAILED else OK,
            "name": row.act,
            "start_time": moment,
            "end_time": moment,
            "resource": resource,
            "attributes": _pairs(_attributes(row, register)),
        }


def _attributes(row: Row, register: str) -> dict[str, str | int]:
    told: dict[str, str | int] = {
        "dpl.core.processing_activity_id": f"{register.rstrip('/')}/{row.act.replace('_', '-')}"
    }
    if row.kind in NAMED_BY_THEIR_KEY:
        told["dpl.luwte.thing"] = f"{row.kind}:{row.thing}"
    else:
        told["dpl.core.data_subject_id"] = row.thing
        told["dpl.core.data_subject_id_type"] = f"luwte:{row.kind}"
    return told | {
        "dpl.luwte.actor": row.actor,
        "dpl.luwte.number": row.number,
        "dpl.luwte.seal": row.seal,
        "dpl.luwte.previous": row.previous,
    }


def _pairs(told: Mapping[str, str | int]) -> list[Pair]:
    return [{"key": key, "value": value} for key, value in told.items()]
