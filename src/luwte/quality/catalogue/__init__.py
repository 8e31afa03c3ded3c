# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The norms as data: the catalogue that comes with Luwte, and any other that is mapped on it."""

from luwte.quality.catalogue.catalogue import Catalogue, Reference
from luwte.quality.catalogue.load import load_catalogue
from luwte.quality.catalogue.mapping import Counterpart, Match
from luwte.quality.catalogue.profiles import Profile

__all__ = ["Catalogue", "Counterpart", "Match", "Profile", "Reference", "load_catalogue"]
