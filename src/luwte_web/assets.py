# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Lay the front-end packages that `package-lock.json` pins where pages and documents find them.

    npm ci --ignore-scripts && python -m luwte_web.assets

`make setup` does both. Nothing of these packages is committed; a built wheel contains what is laid out here. Pages and
documents are set in one typeface: for browsers as WOFF2, for documents as TrueType.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "node_modules"
VENDOR = Path(__file__).parent / "static" / "vendor"
TYPEFACE = PACKAGES / "@fontsource-variable" / "source-sans-3"
FONTS = ("source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2")
DOCUMENT_FONTS = Path(__file__).parents[1] / "luwte" / "reporting" / "paper" / "fonts"
DOCUMENT_TYPEFACE = PACKAGES / "@expo-google-fonts" / "source-sans-3"
STYLES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")
UTRECHT = PACKAGES / "@utrecht"
COMPONENTS = (
    "root", "body", "page-layout", "page-header", "page-body", "page-footer", "skip-link", "nav-bar",
    "breadcrumb-nav", "heading-1", "heading-2", "heading-3", "paragraph", "link", "unordered-list", "table",
    "data-list", "number-data", "status-badge", "alert", "form-field", "form-label", "textbox", "select",
    "button", "button-link", "pagination",
)  # fmt: skip
BANNER = "/* NL Design System: Utrecht components, EUPL-1.2; see utrecht.LICENSE.md beside this file */"


def lay_out() -> None:
    """Copy what pages and documents use; raises FileNotFoundError where the packages are not installed."""
    lay_out_pages()
    lay_out_documents()


def lay_out_pages() -> None:
    """The style sheets and the typeface of the pages."""
    sheets = [(UTRECHT / f"{name}-css" / "dist" / "index.min.css").read_text("utf-8") for name in COMPONENTS]
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    (VENDOR / "utrecht.css").write_text("\n".join((BANNER, *sheets)), encoding="utf-8")
    shutil.copyfile(UTRECHT / "component-library-css" / "LICENSE.md", VENDOR / "utrecht.LICENSE.md")
    for font in FONTS:
        shutil.copyfile(TYPEFACE / "files" / font, VENDOR / font)
    shutil.copyfile(TYPEFACE / "LICENSE", VENDOR / "source-sans-3.LICENSE.txt")


def lay_out_documents() -> None:
    """The typeface of documents, in the styles that they use."""
    shutil.rmtree(DOCUMENT_FONTS, ignore_errors=True)
    DOCUMENT_FONTS.mkdir(parents=True)
    for style in STYLES:
        name = f"SourceSans3_{style}.ttf"
        shutil.copyfile(DOCUMENT_TYPEFACE / style / name, DOCUMENT_FONTS / name)
    shutil.copyfile(DOCUMENT_TYPEFACE / "LICENSE_FONT", DOCUMENT_FONTS / "LICENSE.txt")


def main() -> int:
    """Run from the command line."""
    try:
        lay_out()
    except FileNotFoundError as missing:
        sys.stderr.write(f"{missing.filename} is not there. Run make setup, or: npm ci --ignore-scripts\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
