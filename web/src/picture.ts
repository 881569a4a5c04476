/** What is shown as SVG: the same places, shapes, lines and labels, text as text. */

import type { EdgeSingular, NodeSingular, Position } from "cytoscape";
import { s } from "./dom";
import { round, shapeOf } from "./glyph";
import type { Graph } from "./graph";
import { lengthOf, pathOf, pointAt } from "./labelling";
import { articleColour, FONT, INKS, lookOf, type Tone } from "./looks";
import type { Model } from "./model";

const MARGIN = 24;

/** Draw what the graph shows. */
export function pictureOf(graph: Graph, model: Model, tone: Tone): SVGElement {
  const { x1, y1, w, h } = graph.cy.elements().boundingBox();
  const ink = INKS[tone];
  const several = model.page.articles.length > 1;
  const box = [x1 - MARGIN, y1 - MARGIN, w + 2 * MARGIN, h + 2 * MARGIN].map(round);
  const title = model.page.title.slice(0, 200);
  return s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: box.join(" "), width: box[2] as number, height: box[3] as number, "font-family": FONT, role: "img", "aria-label": title },
    s("title", {}, title),
    s("desc", {}, `${graph.cy.nodes().length} things and ${graph.cy.edges().length} lines between them, each a claim of the text.`),
    s("rect", { x: box[0] as number, y: box[1] as number, width: box[2] as number, height: box[3] as number, fill: ink.ground }),
    s("g", {}, ...graph.cy.edges().map((edge) => edgeOf(edge, tone, several))),
    s("g", {}, ...graph.cy.nodes().map((node) => nodeOf(node, tone))),
    s("g", {}, ...graph.cy.edges().map((edge) => labelOf(edge, tone))),
  );
}

/** Give the picture as the text of a file. */
export function pictureText(picture: SVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

function nodeOf(node: NodeSingular, tone: Tone): SVGElement {
  const { x, y } = node.position();
  const [kind, size] = [node.data("kind") as string, node.data("size") as number];
  const ink = INKS[tone];
  const hub = node.data("hub") === 1;
  const ring = node.data("shared") === 1 ? { stroke: ink.text, "stroke-width": 2.5 } : { stroke: ink.ground, "stroke-width": 1.5 };
  const lines = String(node.data("label")).split("\n");
  const font = hub ? 14 : 13;
  const above = node.data("side") === "top";
  const first = above ? y - size / 2 - 6 - font * (lines.length - 1) : y + size / 2 + 4 + font * 0.85;
  const text = s(
    "text",
    { "text-anchor": "middle", "font-size": font, "font-weight": hub ? "bold" : "normal", fill: ink.text, stroke: ink.ground, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" },
    ...lines.map((line, n) => s("tspan", { x: round(x), y: round(first + font * n) }, line)),
  );
  return s("g", {}, shapeOf(kind, x, y, size, lookOf(kind).fill[tone], ring), text);
}

function edgeOf(edge: EdgeSingular, tone: Tone, several: boolean): SVGElement {
  const ink = INKS[tone];
  const denied = edge.data("denied") === 1;
  const colour = several ? articleColour(edge.data("article") as number, tone) : denied ? ink.denied : ink.line;
  const path = pathOf(edge);
  const width = edge.data("width") as number;
  const dashes = edge.data("hedged") === 1 ? { "stroke-dasharray": "7 5" } : {};
  const line = s("path", { d: path.map(({ x, y }, n) => `${n ? "L" : "M"}${round(x)} ${round(y)}`).join(""), fill: "none", stroke: colour, "stroke-width": width, ...dashes });
  return s("g", {}, line, arrow(path, width, colour), ...(denied ? [cross(path, ink.denied)] : []));
}

function arrow(path: readonly Position[], width: number, colour: string): SVGElement {
  const length = lengthOf(path);
  const [tip, back] = [pointAt(path, length), pointAt(path, Math.max(length - 7 - width, 0))];
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  const half = 3.5 + width / 2;
  const [dx, dy] = [Math.sin(angle) * half, -Math.cos(angle) * half];
  const points = [tip, { x: back.x + dx, y: back.y + dy }, { x: back.x - dx, y: back.y - dy }];
  return s("polygon", { points: points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" "), fill: colour });
}

function cross(path: readonly Position[], colour: string): SVGElement {
  const { x, y } = pointAt(path, lengthOf(path) / 2);
  const d = `M${round(x - 5)} ${round(y - 5)}l10 10m0-10l-10 10`;
  return s("path", { d, stroke: colour, "stroke-width": 2.2, fill: "none" });
}

function labelOf(edge: EdgeSingular, tone: Tone): SVGElement {
  const { x, y, angle } = pointAt(pathOf(edge), edge.data("offset") as number);
  const ink = INKS[tone];
  return s(
    "text",
    {
      "text-anchor": "middle",
      transform: `translate(${round(x)} ${round(y)}) rotate(${round((angle * 180) / Math.PI)})`,
      y: 3.5,
      "font-size": 11,
      fill: edge.data("denied") === 1 ? ink.denied : ink.faint,
      stroke: ink.ground,
      "stroke-width": 3,
      "paint-order": "stroke",
      "stroke-linejoin": "round",
    },
    String(edge.data("label")),
  );
}
