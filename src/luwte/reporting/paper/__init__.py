# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Documents as accessible PDF (PDF/UA-1): what stands in them is data here, how it looks stands in `paper.typ`."""

from luwte.reporting.paper.blocks import (
    Beside,
    Block,
    Figure,
    Figures,
    Fine,
    Grid,
    Heading,
    NewPage,
    Note,
    Picture,
    Points,
    Question,
    Text,
)
from luwte.reporting.paper.pdf import Paper, to_pdf

__all__ = [
    "Beside",
    "Block",
    "Figure",
    "Figures",
    "Fine",
    "Grid",
    "Heading",
    "NewPage",
    "Note",
    "Paper",
    "Picture",
    "Points",
    "Question",
    "Text",
    "to_pdf",
]
