# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A proposal in plain words: one maker of sentences for the command line, the pages and the letters."""

from luwte.reporting.explained.explain import Explanation, explain
from luwte.reporting.explained.voice import Voice, voice_for

__all__ = ["Explanation", "Voice", "explain", "voice_for"]
