# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the law: the cycle, the country and its provinces, what is offered, and what people decide."""
