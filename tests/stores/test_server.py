"""Loading into a server that fails in every way."""

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nosograph.errors import GraphError, StoreError
from nosograph.stores import load
from nosograph.stores.remote import Remote
from nosograph.stores.wire import Patience
from stores.fake import Fake

pytestmark = pytest.mark.enable_socket
Command = Callable[..., Any]


@pytest.fixture
def quads(tmp_path: Path) -> Path:
    """Give three triples in two graphs."""
    path = tmp_path / "a.nq"
    path.write_text('<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "2" <a:g> .\n<a:s> <a:p> _:b <a:h> .\n')
    return path


def put(fake: Fake, path: Path, **options: Any) -> tuple[Any, ...]:
    """Load with patience that does not wait."""
    return load([path], Remote(fake.url, preset="plain", patience=Patience(first=0.0)), **options)


def test_graphs_are_replaced_and_counted(fake: Fake, quads: Path) -> None:
    """Each graph is put once, and loading again changes nothing, blank nodes included."""
    first, again = put(fake, quads), put(fake, quads)
    assert [(one.graph, one.files, one.before, one.after) for one in first] == [("a:g", 2, 0, 2), ("a:h", 1, 0, 1)]
    assert [(one.before, one.after) for one in again] == [(2, 2), (1, 1)]
    assert len(fake.store) == 3


@pytest.mark.parametrize("faults", [["500", "500"], ["503"], ["drop"], ["lose"], ["429", "drop", "lose", "502"]])
def test_what_passes_is_tried_again(fake: Fake, quads: Path, faults: list[str]) -> None:
    """After errors of the server and dropped connections the load succeeds, and nothing is doubled."""
    fake.faults = list(faults)
    assert all(one.equal for one in put(fake, quads))
    assert len(fake.store) == 3
    assert len(fake.writes) == 2 + len(faults)


def test_bodies_have_a_length(fake: Fake, quads: Path) -> None:
    """Every request says how long its body is: some servers take a chunked one for empty."""
    put(fake, quads)
    assert all(int(headers["Content-Length"]) > 0 for _, _, headers in fake.writes)
    assert not any("Transfer-Encoding" in headers for _, _, headers in fake.writes)


def test_what_does_not_pass_is_one_line(fake: Fake, quads: Path) -> None:
    """A server that stays broken is named with its own first line, without markup."""
    fake.faults = ["500"] * 9
    with pytest.raises(StoreError, match=r"/store: HTTP 500 .*: it is; see the server's log$"):
        put(fake, quads)
    assert len(fake.writes) == 7


def test_a_refusal_is_not_tried_again(fake: Fake, quads: Path) -> None:
    """Wrong credentials are told at once, with how to give them."""
    fake.faults = ["401"]
    with pytest.raises(StoreError, match=r"HTTP 401 .*NOSOGRAPH_PASSWORD"):
        put(fake, quads)
    assert len(fake.writes) == 1


