"""An open page, and what tests ask of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Dialog, Locator, Page, Request

READY = "performance.getEntriesByName('nosograph:ready').length > 0"


@dataclass(kw_only=True)
class Opened:
    """Hold an open page, and what it did that it should not."""

    page: Page
    wrongs: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note requests but that for the file itself, dialogs, messages to the console and errors."""
        self.page.on("request", self._asked)
        self.page.on("console", lambda message: self.wrongs.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrongs.append(f"error: {error}"))
        self.page.on("popup", lambda popup: self.wrongs.append(f"popup: {popup.url}"))
        self.page.on("dialog", self._spoke)

    def _spoke(self, dialog: Dialog) -> None:
        self.wrongs.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("file:", "blob:", "data:")):
            self.wrongs.append(f"request: {request.url}")

    def open(self, path: Path, state: str = "") -> "Opened":
        """Open a file, with a state in the hash."""
        self.page.goto(path.as_uri() + (f"#{state}" if state else ""))
        self.page.wait_for_function(READY)
        return self

    def where(self, name: str) -> tuple[float, float]:
        """Say where on the screen a claim's line or a thing is."""
        at = self.page.evaluate("name => nosograph.where(name)", name)
        assert at, f"{name} is not shown"
        return at["x"], at["y"]

    def click(self, name: str) -> None:
        """Click a claim's line or a thing in the graph."""
        self.page.mouse.click(*self.where(name))

    def shows(self, name: str) -> bool:
        """Say whether a claim's line or a thing is in the graph."""
        return self.page.evaluate("name => nosograph.where(name) !== null", name) is True

    def chosen(self) -> str:
        """Give the hash's choice: `claim=…` or `thing=…`."""
        words = self.page.evaluate("decodeURIComponent(location.hash.slice(1))").split("&")
        return next((word for word in words if word.startswith(("claim=", "thing="))), "")

    def details(self) -> str:
        """Give the text of what is told of the choice."""
        return self.page.locator(".details").inner_text()

    def control(self, name: str) -> Locator:
        """Give the button of a name."""
        return self.page.get_by_role("button", name=name, exact=True)


Opener = Callable[..., Opened]
"""Opens a file, with a state in the hash and the options of a browser context."""
