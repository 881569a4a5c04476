/** The picture: Cytoscape.js shows what is to be shown, and says what is clicked. */

import cytoscape, { type Core, type EventObject, type NodeSingular } from "cytoscape";
import fcose from "cytoscape-fcose";
import { placeLabels } from "./labelling";
import { arrange, place, turnLabels } from "./layout";
import { elementsOf, UNPLACED } from "./elements";
import type { Tone } from "./looks";
import type { Model } from "./model";
import type { Shown } from "./shown";
import type { State } from "./state";
import { stylesheet } from "./stylesheet";

cytoscape.use(fcose);

/** Pages of more things are drawn more simply while they move. */
const MANY = 600;
/** Of more lines than this, labels are shown once they are zoomed in on. */
const CROWD = 150;
/** The size of labels, and what of it must be left on the screen to read what is chosen. */
const LABEL = 13;
const LEGIBLE = 9;
/** Milliseconds after which a movement is over. */
const SOON = 250;

export interface Chosen {
  readonly kind: "claim" | "thing" | "none";
  readonly id: string;
}

export class Graph {
  readonly cy: Core;
  private drawn = false;
  private moving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    container: HTMLElement,
    private readonly model: Model,
    onChoose: (chosen: Chosen) => void,
    onFold: (id: string) => void,
    onMove: (camera: string) => void,
  ) {
    const many = model.page.things.length > MANY;
    this.cy = cytoscape({
      container,
      elements: [],
      minZoom: 0.05,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      textureOnViewport: many,
      hideEdgesOnViewport: many,
      ...(many ? { pixelRatio: 1 } : {}),
    });
    this.cy.on("tap", (event: EventObject) => {
      const chosen = chosenBy(event);
      if (chosen) {
        onChoose(chosen);
      }
    });
    this.cy.on("dbltap", "node", (event: EventObject) => onFold(event.target.data("thing") as string));
    this.cy.on("dragfree", "node", () => {
      turnLabels(this.cy);
      placeLabels(this.cy);
    });
    // Only what a hand does is a choice; a fit or a layout is not.
    this.cy.on("dragpan scrollzoom pinchzoom", () => {
      clearTimeout(this.moving);
      this.moving = setTimeout(() => onMove(this.camera()), SOON);
    });
    for (const [name, cursor] of [["mouseover", "pointer"], ["mouseout", ""]] as const) {
      this.cy.on(name, "node, edge", () => void (container.style.cursor = cursor));
    }
  }

  /** Show what is to be shown; what was there keeps its place. */
  show(shown: Shown): void {
    const wanted = new Map(elementsOf(this.model, shown).map((element) => [String(element.data.id), element]));
    const gone = this.cy.elements().filter((element) => !wanted.has(element.id()));
    const fresh = [...wanted.values()].filter((element) => this.cy.getElementById(String(element.data.id)).empty());
    const other = this.cy.elements().filter((element) => wanted.has(element.id()) && element.data("label") !== wanted.get(element.id())?.data["label"]);
    const wider = this.cy.edges().filter((edge) => wanted.has(edge.id()) && edge.data("width") !== wanted.get(edge.id())?.data["width"]);
    if (gone.empty() && !fresh.length && other.empty() && wider.empty()) {
      return;
    }
    this.cy.batch(() => {
      gone.remove();
      other.union(wider).forEach((element) => void element.data(wanted.get(element.id())?.data ?? {}));
      this.cy.add(fresh.map((element) => ({ ...element, data: { ...element.data, ...UNPLACED } })));
    });
    this.cy.elements().toggleClass("crowded", this.cy.edges().length > CROWD);
    this.settle(new Set(fresh.map((element) => String(element.data.id))));
  }

  /** Give what is new its place; at the first, everything. */
  private settle(fresh: ReadonlySet<string>): void {
    const nodes = this.cy.nodes().filter((node) => fresh.has(node.id()));
    if (!this.drawn) {
      this.drawn = nodes.nonempty();
      this.arrange();
      return;
    }
    if (nodes.nonempty()) {
      place(this.cy, nodes);
    }
    placeLabels(this.cy);
  }

  /** Lay all out anew, and show all of it. */
  arrange(): void {
    arrange(this.cy);
    placeLabels(this.cy);
    this.fit();
  }

  fit(): void {
    this.cy.resize();
    if (this.cy.elements().nonempty()) {
      this.cy.fit(undefined, 24);
      if (this.cy.zoom() > 1.4) {
        this.cy.zoom(1.4);
        this.cy.center();
      }
    }
  }

  /** Give the middle of what is in view, and the zoom. */
  camera(): string {
    const { x1, x2, y1, y2 } = this.cy.extent();
    return `${Math.round((x1 + x2) / 2)},${Math.round((y1 + y2) / 2)},${this.cy.zoom().toFixed(3)}`;
  }

  /** Look where a camera looked. */
  look(camera: string): void {
    const [x, y, zoom] = camera.split(",").map(Number) as [number, number, number];
    this.cy.zoom(zoom);
    this.cy.pan({ x: this.cy.width() / 2 - x * this.cy.zoom(), y: this.cy.height() / 2 - y * this.cy.zoom() });
  }

  zoomBy(factor: number): void {
    const { w, h } = { w: this.cy.width(), h: this.cy.height() };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: w / 2, y: h / 2 } });
  }

  paint(tone: Tone): void {
    this.cy.style(stylesheet(this.model.page, tone));
  }

  /** Make what is chosen and what is looked for stand out. */
  mark(state: State, found: ReadonlySet<number>): void {
    const node = this.nodeOf(state.thing);
    const edge = this.edgeOf(state.claim);
    const chosen = node.union(edge);
    const near = node.closedNeighborhood().union(edge).union(edge.connectedNodes());
    this.cy.batch(() => {
      this.cy.elements().removeClass("chosen dim found");
      chosen.addClass("chosen");
      if (chosen.nonempty()) {
        this.cy.elements().difference(near).addClass("dim");
      } else if (found.size) {
        this.cy.nodes().filter((n) => !found.has(n.data("place") as number)).addClass("dim");
      }
      this.cy.nodes().filter((n) => found.has(n.data("place") as number)).addClass("found");
    });
  }

  /** Bring what is chosen into view where it is outside. */
  reveal(state: State): void {
    const target = this.nodeOf(state.thing).union(this.edgeOf(state.claim));
    if (target.empty()) {
      return;
    }
    if (this.cy.zoom() * LABEL < LEGIBLE) {
      this.comeClose(target);
      return;
    }
    const box = target.renderedBoundingBox();
    const inside = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= this.cy.width() && box.y2 <= this.cy.height();
    if (!inside) {
      this.cy.center(target);
    }
  }

  /** Show what is chosen with what it joins, as much of it as can be read. */
  private comeClose(target: ReturnType<Core["collection"]>): void {
    this.cy.fit(target.closedNeighborhood().union(target.connectedNodes()), 56);
    const level = Math.min(Math.max(this.cy.zoom(), LEGIBLE / LABEL), 1);
    if (level > this.cy.zoom() && target.nodes().nonempty()) {
      this.cy.zoom(level);
      this.cy.center(target);
    } else {
      this.cy.zoom({ level, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    }
  }

  /** Give the id of the next thing from the chosen one in a direction; of nothing chosen, the best joined one. */
  next(from: string, dx: number, dy: number): string | undefined {
    const start = this.nodeOf(from);
    if (start.empty()) {
      return this.cy.nodes().max((node) => node.degree(false)).ele?.data("thing") as string | undefined;
    }
    const { x, y } = (start[0] as NodeSingular).position();
    const ahead = this.cy.nodes().toArray().filter((node) => node.data("thing") !== from).map((node) => {
      const [along, across] = [
        (node.position().x - x) * dx + (node.position().y - y) * dy,
        Math.abs((node.position().x - x) * dy) + Math.abs((node.position().y - y) * dx),
      ];
      return { node, along, cost: along + 2 * across };
    });
    const best = ahead.filter(({ along, cost }) => along > 0 && cost < 4 * along + 400).sort((a, b) => a.cost - b.cost)[0];
    return best?.node.data("thing") as string | undefined;
  }

  nodeOf(id: string): ReturnType<Core["collection"]> {
    const place = this.model.placeOf(id);
    return place === undefined ? this.cy.collection() : this.cy.getElementById(`thing:${place}`);
  }

  edgeOf(claim: string): ReturnType<Core["collection"]> {
    const edge = this.model.edgeOf.get(claim);
    return edge ? this.cy.getElementById(edge.id) : this.cy.collection();
  }
}

function chosenBy(event: EventObject): Chosen | undefined {
  if (event.target === event.cy) {
    return { kind: "none", id: "" };
  }
  return event.target.isNode()
    ? { kind: "thing", id: event.target.data("thing") as string }
    : { kind: "claim", id: (event.target.id() as string).replace(/^edge:/, "") };
}
