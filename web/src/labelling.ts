/** Where along its edge a label stands: where it covers neither a node nor another label, if there is such a place. */

import type { Core, EdgeSingular, Position } from "cytoscape";

/** More edges than this keep their labels in the middle: they are read after zooming in. */
const MANY = 250;
const SHARES = [0.5, 0.54, 0.46, 0.58, 0.42, 0.62, 0.38, 0.66, 0.34, 0.7, 0.3, 0.74, 0.26, 0.78, 0.22, 0.82];
const SIZE = 11;
const HEIGHT = SIZE + 5;

interface Turned {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** Place the labels of all edges; `data.offset` is the way from the source's border to the label, along the edge. */
export function placeLabels(cy: Core): void {
  const edges = cy.edges().toArray().filter((edge) => edge.data("label") && edge.source().id() !== edge.target().id());
  if (edges.length > MANY) {
    const middles = edges.map((edge) => ({ edge, offset: distance(edge.source().position(), edge.target().position()) / 2 - 17 }));
    cy.batch(() => middles.forEach(({ edge, offset }) => void edge.data("offset", offset)));
    return;
  }
  const taken: Turned[] = cy.nodes().map((node) => {
    const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeOverlays: false } as never);
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, width: x2 - x1 + 6, height: y2 - y1 + 4, angle: 0 };
  });
  // Short edges have the least choice, and choose first.
  const byLength = edges.map((edge) => ({ edge, path: pathOf(edge) })).sort((a, b) => lengthOf(a.path) - lengthOf(b.path));
  const offsets = byLength.map(({ edge, path }) => {
    const length = lengthOf(path);
    const places = SHARES.map((share) => ({ share, box: labelBox(edge, path, share * length) }));
    const costs = places.map(({ box }) => taken.filter((other) => overlap(box, other)).length);
    const best = costs.indexOf(Math.min(...costs));
    const chosen = places[best] as (typeof places)[number];
    taken.push(chosen.box);
    return { edge, offset: chosen.share * length };
  });
  cy.batch(() => offsets.forEach(({ edge, offset }) => void edge.data("offset", offset)));
}

/** Give the line of an edge as points; a bent one is followed closely enough. */
export function pathOf(edge: EdgeSingular): readonly Position[] {
  const [start, end] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const controls = (edge.controlPoints() as Position[] | undefined) ?? [];
  const [control] = controls;
  if (!control || controls.length !== 1) {
    return [start, ...controls, end];
  }
  return Array.from({ length: 13 }, (_, n) => {
    const t = n / 12;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
  });
}

export function lengthOf(path: readonly Position[]): number {
  return path.slice(1).reduce((sum, point, n) => sum + distance(path[n] as Position, point), 0);
}

/** Give the point so far along a path, and the direction there, turned so that writing is upright. */
export function pointAt(path: readonly Position[], along: number): Position & { angle: number } {
  let left = along;
  for (let n = 1; n < path.length; n++) {
    const [a, b] = [path[n - 1] as Position, path[n] as Position];
    const step = distance(a, b);
    if (left <= step || n === path.length - 1) {
      const share = step ? left / step : 0;
      const angle = Math.atan2(b.y - a.y, b.x - a.x);
      const upright = Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, angle: upright };
    }
    left -= step;
  }
  return { ...(path[0] as Position), angle: 0 };
}

function labelBox(edge: EdgeSingular, path: readonly Position[], along: number): Turned {
  const width = String(edge.data("label")).length * SIZE * 0.56 + 6;
  return { ...pointAt(path, along), width, height: HEIGHT };
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Say whether two turned boxes overlap: no line along a side of either parts them. */
function overlap(a: Turned, b: Turned): boolean {
  return [a.angle, a.angle + Math.PI / 2, b.angle, b.angle + Math.PI / 2].every((angle) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const apart = Math.abs((a.x - b.x) * cos + (a.y - b.y) * sin);
    return apart < reach(a, angle) + reach(b, angle);
  });
}

function reach(box: Turned, angle: number): number {
  const turn = angle - box.angle;
  return (box.width * Math.abs(Math.cos(turn)) + box.height * Math.abs(Math.sin(turn))) / 2;
}
