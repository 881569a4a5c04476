"""Real triple stores, started on a free port of this machine and stopped again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / ".tools" / "stores"
START = 90.0
"""Seconds a server is given to answer."""

REPOSITORY = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "graphs" ; rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
  sr:sailImpl [ sail:sailType "rdf4j:LmdbStore" ] ] .
"""
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/data/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/data/virtuoso.trx
xa_persistent_file = {folder}/data/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/data/virtuoso-temp.db
TransactionFile = {folder}/data/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{other}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass(kw_only=True)
class Server:
    """Hold a server: `url` is what people give to `nosograph load`, `sparql` what they give to a SPARQL client.

    What it stores is in `data` under its folder. `enter` begins its command; `words` are more for it.
    """

    name: str
    folder: Path
    port: int = field(default_factory=free_port)
    enter: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def root(self) -> str:
        """The server's own address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The address of the dataset."""
        paths = {"fuseki": "/graphs", "rdf4j": "/rdf4j-server/repositories/graphs"}
        return self.root + paths.get(self.name, "")

    @property
    def sparql(self) -> tuple[str, Mapping[str, str]]:
        """The SPARQL endpoint, and what makes it see all graphs at once."""
        return {
            "oxigraph": (f"{self.url}/query", {"union-default-graph": "true"}),
            "fuseki": (f"{self.url}/query", {"default-graph-uri": "urn:x-arq:UnionGraph"}),
            "rdf4j": (self.url, {}),
            "virtuoso": (f"{self.url}/sparql", {}),
        }[self.name]

    @property
    def environment(self) -> dict[str, str]:
        """The environment for `nosograph load`: credentials, where the server wants some."""
        plain = {key: value for key, value in os.environ.items() if not key.startswith("NOSOGRAPH_")}
        plain["NETRC"] = os.devnull
        return plain | ({"NOSOGRAPH_USER": "dba", "NOSOGRAPH_PASSWORD": "dba"} if self.name == "virtuoso" else {})

    def start(self) -> None:
        """Start it, and wait until it answers."""
        (self.folder / "data").mkdir(parents=True, exist_ok=True)
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self.enter, *self._command()],
                cwd=self.folder,
                env=self._own(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + START
        while not self._answers():
            if time.monotonic() > until or self.process.poll() is not None:
                self.kill()
                raise RuntimeError(f"{self.name} did not start:\n{(self.folder / 'server.log').read_text()[-2000:]}")
            time.sleep(0.1)
        if self.name == "rdf4j":
            self._make_repository()

    def kill(self) -> None:
        """Kill it at once, as a power cut would."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
            (self.folder / "virtuoso.lck").unlink(missing_ok=True)

    def _own(self) -> dict[str, str]:
        return os.environ | {"FUSEKI_BASE": str(self.folder / "base")}

    def _command(self) -> list[str]:
        port, folder = str(self.port), self.folder
        if self.name == "oxigraph":
            program = Path(sys.executable).with_name("oxigraph")
            return [str(program), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
        if self.name == "fuseki":
            jar = str(TOOLS / "jena-fuseki-server.jar")
            words = ["--localhost", "--port", port, "--tdb2", "--update", "--loc", str(folder / "data"), "/graphs"]
            return ["java", "-Xmx1g", "-jar", jar, *self.words, *words]
        if self.name == "rdf4j":
            where = [f"-Dorg.eclipse.rdf4j.appdata.basedir={folder / 'data'}", f"-Djava.io.tmpdir={folder}"]
            words = ["--host", "127.0.0.1", "--port", port, "--path", "/rdf4j-server"]
            return [
                "java",
                "-Xmx1g",
                *where,
                "-jar",
                str(TOOLS / "jetty-runner.jar"),
                *words,
                str(TOOLS / "rdf4j-http-server.war"),
            ]
        settings = folder / "virtuoso.ini"
        settings.write_text(VIRTUOSO.format(folder=folder, port=port, other=free_port()))
        return [shutil.which("virtuoso-t") or "virtuoso-t", "-f", "-c", str(settings)]

    def _answers(self) -> bool:
        paths = {"rdf4j": "/rdf4j-server/protocol", "fuseki": "/graphs", "virtuoso": "/sparql"}
        request = urllib.request.Request(self.root + paths.get(self.name, "/"), method="HEAD")  # noqa: S310 - our own
        try:
            with urllib.request.urlopen(request, timeout=5):  # noqa: S310 - our own
                return True
        except urllib.error.HTTPError as error:
            return error.code < 500 and error.code != 404
        except OSError:
            return False

    def _make_repository(self) -> None:
        request = urllib.request.Request(self.url, data=REPOSITORY.encode(), method="PUT")  # noqa: S310 - our own
        request.add_header("Content-Type", "text/turtle")
        try:
            urllib.request.urlopen(request, timeout=60).close()  # noqa: S310 - our own
        except urllib.error.HTTPError as error:
            if error.code != 409:  # it is there already
                raise


@contextmanager
def running(name: str, folder: Path) -> Iterator[Server]:
    """Run a server for as long as it is needed."""
    server = Server(name=name, folder=folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
