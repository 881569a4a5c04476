"""Write the files that are derived from the tables under ontology/ into the checkout: python -m nosograph.rdf."""

from nosograph import resources
from nosograph.rdf.derived import DERIVED

for (folder, name), derive in DERIVED.items():
    resources.folder(folder).joinpath(name).write_text(derive(), encoding="utf-8", newline="\n")
