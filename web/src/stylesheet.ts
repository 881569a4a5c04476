/** How Cytoscape.js draws: kinds by shape and colour, hedged dashed, denied crossed, what is chosen in the accent. */

import type { NodeSingular, StylesheetJson } from "cytoscape";
import { articleColour, FONT, INKS, lookOf, type Tone } from "./looks";
import type { Page } from "./payload";

/** Styles by kind name kinds in selectors: the page holds the vocabulary's own keys alone. */
export function stylesheet(page: Page, tone: Tone): StylesheetJson {
  const ink = INKS[tone];
  const several = page.articles.length > 1;
  const kinds = [...new Set(page.things.map((thing) => thing.kind))].map((kind) => {
    const { shape, aspect, fill } = lookOf(kind);
    const drawn = typeof shape === "string" ? { shape: shape === "round" ? "round-rectangle" : "ellipse" } : { shape: "polygon", "shape-polygon-points": shape.join(" ") };
    return {
      selector: `node[kind = "${kind}"]`,
      style: { ...drawn, "background-color": fill[tone], width: (node: NodeSingular) => (node.data("size") as number) * aspect },
    };
  });
  const articles = several
    ? page.articles.map((_, n) => ({
        selector: `edge[article = ${n}]`,
        style: { "line-color": articleColour(n, tone), "target-arrow-color": articleColour(n, tone) },
      }))
    : [];
  return [
    {
      selector: "node",
      style: {
        height: "data(size)",
        label: "data(label)",
        color: ink.text,
        "font-family": FONT,
        "font-size": 13,
        "text-wrap": "wrap",
        "text-valign": "data(side)",
        "text-margin-y": (node: NodeSingular) => (node.data("side") === "top" ? -4 : 4),
        "text-background-color": ink.ground,
        "text-background-opacity": 0.82,
        "text-background-padding": "1px",
        "min-zoomed-font-size": 5,
        "border-width": 1.5,
        "border-color": ink.ground,
      },
    },
    { selector: "node[hub = 1]", style: { "font-weight": "bold", "font-size": 14 } },
    ...kinds,
    { selector: "node[shared = 1]", style: { "border-width": 5, "border-style": "double", "border-color": ink.text } },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "curve-style": "bezier",
        "control-point-step-size": 46,
        "line-color": ink.line,
        "target-arrow-color": ink.line,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.8,
        "source-label": "data(label)",
        "source-text-offset": "data(offset)",
        "source-text-rotation": "autorotate",
        color: ink.faint,
        "font-family": FONT,
        "font-size": 11,
        "text-background-color": ink.ground,
        "text-background-opacity": 0.9,
        "text-background-padding": "1px",
        "min-zoomed-font-size": 6,
      },
    },
    ...articles,
    { selector: "edge[hedged = 1]", style: { "line-style": "dashed", "line-dash-pattern": [7, 5] } },
    {
      selector: "edge[denied = 1]",
      style: {
        color: ink.denied,
        "mid-target-arrow-shape": "tee",
        "mid-target-arrow-color": ink.denied,
        "mid-source-arrow-shape": "tee",
        "mid-source-arrow-color": ink.denied,
        ...(several ? {} : { "line-color": ink.denied, "target-arrow-color": ink.denied }),
      },
    },
    { selector: "edge.crowded", style: { "min-zoomed-font-size": 11, "line-opacity": 0.55, "arrow-scale": 0.6 } },
    { selector: "node.crowded", style: { "font-size": 17 } },
    { selector: "node.crowded[hub = 1]", style: { "font-size": 19 } },
    { selector: ".dim", style: { opacity: 0.28 } },
    { selector: "node.found", style: { "border-width": 4, "border-color": ink.accent, "border-style": "solid" } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": ink.accent, "border-style": "solid", "z-index": 9 } },
    { selector: "edge.chosen", style: { "line-color": ink.accent, "target-arrow-color": ink.accent, color: ink.accent, "z-index": 9 } },
    { selector: ":active", style: { "overlay-color": ink.accent, "overlay-opacity": 0.1 } },
  ] as unknown as StylesheetJson;
}
