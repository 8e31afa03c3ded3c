# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""A pair of bars, before and after, as inline SVG beside the figures it shows."""

from luwte.planning.summary import Count

WIDTH, HEIGHT = 200, 22


def pair(count: Count, most: int) -> str:
    """Two bars on the scale of `most` persons: before above in outline, after below in full."""
    scale = (WIDTH - 4) / max(1, most)
    before, after = round(count.before * scale, 1), round(count.after * scale, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="before" x="1" y="2" width="{before:g}" height="7"/>'
        f'<rect class="after" x="1" y="12" width="{after:g}" height="8"/></svg>'
    )
