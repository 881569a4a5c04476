/** What is shown as Cytoscape.js takes it. */

import type { ElementDefinition } from "cytoscape";
import { wrapped } from "./looks";
import type { Edge, Model } from "./model";
import type { Statement } from "./payload";
import type { Shown } from "./shown";

/** What the layout sets later; without it the style would miss it. */
export const UNPLACED = { side: "bottom", offset: 0 } as const;

/** Give the elements of what is shown; nodes are named by their place, lines by their first claim. */
export function elementsOf(model: Model, shown: Shown): ElementDefinition[] {
  const nodes = [...shown.things].map((place) => nodeOf(model, place, shown));
  return [...nodes, ...shown.edges.map(({ edge, claims }) => edgeOf(model, edge, claims))];
}

function nodeOf(model: Model, place: number, shown: Shown): ElementDefinition {
  const thing = model.thing(place);
  const held = shown.heldBack.get(place) ?? 0;
  const shared = model.page.articles.length > 1 && model.articlesAt(place).size > 1;
  const hub = model.hubs.has(place);
  const lines = [...wrapped(thing.label), ...(held ? [`+${held}`] : [])];
  return {
    group: "nodes",
    data: {
      id: `thing:${place}`,
      thing: thing.id,
      place,
      kind: thing.kind,
      label: lines.join("\n"),
      size: (hub ? 34 : 22) + (shared ? 6 : 0),
      shared: shared ? 1 : 0,
      hub: hub ? 1 : 0,
    },
  };
}

function edgeOf(model: Model, edge: Edge, claims: readonly Statement[]): ElementDefinition {
  const outcome = claims[0]?.outcome ?? "";
  const denied = edge.polarity === "negated";
  const fared = outcome && outcome !== "unstated" ? `, ${outcome}` : "";
  return {
    group: "edges",
    data: {
      id: edge.id,
      source: `thing:${edge.source}`,
      target: `thing:${edge.target}`,
      label: `${denied ? "✕ not: " : ""}${model.relation(edge.relation)}${fared}`,
      denied: denied ? 1 : 0,
      hedged: edge.certainty === "hedged" ? 1 : 0,
      article: edge.article,
      width: Math.min(1.4 + 1.1 * (claims.length - 1), 7),
    },
  };
}
