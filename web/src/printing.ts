/** What goes on paper: the picture as lines, the claims as a table, then the text. */

import { fill, h } from "./dom";
import type { Graph } from "./graph";
import type { Model } from "./model";
import { pictureOf } from "./picture";
import type { Shown } from "./shown";
import { claimsTable } from "./table";

export function printable(pane: HTMLElement, graph: Graph, model: Model, shown: () => Shown): void {
  addEventListener("beforeprint", () => {
    const picture = graph.cy.elements().nonempty() ? pictureOf(graph, model, "light") : null;
    fill(pane, picture && h("figure", {}, picture), claimsTable(model, shown().claims, (claim) => model.relation(claim.relation)));
  });
  addEventListener("afterprint", () => fill(pane));
}
