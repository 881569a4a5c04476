"""A graph named on the command line: a file, or the folder of an Oxigraph store."""

from pathlib import Path

from pyoxigraph import Store

from nosograph.errors import GraphError
from nosograph.graph import Graph


def open_graph(name: str) -> Graph:
    """Open a graph for reading.

    Raises:
        GraphError: there is none of that name, or it cannot be read as one.
    """
    path = Path(name)
    if "://" in name:
        raise GraphError("an address on the web is not read", where=name, mend="download it and give the file")
    return _open_store(path) if path.is_dir() else Graph.load(path)


def _open_store(folder: Path) -> Graph:
    if not (folder / "CURRENT").is_file():  # RocksDB's own mark; opening would first write files of its own
        raise GraphError(
            "the folder holds no Oxigraph store", where=str(folder), mend="give a store's folder or a file"
        )
    try:
        return Graph(Store.read_only(str(folder)))
    except (OSError, ValueError) as error:
        raise GraphError(
            f"the store cannot be opened: {error}", where=str(folder), mend="close what writes to it"
        ) from error
