# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The account that lies beside the tables of a result: what they come from, and the hash of each."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from luwte.model.receipt import Receipt

RECEIPT_FORM = TypeAdapter(Receipt)


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def written(account: Mapping[str, Any]) -> bytes:
    """An account as a file, the same bytes for the same account."""
    return (json.dumps(account, indent=1, ensure_ascii=False) + "\n").encode()


def with_account(
    verb: str, name: str, receipt: Receipt, tables: Mapping[str, bytes], inputs: Mapping[str, str], **told: Any
) -> Mapping[str, bytes]:
    """The tables of a verb with its account under `name`; `inputs` are hashes of files, `told` what else it tells."""
    hashes = {file: sha256(content) for file, content in tables.items()}
    stated = RECEIPT_FORM.dump_python(receipt, mode="json")
    return {**tables, name: written({"verb": verb, **stated, **told, "inputs": inputs, "files": hashes})}
