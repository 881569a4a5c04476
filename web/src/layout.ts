/** Where things stand: fCoSE from a round start, so that the same graph always gets the same picture. */

import type { Core, EdgeSingular, LayoutOptions, NodeCollection, NodeSingular } from "cytoscape";
import { settle } from "./settling";

/** More nodes than this are not handed to fCoSE; what hangs on a single hub is set around it. */
const FORCED = 400;
/** Up to so many nodes fCoSE takes all the time it wants. */
const FEW = 60;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Lay all nodes out anew. */
export function arrange(cy: Core): void {
  const nodes = cy.nodes();
  const leaves = nodes.length > FORCED ? nodes.filter((node) => neighbours(node).length <= 1) : cy.collection();
  const core = nodes.difference(leaves);
  inARound(core.nonempty() ? core : nodes);
  if (core.length <= FORCED) {
    force(cy, core.union(core.edgesWith(core)));
  }
  leavesAroundHubs(cy, leaves);
  turnLabels(cy);
  settle(cy, core);
}

/** Set each label on the side its lines do not come from. */
export function turnLabels(cy: Core): void {
  const sides = cy.nodes().map((node) => {
    const near = neighbours(node);
    const below = near.reduce((sum, other) => sum + Math.sign(other.position().y - node.position().y), 0);
    return { node, side: near.nonempty() && below === near.length ? "top" : "bottom" };
  });
  cy.batch(() => sides.forEach(({ node, side }) => void node.data("side", side)));
}

/** Set nodes that have no place yet beside a neighbour that has one; the others stay. */
export function place(cy: Core, fresh: NodeCollection): void {
  const waiting = new Map<NodeSingular | undefined, NodeSingular[]>();
  fresh.forEach((node) => {
    const anchor = neighbours(node).difference(fresh).nodes().toArray().sort((a, b) => b.degree(false) - a.degree(false))[0];
    waiting.set(anchor, [...(waiting.get(anchor) ?? []), node]);
  });
  const standing = cy.nodes().difference(fresh);
  for (const [anchor, nodes] of waiting) {
    const centre = anchor?.position() ?? { x: 0, y: standing.empty() ? 0 : standing.boundingBox().y2 + 160 };
    sunflower(nodes, centre, 150);
  }
  turnLabels(cy);
  if (cy.nodes().length <= FORCED) {
    settle(cy, cy.nodes(), fresh);
  }
}

function neighbours(node: NodeSingular): NodeCollection {
  return node.neighborhood().nodes();
}

/** Start in rings by distance from the best joined node, in the order in which the claims name them. */
function inARound(nodes: NodeCollection): void {
  const centre = nodes.max((node) => node.degree(false)).ele;
  if (!centre) {
    return;
  }
  const rings = new Map<number, NodeSingular[]>();
  const depths = new Map<string, number>();
  nodes.edgesWith(nodes).union(nodes).breadthFirstSearch({
    root: centre,
    visit: (node, _edge, _previous, _index, depth) => void depths.set(node.id(), depth),
  });
  nodes.forEach((node) => {
    const depth = depths.get(node.id()) ?? 4;
    rings.set(depth, [...(rings.get(depth) ?? []), node]);
  });
  const [step, room] = nodes.length > FEW ? [150, 45] : [230, 90];
  for (const [depth, ring] of rings) {
    const radius = depth === 0 ? 0 : Math.max(depth * step, (ring.length * room) / (2 * Math.PI));
    ring.forEach((node, n) => {
      const angle = (n / ring.length) * 2 * Math.PI - Math.PI / 2 + depth * 0.3;
      node.position({ x: Math.cos(angle) * radius * 1.25, y: Math.sin(angle) * radius });
    });
  }
}

function force(cy: Core, elements: ReturnType<Core["collection"]>): void {
  const many = cy.nodes().length > FEW;
  const options = {
    name: "fcose",
    quality: many ? "default" : "proof",
    randomize: false,
    animate: false,
    fit: false,
    packComponents: false,
    nodeDimensionsIncludeLabels: true,
    uniformNodeDimensions: false,
    idealEdgeLength: (edge: EdgeSingular) => many ? 90 : 105 + 4.6 * Math.min(String(edge.data("label") ?? "").length, 24),
    nodeRepulsion: () => (many ? 6000 : 14000),
    edgeElasticity: () => 0.3,
    gravity: many ? 0.5 : 0.18,
    numIter: many ? 900 : 2500,
    tile: true,
  };
  elements.layout(options as unknown as LayoutOptions).run();
}

function leavesAroundHubs(cy: Core, leaves: NodeCollection): void {
  const byHub = new Map<string, NodeSingular[]>();
  leaves.forEach((leaf) => {
    const hub = neighbours(leaf)[0]?.id() ?? "";
    byHub.set(hub, [...(byHub.get(hub) ?? []), leaf]);
  });
  for (const [hub, nodes] of byHub) {
    const centre = hub ? cy.getElementById(hub).position() : { x: 0, y: 0 };
    sunflower(nodes, centre, 120);
  }
}

/** Set nodes evenly over a disc around a centre, as seeds lie in a sunflower. */
function sunflower(nodes: readonly NodeSingular[], centre: { x: number; y: number }, inner: number): void {
  const spacing = 74;
  const skipped = (inner / spacing) ** 2;
  nodes.forEach((node, n) => {
    const radius = spacing * Math.sqrt(n + skipped);
    const angle = (n + 1) * GOLDEN;
    node.position({ x: centre.x + Math.cos(angle) * radius * 1.2, y: centre.y + Math.sin(angle) * radius });
  });
}
