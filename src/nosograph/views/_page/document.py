"""Write the page: one HTML file that needs nothing beside it.

All text of articles travels as JSON in a data block, in which no character can close the block. The page forbids itself
everything but its own script and style, by their checksums (Content Security Policy Level 3): should any text become
markup in spite of that, nothing of it would run or be fetched.
"""

import json
from base64 import b64encode
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from html import escape
from typing import Final

from nosograph import resources
from nosograph.errors import MissingPartError
from nosograph.graph import Graph
from nosograph.views._page.gathering import gather_page

_TITLE: Final = 200
"""Characters of a title that a window shows at most."""

_POLICY: Final = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'; connect-src 'none'"
)
_STYLE_NAME: Final = "__________cytoscape_stylesheet"
"""Under this name Cytoscape.js looks for its own rule, and adds a style sheet, which the policy forbids, without it."""

_DOCUMENT: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="nosograph">
<title>{title}</title>
<style id="{style_name}">{style}</style>
</head>
<body>
<noscript>This page draws a graph, for which it needs JavaScript. It loads nothing from elsewhere.</noscript>
<div id="nosograph"></div>
<script id="nosograph-data" type="application/json">{data}</script>
<script>{script}</script>
</body>
</html>
"""

_IN_A_DATA_BLOCK: Final = str.maketrans(
    {character: f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
)


def write_page(graph: Graph) -> bytes:
    """Write the graph, its articles' text and what shows them as one HTML file, UTF-8.

    Raises:
        GraphError: a claim lacks what an edge needs.
        MissingPartError: the page's script has not been built.
    """
    page = gather_page(graph)
    script, style = bundled("page.js"), bundled("page.css")
    # Written as the last: what stands in for a name is never looked through for further names.
    return _DOCUMENT.format(
        policy=_POLICY.format(script=_checksum(script), style=_checksum(style)),
        title=escape(page.title[:_TITLE]),
        style_name=_STYLE_NAME,
        style=style,
        data=json.dumps(asdict(page), ensure_ascii=False, separators=(",", ":")).translate(_IN_A_DATA_BLOCK),
        script=script,
    ).encode("utf-8", "replace")


@cache
def bundled(name: str) -> str:
    """Read the script or style sheet, in which nothing may close the element it is written into."""
    try:
        text = resources.text("web", "dist", name)
    except FileNotFoundError as error:
        mend = "run: python web/bundle.py, or pip install --force-reinstall nosograph"
        raise MissingPartError("the page's script is not built", where=f"web/dist/{name}", mend=mend) from error
    return text.strip().replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("</style", "<\\/style")


def _checksum(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