def test_secrets_are_sent_and_not_shown(fake: Fake, quads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password of the environment goes into the header, and into no message."""
    monkeypatch.setenv("NOSOGRAPH_USER", "me")
    monkeypatch.setenv("NOSOGRAPH_PASSWORD", "s3cret")
    fake.faults = ["403"]
    with pytest.raises(StoreError) as raised:
        put(fake, quads)
    assert fake.writes[0][2]["Authorization"].startswith("Basic ")
    assert "s3cret" not in str(raised.value)


def test_a_token_is_sent_as_bearer(fake: Fake, quads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NOSOGRAPH_TOKEN goes as RFC 6750 has it."""
    monkeypatch.setenv("NOSOGRAPH_TOKEN", "t0ken")
    put(fake, quads)
    assert fake.writes[0][2]["Authorization"] == "Bearer t0ken"


def test_netrc_holds_credentials(fake: Fake, quads: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What netrc has for the host is sent."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password there\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    put(fake, quads)
    assert fake.writes[0][2]["Authorization"].startswith("Basic ")


@pytest.mark.parametrize("password", ["s3cret", "s3/cret", "s3?cret", "s3#cret", "s3@cret", "12/s3cret", "é s3"])
def test_a_password_in_the_address_is_refused(quads: Path, nosograph: Command, password: str) -> None:
    """An address that holds a password is refused without showing it, by whatever way it comes."""
    url = f"http://me:{password}@127.0.0.1:1/store"
    for words in (("load", quads, url), ("load", quads, url, "--preset", "plain"), ("query", url, "ASK {}")):
        ran = nosograph(*words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "s3" not in ran.err
        assert "cret" not in ran.err


def test_a_token_that_is_none_is_not_shown(quads: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that could not be sent is refused without showing it."""
    monkeypatch.setenv("NOSOGRAPH_TOKEN", "s3\r\ncret")
    ran = nosograph("load", quads, "http://127.0.0.1:1/store", "--preset", "plain")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "NOSOGRAPH_TOKEN holds what is no bearer token" in ran.err
    assert "cret" not in ran.err


def test_a_password_may_have_any_letters(fake: Fake, quads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password beyond Latin letters is sent as UTF-8."""
    monkeypatch.setenv("NOSOGRAPH_USER", "mé")
    monkeypatch.setenv("NOSOGRAPH_PASSWORD", "s€cret")
    put(fake, quads)
    assert b64decode(fake.writes[0][2]["Authorization"].partition(" ")[2]).decode() == "mé:s€cret"


def test_a_full_disk_is_told_at_once(fake: Fake, quads: Path) -> None:
    """A server that says its disk is full is not asked again, and the line says to make room."""
    fake.faults = ["full"]
    with pytest.raises(StoreError, match=r"No space left on device; free some space on the server$"):
        put(fake, quads)
    assert len(fake.writes) == 1


def test_a_broken_file_changes_nothing(fake: Fake, quads: Path) -> None:
    """A file that is broken on its last line is refused, with the line, before anything is sent."""
    with quads.open("a") as stream:
        stream.write('<a:s> <a:p> "x" <a:h> <a:h> .\n')
    with pytest.raises(GraphError, match=r"a\.nq:4"):
        put(fake, quads)
    assert fake.writes == []


def test_a_dry_run_sends_nothing(fake: Fake, quads: Path) -> None:
    """A dry run counts and writes nothing."""
    assert [one.after for one in put(fake, quads, dry_run=True)] == [None, None]
    assert fake.writes == []


def test_appending_again_adds_nothing(fake: Fake, quads: Path) -> None:
    """Triples that are there already stay once; what was there before stays."""
    put(fake, quads)
    other = quads.with_name("b.nq")
    other.write_text('<a:s> <a:p> "2" <a:g> .\n<a:s> <a:p> "3" <a:g> .\n')
    for _ in range(2):
        assert all(one.equal for one in put(fake, other, append=True))
    assert len(fake.store) == 4


def test_a_lost_answer_does_not_double_blank_nodes(fake: Fake, quads: Path) -> None:
    """Where the answer to an appended graph with blank nodes is lost, it is counted and not sent again."""
    fake.faults = ["", "lose"]
    assert all(one.equal for one in put(fake, quads, append=True))
    assert len(fake.store) == 3
    assert len(fake.writes) == 2


def test_a_difference_is_exit_1_and_names_the_graph(fake: Fake, quads: Path, nosograph: Command) -> None:
    """Where the store holds something else than the file, the exit code is 1 and the line says which graph."""
    fake.loses = "a:g"
    ran = nosograph("load", quads, fake.url)
    assert ran.code == 1
    assert "nosograph: a:g: the files hold 2 triples, the store 0; load again" in ran.err
    assert "nosograph: a:h" not in ran.err


def test_nobody_there_is_one_line(quads: Path, nosograph: Command) -> None:
    """A server that is down is exit code 2 and one line."""
    ran = nosograph("load", quads, "http://127.0.0.1:9/store")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "no connection" in ran.err
