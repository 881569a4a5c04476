"""One way to the servers: credentials, patience, and whatever goes wrong as one line.

Credentials come from NOSOGRAPH_TOKEN (bearer), from NOSOGRAPH_USER and NOSOGRAPH_PASSWORD, or from netrc; they are
sent to the one server that was named (redirects are not followed), and no message holds them.
"""

import os
import random
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth

from nosograph.errors import StoreError

_Made = TypeVar("_Made")
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
"""Statuses that may pass: too many requests, and what the server could not do now."""
_TAG: Final = re.compile(r"(?is)<(style|script|title|h1)\b.*?</\1>|<[!/a-z][^<>]*>")
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""RFC 6750, 2.1."""
_CREDENTIALS: Final = "set NOSOGRAPH_USER and NOSOGRAPH_PASSWORD, or NOSOGRAPH_TOKEN, or add the server to ~/.netrc"
_MENDS: Final[Mapping[int, str]] = {
    401: _CREDENTIALS,
    403: "ask for the right to write there, or " + _CREDENTIALS,
    404: "check the address; for a server of another kind give --preset",
    405: "check the address, and that the server was started for writing; for one of another kind give --preset",
    413: "raise the server's limit on the size of a request",
    507: "free some space on the server",
}


class PassingError(StoreError):
    """Something that may pass; `after` is the number of seconds the server asked for, None where it asked for none."""

    def __init__(self, seen: str, *, where: str, mend: str = "", after: float | None = None) -> None:
        """Hold the line's parts and the seconds."""
        super().__init__(seen, where=where, mend=mend)
        self.after = after


class RefusedError(StoreError):
    """A refusal; `status` is HTTP's."""

    def __init__(self, seen: str, *, where: str, mend: str, status: int) -> None:
        """Hold the line's parts and the status."""
        super().__init__(seen, where=where, mend=mend)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Say how often to try, and how long to wait before the second time; each wait is twice the one before."""

    tries: int = 7
    first: float = 0.5
    most: float = 30.0
    sleep: Callable[[float], None] = time.sleep

    def brief(self) -> "Patience":
        """Give the patience for a first word: where nobody answers it, nobody waits for what comes after."""
        return replace(self, tries=min(self.tries, 3))

    def keep(self, act: Callable[[], _Made]) -> _Made:
        """Do it until it succeeds, something other than a passing error is raised, or the tries are used up."""
        for number in range(1, self.tries):
            try:
                return act()
            except PassingError as error:
                wait = min(self.first * 2 ** (number - 1), self.most) * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries
                self.sleep(max(wait, min(error.after or 0.0, self.most)))
        return act()


class NoAuthentication(AuthBase):
    """Send no credentials, whatever requests would find by itself."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Give the request as it is."""
        return request


class Bearer(AuthBase):
    """Send a token (RFC 6750)."""

    def __init__(self, token: str) -> None:
        """Hold the token."""
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the header."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def authentication(url: str, way: str | None) -> AuthBase:
    """Find the credentials for a server; none where no way is given.

    Raises:
        StoreError: `way` is bearer, and there is no token; or what is there is none.
    """
    if way is None:
        return NoAuthentication()
    token = os.environ.get("NOSOGRAPH_TOKEN", "").strip()
    user = os.environ.get("NOSOGRAPH_USER")
    if way == "bearer" or (token and not user):
        if not token:
            raise StoreError("there is no token", where=place(url), mend="set NOSOGRAPH_TOKEN")
        if not _TOKEN.fullmatch(token):
            raise StoreError("NOSOGRAPH_TOKEN holds what is no bearer token", where=place(url), mend="set it anew")
        return Bearer(token)
    pair = (user, os.environ.get("NOSOGRAPH_PASSWORD", "")) if user else get_netrc_auth(url)
    return _WAYS[way](*pair) if pair else NoAuthentication()


def _basic(user: str, password: str) -> AuthBase:
    """Send both as UTF-8, as servers take them today (RFC 7617, 2.1)."""
    return HTTPBasicAuth(user.encode(), password.encode())


