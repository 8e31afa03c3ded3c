# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The norms for everybody to read: what is asked, where it comes from, how sure that is, and where it is not met."""
