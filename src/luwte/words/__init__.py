# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Words at the doors: one gettext catalogue that CLI, report and pages share.

Message ids are English. The Dutch translations stand in `words/nl/*.po`, one file per part of the house, and are
compiled into one catalogue with Babel (`python -m luwte.words.compile`, done by `make setup`).
"""

from luwte.words.translate import LANGUAGES, N_, Words, words_in

__all__ = ["LANGUAGES", "N_", "Words", "words_in"]
