# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Documents as accessible PDF (PDF/UA-1): what stands in them is data here, how it looks stands in `paper.typ`."""

from luwte.reporting.paper.blocks import Block, Figure, Figures, Grid, Heading, Note, Picture, Points, Question, Text
from luwte.reporting.paper.pdf import Paper, to_pdf

__all__ = [
    "Block",
    "Figure",
    "Figures",
    "Grid",
    "Heading",
    "Note",
    "Paper",
    "Picture",
    "Points",
    "Question",
    "Text",
    "to_pdf",
]
