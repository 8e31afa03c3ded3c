# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the server writes when something breaks: one line with a code, and no value of anybody's data."""

import logging
import os

from luwte.cli.group import error_code


class OneLine(logging.Formatter):
    """A fault as one line; LUWTE_DEBUG=1 adds where it happened."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one record."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return f"{record.levelname} {record.name}"
        line = f"{record.levelname} {record.name} {type(error).__name__} {error_code(error)}"
        if os.environ.get("LUWTE_DEBUG") != "1" or record.exc_info is None:
            return line
        return f"{line}\n{self.formatException(record.exc_info)}"
