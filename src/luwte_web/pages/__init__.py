# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Pages: what the published plan says, in words, figures and maps. They read; nothing here writes."""
