# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The application on the library: artefacts kept in a database, and pages that show them."""
