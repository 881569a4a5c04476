/** Small drawings of nodes and edges for legend, details and table. */

import { s } from "./dom";
import { lookOf, type Tone } from "./looks";

/** Draw the shape of a kind around a place. */
export function shapeOf(kind: string, x: number, y: number, size: number, fill: string, more: Readonly<Record<string, string | number>> = {}): SVGElement {
  const { shape, aspect } = lookOf(kind);
  const [rx, ry] = [(size * aspect) / 2, size / 2];
  if (shape === "ellipse") {
    return s("ellipse", { cx: round(x), cy: round(y), rx: round(rx), ry: round(ry), fill, ...more });
  }
  if (shape === "round") {
    return s("rect", { x: round(x - rx), y: round(y - ry), width: round(2 * rx), height: round(2 * ry), rx: round(ry * (aspect > 1 ? 0.9 : 0.3)), fill, ...more });
  }
  const points = shape.map((value, n) => round(n % 2 ? y + value * ry : x + value * rx)).join(" ");
  return s("polygon", { points, fill, ...more });
}

/** Draw a kind's shape as an inline picture that says nothing by itself. */
export function glyph(kind: string): SVGElement {
  const drawing = s("svg", { viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true", class: "glyph" });
  (["light", "dark"] as Tone[]).forEach((tone) => {
    drawing.append(shapeOf(kind, 13, 8, 13, lookOf(kind).fill[tone], { class: `only-${tone}` }));
  });
  return drawing;
}

/** Draw a stroke as the legend shows it. */
export function stroke(how: "plain" | "dashed" | "crossed" | "thick", colour = "currentColor"): SVGElement {
  const line = s("path", { d: "M1 8H33", stroke: colour, "stroke-width": how === "thick" ? 5 : 2, fill: "none", ...(how === "dashed" ? { "stroke-dasharray": "6 4" } : {}) });
  const cross = s("path", { d: "M13 4l8 8m0-8l-8 8", stroke: colour, "stroke-width": 2, fill: "none" });
  return s("svg", { viewBox: "0 0 34 16", width: 34, height: 16, "aria-hidden": "true", class: how === "crossed" ? "stroke denied" : "stroke" }, line, ...(how === "crossed" ? [cross] : []));
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
