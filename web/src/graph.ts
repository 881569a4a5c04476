/** The picture: Cytoscape.js shows what is to be shown, and says what is clicked. */

import cytoscape, { type Core, type ElementDefinition, type EventObject, type NodeSingular, type StylesheetJson } from "cytoscape";
import fcose from "cytoscape-fcose";
import { placeLabels } from "./labelling";
import { arrange, place, turnLabels } from "./layout";
import { articleColour, FONT, INKS, lookOf, type Tone, wrapped } from "./looks";
import type { Model } from "./model";
import type { Shown } from "./shown";
import type { State } from "./state";

cytoscape.use(fcose);

/** Pages of more things are drawn more simply while they move. */
const MANY = 600;
/** Of more lines than this, labels are shown once they are zoomed in on. */
const CROWD = 150;
/** The size of labels, and what of it must be left on the screen to read what is chosen. */
const LABEL = 13;
const LEGIBLE = 9;

export interface Chosen {
  readonly kind: "claim" | "thing" | "none";
  readonly id: string;
}

export class Graph {
  readonly cy: Core;
  private tone: Tone = "light";
  private drawn = false;
  private readonly several: boolean;

  constructor(
    container: HTMLElement,
    private readonly model: Model,
    onChoose: (chosen: Chosen) => void,
    onFold: (id: string) => void,
  ) {
    const many = model.page.things.length > MANY;
    this.several = model.page.articles.length > 1;
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
    for (const [name, cursor] of [["mouseover", "pointer"], ["mouseout", ""]] as const) {
      this.cy.on(name, "node, edge", () => void (container.style.cursor = cursor));
    }
  }

  /** Show what is to be shown; what was there keeps its place. */
  show(shown: Shown): void {
    const wanted = new Map(this.elements(shown).map((element) => [String(element.data.id), element]));
    const fresh = [...wanted.values()].filter((element) => this.cy.getElementById(String(element.data.id)).empty());
    this.cy.batch(() => {
      this.cy.elements().filter((element) => !wanted.has(element.id())).remove();
      this.cy.elements().forEach((element) => void element.data(wanted.get(element.id())?.data ?? {}));
      this.cy.add(fresh);
    });
    this.cy.edges().toggleClass("crowded", this.cy.edges().length > CROWD);
    const ids = new Set(fresh.map((element) => element.data.id));
    const nodes = this.cy.nodes().filter((node) => ids.has(node.id()));
    if (!this.drawn) {
      this.arrange();
      this.drawn = this.cy.nodes().nonempty();
    } else if (nodes.nonempty()) {
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

  zoomBy(factor: number): void {
    const { w, h } = { w: this.cy.width(), h: this.cy.height() };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: w / 2, y: h / 2 } });
  }

  paint(tone: Tone): void {
    this.tone = tone;
    this.cy.style(this.style());
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

  private elements(shown: Shown): ElementDefinition[] {
    const nodes = [...shown.things].map((place) => this.node(place, shown));
    return [...nodes, ...shown.edges.map(({ edge, claims }) => this.edge(edge, claims.length, claims[0]?.outcome ?? ""))];
  }

  private node(place: number, shown: Shown): ElementDefinition {
    const thing = this.model.thing(place);
    const held = shown.heldBack.get(place) ?? 0;
    const shared = this.several && this.model.articlesAt(place).size > 1;
    const hub = this.model.hubs.has(place);
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
        held,
        side: this.cy.getElementById(`thing:${place}`).data("side") ?? "bottom",
      },
    };
  }

  private edge(edge: { id: string; source: number; target: number; relation: string; article: number; polarity: string; certainty: string }, count: number, outcome: string): ElementDefinition {
    const denied = edge.polarity === "negated";
    const fared = outcome && outcome !== "unstated" ? `, ${outcome}` : "";
    return {
      group: "edges",
      data: {
        id: edge.id,
        source: `thing:${edge.source}`,
        target: `thing:${edge.target}`,
        label: `${denied ? "✕ not: " : ""}${this.model.relation(edge.relation)}${fared}`,
        denied: denied ? 1 : 0,
        hedged: edge.certainty === "hedged" ? 1 : 0,
        article: edge.article,
        width: Math.min(1.4 + 1.1 * (count - 1), 7),
        offset: 0,
      },
    };
  }

  private style(): StylesheetJson {
    const ink = INKS[this.tone];
    const kinds = [...new Set(this.model.page.things.map((thing) => thing.kind))].map((kind) => {
      const { shape, aspect, fill } = lookOf(kind);
      const drawn = typeof shape === "string" ? { shape: shape === "round" ? "round-rectangle" : "ellipse" } : { shape: "polygon", "shape-polygon-points": shape.join(" ") };
      return {
        selector: `node[kind = "${kind}"]`,
        style: { ...drawn, "background-color": fill[this.tone], width: (node: NodeSingular) => (node.data("size") as number) * aspect },
      };
    });
    const articles = this.several
      ? this.model.page.articles.map((_, n) => ({
          selector: `edge[article = ${n}]`,
          style: { "line-color": articleColour(n, this.tone), "target-arrow-color": articleColour(n, this.tone) },
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
          ...(this.several ? {} : { "line-color": ink.denied, "target-arrow-color": ink.denied }),
        },
      },
      { selector: "edge.crowded", style: { "min-zoomed-font-size": 11 } },
      { selector: ".dim", style: { opacity: 0.28 } },
      { selector: "node.found", style: { "border-width": 4, "border-color": ink.accent, "border-style": "solid" } },
      { selector: "node.chosen", style: { "border-width": 4, "border-color": ink.accent, "border-style": "solid", "z-index": 9 } },
      { selector: "edge.chosen", style: { "line-color": ink.accent, "target-arrow-color": ink.accent, color: ink.accent, "z-index": 9 } },
      { selector: ":active", style: { "overlay-color": ink.accent, "overlay-opacity": 0.1 } },
    ] as unknown as StylesheetJson;
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
