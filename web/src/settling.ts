/** The last touch of a layout: nodes with their labels neither cover one another nor lie on lines of others. */

import type { Core, NodeCollection, NodeSingular } from "cytoscape";

const ROUNDS = 80;
/** Pairs of nodes and lines beyond this are left as the layout set them. */
const PAIRS = 2500;
/** Free room beside a line, where its label may stand. */
const BESIDE = 10;

interface Box {
  readonly node: NodeSingular;
  readonly free: boolean;
  x: number;
  y: number;
  /** The way from the node to the middle of its box. */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly from: Box;
  readonly to: Box;
}

/** Move nodes as little as it takes; with `moved`, only those. */
export function settle(cy: Core, nodes: NodeCollection, moved: NodeCollection = nodes): void {
  const free = new Set(moved.map((node) => node.id()));
  const boxes = nodes.map((node) => boxOf(node as NodeSingular, free));
  const byId = new Map(boxes.map((box) => [box.node.id(), box]));
  const lines = cy.edges().map((edge) => ({ from: byId.get(edge.source().id()), to: byId.get(edge.target().id()) }));
  const known = lines.filter((line): line is Line => !!line.from && !!line.to && line.from !== line.to);
  const clear = boxes.length * known.length <= PAIRS;
  for (let round = 0; round < ROUNDS; round++) {
    const cleared = clear && boxes.filter((box) => box.free).map((box) => known.map((line) => moveOff(box, line)).some(Boolean)).some(Boolean);
    if (![partAll(boxes), cleared].some(Boolean)) {
      break;
    }
  }
  cy.batch(() => boxes.forEach(({ node, x, y, dx, dy }) => node.position({ x: x - dx, y: y - dy })));
}

function boxOf(node: NodeSingular, free: ReadonlySet<string>): Box {
  const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeOverlays: false });
  const { x, y } = node.position();
  const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  return { node, free: free.has(node.id()), ...middle, dx: middle.x - x, dy: middle.y - y, width: x2 - x1 + 14, height: y2 - y1 + 10 };
}

function partAll(boxes: readonly Box[]): boolean {
  let touched = false;
  for (let a = 0; a < boxes.length; a++) {
    for (let b = a + 1; b < boxes.length; b++) {
      touched = parted(boxes[a] as Box, boxes[b] as Box) || touched;
    }
  }
  return touched;
}

function parted(a: Box, b: Box): boolean {
  const overX = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const overY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  if (overX <= 0 || overY <= 0 || (!a.free && !b.free)) {
    return false;
  }
  const share = a.free && b.free ? 0.5 : 1;
  const axis = overX < overY ? "x" : "y";
  const by = (Math.min(overX, overY) + 1) * share * (a[axis] <= b[axis] ? -1 : 1);
  a[axis] += a.free ? by : 0;
  b[axis] -= b.free ? by : 0;
  return true;
}

/** Move a box off a line that is not its own, straight away from it. */
function moveOff(box: Box, { from, to }: Line): boolean {
  if (box === from || box === to) {
    return false;
  }
  const start = { x: from.x - from.dx, y: from.y - from.dy };
  const [vx, vy] = [to.x - to.dx - start.x, to.y - to.dy - start.y];
  const length = Math.hypot(vx, vy) || 1;
  const along = ((box.x - start.x) * vx + (box.y - start.y) * vy) / length;
  const [nx, ny] = [-vy / length, vx / length];
  const beside = (box.x - start.x) * nx + (box.y - start.y) * ny;
  const reach = (box.width * Math.abs(nx) + box.height * Math.abs(ny)) / 2 + BESIDE;
  if (along < 0 || along > length || Math.abs(beside) >= reach) {
    return false;
  }
  const by = (reach - Math.abs(beside) + 1) * 0.5 * (beside < 0 ? -1 : 1);
  box.x += nx * by;
  box.y += ny * by;
  return true;
}