_WAYS: Final[Mapping[str, Callable[[str, str], AuthBase]]] = {"basic": _basic, "digest": HTTPDigestAuth}


def checked(url: str) -> str:
    """Give the address back where it can be used, and holds no password.

    Raises:
        StoreError: it holds one, or names no host.
    """
    parts = urlsplit(url)
    if "@" in url:  # wherever: a password may hold what ends a host
        seen = "the address holds credentials, where others can read them"
        raise StoreError(seen, where=place(url), mend=_CREDENTIALS + "; an @ of the address itself is written %40")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise StoreError("it is no http(s) address of a server", where=place(url), mend="give http://host:port/…")
    return url


def place(url: str) -> str:
    """Name an address in a message: without credentials, query and fragment.

    >>> place("https://me:secret@example.org:3030/ds/data?graph=x")
    'https://example.org:3030/ds/data'
    """
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[?#]', rest.rpartition('@')[2])[0]}"


class Wire:
    """Hold a session with one server."""

    def __init__(self, url: str, *, way: str | None = "basic", timeout: float = 600.0) -> None:
        """Take the address; `timeout` is how long the server may be silent, in seconds."""
        self._session = requests.Session()
        self._session.auth = authentication(checked(url), way)
        self._timeout = (10.0, timeout)

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: Iterable[bytes] | Mapping[str, str] | None = None,
        accepted: frozenset[int] = frozenset(),
    ) -> requests.Response:
        """Send one request, once; the answer's body is not read yet.

        Raises:
            PassingError: the server is not there, hung up or has a trouble of its own.
            StoreError: it refuses.
        """
        try:
            answer = self._session.request(
                method,
                url,
                headers=headers,
                data=body,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            )
            if (answer.ok and not answer.is_redirect) or answer.status_code in accepted:
                return answer
            with answer:
                raise refusal(answer, url)
        except requests.exceptions.SSLError as error:
            seen = f"no safe connection: {_cause(error)}"
            raise StoreError(seen, where=place(url), mend="check the certificate") from error
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as error:
            mend = "check that the server runs and can be reached, then load again"
            raise PassingError(f"no connection: {_cause(error)}", where=place(url), mend=mend) from error
        except (requests.RequestException, UnicodeError) as error:
            seen = f"it cannot be asked: {_cause(error)}"
            raise StoreError(seen, where=place(url), mend="check the address") from error


def refusal(answer: requests.Response, url: str) -> StoreError:
    """Make one line of an answer that is not what was asked for."""
    status = answer.status_code
    if answer.is_redirect:
        target = place(answer.headers.get("Location", ""))
        return StoreError("the address has moved", where=place(url), mend=f"give the new one: {target}")
    said = first_line(answer)
    seen = f"HTTP {status} {answer.reason or ''}".rstrip() + (f": {said}" if said else "")
    if "no space left" in said.lower():  # most say it with a 500; to try again at once is of no use
        status = 507
    if status in _PASSING:
        after = answer.headers.get("Retry-After", "")
        return PassingError(
            seen, where=place(url), mend="see the server's log", after=float(after) if after.isdecimal() else None
        )
    return RefusedError(seen, where=place(url), mend=_MENDS.get(status, ""), status=status)


def first_line(answer: requests.Response) -> str:
    """Give the first line of what a server says of an error, without markup."""
    try:
        text = next(answer.iter_content(4096), b"").decode("utf-8", "replace")
    except requests.RequestException:
        return ""
    lines = (line.strip() for line in _TAG.sub("\n", text).splitlines())
    return next((line for line in lines if line), "")[:200]


def _cause(error: BaseException) -> str:
    """Name the innermost cause; what wraps it repeats the address."""
    seen: BaseException = error
    while (inner := seen.__cause__ or seen.__context__) is not None:
        seen = inner
    return str(getattr(seen, "strerror", None) or seen or type(seen).__name__)[:200]
