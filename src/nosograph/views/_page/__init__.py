"""Graph to page: what is shown as plain values, and one HTML file that holds them, the script and the style."""

from nosograph.views._page.document import write_page
from nosograph.views._page.gathering import gather_page
from nosograph.views._page.payload import Page

__all__ = ["Page", "gather_page", "write_page"]
